import type { UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { CalendarApi, ContactsApi, GoogleError } from "../google/index.js";

/** A user's connected account and chosen calendar, opened for one run. */
export interface OpenCalendar {
  /** The account's `sub`; links belong to it (A8). */
  readonly accountSub: string;
  /** The calendar's real id. */
  readonly calendarId: string;
  readonly calendar: CalendarApi;
  /** Undefined where the person did not permit contacts (A4). */
  readonly contacts: ContactsApi | undefined;
}

/** Why a user's calendar cannot be opened now, in words for the report. */
export interface NotOpened {
  readonly code: string;
  readonly reason: string;
}

/** What a run needs of the account room. */
export interface CalendarAccess {
  open(
    userId: UserId,
    signal: AbortSignal,
  ): Promise<{ readonly opened: OpenCalendar } | { readonly notOpened: NotOpened }>;
  /**
   * Tells the account what Google said about it: "Needs reconnecting" (A7), "Calendar not
   * available" (A11); undefined after a run that went through.
   */
  heard(userId: UserId, error: GoogleError | undefined): Promise<void>;
}
export const CalendarAccess = serviceToken<CalendarAccess>("calendar-access");
