import type { Day, WallTime, ZoneName } from "../../../base/wall-time.js";
import type { GoogleError } from "../errors.js";
import type { LiveEvent } from "./google-event.js";

/** A start or end to be written: a day, or wall-clock time with its zone (C20). */
export type WrittenTime =
  | { readonly kind: "day"; readonly date: Day }
  | { readonly kind: "time"; readonly dateTime: WallTime; readonly timeZone: ZoneName };

/**
 * The fields to write; those not named stay as they are in Google. There is no way to say
 * guests, reminders, colour, visibility, conference or attachments: they belong to the
 * Google user (C2), and nobody is ever invited (C3).
 */
export interface EventChange {
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  /** Start and end are one field: both or neither. */
  readonly when?: { readonly start: WrittenTime; readonly end: WrittenTime };
  /** Private extended properties to set; others stay. */
  readonly privateProperties?: Readonly<Record<string, string>>;
}

/** A new event under an id of our own choosing (base32hex, C24). */
export interface EventBody extends EventChange {
  readonly id: string;
  readonly when: NonNullable<EventChange["when"]>;
}

/**
 * One write. `key` is the caller's name for it and comes back with the result. An etag makes
 * the write conditional; without one it is unconditional.
 */
export type EventWrite =
  | { readonly kind: "insert"; readonly key: string; readonly event: EventBody }
  | {
      readonly kind: "patch";
      readonly key: string;
      readonly eventId: string;
      readonly etag: string | undefined;
      readonly change: EventChange;
    }
  | { readonly kind: "delete"; readonly key: string; readonly eventId: string; readonly etag: string | undefined };

/** What became of one write. */
export type EventWriteOutcome =
  | { readonly kind: "written"; readonly event: LiveEvent }
  /** Also when it was gone before: 404 and 410 are what was wanted (C12). */
  | {
      readonly kind: "deleted";
      /** It was a 404, which a calendar that is gone answers too: a fact only while the calendar lists (A11). */
      readonly wasNotFound?: true;
    }
  /** Refused, or nobody knows: then the verdict is "retry-later" or "malformed-answer". */
  | { readonly kind: "failed"; readonly error: GoogleError }
  /** Never sent, because of this error of an earlier write. */
  | { readonly kind: "not-tried"; readonly error: GoogleError };

/** A write's key and what became of it. */
export interface EventWriteResult {
  readonly key: string;
  readonly outcome: EventWriteOutcome;
}
