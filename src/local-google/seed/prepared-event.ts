import { readEvent } from "../calendar/event-reader.js";
import type { ReadingContext } from "../calendar/event-reader.js";
import { SeedError } from "../errors.js";
import { GoogleError } from "../http/google-errors.js";
import type { JsonObject } from "../json.js";

/** An event from a file, in the words of the API, ready to be put into a calendar. */
export interface PreparedEvent {
  /** May name id, iCalUID, created, updated, sequence, creator and organizer too. */
  readonly body: JsonObject;
  /** Changed or cancelled instances of a series. */
  readonly exceptions: readonly PreparedException[];
  /** Where it comes from, for messages: `file.ics:12`, `seed.json/accounts/0/events/3`. */
  readonly place: string;
}

export interface PreparedException {
  /** `{date}` or `{dateTime, timeZone}`. */
  readonly originalStart: JsonObject;
  readonly body: JsonObject;
  /** The body is a whole event, as in iCalendar; otherwise it is what differs from the series. */
  readonly isWhole: boolean;
  readonly place: string;
}

/** Everything a calendar file holds. */
export interface PreparedCalendar {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly timeZone: string | undefined;
  readonly events: readonly PreparedEvent[];
}

/** Checks an event and its exceptions as the API would. @throws SeedError naming the place */
export function checkPrepared({ body, place, exceptions }: PreparedEvent, calendarZone: string): void {
  checkBody(body, place, { calendarZone, isInstance: false });
  for (const { originalStart, body: change, place: at } of exceptions) {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    checkBody({ start: originalStart, end: given["start"] ?? originalStart, ...given }, at, {
      calendarZone,
      isInstance: true,
    });
  }
}

function checkBody(body: JsonObject, place: string, context: ReadingContext): void {
  try {
    readEvent(body, context);
  } catch (thrown) {
    if (!(thrown instanceof GoogleError)) throw thrown;
    throw new SeedError(place, `Google would not take this event. ${thrown.message}`, { cause: thrown });
  }
}
