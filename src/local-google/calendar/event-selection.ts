import { canonicalJson, isObject } from "../json.js";
import type { Calendar } from "../store/calendar.js";
import { momentToMs } from "../store/stored-event.js";
import type { StoredEvent } from "../store/stored-event.js";
import type { ListParameters } from "./list-parameters.js";
import { instancesOf, overlaps, seriesOverlaps } from "./series.js";

/** The events of a first listing: everything in the window that fits the filters. */
export function selectAll(calendar: Calendar, wanted: ListParameters, now: number): StoredEvent[] {
  const selected: StoredEvent[] = [];
  for (const event of calendar.all()) {
    if (wanted.singleEvents && event.fields.recurrence) selected.push(...unfold(calendar, event, wanted, now));
    else if (isListed(calendar, event, wanted, now) && fits(event, wanted)) selected.push(event);
  }
  return ordered(selected, wanted, calendar);
}

/** The newest state of everything changed since; the window of the first listing is not kept. */
export function selectChanged(calendar: Calendar, wanted: ListParameters, since: number, now: number): StoredEvent[] {
  const changed = calendar.changedSince(since).filter((event) => isWantedType(event, wanted));
  if (!wanted.singleEvents) return changed;
  const unfolded = new Map<string, StoredEvent>();
  for (const event of changed) {
    const instances = event.fields.recurrence ? instancesOf(calendar, event, {}, now) : [event];
    for (const instance of instances) unfolded.set(instance.id, instance);
  }
  return [...unfolded.values()];
}

function unfold(calendar: Calendar, master: StoredEvent, wanted: ListParameters, now: number): StoredEvent[] {
  if (master.fields.status === "cancelled" && !wanted.showDeleted) return [];
  return instancesOf(calendar, master, { from: wanted.from, to: wanted.to }, now).filter(
    (instance) => (instance.fields.status !== "cancelled" || wanted.showDeleted) && fits(instance, wanted),
  );
}

function isListed(calendar: Calendar, event: StoredEvent, wanted: ListParameters, now: number): boolean {
  const { status, recurringEventId, recurrence } = event.fields;
  // With singleEvents, exceptions come with their series.
  if (wanted.singleEvents && recurringEventId) return false;
  if (status === "cancelled" && !wanted.showDeleted && wanted.updatedMin === undefined) {
    const master = recurringEventId ? calendar.find(recurringEventId) : undefined;
    if (!master || master.fields.status === "cancelled") return false;
  }
  if (wanted.from === undefined && wanted.to === undefined) return true;
  return recurrence ? seriesOverlaps(calendar, event, wanted, now) : overlaps(event, wanted, calendar.timeZone);
}

function fits(event: StoredEvent, wanted: ListParameters): boolean {
  const { fields } = event;
  if (wanted.updatedMin !== undefined && event.updated < wanted.updatedMin) return false;
  if (!isWantedType(event, wanted)) return false;
  if (wanted.iCalUID !== undefined && fields.iCalUID !== wanted.iCalUID) return false;
  if (wanted.q !== undefined && !searchText(event).includes(wanted.q)) return false;
  return (
    hasProperties(fields.others, "private", wanted.privateProperties) &&
    hasProperties(fields.others, "shared", wanted.sharedProperties)
  );
}

function isWantedType(event: StoredEvent, wanted: ListParameters): boolean {
  return wanted.eventTypes.length === 0 || wanted.eventTypes.includes(event.fields.eventType);
}

function searchText({ fields }: StoredEvent): string {
  const { summary, description, location } = fields.others;
  return canonicalJson([summary, description, location, fields.attendees, fields.organizer]).toLowerCase();
}

function hasProperties(
  others: { readonly [name: string]: unknown },
  kind: "private" | "shared",
  constraints: readonly string[],
): boolean {
  if (constraints.length === 0) return true;
  const extended = others["extendedProperties"];
  const properties = isObject(extended) && isObject(extended[kind]) ? extended[kind] : {};
  return constraints.every((constraint) => {
    const [name = "", ...value] = constraint.split("=");
    return properties[name] === value.join("=");
  });
}

function ordered(events: StoredEvent[], wanted: ListParameters, calendar: Calendar): StoredEvent[] {
  if (wanted.orderBy === "updated") return events.sort((one, other) => one.updated - other.updated);
  if (wanted.orderBy !== "startTime") return events;
  const startOf = ({ fields }: StoredEvent): number => momentToMs(fields.start, calendar.timeZone);
  return events.sort((one, other) => startOf(one) - startOf(other));
}
