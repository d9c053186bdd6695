/** Why an item is, or is not, on the other side. */
export { explainEntry } from "./explain-entry.js";
export type { EntryState } from "./explain-entry.js";
export { RecordExplainer } from "./record-explainer.js";
