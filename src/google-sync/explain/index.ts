/** Why an item is, or is not, on the other side. */
export { RecordExplainer } from "./record-explainer.js";
