import type { EntryId, ScheduleEntry } from "../../api/index.js";
import { fieldsOfEntry, fieldsOfEvent, identityOf, isSeries, ownerOfEvent, rulesOf } from "../calendar/index.js";
import type { CalendarCanon } from "../calendar/index.js";
import { takingPart } from "../engine/index.js";
import type { Agreed } from "../engine/index.js";
import type { LiveEvent } from "../google/index.js";
import type { RunContext } from "../job/index.js";
import type { Link } from "../links/index.js";
import type { BothListings } from "./both-listings.js";
import type { FindingKind, ScheduleFinding } from "./finding.js";

/** What the comparison must know of the run besides the listings. */
export type CheckContext = Pick<RunContext, "user" | "studioGuid" | "canon" | "clearances" | "isTwoWay"> & {
  /** The titles' template is the one the links were last made from (C7). */
  readonly areTitlesCurrent: boolean;
};

/** Compares studio, links and Google; pure (R5). What merely waits for the next run is no inconsistency. */
export function findInconsistencies(listings: BothListings, context: CheckContext): readonly ScheduleFinding[] {
  const index = indexOf(listings);
  const ofLinks = listings.links.flatMap((link) => findingsOfLink(link, index, listings, context));
  const ofEvents = [...listings.events.values()].flatMap((event) => findingsOfEvent(event, index, context));
  return [...ofLinks, ...ofEvents, ...identicalPairs(listings, index, context.canon)];
}

interface Index {
  readonly entries: ReadonlyMap<EntryId, ScheduleEntry>;
  readonly linkedByEntry: ReadonlyMap<EntryId, Link>;
  /** Any row of an entry, linked or not. */
  readonly rowOfEntry: ReadonlyMap<EntryId, Link>;
  readonly linkByEvent: ReadonlyMap<string, Link>;
}

function indexOf({ entries, links }: BothListings): Index {
  const linked = links.filter(({ state }) => state === "linked");
  return {
    entries: new Map(entries.map((entry) => [entry.entryId, entry])),
    linkedByEntry: new Map(linked.flatMap((link) => (link.entryId === undefined ? [] : [[link.entryId, link]]))),
    rowOfEntry: new Map(links.flatMap((link) => (link.entryId === undefined ? [] : [[link.entryId, link]]))),
    linkByEvent: new Map(links.flatMap((link) => (link.eventId === undefined ? [] : [[link.eventId, link]]))),
  };
}

function findingsOfLink(
  link: Link,
  index: Index,
  { events, goneEventIds, hasNewsOf, openQuestionIds }: BothListings,
  context: CheckContext,
): readonly ScheduleFinding[] {
  const entry = link.entryId === undefined ? undefined : index.entries.get(link.entryId);
  const event = link.eventId === undefined ? undefined : events.get(link.eventId);
  const found = (kind: FindingKind): ScheduleFinding => finding(kind, entry, event ?? link.seen, [link.id], link);
  if (link.questionId !== undefined) return openQuestionIds.has(link.questionId) ? [] : [found("stuck")];
  if (link.state !== "linked" || hasNewsOf(link)) return [];
  if (link.eventId !== undefined && goneEventIds.has(link.eventId)) return [found("dangling-link")];
  if (event === undefined || entry === undefined) return [];
  const owner = ownerOfEvent(event.id, event.privateProperties);
  if (owner !== undefined && (owner.userGuid !== context.user.guid || owner.entryId !== link.entryId))
    return [found("wrong-owner")];
  return isInStep(link, entry, event, context) ? drifts(link, entry, event, context) : [];
}

/** Nothing waits for the next run, and nothing done in Google is left there on purpose (C23). */
function isInStep(link: Link, entry: ScheduleEntry, event: LiveEvent, { isTwoWay }: CheckContext): boolean {
  const isWaiting = link.attempts > 0 || link.directive !== undefined || link.studioVersion !== entry.version;
  const isDecided = isTwoWay ? link.decidedEtag === link.seenEtag : link.decidedEtag === event.etag;
  return !isWaiting && isDecided && !isSeries(event);
}

