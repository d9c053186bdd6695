/** The least number of HTTP requests a run can do with; each formula is a row of the table in docs/performance.md. */

/** Events in one page of a listing. */
const pageSize = 2500;
/** Calls in one batch. */
const batchSize = 50;

/** @param events a listing or a delta has to name @param writes to Google */
export function leastRequests(events: number, writes: number): number {
  return Math.max(1, Math.ceil(events / pageSize)) + Math.ceil(writes / batchSize);
}

/** The same of contacts (google.md section 7). */
const contactsInPage = 1000;
const contactsInBatch = 200;
const labelMembersInRequest = 1000;

/**
 * What a run of contacts does besides reading and writing them: the calendar has its own delta, labels are listed with a
 * full read, the label is made once, and contacts that were not made by us are put under it.
 */
export interface OtherRequests {
  readonly listsLabels?: boolean;
  readonly makesLabel?: boolean;
  readonly putUnderLabel?: number;
}

export function otherRequests({ listsLabels, makesLabel, putUnderLabel = 0 }: OtherRequests): number {
  const calendar = 1;
  return (
    calendar +
    Number(listsLabels === true) +
    Number(makesLabel === true) +
    Math.ceil(putUnderLabel / labelMembersInRequest)
  );
}

/** @param contacts a listing or a delta has to name @param writes creates, or changes of one and the same list */
export function leastContactRequests(contacts: number, writes: number, others: OtherRequests): number {
  return (
    Math.max(1, Math.ceil(contacts / contactsInPage)) + Math.ceil(writes / contactsInBatch) + otherRequests(others)
  );
}
