/** What a run has to say, and how it is said. */
export { ReportBuilder } from "./report-builder.js";
export type { ItemName } from "./report-builder.js";
export type { ReportLine, RunOutcome, RunReport, SideCounts } from "./run-report.js";
