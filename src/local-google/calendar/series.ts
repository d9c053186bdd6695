import type { Calendar } from "../store/calendar.js";
import { endAfter } from "../store/stored-event.js";
import type { Moment, StoredEvent } from "../store/stored-event.js";
import { startOfDay } from "../store/zone-time.js";
import { recurrenceOf } from "./recurrence.js";

/** No series is unfolded into more instances than this; a weekly one reaches 14 years, as observed. */
const instanceLimit = 730;
const yearLength = 365.25 * 86_400_000;

/** Instants between which instances are wanted; open where undefined. */
export interface InstanceWindow {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** `<master>_20260325T070000Z`, or `<master>_20260325` for a whole day. */
export function instanceId(masterId: string, originalStart: Moment): string {
  const text =
    originalStart.kind === "day"
      ? originalStart.date.replaceAll("-", "")
      : `${new Date(originalStart.ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  return `${masterId}_${text}`;
}

/** The master's id and the original start an instance id names. */
function readInstanceId(id: string, zone: string): { masterId: string; originalStart: Moment } | undefined {
  const match = /^(.+)_(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?$/.exec(id);
  if (!match) return undefined;
  const [, masterId = "", year, month, day, hour, minute, second] = match;
  const date = `${year}-${month}-${day}`;
  if (!hour) return { masterId, originalStart: { kind: "day", date } };
  const ms = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(ms) ? undefined : { masterId, originalStart: { kind: "instant", ms, timeZone: zone } };
}

/** An instance as its series makes it, before anybody changed it. */
function virtualInstance(master: StoredEvent, originalStart: Moment): StoredEvent {
  const { recurrence: _, ...fields } = master.fields;
  return {
    ...master,
    id: instanceId(master.id, originalStart),
    fields: {
      ...fields,
      start: originalStart,
      end: endAfter(originalStart, fields),
      recurringEventId: master.id,
      originalStartTime: originalStart,
    },
  };
}

/** A stored event, or the instance of a series an id names though nobody changed it. */
export function findEvent(calendar: Calendar, id: string): StoredEvent | undefined {
  const stored = calendar.find(id);
  if (stored) return stored;
  const named = readInstanceId(id, calendar.timeZone);
  const master = named && calendar.find(named.masterId);
  const set = master && recurrenceOf(master.fields);
  if (!named || !master || !set?.has(named.originalStart)) return undefined;
  const { start } = master.fields;
  const originalStart: Moment =
    named.originalStart.kind === "instant" && start.kind === "instant"
      ? { ...named.originalStart, timeZone: start.timeZone }
      : named.originalStart;
  return virtualInstance(master, originalStart);
}

/** The instances of a series in a window, changed ones in their changed form, cancelled ones too. */
export function instancesOf(
  calendar: Calendar,
  master: StoredEvent,
  window: InstanceWindow,
  now: number,
): StoredEvent[] {
  const set = recurrenceOf(master.fields);
  if (!set) return [];
  const { start, end } = master.fields;
  const length = plainMs(end) - plainMs(start);
  const from = window.from === undefined ? plainMs(start) : Math.max(plainMs(start), window.from - length - 86_400_000);
  const to = window.to === undefined ? Math.max(now, plainMs(start)) + 14 * yearLength : window.to + 86_400_000;
  const exceptions = new Map(calendar.exceptionsOf(master.id).map((event) => [event.id, event]));
  const instances: StoredEvent[] = [];
  for (const ms of set.first(instanceLimit, from, to)) {
    const originalStart = set.momentOf(ms);
    const exception = exceptions.get(instanceId(master.id, originalStart));
    if (exception) exceptions.delete(exception.id);
    instances.push(exception ?? virtualInstance(master, originalStart));
  }
  return [...instances, ...exceptions.values()].filter((event) => overlaps(event, window, calendar.timeZone));
}

/** Whether an event ends after `from` and starts before `to`. */
export function overlaps(event: StoredEvent, window: InstanceWindow, zone: string): boolean {
  const { start, end } = event.fields;
  if (window.from !== undefined && inZone(end, zone) <= window.from) return false;
  return window.to === undefined || inZone(start, zone) < window.to;
}

/** Whether any instance of a series is in the window. */
export function seriesOverlaps(calendar: Calendar, master: StoredEvent, window: InstanceWindow, now: number): boolean {
  if (window.from === undefined && window.to === undefined) return true;
  if (window.to !== undefined && inZone(master.fields.start, calendar.timeZone) >= window.to) return false;
  return instancesOf(calendar, master, window, now).some(({ fields }) => fields.status !== "cancelled");
}

function inZone(moment: Moment, zone: string): number {
  return moment.kind === "day" ? startOfDay(moment.date, zone) : moment.ms;
}

/** A moment as the recurrence rules count it: days as midnight UTC. */
function plainMs(moment: Moment): number {
  return inZone(moment, "UTC");
}
