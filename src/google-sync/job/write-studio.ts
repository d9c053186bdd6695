import { randomUUID } from "node:crypto";

import { StaleEntryError } from "../../api/index.js";
import type { EntryReference, Transaction } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { entryChangeOf, parseWhenText } from "../calendar/index.js";
import { isEmpty } from "../engine/index.js";
import type { Action, Fields } from "../engine/index.js";
import type { Effect } from "../journal/index.js";
import type { Planned } from "./bookkeeping.js";
import { entryColumns, recordFailure, saveLink, settled } from "./outcome.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";
import { notifyOthers, statusNote } from "./reschedule.js";

/** Actions, or their halves, that write the studio's records. */
export type StudioAction = Extract<
  Action,
  { kind: "create-in-studio" | "change" | "remove-from-studio" | "cancel-in-studio" | "restore-in-studio" }
>;

export function writesStudio(planned: Planned): planned is Planned<StudioAction> {
  const { action } = planned;
  if (action.kind === "change") return !isEmpty(action.toStudio);
  return ["create-in-studio", "remove-from-studio", "cancel-in-studio", "restore-in-studio"].includes(action.kind);
}

/**
 * Writes the studio's side, each item with its link and its journal line in one transaction
 * (R1, G5). A record that changed since it was read is planned anew (G9); any other failure
 * is that item's alone (G3).
 * @returns keys of items to plan again
 */
export async function writeStudio(
  planned: readonly Planned<StudioAction>[],
  context: RunContext,
): Promise<ReadonlySet<string>> {
  const again = new Set<string>();
  for (const [done, { action, item }] of planned.entries()) {
    context.signal.throwIfAborted();
    if (done % 50 === 0) context.progress("Writing the studio's schedule", done, planned.length);
    try {
      const isUnfinished = await context.services.unitOfWork.run((transaction) =>
        writeOne(action, item, context, transaction),
      );
      if (isUnfinished) again.add(item.pair.key);
    } catch (error) {
      if (error instanceof StaleEntryError) again.add(item.pair.key);
      else
        await recordFailure(
          item,
          "studio-write-failed",
          `The studio could not take it over: ${messageOf(error)}`,
          context,
        );
    }
  }
  return again;
}

/** @returns true when the item must be planned again to be finished */
async function writeOne(
  action: StudioAction,
  item: RunItem,
  context: RunContext,
  transaction: Transaction,
): Promise<boolean> {
  switch (action.kind) {
    case "create-in-studio":
      await create(action, item, context, transaction);
      return false;
    case "change":
      await change(action, item, context, transaction);
      return false;
    case "remove-from-studio":
    case "cancel-in-studio":
      await remove(action, item, context, transaction);
      return false;
    case "restore-in-studio":
      return restore(item, context, transaction);
  }
}

async function create(
  { fields, agreed }: Extract<StudioAction, { kind: "create-in-studio" }>,
  item: RunItem,
  context: RunContext,
  transaction: Transaction,
): Promise<void> {
  const { services, user, report, runId } = context;
  const entryId = randomUUID();
  const [version] = await services.schedule.createAppointments(
    [
      {
        entryId,
        userId: user.id,
        description: fields["title"] ?? "",
        when: parseWhenText(fields["when"] ?? ""),
        location: fields["location"] ?? "",
        notes: fields["notes"] ?? "",
        isPrivate: fields["private"] === "yes",
        isFree: fields["free"] === "yes",
        origin: "google",
        changedAt: changedAtOf(item, context),
      },
    ],
    transaction,
  );
  const decided = { entryId, studioVersion: version, decidedEtag: item.link?.seenEtag, isMadeByUs: false };
  await saveLink(
    item,
    { ...entryColumns(item), ...decided, state: "linked", agreed, ...settled },
    context,
    transaction,
  );
  await services.journal.record(runId, [effectOf(item, "create-in-studio", {}, fields, entryId)], transaction);
  report.count("studio", "created");
}

