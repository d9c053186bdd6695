import type { PluginMigration } from "../../../api/index.js";
import { people } from "./001-people.js";
import { clients } from "./002-clients.js";
import { schedule } from "./003-schedule.js";
import { scheduleRemovals } from "./004-schedule-removals.js";
import { scheduleEntries } from "./005-schedule-entries.js";
import { operations } from "./006-operations.js";
import { outgoingMails } from "./007-outgoing-mails.js";
import { firstLines } from "./008-first-lines.js";
import { clientMembers } from "./009-client-members.js";
import { clientLists } from "./010-client-lists.js";
import { scheduleConflicts } from "./011-schedule-conflicts.js";
import { controlCenter } from "./012-control-center.js";
import { erasures } from "./013-erasures.js";
import { jobRunItems } from "./013-job-run-items.js";
import { jobRunIndexes } from "./014-job-run-indexes.js";

/** The studio's own schema, in the order it is built. */
export const studioMigrations: readonly PluginMigration[] = [
  people,
  clients,
  schedule,
  scheduleRemovals,
  scheduleEntries,
  operations,
  outgoingMails,
  firstLines,
  clientMembers,
  clientLists,
  scheduleConflicts,
  controlCenter,
  jobRunItems,
  erasures,
  jobRunIndexes,
];
