import { accountsMigration } from "./account/index.js";
import { contactLinksMigration, lostContactValuesMigration } from "./contact-links/index.js";
import { journalMigration, writtenFormsMigration } from "./journal/index.js";
import { linksMigration, linksOfStreamMigration, lostValuesMigration } from "./links/index.js";
import { mailStateMigration } from "./mail/index.js";
import { questionsMigration } from "./questions/index.js";
import { upkeepMigration } from "./upkeep/index.js";

/** Every migration of the plugin's tables, in the order they are applied; a new one goes to the end. */
export const googleSyncMigrations = [
  linksMigration,
  questionsMigration,
  journalMigration,
  accountsMigration,
  lostValuesMigration,
  mailStateMigration,
  contactLinksMigration,
  upkeepMigration,
  linksOfStreamMigration,
  lostContactValuesMigration,
  writtenFormsMigration,
];
