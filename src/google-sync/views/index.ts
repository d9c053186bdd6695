/** The screens under Maintenance > Google Sync, as data. */
export { CheckView } from "./check-view.js";
export { ContactComparisonView } from "./contact-comparison-view.js";
export { ContactsToReviewView } from "./contacts-to-review-view.js";
export { ExplainView } from "./explain-view.js";
export { ExplainedView } from "./explained-view.js";
export { HeldItemView } from "./held-item-view.js";
export { HeldItemsView } from "./held-items-view.js";
export { HeldView } from "./held-view.js";
export { PreviewView } from "./preview-view.js";
export { RunView } from "./run-view.js";
export { RunsView } from "./runs-view.js";
export { StatusView } from "./status-view.js";
export { UndoView } from "./undo-view.js";
