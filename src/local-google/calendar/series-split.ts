import type { Moment } from "../store/stored-event.js";

/** The recurrence of a series that ends just before the given start: `UNTIL` in UTC, or a day. */
export function trimRecurrence(lines: readonly string[], before: Moment): string[] {
  const until =
    before.kind === "day"
      ? compact(Date.parse(`${before.date}T00:00:00Z`) - 86_400_000).slice(0, 8)
      : `${compact(before.ms - 1000)}Z`;
  return lines.map((line) =>
    /^RRULE/i.test(line) ? `${line.replaceAll(/;?(?:UNTIL|COUNT)=[^;]*/gi, "")};UNTIL=${until}` : line,
  );
}

function compact(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
}
