/** What is known of clients, contacts and which of them are the same person. */
export type { ContactLink, ContactLinkChange, ContactLinkState, NewContactLink, Review } from "./contact-link.js";
export { ContactLinkStore } from "./contact-link-store.js";
export type { ContactCandidate, ContactCandidateQuery, ContactCandidates } from "./contact-link-store.js";
export type { ContactStream, ContactStreamChange } from "./contact-stream.js";
export { KnexContactLinkStore } from "./knex-contact-link-store.js";
export { contactLinksMigration } from "./migrations/009-contact-links.js";
export { lostContactValuesMigration } from "./migrations/012-lost-contact-values.js";
