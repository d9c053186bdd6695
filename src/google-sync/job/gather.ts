import type { EntryId, ScheduleEntry } from "../../api/index.js";
import { fieldsOfEntry, identityOf, ownerOfEvent, rulesOf } from "../calendar/index.js";
import type { EventOwner } from "../calendar/index.js";
import { pairIdentical } from "../engine/index.js";
import type { Agreed, Fields, GoogleSide, Knowledge, StudioSide } from "../engine/index.js";
import type { Candidates, Link } from "../links/index.js";
import { brokenItem } from "./broken-item.js";
import type { BrokenItem } from "./broken-item.js";
import { agreedAtInsert } from "./lost-inserts.js";
import { readEntries } from "./read-entries.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";
import { isInWindow, knowledgeOfEntry, knowledgeOfEvent, linkedGoogleSide, unlinkedGoogleSide } from "./sides.js";

/** An item on its way to a pair: with one side only as long as it is not linked. */
interface Half {
  readonly key: string;
  readonly link: Link | undefined;
  readonly entry: ScheduleEntry | undefined;
  readonly known: Knowledge;
  readonly studio: StudioSide;
  readonly google: GoogleSide;
}

/** What can be planned, and what cannot even be compared. */
export interface Gathered {
  readonly items: readonly RunItem[];
  readonly broken: readonly BrokenItem[];
}

/**
 * Makes pairs of what a run must look at: reads the entries, gives both sides their
 * canonical fields, and joins unlinked items that are the same thing, by our mark (C24) or
 * because they are identical (W5). An item that has no canonical fields stops no other (G3).
 */
export async function gather(candidates: Candidates, context: RunContext): Promise<Gathered> {
  const marks = marksOfUnlinked(candidates.links, context);
  const { entries, hiddenIds } = await readEntries(candidates, [...marks.values()], context);
  const broken: BrokenItem[] = [];
  const unlessBroken = <T>(link: Link | undefined, entry: ScheduleEntry | undefined, make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      broken.push(brokenItem(link, entry, error));
      return undefined;
    }
  };
  const unknownMarks = new Map([...marks].filter(([, entryId]) => !entries.has(entryId) && !hiddenIds.has(entryId)));
  const ofLinks = candidates.links.map((link) =>
    // Not to be seen is neither changed nor gone: it is left alone (X1).
    hiddenIds.has(link.entryId ?? "")
      ? undefined
      : unlessBroken(link, entryOf(link, entries), () => halfOfLink(link, entries, unknownMarks.has(link.id), context)),
  );
  const ofNewEntries = candidates.newEntryIds.map((id) =>
    unlessBroken(undefined, entries.get(id), () => halfOfNewEntry(entries.get(id), context)),
  );
  const halves = [...ofLinks, ...ofNewEntries].filter((half) => half !== undefined);
  const seen = new Set([...halves, ...broken.map(({ item }) => item)].map(({ entry }) => entry?.entryId));
  const marked = await linksOfMarkedEntries(
    [...marks.values()].filter((id) => !seen.has(id)),
    entries,
    context,
  );
  const ofMarked = marked.map(({ link, entry }) =>
    unlessBroken(link, entry, () => halfOfMarkedEntry(link, entry, context)),
  );
  const agreed = await agreedAtInsert(candidates.links, marks, context);
  const joined = joinHalves([...halves, ...ofMarked.filter((half) => half !== undefined)], marks, agreed);
  const items = joined.map(({ half, absorbed }) =>
    unlessBroken(half.link, half.entry, () => itemOf(half, absorbed, context)),
  );
  return { items: items.filter((item) => item !== undefined), broken };
}

function entryOf({ entryId }: Link, entries: ReadonlyMap<EntryId, ScheduleEntry>): ScheduleEntry | undefined {
  return entryId === undefined ? undefined : entries.get(entryId);
}

/** The entries that unlinked events of ours were made for, by link id (C24). */
function marksOfUnlinked(links: readonly Link[], { user }: RunContext): ReadonlyMap<number, EntryId> {
  return new Map(
    links.flatMap((link) => {
      const owner = link.state === "linked" || link.seen === undefined ? undefined : markOf(link);
      return owner?.userGuid === user.guid ? [[link.id, owner.entryId] as const] : [];
    }),
  );
}

function markOf({ seen }: Link): EventOwner | undefined {
  return seen && ownerOfEvent(seen.id, seen.privateProperties);
}

function halfOfLink(
  link: Link,
  entries: ReadonlyMap<EntryId, ScheduleEntry>,
  isOfUnknownEntry: boolean,
  context: RunContext,
): Half {
  const entry = entryOf(link, entries);
  const key = `link ${link.id}`;
  if (isKept(link) && link.agreed !== undefined) {
    const google = linkedGoogleSide(link, entry, context);
    const known: Knowledge = { kind: "linked", agreed: link.agreed };
    const studio: StudioSide = studioSide(entry, context) ?? { kind: "gone" };
    // Brought back when its event is gone, the entry is a new one to Google (C10, C16).
    if (link.state === "linked" || google.kind !== "deleted") return { key, link, entry, known, studio, google };
  }
  if (link.entryId !== undefined) {
    const studio = studioSide(entry, context) ?? { kind: "gone" };
    return { key, link, entry, known: knowledgeOfEntry(link, entry, context), studio, google: { kind: "absent" } };
  }
  const google = unlinkedGoogleSide(link, context);
  return {
    key,
    link,
    entry: undefined,
    known: knowledgeOfEvent(link, context),
    studio: { kind: "absent" },
    google: google.kind === "present" ? { ...google, isOfUnknownEntry } : google,
  };
}

