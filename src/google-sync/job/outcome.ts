import type { Transaction } from "../../api/index.js";
import { ownerOfEvent } from "../calendar/index.js";
import { nextTry } from "../engine/index.js";
import type { LinkChange, NewLink } from "../links/index.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";

/** What a link holds once its pair was decided about: nothing pending. */
export const settled = {
  attempts: 0,
  retryAt: undefined,
  isParked: false,
  problem: undefined,
  triedVersion: undefined,
  triedEtag: undefined,
  directive: undefined,
  questionId: undefined,
  lost: [],
} satisfies LinkChange;

/** What a link holds once its pair was decided about: the entry's columns, nothing pending, and what was decided. */
export function decided(item: RunItem, change: LinkChange): LinkChange {
  // Spread, the same takes Node 20 many times as long, and this is done for each of thousands.
  return Object.assign({}, entryColumns(item), settled, change);
}

/** A pair, and what its row is to hold from now on. */
export interface LinkSave {
  readonly item: RunItem;
  readonly change: LinkChange;
}

/** Stores what became of pairs: changes their rows, or makes them some. Rows they took over go. */
export async function saveLinks(
  saves: readonly LinkSave[],
  { services: { links }, stream }: RunContext,
  transaction: Transaction,
): Promise<void> {
  const absorbed = saves.flatMap(({ item }) => item.absorbed?.id ?? []);
  const fresh = saves.flatMap(({ item, change }) => (item.link === undefined ? [newLink(change)] : []));
  const known = saves.flatMap(({ item: { link }, change }) =>
    link === undefined ? [] : [{ id: link.id, change, before: link }],
  );
  await links.delete(absorbed, transaction);
  await links.insert(stream.id, fresh, transaction);
  await links.changeEach(known, transaction);
}

function newLink(change: LinkChange): NewLink {
  return hasState(change) ? change : { ...change, state: "new" };
}

function hasState(change: LinkChange): change is NewLink {
  return change.state !== undefined;
}

/** Stores what became of one pair. */
export function saveLink(
  item: RunItem,
  change: LinkChange,
  context: RunContext,
  transaction: Transaction,
): Promise<void> {
  return saveLinks([{ item, change }], context, transaction);
}

/** Columns every decision about a present entry brings up to date. */
function entryColumns({ entry, event, pair, link }: RunItem): LinkChange {
  const { studio, google } = pair;
  const when =
    studio.kind === "present" ? studio.fields["when"] : google.kind === "present" ? google.fields["when"] : "";
  // Found again by its mark after an insert whose answer was lost (C24).
  const isOurInsert =
    link?.state !== "linked" &&
    entry?.origin === "studio" &&
    event !== undefined &&
    ownerOfEvent(event.id, event.privateProperties)?.entryId === entry.entryId;
  return {
    ...(entry === undefined ? {} : { entryId: entry.entryId, studioVersion: entry.version, repeatId: entry.repeatId }),
    ...(event === undefined ? {} : { eventId: event.id }),
    ...(isOurInsert ? { isMadeByUs: true } : {}),
    endsAt: when?.split("/")[1],
  };
}

/**
 * One item failed: it is named, tried again later with growing spacing, and parked after
 * five tries (G3). The others go on.
 */
export async function recordFailure(item: RunItem, code: string, message: string, context: RunContext): Promise<void> {
  const { services, report } = context;
  const next = nextTry(triesSoFar(item), services.clock.now());
  report.failItem({ code, message, isParked: next.isParked, item: nameOf(item) });
  await services.unitOfWork.run((transaction) =>
    saveLink(
      item,
      {
        ...(item.link === undefined && item.entry !== undefined ? { entryId: item.entry.entryId } : {}),
        // It was on its way: it stays so, though Populate may have unticked itself by the next try (W3).
        ...(item.pair.known.kind === "linked" ? {} : { state: "new" as const }),
        // What was planned may come from settings alone, which no version shows (C7).
        studioVersion: undefined,
        ...next,
        problem: message,
        triedVersion: item.entry?.version,
        triedEtag: item.link?.seenEtag,
      },
      context,
      transaction,
    ),
  );
}

/** Once an item has changed it is another matter: counting begins anew. */
function triesSoFar({ link, entry }: RunItem): number {
  if (link === undefined) return 0;
  const isAsTried = link.triedVersion === entry?.version && link.triedEtag === link.seenEtag;
  return isAsTried ? link.attempts : 0;
}
