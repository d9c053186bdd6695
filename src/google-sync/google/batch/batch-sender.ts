import { randomUUID } from "node:crypto";

import { verdictOf } from "../error-table.js";
import { GoogleError, MalformedAnswerError } from "../errors.js";
import { callOptions } from "../google-library.js";
import type { GoogleSession } from "../google-session.js";
import type { PaceTicket } from "../pace-ticket.js";
import { concernsWholeAccount } from "../verdict.js";
import type { BatchCall, BatchResult } from "./batch-call.js";
import { batchBody, readBatchAnswer } from "./batch-wire.js";
import type { BatchPart } from "./batch-wire.js";

/** Google's practical size; larger ones run into rate limits (google.md 2.10). */
const batchSize = 50;

/** An item Google's servers stumble over again and again is left to later runs (G3). */
const mostRepeatsOfOneItem = 5;

/**
 * Sends calls in batches, in order, and gives the results of each request as soon as it is
 * answered. Calls refused for their rate or by an ill server are repeated alone, within the
 * budget. A request that fails as a whole, or a refusal that holds for the whole calendar, ends
 * the sending: what was not sent is `not-tried`. Every call gets exactly one result.
 */
export async function* sendInBatches(
  session: GoogleSession,
  url: string,
  calls: readonly BatchCall[],
): AsyncIterable<readonly BatchResult[]> {
  const batches = batchesOf(calls);
  for (const [index, batch] of batches.entries()) {
    const stoppedBy = yield* sendUntilSettled(session, url, batch);
    if (stoppedBy === undefined) continue;
    const rest = batches.slice(index + 1).flat();
    if (rest.length > 0) yield rest.map((call) => ({ call, outcome: { kind: "not-tried", error: stoppedBy } }));
    return;
  }
}

/** Returns the error that makes sending further batches pointless. */
async function* sendUntilSettled(
  session: GoogleSession,
  url: string,
  batch: readonly BatchCall[],
): AsyncGenerator<readonly BatchResult[], GoogleError | undefined> {
  let open = batch;
  for (let attempt = 0; ; attempt += 1) {
    const request = await sendOnce(session, url, open);
    const stoppedBy = request.failedBy ?? request.results.map(errorOf).find(isForWholeCalendar);
    if (stoppedBy !== undefined) {
      yield request.results;
      return stoppedBy;
    }
    const unsettled = request.results.filter((result) => mayRepeat(result, attempt));
    const settled = request.results.filter((result) => !unsettled.includes(result));
    if (settled.length > 0) yield settled;
    if (unsettled.length === 0) return undefined;
    const longest = longestWait(unsettled.map(errorOf).filter((error) => !needsFreshToken(error)));
    if (longest !== undefined && !(await session.retrier.waitBeforeRepeating(longest, attempt))) {
      yield unsettled;
      return undefined;
    }
    open = unsettled.map(({ call }) => call);
  }
}

/** One request. When it fails as a whole, each of its calls has failed. */
async function sendOnce(
  session: GoogleSession,
  url: string,
  calls: readonly BatchCall[],
): Promise<{ readonly results: readonly BatchResult[]; readonly failedBy?: GoogleError }> {
  const boundary = `batch_${randomUUID()}`;
  const data = batchBody(calls, boundary);
  try {
    const results = await session.request({
      operation: "batch",
      units: calls.reduce((sum, { units }) => sum + units, 0),
      send: ({ auth }, signal) =>
        auth.request({
          ...callOptions(signal),
          url,
          method: "POST",
          headers: { "Content-Type": `multipart/mixed; boundary=${boundary}` },
          data,
        }),
      read(answer, ticket) {
        const parts = readBatchAnswer(answer.body, answer.contentType);
        const results = calls.map((call, index) => resultOf(session, call, parts.get(index)));
        reportRefusedUnits(results, ticket);
        // The token expired on the way: nothing was done, the session repeats the request with a new one.
        const [first] = results.map(errorOf);
        // Where it expired between two calls, those refused are repeated alone and end here too.
        if (first !== undefined && results.every((result) => needsFreshToken(errorOf(result)))) throw first;
        return results;
      },
    });
    return { results };
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return { results: calls.map((call) => ({ call, outcome: { kind: "failed", error } })), failedBy: error };
  }
}

function errorOf({ outcome }: BatchResult): GoogleError | undefined {
  return outcome.kind === "done" ? undefined : outcome.error;
}

function isForWholeCalendar(error: GoogleError | undefined): boolean {
  return error !== undefined && concernsWholeAccount(error.verdict);
}

function mayRepeat(result: BatchResult, attempt: number): boolean {
  const verdict = errorOf(result)?.verdict;
  if (verdict?.kind === "retry-later" && verdict.because === "rate") return true;
  if (attempt >= mostRepeatsOfOneItem) return false;
  return verdict?.kind === "retry-later" || verdict?.kind === "malformed-answer" || verdict?.kind === "refresh-token";
}

function needsFreshToken(error: GoogleError | undefined): boolean {
  return error?.verdict.kind === "refresh-token";
}

function longestWait(errors: readonly (GoogleError | undefined)[]): GoogleError | undefined {
  const waitOf = (error: GoogleError | undefined): number => error?.retryAfterMilliseconds ?? 0;
  return errors.reduce((longest, error) => (waitOf(error) > waitOf(longest) ? error : (longest ?? error)), undefined);
}

function resultOf(session: GoogleSession, call: BatchCall, part: BatchPart | undefined): BatchResult {
  if (part === undefined) {
    return { call, outcome: { kind: "failed", error: new MalformedAnswerError("a part of a batch is missing") } };
  }
  if (part.status >= 200 && part.status < 300) return { call, outcome: { kind: "done", body: part.body } };
  const failure = session.failureOf(call.operation, part);
  return { call, outcome: { kind: "failed", error: GoogleError.of(failure, verdictOf(failure)) } };
}

/** Tells the pacer once for the whole batch: its calls were counted together. */
function reportRefusedUnits(results: readonly BatchResult[], ticket: PaceTicket): void {
  const refused = { user: 0, project: 0 };
  for (const result of results) {
    const verdict = errorOf(result)?.verdict;
    if (verdict?.kind === "retry-later" && verdict.because === "rate") refused[verdict.scope] += result.call.units;
  }
  if (refused.user > 0) ticket.refused("user", refused.user);
  if (refused.project > 0) ticket.refused("project", refused.project);
}

/** Batches of at most fifty calls, in order, no two of one batch on the same subject. */
function batchesOf(calls: readonly BatchCall[]): readonly (readonly BatchCall[])[] {
  const batches: BatchCall[][] = [];
  let current: BatchCall[] = [];
  let subjects = new Set<string>();
  for (const call of calls) {
    if (current.length === batchSize || subjects.has(call.subject)) {
      batches.push(current);
      current = [];
      subjects = new Set();
    }
    current.push(call);
    subjects.add(call.subject);
  }
  if (current.length > 0) batches.push(current);
  return batches;
}
