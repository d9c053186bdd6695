/** "Check" and "Repair": studio, links and Google compared, and put right by way of a run (R5). */
export { CheckRun } from "./check-run.js";
export type { RepairResult } from "./check-run.js";
export { isRepairable, textOfFinding } from "./finding.js";
export type { Finding, FindingKind } from "./finding.js";
