/** The contacts kind: clients and contacts as canonical fields, the mapping between them, its rules, and who is the same person. */
export { shownField, shownFieldName } from "./canonical-text.js";
export { cardOfFields, phoneOfText } from "./card-of-fields.js";
export { cardChangesOf, emptyCard } from "./card-changes.js";
export { countryOfLocale } from "./contact-canon.js";
export type { ContactCanon } from "./contact-canon.js";
export { cutFieldsOf, sidesOfContact } from "./contact-fields.js";
export type { ContactSides } from "./contact-fields.js";
export { markOfContact, ownerOfContact } from "./contact-mark.js";
export type { ContactOwner } from "./contact-mark.js";
export { isGuardedField, rulesOfContact } from "./contact-rules.js";
export { displayNameOf, displayNameOfContact } from "./display-name.js";
export { matchPeople } from "./matching.js";
export type { Match } from "./matching.js";
export { personChangesOf } from "./person-changes.js";
export { digitForms } from "./phone-number.js";
export { isPhoneField, phoneFieldOf } from "./phone-slots.js";
export type { PhoneSlot } from "./phone-slots.js";
export { phonesOfContact, recognizeClient, recognizeContact } from "./recognizable.js";
