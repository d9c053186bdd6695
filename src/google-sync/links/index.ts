/** What is known of entries, events and which of them are the same thing. */
export { KnexLinkStore } from "./knex-link-store.js";
export { updateRows } from "./knex-update-rows.js";
export type { Link, LinkChange, LinkState, NewLink, ToldOnce } from "./link.js";
export { LinkStore } from "./link-store.js";
export type { CandidateQuery, Candidates } from "./link-store.js";
export { linksMigration } from "./migrations/001-links.js";
export { lostValuesMigration } from "./migrations/007-lost-values.js";
export { linksOfStreamMigration } from "./migrations/011-links-of-stream.js";
export type { Stream, StreamChange } from "./stream.js";
