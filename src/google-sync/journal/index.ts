/** What each run did, on which side, from what to what (R1). */
export { Journal, isContactEffect } from "./journal.js";
export type { Effect, EffectState, JournalEntry, Run } from "./journal.js";
export { KnexJournal } from "./knex-journal.js";
export { journalMigration } from "./migrations/003-journal.js";
export { writtenFormsMigration } from "./migrations/013-written-forms.js";
