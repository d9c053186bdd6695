/** What menus, notifications and the command line run. */
export { SyncAgainCommand, UseValueCommand } from "./again.js";
export { AnswerCommand } from "./answer.js";
export { CheckCommand } from "./check.js";
export type { CheckedUser, Waiting } from "./check.js";
export { CommandRefusedError } from "./concerned-users.js";
export { ContactComparison } from "./contact-comparison.js";
export { ContactsToReviewCommand } from "./contacts-to-review.js";
export type { ContactToReview } from "./contacts-to-review.js";
export { ExplainCommand } from "./explain.js";
export type { ExplainedRow } from "./explain.js";
export { HeldCommand } from "./held.js";
export { HeldQuestion, sideText } from "./held-question.js";
export type { ShownItem, ShownSide } from "./held-question.js";
export { PreviewCommand } from "./preview.js";
export { RunsCommand } from "./runs.js";
export { StatusCommand } from "./status.js";
export { SyncNowCommand } from "./sync-now.js";
export { UndoCommand } from "./undo.js";
