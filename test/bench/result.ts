import type { FloorRun } from "./floor-child.js";
import type { Counted } from "./google-child.js";
import type { SyncRun } from "./sync-child.js";

/** One row of the table: figures of one run, and those of its floor. */
export interface Result {
  readonly name: string;
  readonly entries: number;
  readonly latencyMs: number;
  readonly requests: number;
  readonly leastRequests: number;
  readonly wallMs: number;
  readonly floorWallMs: number | undefined;
  readonly cpuMs: number;
  readonly floorCpuMs: number | undefined;
  readonly peakMb: number;
  /** Rows the floor wrote. */
  readonly rows: number | undefined;
  /** Anything else, such as a pace. */
  readonly remark: string;
}

/** @param times how many runs the measurements hold; the result is that of one */
export function resultOf(
  name: string,
  of: {
    readonly entries: number;
    readonly latencyMs: number;
    readonly leastRequests: number;
    readonly run: SyncRun & Counted;
    readonly floor: FloorRun | undefined;
    readonly times?: number;
    readonly remark?: string;
  },
): Result {
  const { entries, latencyMs, leastRequests, run, floor, times = 1, remark = "" } = of;
  return {
    name,
    entries,
    latencyMs,
    requests: run.requests / times,
    leastRequests,
    wallMs: run.wallMs / times,
    floorWallMs: floor && floor.wallMs / times,
    cpuMs: run.cpuMs / times,
    floorCpuMs: floor && floor.cpuMs / times,
    peakMb: run.peakMb,
    rows: floor && Math.round(floor.rows / times),
    remark,
  };
}

type Column = readonly [title: string, cell: (result: Result) => string];

const columns: readonly Column[] = [
  ["run", ({ name }) => name],
  ["entries", ({ entries }) => entries.toLocaleString("en-US")],
  ["latency", ({ latencyMs }) => `${latencyMs} ms`],
  ["requests", ({ requests }) => requests.toLocaleString("en-US")],
  ["÷ least", ({ requests, leastRequests }) => (requests / leastRequests).toFixed(2)],
  ["wall", ({ wallMs }) => milliseconds(wallMs)],
  ["÷ floor", ({ wallMs, floorWallMs }) => ratio(wallMs, floorWallMs)],
  ["CPU", ({ cpuMs }) => milliseconds(cpuMs)],
  ["÷ floor", ({ cpuMs, floorCpuMs }) => ratio(cpuMs, floorCpuMs)],
  ["peak", ({ peakMb }) => `${Math.round(peakMb).toLocaleString("en-US")} MB`],
  ["rows", ({ rows }) => rows?.toLocaleString("en-US") ?? ""],
  ["remark", ({ remark }) => remark],
];

/** Everything measured, as a table. */
export function tableOf(results: readonly Result[]): string {
  return tableOfColumns(columns, results);
}

/** The table of docs/performance.md: without the number of rows and the remarks, which its text tells. */
export function documentTableOf(results: readonly Result[]): string {
  return tableOfColumns(
    columns.filter(([title]) => title !== "rows" && title !== "remark"),
    results,
  );
}

function tableOfColumns(shown: readonly Column[], results: readonly Result[]): string {
  const cells = [shown.map(([title]) => title), ...results.map((result) => shown.map(([, cell]) => cell(result)))];
  const widths = shown.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  return lines.join("\n");
}

function milliseconds(value: number): string {
  return value < 100 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString("en-US")} ms`;
}

function ratio(value: number, floor: number | undefined): string {
  return floor === undefined ? "" : (value / floor).toFixed(2);
}
