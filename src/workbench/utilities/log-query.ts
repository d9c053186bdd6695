import { wallTimeIn } from "../common/shown-text.js";

/** What is typed into the filter of the logs; empty texts filter nothing. */
export interface TypedFilter {
  readonly jobId: string;
  readonly outcome: string;
  /** `YYYY-MM-DD`, in the studio's zone; the last day is included. */
  readonly from: string;
  readonly until: string;
  readonly text: string;
}

export const noFilter: TypedFilter = { jobId: "", outcome: "", from: "", until: "", text: "" };

/** The query of an address. @param timeZone in which days begin and end */
export function queryOf({ jobId, outcome, from, until, text }: TypedFilter, timeZone: string): string {
  const query = new URLSearchParams();
  if (jobId !== "") query.set("jobId", jobId);
  if (outcome !== "") query.set("outcome", outcome);
  if (from !== "") query.set("from", startOfDay(from, timeZone).toISOString());
  if (until !== "") query.set("before", startOfDay(nextDay(until), timeZone).toISOString());
  if (text.trim() !== "") query.set("text", text.trim());
  return query.toString();
}

/** The instant a day begins in a zone. */
function startOfDay(day: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const offset = (instant: number): number => Date.parse(`${wallTimeIn(timeZone, new Date(instant))}Z`) - instant;
  // Twice: the offset of the day's beginning may not be that of the first guess.
  const guess = asUtc - offset(asUtc);
  return new Date(asUtc - offset(guess));
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
