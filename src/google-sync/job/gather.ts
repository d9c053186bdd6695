import type { EntryId, ScheduleEntry } from "../../api/index.js";
import { fieldsOfEntry, identityOf, ownerOfEvent, rulesOf } from "../calendar/index.js";
import type { EventOwner } from "../calendar/index.js";
import { pairIdentical } from "../engine/index.js";
import type { Agreed, Fields, GoogleSide, Knowledge, StudioSide } from "../engine/index.js";
import type { Candidates, Link } from "../links/index.js";
import { agreedAtInsert } from "./lost-inserts.js";
import { isInWindow, knowledgeOfEntry, knowledgeOfEvent, linkedGoogleSide, unlinkedGoogleSide } from "./sides.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";

/** An item on its way to a pair: with one side only as long as it is not linked. */
interface Half {
  readonly key: string;
  readonly link: Link | undefined;
  readonly entry: ScheduleEntry | undefined;
  readonly known: Knowledge;
  readonly studio: StudioSide;
  readonly google: GoogleSide;
}

/**
 * Makes pairs of what a run must look at: reads the entries, gives both sides their
 * canonical fields, and joins unlinked items that are the same thing, by our mark (C24) or
 * because they are identical (W5).
 */
export async function gather(candidates: Candidates, context: RunContext): Promise<readonly RunItem[]> {
  const marks = marksOfUnlinked(candidates.links, context);
  const entries = await readEntries(candidates, [...marks.values()], context);
  const halves = [
    ...candidates.links.map((link) => halfOfLink(link, entries, marks.get(link.id), context)),
    ...candidates.newEntryIds.flatMap((id) => halfOfNewEntry(entries.get(id), context)),
  ].filter((half) => half !== undefined);
  const markedHalves = await halvesOfMarkedEntries(halves, [...marks.values()], entries, context);
  const agreed = await agreedAtInsert(candidates.links, marks, context);
  return joinHalves([...halves, ...markedHalves], marks, agreed, context);
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

async function readEntries(
  { links, newEntryIds }: Candidates,
  markedIds: readonly EntryId[],
  { services, user, clearances }: RunContext,
): Promise<ReadonlyMap<EntryId, ScheduleEntry>> {
  const ids = new Set([...newEntryIds, ...links.flatMap(({ entryId }) => entryId ?? []), ...markedIds]);
  const entries = ids.size === 0 ? [] : await services.schedule.find(user.id, [...ids]);
  // X1, C8: what the user may not see in the studio does not exist for their Google.
  const maySee = ({ kind, isHiddenFromUser }: ScheduleEntry) =>
    !isHiddenFromUser && (kind === "appointment" ? clearances.appointments : clearances.sessions).mayView;
  return new Map(entries.filter(maySee).map((entry) => [entry.entryId, entry]));
}

function halfOfLink(
  link: Link,
  entries: ReadonlyMap<EntryId, ScheduleEntry>,
  markedFor: EntryId | undefined,
  context: RunContext,
): Half | undefined {
  const entry = link.entryId === undefined ? undefined : entries.get(link.entryId);
  const isHidden = link.entryId !== undefined && entry === undefined && !mayViewEverything(context);
  // Whether it is gone or only hidden from this user cannot be told apart here: leave it alone (X1).
  if (isHidden) return undefined;
  const key = `link ${link.id}`;
  if (link.state === "linked" && link.agreed !== undefined) {
    return {
      key,
      link,
      entry,
      known: { kind: "linked", agreed: link.agreed },
      studio: studioSide(entry, context) ?? { kind: "gone" },
      google: linkedGoogleSide(link, entry, context),
    };
  }
  if (link.entryId !== undefined) {
    const studio = studioSide(entry, context) ?? { kind: "gone" };
    return { key, link, entry, known: knowledgeOfEntry(link, entry, context), studio, google: { kind: "absent" } };
  }
  const google = unlinkedGoogleSide(link, context);
  const isOfUnknownEntry = markedFor !== undefined && !entries.has(markedFor);
  return {
    key,
    link,
    entry: undefined,
    known: knowledgeOfEvent(link, context),
    studio: { kind: "absent" },
    google: google.kind === "present" ? { ...google, isOfUnknownEntry } : google,
  };
}

function mayViewEverything({ clearances }: RunContext): boolean {
  return clearances.appointments.mayView && clearances.sessions.mayView;
}

function halfOfNewEntry(entry: ScheduleEntry | undefined, context: RunContext): Half | [] {
  const studio = studioSide(entry, context);
  if (entry === undefined || studio === undefined) return [];
  const known = knowledgeOfEntry(undefined, entry, context);
  return { key: `entry ${entry.entryId}`, link: undefined, entry, known, studio, google: { kind: "absent" } };
}

/** Entries with an event of ours that are no candidates themselves: in the baseline, or not planned again with the others. */
async function halvesOfMarkedEntries(
  halves: readonly Half[],
  markedIds: readonly EntryId[],
  entries: ReadonlyMap<EntryId, ScheduleEntry>,
  context: RunContext,
): Promise<readonly Half[]> {
  const present = new Set(halves.flatMap(({ entry }) => entry?.entryId ?? []));
  const added: Half[] = [];
  for (const id of markedIds) {
    const entry = entries.get(id);
    const studio = studioSide(entry, context);
    if (present.has(id) || entry === undefined || studio === undefined) continue;
    const links = await context.services.links.findByEntry(id);
    const link = links.find(({ streamId }) => streamId === context.stream.id);
    if (link?.state === "linked") continue;
    const known = knowledgeOfEntry(link, entry, context);
    const key = link === undefined ? `entry ${id}` : `link ${link.id}`;
    added.push({ key, link, entry, known, studio, google: { kind: "absent" } });
  }
  return added;
}

function joinHalves(
  halves: readonly Half[],
  marks: ReadonlyMap<number, EntryId>,
  agreedByLink: ReadonlyMap<number, Agreed>,
  context: RunContext,
): readonly RunItem[] {
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
        return itemOf(
          { ...half, key: google.key, link: google.link, google: google.google, known },
          half.link,
          context,
        );
      }
      // Marked for an entry that has another event already: a second copy of ours, neither brought in nor deleted.
      const isSecondCopy = isMarked(half) && half.google.kind === "present" && half.google.isOfUnknownEntry !== true;
      return itemOf(
        isSecondCopy ? { ...half, google: { kind: "left-out", reason: "second-copy" } } : half,
        undefined,
        context,
      );
    });
}

function fieldsOf({ studio, google }: Half): Fields {
  if (studio.kind === "present") return studio.fields;
  return google.kind === "present" ? google.fields : {};
}

function itemOf(half: Half, absorbed: Link | undefined, context: RunContext): RunItem {
  const { key, link, entry, known, studio, google } = half;
  const event = link?.seen;
  const area = entry === undefined || entry.kind === "appointment" ? "appointments" : "sessions";
  const rules = rulesOf(entry, event, {
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
