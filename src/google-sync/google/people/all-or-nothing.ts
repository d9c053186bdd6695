import { GoogleError } from "../errors.js";
import type { ContactWriteOutcome, ContactWriteResult } from "./contacts-api.js";

/** How writes of one kind are sent, and what their refusals mean. */
export interface Sending<Write> {
  /** All of them in one request, which Google carries out as a whole or not at all; outcomes in order. @throws GoogleError */
  sendAll(writes: readonly Write[]): Promise<readonly ContactWriteOutcome[]>;
  /** @throws GoogleError */
  sendOne(write: Write): Promise<ContactWriteOutcome>;
  /** What Google said about this write when the whole request failed because of it and others. */
  itemErrorOf(error: GoogleError, write: Write, index: number): GoogleError | undefined;
  outcomeOf(error: GoogleError): ContactWriteOutcome;
}

/** Writes with the caller's names for them. */
interface Keyed {
  readonly key: string;
}

/**
 * Sends batches one after the other. Writes Google names as the reason of a failure are dropped and the rest is
 * sent again; after a second failure one by one (K9), so that one bad item never stops the others (G3). A failure
 * that is nobody's in particular ends the sending: what was not sent is `not-tried`.
 */
export async function* sendAllOrNothing<Write extends Keyed>(
  batches: readonly (readonly Write[])[],
  sending: Sending<Write>,
): AsyncIterable<readonly ContactWriteResult[]> {
  for (const [index, batch] of batches.entries()) {
    const stoppedBy = yield* sendBatch(batch, sending);
    if (stoppedBy === undefined) continue;
    const rest = batches.slice(index + 1).flat();
    if (rest.length > 0) yield notTried(rest, stoppedBy);
    return;
  }
}

/** Returns the error that makes sending anything further pointless. */
async function* sendBatch<Write extends Keyed>(
  batch: readonly Write[],
  sending: Sending<Write>,
): AsyncGenerator<readonly ContactWriteResult[], GoogleError | undefined> {
  let open = batch;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const sent = await attempting(() => sending.sendAll(open));
    if (!(sent instanceof GoogleError)) {
      yield open.flatMap(({ key }, index) => {
        const outcome = sent[index];
        return outcome === undefined ? [] : [{ key, outcome }];
      });
      return undefined;
    }
    if (!isAboutItems(sent)) {
      yield open.map(({ key }) => ({ key, outcome: sending.outcomeOf(sent) }));
      return sent;
    }
    const blamed = new Map(open.map((write, index) => [write, sending.itemErrorOf(sent, write, index)] as const));
    const dropped = open.flatMap((write) => {
      const error = blamed.get(write);
      return error === undefined ? [] : [{ key: write.key, outcome: sending.outcomeOf(error) }];
    });
    if (dropped.length === 0) break;
    yield dropped;
    open = open.filter((write) => blamed.get(write) === undefined);
    if (open.length === 0) return undefined;
  }
  return yield* sendSingly(open, sending);
}

async function* sendSingly<Write extends Keyed>(
  writes: readonly Write[],
  sending: Sending<Write>,
): AsyncGenerator<readonly ContactWriteResult[], GoogleError | undefined> {
  for (const [index, write] of writes.entries()) {
    const sent = await attempting(() => sending.sendOne(write));
    yield [{ key: write.key, outcome: sent instanceof GoogleError ? sending.outcomeOf(sent) : sent }];
    if (!(sent instanceof GoogleError) || isAboutItems(sent)) continue;
    const rest = writes.slice(index + 1);
    if (rest.length > 0) yield notTried(rest, sent);
    return sent;
  }
  return undefined;
}

async function attempting<T>(send: () => Promise<T>): Promise<T | GoogleError> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof GoogleError) return error;
    throw error;
  }
}

function isAboutItems({ verdict }: GoogleError): boolean {
  return verdict.kind === "refused" || verdict.kind === "precondition-failed" || verdict.kind === "not-found";
}

function notTried(writes: readonly Keyed[], error: GoogleError): readonly ContactWriteResult[] {
  return writes.map(({ key }) => ({ key, outcome: { kind: "not-tried", error } }));
}
