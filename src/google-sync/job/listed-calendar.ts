import { GoogleError } from "../google/index.js";
import type { CalendarApi, EventPage } from "../google/index.js";

/** A11: without write access nothing is read as deleted and nothing is written. @throws GoogleError */
export function requireWriteAccess({ accessRole, title }: Pick<EventPage, "accessRole" | "title">): void {
  if (accessRole === "owner" || accessRole === "writer") return;
  throw new GoogleError(
    { kind: "calendar-not-available" },
    `The Google calendar "${title}" may no longer be changed by this account`,
  );
}

/**
 * Whether the calendar itself lists, without which a 404 about one of its events says
 * nothing (C14, A11). A run that has read the calendar knows; one way, it is asked once.
 */
export class ListedCalendar {
  #hasListed = false;

  constructor(
    private readonly calendar: CalendarApi,
    private readonly calendarId: string,
  ) {}

  /** The run has just read it. */
  noteListed(): void {
    this.#hasListed = true;
  }

  /** @returns why the calendar does not list; undefined when it does */
  async problem(): Promise<GoogleError | undefined> {
    if (this.#hasListed) return undefined;
    try {
      for await (const page of this.calendar.listEvents(this.calendarId, undefined)) {
        requireWriteAccess(page);
        break;
      }
    } catch (error) {
      if (error instanceof GoogleError) return error;
      throw error;
    }
    this.#hasListed = true;
    return undefined;
  }
}