async function change(
  { toStudio, toGoogle, agreed, lost }: Extract<StudioAction, { kind: "change" }>,
  item: RunItem,
  context: RunContext,
  transaction: Transaction,
): Promise<void> {
  const { services, canon, report, runId } = context;
  const before = studioFields(item);
  const written = await services.schedule.change(
    referenceOf(item, context),
    entryChangeOf(toStudio, item.entry, canon),
    { changedAt: changedAtOf(item, context), note: statusNote(before["when"], toStudio["when"], context) },
    transaction,
  );
  // With a half still to be written in Google, the link must show up again should that fail.
  const isFinished = isEmpty(toGoogle);
  await saveLink(
    item,
    {
      ...entryColumns(item),
      state: "linked",
      agreed: isFinished ? agreed : partlyAgreed(item, toStudio),
      studioVersion: isFinished ? written.version : undefined,
      decidedEtag: isFinished ? item.link?.seenEtag : item.link?.decidedEtag,
      ...settled,
    },
    context,
    transaction,
  );
  await services.journal.record(runId, [effectOf(item, "change", before, { ...before, ...toStudio })], transaction);
  if (toStudio["when"] !== undefined) {
    await notifyOthers(written.others, item, before["when"] ?? "", toStudio["when"], context, transaction);
  }
  if (isFinished) report.lose(lost, nameOf(item));
  report.count("studio", "changed");
}

/** Only what was just written is agreed; the rest still differs from what it was. */
function partlyAgreed({ link }: RunItem, written: Fields): { readonly studio: Fields; readonly google: Fields } {
  const agreed = link?.agreed ?? { studio: {}, google: {} };
  return { studio: { ...agreed.studio, ...written }, google: { ...agreed.google, ...written } };
}

async function remove(
  { kind }: Extract<StudioAction, { kind: "remove-from-studio" | "cancel-in-studio" }>,
  item: RunItem,
  context: RunContext,
  transaction: Transaction,
): Promise<void> {
  const { services, report, runId, user } = context;
  const details = {
    changedAt: services.clock.now(),
    note: `Deleted in Google Calendar by ${user.firstName} ${user.lastName}`.trim(),
  };
  const reference = referenceOf(item, context);
  if (kind === "cancel-in-studio") await services.schedule.cancel(reference, details, transaction);
  else await services.schedule.takeOff(reference, details, transaction);
  if (item.link !== undefined) await services.links.delete([item.link.id], transaction);
  await services.journal.record(runId, [effectOf(item, kind, studioFields(item), {})], transaction);
  report.count("studio", "deleted");
}

/** The entry comes back with the values it had; Google's are merged in when it is planned again (G8). */
async function restore(item: RunItem, context: RunContext, transaction: Transaction): Promise<boolean> {
  const { services, user, runId, report } = context;
  const entryId = item.link?.entryId ?? "";
  const version = await services.schedule.restore(user.id, entryId, transaction);
  if (version === undefined) throw new Error("its record cannot be restored any more.");
  await saveLink(item, { ...settled, studioVersion: undefined }, context, transaction);
  const fields = item.pair.google.kind === "present" ? item.pair.google.fields : {};
  await services.journal.record(runId, [effectOf(item, "restore-in-studio", {}, fields, entryId)], transaction);
  report.count("studio", "created");
  return true;
}

function referenceOf({ entry }: RunItem, { user }: RunContext): EntryReference {
  if (entry === undefined) throw new Error("its entry is not on the schedule any more.");
  return { userId: user.id, entryId: entry.entryId, version: entry.version };
}

/** C15: a change that came from Google keeps Google's time. */
function changedAtOf({ event }: RunItem, { services }: RunContext): Date {
  return event?.updated ?? services.clock.now();
}

function studioFields({ pair }: RunItem): Fields {
  return pair.studio.kind === "present" ? pair.studio.fields : {};
}

function effectOf(
  item: RunItem,
  action: StudioAction["kind"],
  before: Fields,
  after: Fields,
  entryId?: string,
): Effect {
  return {
    side: "studio",
    action,
    entryId: entryId ?? item.entry?.entryId,
    eventId: item.event?.id,
    before,
    after,
    isPrivate: nameOf(item).isPrivate,
  };
}
