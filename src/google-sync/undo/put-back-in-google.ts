import type { Transaction } from "../../api/index.js";
import { chunksOf } from "../../base/chunks.js";
import { throwIfOver } from "../../base/watched-signal.js";
import { eventChangeOf, eventTimesOf, fieldsOfEntry } from "../calendar/index.js";
import type { EventWrite, EventWriteOutcome, GoogleError, LiveEvent } from "../google/index.js";
import { failureText, whatToDoAbout } from "../job/index.js";
import type { RunContext } from "../job/index.js";
import type { Effect } from "../journal/index.js";
import type { Link, LinkChange } from "../links/index.js";
import type { BothSidesNow } from "./both-sides-now.js";
import type { LeftAsIs, UndoStep } from "./plan-undo.js";
import { agreedAfter, restWithoutEvent, restingEntry, restingEvent } from "./rest.js";

/** Calls in one batch request (google.md 2.10). */
const batchSize = 50;

/** One step on its way to Google. */
interface Sent {
  readonly step: UndoStep;
  readonly write: EventWrite;
  /** The row that rests from before the request on, and the link as it was until then. */
  readonly linkId: number | undefined;
  readonly former: Link | undefined;
  readonly effectId: number;
}

/**
 * Undoes what a run did in Google, in batches. The links rest already when a request is sent: cut off
 * at any instant, the next run takes nothing of it for an edit somebody made (G5, R2).
 * @returns what changed between looking and writing, and stays as it is
 * @throws GoogleError when nothing more can be written; what is done is stored
 */
export async function putBackInGoogle(
  steps: readonly UndoStep[],
  now: BothSidesNow,
  context: RunContext,
): Promise<readonly LeftAsIs[]> {
  const left: LeftAsIs[] = [];
  for (const batch of chunksOf(steps, batchSize)) {
    throwIfOver(context.signal);
    left.push(...(await sendBatch(batch, now, context)));
  }
  return left;
}

async function sendBatch(
  steps: readonly UndoStep[],
  now: BothSidesNow,
  context: RunContext,
): Promise<readonly LeftAsIs[]> {
  const { services, stream, calendar, report } = context;
  const sent = await services.unitOfWork.run((transaction) => intend(steps, now, context, transaction));
  const byKey = new Map(sent.map((one) => [one.write.key, one]));
  const left: LeftAsIs[] = [];
  let fatal: GoogleError | undefined;
  const writes = sent.map(({ write }) => write);
  for await (const results of calendar.write(stream.calendarId, writes)) {
    for (const { key, outcome } of results) {
      const one = byKey.get(key);
      if (one === undefined) continue;
      await services.unitOfWork.run((transaction) => settle(one, outcome, context, transaction));
      const problem = problemOf(one.step, outcome);
      if (problem === undefined) {
        report.count("google", countOf[one.step.kind]);
        continue;
      }
      const what = whatToDoAbout(problem);
      if (what === "stop") fatal ??= problem;
      left.push(
        what === "read-it"
          ? { item: one.step.item, why: "changed-since" }
          : { item: one.step.item, why: "not-looked-at", now: failureText(problem) },
      );
    }
  }
  if (fatal !== undefined) throw fatal;
  return left;
}

const countOf = { remove: "deleted", "set-back": "changed", "bring-back": "created" } as const;

/** Commits what is about to happen, and lets the links rest before it does. */
async function intend(
  steps: readonly UndoStep[],
  now: BothSidesNow,
  context: RunContext,
  transaction: Transaction,
): Promise<readonly Sent[]> {
  const { services, runId } = context;
  const writes = steps.map((step) => writeOf(step, now, context));
  const effects = steps.map((step, index) => effectOf(step, writes[index]));
  const effectIds = await services.journal.intend(runId, effects, transaction);
  const sent: Sent[] = [];
  for (const [index, step] of steps.entries()) {
    const write = writes[index];
    if (write === undefined) continue;
    const former = now.linkOf(write.kind === "insert" ? { entryId: undefined, eventId: write.event.id } : step.item);
    const linkId = await rest(step, write, former, now, context, transaction);
    sent.push({ step, write, former, linkId, effectId: effectIds[index] ?? 0 });
  }
  return sent;
}

