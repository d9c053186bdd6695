/** What a run has to say, and how it is said. */
export { failureText } from "./failure-text.js";
export { groupedLines } from "./plan-line.js";
export type { PlanGroup, PlanLine } from "./plan-line.js";
export { privateTitle, quoted } from "./item-name.js";
export type { ItemName } from "./item-name.js";
export { ReportBuilder } from "./report-builder.js";
export { reportForOthers } from "./report-for-others.js";
export type { ReportLine, RunOutcome, RunReport, SideCounts } from "./run-report.js";
