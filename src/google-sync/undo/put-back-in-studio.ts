import { StaleEntryError } from "../../api/index.js";
import type { EntryReference, Transaction } from "../../api/index.js";
import { throwIfOver } from "../../base/watched-signal.js";
import { entryChangeOf, fieldsOfEntry } from "../calendar/index.js";
import type { RunContext } from "../job/index.js";
import type { Effect } from "../journal/index.js";
import type { BothSidesNow } from "./both-sides-now.js";
import type { DoneItem } from "./done-items.js";
import type { LeftAsIs, UndoStep } from "./plan-undo.js";
import { agreedAfter, restWithoutEntry, restingEntry } from "./rest.js";

/**
 * Undoes what a run did in the studio, each item with its link and its journal line in one
 * transaction (R1, R2).
 * @returns what changed between looking and writing, and stays as it is
 */
export async function putBackInStudio(
  steps: readonly UndoStep[],
  now: BothSidesNow,
  context: RunContext,
): Promise<readonly LeftAsIs[]> {
  const left: LeftAsIs[] = [];
  for (const step of steps) {
    throwIfOver(context.signal);
    try {
      await context.services.unitOfWork.run((transaction) => putBack(step, now, context, transaction));
    } catch (error) {
      if (!(error instanceof StaleEntryError)) throw error;
      left.push({ item: step.item, why: "changed-since" });
    }
  }
  return left;
}

function putBack(step: UndoStep, now: BothSidesNow, context: RunContext, transaction: Transaction): Promise<void> {
  switch (step.kind) {
    case "remove":
      return remove(step.item, now, context, transaction);
    case "set-back":
      return setBack(step, now, context, transaction);
    case "bring-back":
      return bringBack(step.item, now, context, transaction);
  }
}

async function remove(item: DoneItem, now: BothSidesNow, context: RunContext, transaction: Transaction): Promise<void> {
  const { services, runId, report } = context;
  const note = "Taken off by undoing a Google Sync run";
  await services.schedule.takeOff(
    referenceOf(item, now, context),
    { changedAt: services.clock.now(), note },
    transaction,
  );
  const link = now.linkOf(item);
  if (link !== undefined) await services.links.change(link.id, restWithoutEntry(link), transaction);
  await services.journal.record(runId, [effectOf(item, "remove-from-studio", {})], transaction);
  report.count("studio", "deleted");
}

async function setBack(
  { item, fields }: Extract<UndoStep, { kind: "set-back" }>,
  now: BothSidesNow,
  context: RunContext,
  transaction: Transaction,
): Promise<void> {
  const { services, canon, runId, report } = context;
  const reference = referenceOf(item, now, context);
  const entry = now.entries.get(reference.entryId);
  const written = await services.schedule.change(
    reference,
    entryChangeOf(fields, entry, canon),
    { changedAt: services.clock.now(), note: "Moved back by undoing a Google Sync run" },
    transaction,
  );
  const link = now.linkOf(item);
  if (link !== undefined) {
    // A change that waits for the next run keeps waiting for it.
    const isInStep = link.studioVersion === reference.version;
    await services.links.change(
      link.id,
      {
        agreed: agreedAfter(link.agreed, "studio", fields),
        studioVersion: isInStep ? written.version : undefined,
      },
      transaction,
    );
  }
  await services.journal.record(runId, [effectOf(item, "change", { ...item.after, ...fields })], transaction);
  report.count("studio", "changed");
}

async function bringBack(
  item: DoneItem,
  now: BothSidesNow,
  context: RunContext,
  transaction: Transaction,
): Promise<void> {
  const { services, user, stream, canon, runId, report } = context;
  const entryId = item.entryId ?? "";
  const version = await services.schedule.restore(user.id, entryId, transaction);
  const [entry] = version === undefined ? [] : await services.schedule.find(user.id, [entryId], transaction);
  if (entry === undefined) throw new StaleEntryError(entryId);
  const link = now.linkOf(item);
  // An event that is left out goes on being known as such.
  if (link !== undefined && link.state !== "left-out") await services.links.delete([link.id], transaction);
  await services.links.insert(stream.id, [restingEntry(entry, fieldsOfEntry(entry, canon))], transaction);
  await services.journal.record(runId, [effectOf(item, "restore-in-studio", item.before)], transaction);
  report.count("studio", "created");
}

/** @throws StaleEntryError where the entry is not on the schedule any more */
function referenceOf(item: DoneItem, { entries }: BothSidesNow, { user }: RunContext): EntryReference {
  const entry = entries.get(item.entryId ?? "");
  if (entry === undefined) throw new StaleEntryError(item.entryId ?? "");
  return { userId: user.id, entryId: entry.entryId, version: entry.version };
}

function effectOf(item: DoneItem, action: Effect["action"], after: Effect["after"]): Effect {
  const { entryId, eventId, isPrivate } = item;
  return { side: "studio", action, entryId, eventId, before: item.after, after, isPrivate };
}
