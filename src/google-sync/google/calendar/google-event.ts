import type { Day } from "../../../base/wall-time.js";

/** When an event of Google starts or ends. All-day ends are exclusive, as Google sends them (C21). */
export type GoogleTime =
  | { readonly kind: "day"; readonly date: Day }
  | {
      readonly kind: "time";
      readonly dateTime: Date;
      /** The zone the event was made in; the calendar's where Google names none. */
      readonly timeZone: string | undefined;
    };

/**
 * A deleted event, or a deleted instance of a series (then with `recurringEventId`). Google
 * promises nothing about it but its id.
 */
export interface CancelledEvent {
  readonly status: "cancelled";
  readonly id: string;
  readonly etag: string | undefined;
  readonly recurringEventId: string | undefined;
}

/** An event as it is in Google: the fields this product reads, and no others. */
export interface LiveEvent {
  readonly status: "confirmed" | "tentative";
  readonly id: string;
  /** With its quotes, to be sent back as it is. */
  readonly etag: string;
  /** When somebody last changed the event, by Google's clock (C15). */
  readonly updated: Date;
  /** Empty when the event has no title; likewise description and location. */
  readonly summary: string;
  /** May hold HTML (C9). */
  readonly description: string;
  readonly location: string;
  readonly start: GoogleTime;
  readonly end: GoogleTime;
  /** "transparent" is shown as free (C8). */
  readonly transparency: "opaque" | "transparent";
  readonly visibility: "default" | "public" | "private" | "confidential";
  /** Only "default" is somebody's appointment (C4). */
  readonly eventType: string;
  /** The rules of a series; empty for everything else (C19). */
  readonly recurrence: readonly string[];
  /** The series this is an instance of. */
  readonly recurringEventId: string | undefined;
  /** The answer of the calendar's owner when they are on the guest list (C4). */
  readonly ownResponse: "needsAction" | "declined" | "tentative" | "accepted" | undefined;
  /** Somebody other than the calendar's owner is invited (C25). */
  readonly hasGuests: boolean;
  /** The calendar's owner made it, or it is theirs to change (C10). */
  readonly isOrganizer: boolean;
  readonly isCreator: boolean;
  readonly guestsCanModify: boolean;
  /** Google lets nobody change its main fields. */
  readonly isLocked: boolean;
  /** Marks only this app's project and this calendar's copy carry (C24). */
  readonly privateProperties: Readonly<Record<string, string>>;
  /** Where the event is shown in Google; contains the calendar's address. */
  readonly htmlLink: string;
}

/** Anything `events.list` and `events.get` give back. */
export type GoogleEvent = LiveEvent | CancelledEvent;