function drifts(link: Link, entry: ScheduleEntry, event: LiveEvent, context: CheckContext): readonly ScheduleFinding[] {
  const { canon, clearances, isTwoWay, areTitlesCurrent } = context;
  const clearance = clearances[entry.kind === "appointment" ? "appointments" : "sessions"];
  const rules = rulesOf(entry, event, { isTwoWay, clearance, titles: canon, sendsNotes: canon.sendsNotes });
  const studio = takingPart(fieldsOfEntry(entry, canon), rules);
  const google = fieldsOfEvent(event, entry, canon);
  const { studio: studioBefore = {}, google: googleBefore = {} }: Partial<Agreed> = link.agreed ?? {};
  return Object.entries(google).flatMap(([field, inGoogle]) => {
    const inStudio = studio[field];
    if (inStudio === undefined) return [];
    const isDrift = isUnlike(inStudio, studioBefore[field]) || isUnlike(inGoogle, googleBefore[field]);
    if (!isDrift || (field === "title" && !areTitlesCurrent)) return [];
    const drift = { field, studio: inStudio, google: inGoogle };
    return [{ ...finding("field-drift", entry, event, [link.id]), drift }];
  });
}

/** A field nothing was agreed on is no drift. */
function isUnlike(now: string, agreed: string | undefined): boolean {
  return agreed !== undefined && now !== agreed;
}

/** What the marks of an event say about links that should be there (C24). */
function findingsOfEvent(
  event: LiveEvent,
  { entries, linkedByEntry, rowOfEntry, linkByEvent }: Index,
  context: CheckContext,
): readonly ScheduleFinding[] {
  const owner = ownerOfEvent(event.id, event.privateProperties);
  const link = linkByEvent.get(event.id);
  if (owner === undefined || link?.state === "linked" || link?.questionId !== undefined) return [];
  const linkIds = link === undefined ? [] : [link.id];
  if (owner.studioGuid !== context.studioGuid || owner.userGuid !== context.user.guid)
    return [finding("foreign-mark", undefined, event, linkIds)];
  const entry = entries.get(owner.entryId);
  if (linkedByEntry.has(owner.entryId)) return [finding("double", entry, event, linkIds)];
  if (entry === undefined) return [finding("unknown-entry", entry, event, linkIds)];
  const row = rowOfEntry.get(owner.entryId);
  return [finding("missing-link", entry, event, row === undefined ? linkIds : [...linkIds, row.id])];
}

/** W5: the same thing on both sides, each remembered alone. */
function identicalPairs(
  { links, events }: BothListings,
  { entries, linkedByEntry }: Index,
  canon: CalendarCanon,
): readonly ScheduleFinding[] {
  const alone = links.filter(({ state, questionId }) => state === "baseline" && questionId === undefined);
  const entriesAlone = alone.flatMap((link) => {
    const entry = link.entryId === undefined ? undefined : entries.get(link.entryId);
    return entry === undefined || linkedByEntry.has(entry.entryId) ? [] : [{ link, entry }];
  });
  const byIdentity = new Map(entriesAlone.map((one) => [identityOf(fieldsOfEntry(one.entry, canon)), one]));
  return alone.flatMap((link) => {
    const event = link.eventId === undefined ? undefined : events.get(link.eventId);
    if (event === undefined || ownerOfEvent(event.id, event.privateProperties) !== undefined) return [];
    const identity = identityOf(fieldsOfEvent(event, undefined, canon));
    const same = byIdentity.get(identity);
    if (same === undefined) return [];
    byIdentity.delete(identity);
    return [finding("missing-link", same.entry, event, [same.link.id, link.id])];
  });
}

function finding(
  kind: FindingKind,
  entry: ScheduleEntry | undefined,
  event: LiveEvent | undefined,
  linkIds: readonly number[],
  link?: Link,
): ScheduleFinding {
  return {
    about: "schedule",
    kind,
    title: event?.summary ?? entry?.description ?? link?.agreed?.studio["title"] ?? "",
    isPrivate: entry?.isPrivate === true || event?.visibility === "private" || event?.visibility === "confidential",
    entryId: entry?.entryId ?? link?.entryId,
    eventId: event?.id ?? link?.eventId,
    linkIds,
  };
}
