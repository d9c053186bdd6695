/** "Email Sync Messages": what a run has to say, mailed to the user it concerns (J6, J7). */
export { KnexMailStateStore } from "./knex-mail-state-store.js";
export { MailStateStore } from "./mail-state-store.js";
export { mailStateMigration } from "./migrations/008-mail-state.js";
export { RunMail, SyncMail } from "./sync-mail.js";
