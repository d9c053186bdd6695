/** What a person may ask for one record: sync it again, or take the value that lost a conflict. */
export { SendContactAgain } from "./send-contact-again.js";
export { SyncAgain } from "./sync-again.js";
export type { ChosenSide } from "./sync-again.js";
export { UseOtherContactValue } from "./use-other-contact-value.js";
export { UseOtherValue } from "./use-other-value.js";
