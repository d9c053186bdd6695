import type { TitledRun } from "./control-center.js";

/** What spreadsheets take for a formula when a cell begins with it. */
const formula = /^[=+\-@\t\r]/;

/** Job runs as CSV (RFC 4180) that no spreadsheet takes for formulas (X3). */
export function jobRunsCsv(runs: readonly TitledRun[]): string {
  const header = ["Started", "Ended", "Job", "Result", "Preview", "Computer", "Summary"];
  const rows = runs.map((run) => [
    run.startedAt.toISOString(),
    run.endedAt?.toISOString() ?? "",
    run.jobTitle,
    run.outcome ?? "running",
    run.isPreview ? "yes" : "",
    run.computerName,
    run.summary,
  ]);
  return [header, ...rows].map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(text: string): string {
  const shown = formula.test(text) ? `'${text}` : text;
  return `"${shown.replaceAll('"', '""')}"`;
}
