import type { PluginMigration } from "../../../api/index.js";
import { createScheduleViews, dropScheduleViews } from "./schedule-views.js";

/** The views anew: a user's first visible line bears the session's GUID (C5). */
export const firstLines: PluginMigration = {
  name: "008-first-lines",
  async up(db, dialect) {
    await dropScheduleViews(db);
    await createScheduleViews(db, dialect);
  },
  /** The views stay as they are: what they were before is not kept. */
  down: () => Promise.resolve(),
};