function writeOf(step: UndoStep, { events, returnIdOf }: BothSidesNow, { zone }: RunContext): EventWrite {
  const { key, eventId = "", before } = step.item;
  const etag = events.get(eventId)?.etag;
  switch (step.kind) {
    case "remove":
      return { kind: "delete", key, eventId, etag };
    case "set-back":
      return { kind: "patch", key, eventId, etag, change: eventChangeOf(step.fields, zone) };
    case "bring-back": {
      const id = returnIdOf(step.item) ?? eventId;
      const when = eventTimesOf(before["when"] ?? "", zone);
      return { kind: "insert", key, event: { id, ...eventChangeOf(before, zone), when } };
    }
  }
}

/** @returns the row that rests; undefined when there is nothing to remember */
async function rest(
  step: UndoStep,
  write: EventWrite,
  link: Link | undefined,
  { entries }: BothSidesNow,
  { services: { links }, stream, canon }: RunContext,
  transaction: Transaction,
): Promise<number | undefined> {
  if (write.kind === "insert") {
    // An undo that was cut off before the event was made has left its row.
    if (link !== undefined) return link.id;
    const [id] = await links.insert(stream.id, [restingEvent(write.event.id, step.item.before)], transaction);
    return id;
  }
  if (link === undefined) {
    const entry = entries.get(step.item.entryId ?? "");
    if (step.kind !== "remove" || entry === undefined) return undefined;
    const [id] = await links.insert(stream.id, [restingEntry(entry, fieldsOfEntry(entry, canon))], transaction);
    return id;
  }
  const change =
    step.kind === "set-back" ? { agreed: agreedAfter(link.agreed, "google", step.fields) } : restWithoutEvent(link);
  await links.change(link.id, change, transaction);
  return link.id;
}

/** Stores what the server answered. */
async function settle(
  { step, write, former, linkId, effectId }: Sent,
  outcome: EventWriteOutcome,
  { services: { links, journal } }: RunContext,
  transaction: Transaction,
): Promise<void> {
  const problem = problemOf(step, outcome);
  await journal.complete([effectId], problem === undefined ? "done" : "failed", problem?.message, transaction);
  if (linkId === undefined) return;
  if (outcome.kind === "written") await links.change(linkId, afterWrite(outcome.event, write, former), transaction);
  // Where nobody knows whether it was done, the link goes on resting: neither answer may travel as an edit.
  if (problem === undefined || whatToDoAbout(problem) === "next-run") return;
  if (step.kind === "bring-back" || former === undefined) await links.delete([linkId], transaction);
  else await links.change(linkId, asBefore(former), transaction);
}

/**
 * Why a step was not carried out; undefined where it was. The id an event returns under is ours and was free a moment
 * ago: that it is taken says that an insert went through whose answer was lost.
 */
function problemOf({ kind }: UndoStep, outcome: EventWriteOutcome): GoogleError | undefined {
  if (outcome.kind === "written" || outcome.kind === "deleted") return undefined;
  return kind === "bring-back" && outcome.error.verdict.kind === "duplicate-id" ? undefined : outcome.error;
}

/** Google's copy is known again. An edit made there that no run has decided about keeps waiting for the next one. */
function afterWrite(event: LiveEvent, write: EventWrite, former: Link | undefined): LinkChange {
  const isInStep = write.kind === "insert" || write.etag === former?.decidedEtag;
  return { seen: event, seenEtag: event.etag, ...(isInStep ? { decidedEtag: event.etag } : {}) };
}

function asBefore({ state, eventId, seen, seenEtag, decidedEtag, isDeletedInGoogle, agreed }: Link): LinkChange {
  return { state, eventId, seen, seenEtag, decidedEtag, isDeletedInGoogle, agreed };
}

function effectOf({ kind, item }: UndoStep, write: EventWrite | undefined): Effect {
  const eventId = write?.kind === "insert" ? write.event.id : item.eventId;
  const { entryId, before, after, isPrivate } = item;
  switch (kind) {
    case "remove":
      return { side: "google", action: "delete-in-google", entryId, eventId, before: after, after: {}, isPrivate };
    case "set-back":
      return { side: "google", action: "change", entryId, eventId, before: after, after: before, isPrivate };
    case "bring-back":
      // The event belongs to no entry any more.
      return {
        side: "google",
        action: "create-in-google",
        entryId: undefined,
        eventId,
        before: {},
        after: before,
        isPrivate,
      };
  }
}
