import { StaleEntryError } from "../../api/index.js";
import type { EntryReference, Transaction } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { throwIfOver } from "../../base/watched-signal.js";
import { entryChangeOf } from "../calendar/index.js";
import { isEmpty, onOffer } from "../engine/index.js";
import type { Action, Fields } from "../engine/index.js";
import type { Effect } from "../journal/index.js";
import type { LinkChange } from "../links/index.js";
import type { ReportBuilder } from "../reports/index.js";
import type { Planned } from "./bookkeeping.js";
import { createInStudio, isCreate } from "./create-in-studio.js";
import type { CreateInStudio } from "./create-in-studio.js";
import { decided, recordFailure, saveLink, saveLinks, settled } from "./outcome.js";
import { notifyOthers, statusNote } from "./reschedule.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";
import { soonestFirst } from "./soonest-first.js";
import { stayingInGoogle } from "./staying-in-google.js";
import { changedAtOf, studioEffect } from "./studio-effect.js";
import { rewriteOfRestored } from "./zone-change.js";

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

/** What became of the items whose studio side was to be written; keys of those that need more. */
export interface StudioOutcome {
  readonly planAgain: ReadonlySet<string>;
  /** Nothing of them was written; they are tried again at a later run, Google's half with them. */
  readonly failed: ReadonlySet<string>;
}

/** Items written in one transaction: each commit costs as much as the writes of several items. */
const groupSize = 500;

/** What is still to be stored of a written item, in the same transaction, and to be said once that is committed. */
interface Written {
  readonly item: RunItem;
  /** Absent where it was stored already, or no link is left. */
  readonly link?: LinkChange;
  readonly effect?: Effect;
  /** It must be planned again to be finished. */
  readonly isUnfinished?: boolean;
  readonly tell: (report: ReportBuilder) => void;
}

/**
 * Writes the studio's side, each item with its link and its journal line in one transaction
 * (R1, G5), some items together. Where one of them fails, each gets a transaction of its own:
 * a record that changed since it was read is planned anew (G9); any other failure is that
 * item's alone (G3).
 */
export async function writeStudio(
  planned: readonly Planned<StudioAction>[],
  context: RunContext,
): Promise<StudioOutcome> {
  const again = new Set<string>();
  const failed = new Set<string>();
  const ordered = soonestFirst(planned, context.nowWallTime);
  for (let start = 0; start < ordered.length; start += groupSize) {
    context.progress("Writing the studio's schedule", start, ordered.length);
    const group = ordered.slice(start, start + groupSize);
    const failure = await tryToWrite(group, again, context);
    if (failure === undefined) continue;
    for (const one of group) {
      const reason = group.length === 1 ? failure : await tryToWrite([one], again, context);
      if (reason instanceof StaleEntryError) again.add(one.item.pair.key);
      else if (reason !== undefined) {
        failed.add(one.item.pair.key);
        const text = `The studio could not take it over: ${messageOf(reason)}`;
        await recordFailure(one.item, "studio-write-failed", text, context);
      }
    }
  }
  return { planAgain: again, failed };
}

/** @returns why nothing of it was written; undefined when all is */
async function tryToWrite(
  group: readonly Planned<StudioAction>[],
  again: Set<string>,
  context: RunContext,
): Promise<unknown> {
  throwIfOver(context.signal);
  try {
    const written = await context.services.unitOfWork.run((transaction) => writeAll(group, context, transaction));
    for (const { item, isUnfinished, tell } of written) {
      tell(context.report);
      if (isUnfinished === true) again.add(item.pair.key);
    }
    return undefined;
  } catch (error) {
    return error;
  }
}

async function writeAll(
  group: readonly Planned<StudioAction>[],
  context: RunContext,
  transaction: Transaction,
): Promise<readonly Written[]> {
  const creates = group.filter(isCreate);
  await createInStudio(creates, context, transaction);
  const written: Written[] = creates.map(({ item }) => ({ item, tell: (report) => report.count("studio", "created") }));
  for (const { action, item } of group) {
    if (action.kind !== "create-in-studio") written.push(await writeOne(action, item, context, transaction));
  }
  const saves = written.flatMap(({ item, link }) => (link === undefined ? [] : [{ item, change: link }]));
  await saveLinks(saves, context, transaction);
  const effects = written.flatMap(({ effect }) => effect ?? []);
  await context.services.journal.record(context.runId, effects, transaction);
  return written;
}

