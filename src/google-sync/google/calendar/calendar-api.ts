import type { GoogleError } from "../errors.js";
import type { EventWrite, EventWriteResult } from "./event-write.js";
import type { GoogleEvent } from "./google-event.js";

/** What the account may do with a calendar. Writing takes "writer" or "owner". */
export type AccessRole = "freeBusyReader" | "reader" | "writer" | "owner";

/** One calendar of the account's list. */
export interface GoogleCalendar {
  /** The real id, never the alias "primary". */
  readonly id: string;
  /** As its owner sees it in Google. */
  readonly name: string;
  readonly timeZone: string;
  readonly accessRole: AccessRole;
  readonly isPrimary: boolean;
}

/** An event that is there but cannot be read, named as far as possible. */
export interface UnreadableEvent {
  readonly id: string;
  readonly title: string;
  readonly isPrivate: boolean;
  /** Where the event is shown in Google; empty when that is not said. */
  readonly htmlLink: string;
  readonly problem: string;
}

/** One answer of `events.list`. */
export interface EventPage {
  readonly events: readonly GoogleEvent[];
  /** They are neither changed nor deleted (C14). */
  readonly unreadable: readonly UnreadableEvent[];
  /** The calendar's zone (C22). */
  readonly timeZone: string;
  readonly accessRole: AccessRole;
  /** The calendar's title; of a primary calendar this is the account's address until renamed. */
  readonly title: string;
  /** On the last page only; its presence says that the listing is complete. */
  readonly nextSyncToken: string | undefined;
}

/** What an event's own GET says. A deleted event is found, with status "cancelled". */
export type GetOutcome =
  | { readonly kind: "found"; readonly event: GoogleEvent }
  /** A fact: 404 or 410 (C14). */
  | { readonly kind: "not-found" }
  /** Nothing is known about the event. */
  | { readonly kind: "failed"; readonly error: GoogleError };

/**
 * Google Calendar as this product uses it: plain data in and out, paced, repeated where that
 * helps, in the least number of requests. Every method throws GoogleError, and the signal's
 * reason when the connection's signal is aborted.
 */
export interface CalendarApi {
  /** Every calendar of the account, read-only ones too. Needs the calendar list permission (A4). */
  listCalendars(): Promise<readonly GoogleCalendar[]>;

  /**
   * All events (series once, their changed and deleted instances too), or what has changed since
   * the token. Pages come as they are read; a page that fails throws and ends the listing.
   * Without a token deleted events are absent, with one they come as cancelled.
   * @param calendarId a real id, or "primary" to learn zone and access without the calendar list permission
   * @throws GoogleError `sync-token-refused` (G7), `calendar-not-available` (A11), `malformed-answer` (C14)
   */
  listEvents(calendarId: string, syncToken: string | undefined): AsyncIterable<EventPage>;

  /** Each event by its own GET, fifty in a request. Every id asked for is in the result. */
  getEvents(calendarId: string, eventIds: readonly string[]): Promise<ReadonlyMap<string, GetOutcome>>;

  /**
   * Carries the writes out, fifty in a request, in the given order as far as one event is
   * concerned. Results come request by request, so that the caller can store each before the
   * next is sent; every write gets exactly one result, keys must be unique. Nothing is thrown
   * for a refused write; an abort throws and leaves the writes under way undecided.
   */
  write(calendarId: string, writes: readonly EventWrite[]): AsyncIterable<readonly EventWriteResult[]>;
}
