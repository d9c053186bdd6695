/** "Undo This Run": both sides put back where they have not changed since (R2). */
export { doneItems } from "./done-items.js";
export { titleOf } from "./done-items.js";
export { planUndo } from "./plan-undo.js";
export type { LeftAsIs, NowSide, UndoPlan, UndoStep } from "./plan-undo.js";
export { textOfLeft } from "./undo-report.js";
export { UndoRun } from "./undo-run.js";
export type { UndoRequest, UndoResult } from "./undo-run.js";