function writeOne(
  action: Exclude<StudioAction, CreateInStudio>,
  item: RunItem,
  context: RunContext,
  transaction: Transaction,
): Promise<Written> {
  switch (action.kind) {
    case "change":
      return change(action, item, context, transaction);
    case "remove-from-studio":
    case "cancel-in-studio":
      return remove(action, item, context, transaction);
    case "restore-in-studio":
      return restore(item, context, transaction);
  }
}

async function change(
  { toStudio, toGoogle, agreed, lost }: Extract<StudioAction, { kind: "change" }>,
  item: RunItem,
  context: RunContext,
  transaction: Transaction,
): Promise<Written> {
  const { services, canon } = context;
  const before = studioFields(item);
  const written = await services.schedule.change(
    referenceOf(item, context),
    entryChangeOf(toStudio, item.entry, canon),
    { changedAt: changedAtOf(item, context), note: statusNote(before["when"], toStudio["when"], context) },
    transaction,
  );
  if (toStudio["when"] !== undefined) {
    await notifyOthers(written.others, item, before["when"] ?? "", toStudio["when"], context, transaction);
  }
  // With a half still to be written in Google, the link must show up again should that fail.
  const isFinished = isEmpty(toGoogle);
  return {
    item,
    link: decided(item, {
      state: "linked",
      agreed: isFinished ? agreed : partlyAgreed(item, toStudio),
      studioVersion: isFinished ? written.version : undefined,
      decidedEtag: isFinished ? item.link?.seenEtag : item.link?.decidedEtag,
      lost: onOffer(lost),
    }),
    effect: studioEffect(item, "change", before, { ...before, ...toStudio }),
    tell(report) {
      if (isFinished) report.lose(lost, nameOf(item));
      report.count("studio", "changed");
    },
  };
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
): Promise<Written> {
  const { services, user } = context;
  const details = {
    changedAt: services.clock.now(),
    note: `Deleted in Google Calendar by ${user.firstName} ${user.lastName}`.trim(),
  };
  const reference = referenceOf(item, context);
  if (kind === "cancel-in-studio") await services.schedule.cancel(reference, details, transaction);
  else await services.schedule.takeOff(reference, details, transaction);
  const staying = stayingInGoogle(item);
  if (staying !== undefined) await saveLink(item, staying, context, transaction);
  else if (item.link !== undefined) await services.links.delete([item.link.id], transaction);
  return {
    item,
    effect: studioEffect(item, kind, studioFields(item), {}),
    tell: (report) => report.count("studio", "deleted"),
  };
}

/** The entry comes back with the values it had; Google's are merged in when it is planned again (G8). */
async function restore(item: RunItem, context: RunContext, transaction: Transaction): Promise<Written> {
  const { services, user } = context;
  const entryId = item.link?.entryId ?? "";
  const version = await services.schedule.restore(user.id, entryId, transaction);
  if (version === undefined) throw new Error("its record cannot be restored any more.");
  const fields = item.pair.google.kind === "present" ? item.pair.google.fields : {};
  return {
    item,
    link: { ...settled, studioVersion: undefined, directive: item.link && rewriteOfRestored(item.link) },
    effect: studioEffect(item, "restore-in-studio", {}, fields, entryId),
    isUnfinished: true,
    tell: (report) => report.count("studio", "created"),
  };
}

function referenceOf({ entry }: RunItem, { user }: RunContext): EntryReference {
  if (entry === undefined) throw new Error("its entry is not on the schedule any more.");
  return { userId: user.id, entryId: entry.entryId, version: entry.version };
}

function studioFields({ pair }: RunItem): Fields {
  return pair.studio.kind === "present" ? pair.studio.fields : {};
}
