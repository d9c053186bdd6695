import { privateTitle } from "./item-name.js";
import type { ItemName } from "./item-name.js";
import type { RunReport } from "./run-report.js";

/** The report as anybody but the synced user may read it, administrators too: nothing of private items but that they are (C8). */
export function reportForOthers(report: RunReport): RunReport {
  return {
    ...report,
    lost: report.lost.map((line) => (line.isPrivate ? { ...line, title: privateTitle, value: "" } : line)),
    warnings: report.warnings.map(withoutTitle),
    errors: report.errors.map(withoutTitle),
  };
}

function withoutTitle<Line extends ItemName>(line: Line): Line {
  return line.isPrivate ? { ...line, title: privateTitle } : line;
}