/** The two are the same thing, or were until the entry was removed: it is back now (C10). */
function isKept({ state }: Link): boolean {
  return state === "linked" || state === "ended";
}

function halfOfNewEntry(entry: ScheduleEntry | undefined, context: RunContext): Half | undefined {
  const studio = studioSide(entry, context);
  if (entry === undefined || studio === undefined) return undefined;
  const known = knowledgeOfEntry(undefined, entry, context);
  return { key: `entry ${entry.entryId}`, link: undefined, entry, known, studio, google: { kind: "absent" } };
}

/** Entries with an event of ours that are no candidates themselves: in the baseline, or not planned again with the others. */
async function linksOfMarkedEntries(
  markedIds: readonly EntryId[],
  entries: ReadonlyMap<EntryId, ScheduleEntry>,
  { services, stream }: RunContext,
): Promise<readonly { readonly link: Link | undefined; readonly entry: ScheduleEntry }[]> {
  const found = [];
  for (const id of new Set(markedIds)) {
    const entry = entries.get(id);
    if (entry === undefined) continue;
    const link = (await services.links.findByEntry(id)).find(({ streamId }) => streamId === stream.id);
    if (link?.state !== "linked") found.push({ link, entry });
  }
  return found;
}

function halfOfMarkedEntry(link: Link | undefined, entry: ScheduleEntry, context: RunContext): Half | undefined {
  const studio = studioSide(entry, context);
  if (studio === undefined) return undefined;
  const known = knowledgeOfEntry(link, entry, context);
  const key = link === undefined ? `entry ${entry.entryId}` : `link ${link.id}`;
  return { key, link, entry, known, studio, google: { kind: "absent" } };
}

/** A half with what was found to be its other side, and the row that becomes superfluous by it. */
interface Joined {
  readonly half: Half;
  readonly absorbed: Link | undefined;
}

function joinHalves(
  halves: readonly Half[],
  marks: ReadonlyMap<number, EntryId>,
  agreedByLink: ReadonlyMap<number, Agreed>,
): readonly Joined[] {
  const isUnlinked = (half: Half) => half.known.kind !== "linked";
  const studioHalves = halves.filter((half) => isUnlinked(half) && half.studio.kind === "present");
  const googleHalves = halves.filter((half) => isUnlinked(half) && half.google.kind === "present");
  const byEntry = new Map(studioHalves.map((half) => [half.entry?.entryId, half]));
  const joined = new Map<Half, Half>();
  for (const google of googleHalves) {
    const marked = google.link === undefined ? undefined : marks.get(google.link.id);
    const studio = marked === undefined ? undefined : byEntry.get(marked);
    if (studio !== undefined && !joined.has(studio)) joined.set(studio, google);
  }
  const isMarked = (half: Half) => half.link !== undefined && marks.has(half.link.id);
  const identity = (half: Half) => identityOf(fieldsOf(half));
  for (const { studio, google } of pairIdentical(
    studioHalves.filter((half) => !joined.has(half)),
    googleHalves.filter((half) => !isMarked(half)),
    { studio: identity, google: identity },
  )) {
    joined.set(studio, google);
  }
  const taken = new Set(joined.values());
  return halves
    .filter((half) => !taken.has(half))
    .map((half) => {
      const google = joined.get(half);
      if (google !== undefined) {
        const agreed = google.link && agreedByLink.get(google.link.id);
        const known: Knowledge = agreed === undefined ? { kind: "new" } : { kind: "linked", agreed };
        const whole = { ...half, key: google.key, link: google.link, google: google.google, known };
        return { half: whole, absorbed: half.link };
      }
      // Marked for an entry that has another event already: a second copy of ours, neither brought in nor deleted …
      const isSecondCopy = isMarked(half) && half.google.kind === "present" && half.google.isOfUnknownEntry !== true;
      return { half: isSecondCopy ? asSecondCopy(half) : half, absorbed: undefined };
    });
}

/** … until Repair says that nobody's entry is what it stands for (R5). */
function asSecondCopy(half: Half): Half {
  const { google, link } = half;
  return google.kind === "present" && link?.directive !== undefined
    ? { ...half, google: { ...google, isOfUnknownEntry: true } }
    : { ...half, google: { kind: "left-out", reason: "second-copy" } };
}

function fieldsOf({ studio, google }: Half): Fields {
  if (studio.kind === "present") return studio.fields;
  return google.kind === "present" ? google.fields : {};
}

function itemOf(half: Half, absorbed: Link | undefined, context: RunContext): RunItem {
  const { key, link, entry, known, studio, google } = half;
  const event = link?.seen;
  const area = entry === undefined || entry.kind === "appointment" ? "appointments" : "sessions";
  // What is made anew is an event of our own, whoever had the one that is gone (C10, C25).
  const isThere = google.kind === "present" || google.kind === "left-out";
  const rules = rulesOf(entry, isThere ? event : undefined, {
    isTwoWay: context.isTwoWay,
    clearance: context.clearances[area],
    titles: context.canon,
    sendsNotes: context.canon.sendsNotes,
  });
  return { pair: { key, known, studio, google, rules, directive: link?.directive }, link, absorbed, entry, event };
}

function studioSide(
  entry: ScheduleEntry | undefined,
  context: RunContext,
): Extract<StudioSide, { kind: "present" }> | undefined {
  if (entry === undefined) return undefined;
  const fields = fieldsOfEntry(entry, context.canon);
  return {
    kind: "present",
    fields,
    version: entry.version,
    changedAt: entry.changedAt,
    isInWindow: isInWindow(fields, context),
  };
}
