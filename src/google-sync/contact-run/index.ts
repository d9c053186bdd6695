/** One run of one user's clients and contacts. */
export { contactAnswered } from "./contact-answered.js";
export type { ContactServices } from "./contact-services.js";
export { previewContacts, syncContacts } from "./contact-sync.js";
export type { ContactsSynced, PreviewedContacts } from "./contact-sync.js";
export { mergeCandidates } from "./merge-candidates.js";
export { groupToSync } from "./group-to-sync.js";
export type { ContactStart } from "./open-contacts.js";
