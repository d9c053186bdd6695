import { addDays, daysBetween, formatInstant, startOfDay } from "./zone-time.js";

/** When an event starts or ends: a whole day, or an instant with the zone it was planned in. */
export type Moment =
  | { readonly kind: "day"; readonly date: string }
  | { readonly kind: "instant"; readonly ms: number; readonly timeZone: string };

export interface Person {
  readonly email: string;
  readonly displayName?: string;
}

export type ResponseStatus = "needsAction" | "declined" | "tentative" | "accepted";

export interface Attendee extends Person {
  readonly id?: string;
  readonly responseStatus: ResponseStatus;
  readonly optional?: boolean;
  readonly resource?: boolean;
  readonly comment?: string;
  readonly additionalGuests?: number;
}

export interface Reminders {
  readonly useDefault: boolean;
  readonly overrides?: readonly { readonly method: "email" | "popup"; readonly minutes: number }[];
}

/** What an event says, apart from its id and its place in the history. */
export interface EventFields {
  readonly status: "confirmed" | "tentative" | "cancelled";
  readonly created: string;
  readonly creator: Person;
  readonly organizer: Person;
  readonly start: Moment;
  readonly end: Moment;
  readonly iCalUID: string;
  readonly sequence: number;
  readonly reminders: Reminders;
  readonly eventType: string;
  readonly recurrence?: readonly string[];
  readonly recurringEventId?: string;
  readonly originalStartTime?: Moment;
  readonly attendees?: readonly Attendee[];
  readonly locked?: boolean;
  readonly privateCopy?: boolean;
  readonly hangoutLink?: string;
  /** The other writable fields exactly as the API shows them: summary, location, extendedProperties... */
  readonly others: { readonly [name: string]: unknown };
}

/** One event as a calendar keeps it. Never changed: a change puts another one in its place. */
export interface StoredEvent {
  readonly id: string;
  /** Microseconds of the last change; the etag is twice this. */
  readonly micros: number;
  /** Milliseconds shown as `updated`; a change of reminders alone leaves it. */
  readonly updated: number;
  /** The change's number in the calendar's history. */
  readonly change: number;
  readonly fields: EventFields;
}

/** The etag rule seen in recordings: twice the microseconds, with the quotes. */
export function etagOf(event: { readonly micros: number }): string {
  return `"${event.micros * 2}"`;
}

export function momentToMs(moment: Moment, calendarZone: string): number {
  return moment.kind === "instant" ? moment.ms : startOfDay(moment.date, calendarZone);
}

export function isSameMoment(one: Moment, other: Moment): boolean {
  if (one.kind === "day") return other.kind === "day" && one.date === other.date;
  return other.kind === "instant" && one.ms === other.ms;
}

/** The end of an event that starts at `start` and lasts as long as the given one. */
export function endAfter(start: Moment, like: { readonly start: Moment; readonly end: Moment }): Moment {
  if (start.kind === "day") {
    const days = like.start.kind === "day" && like.end.kind === "day" ? daysBetween(like.start.date, like.end.date) : 1;
    return { kind: "day", date: addDays(start.date, days) };
  }
  const length = like.start.kind === "instant" && like.end.kind === "instant" ? like.end.ms - like.start.ms : 0;
  return { kind: "instant", ms: start.ms + length, timeZone: start.timeZone };
}

/** A moment as the API shows it, in the zone of the answer. */
export function showMoment(moment: Moment, zone: string): { date: string } | { dateTime: string; timeZone: string } {
  return moment.kind === "day"
    ? { date: moment.date }
    : { dateTime: formatInstant(moment.ms, zone), timeZone: moment.timeZone };
}
