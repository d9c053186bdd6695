/** The least number of HTTP requests a run can do with; each formula is a row of the table in docs/performance.md. */

/** Events in one page of a listing. */
const pageSize = 2500;
/** Calls in one batch. */
const batchSize = 50;

/** @param events a listing or a delta has to name @param writes to Google */
export function leastRequests(events: number, writes: number): number {
  return Math.max(1, Math.ceil(events / pageSize)) + Math.ceil(writes / batchSize);
}
