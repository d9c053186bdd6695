import type { ShownEntry } from "./payloads.js";

/** When something is. */
export interface TypedWhen {
  /** Wall-clock, `YYYY-MM-DDTHH:MM:SS`. */
  readonly start: string;
  /** Wall-clock; exclusive for all-day entries. */
  readonly end: string;
  readonly isAllDay: boolean;
}

/** `POST /api/appointments`, `PUT /api/appointments/:id` */
export interface AppointmentValues extends TypedWhen {
  readonly description: string;
  readonly location: string;
  readonly notes: string;
  readonly status: "scheduled" | "confirmed" | "cancelled";
  readonly clientId: number | null;
  readonly isPrivate: boolean;
  readonly isFree: boolean;
  readonly userIds: readonly number[];
  readonly resourceIds: readonly number[];
}

/** `POST /api/sessions`, `PUT /api/sessions/:id` */
export interface SessionValues extends TypedWhen {
  readonly description: string;
  readonly location: string;
  readonly notes: string;
  readonly status: "scheduled" | "completed" | "cancelled";
  readonly clientId: number | null;
  readonly sessionType: string;
  readonly isConfirmed: boolean;
  readonly photographerId: number | null;
  readonly assistantId: number | null;
  readonly resourceIds: readonly number[];
  readonly hasAdvancedScheduling: boolean;
  /** Also those kept while advanced scheduling is off. */
  readonly lines: readonly LineValues[];
}

/** A line of a session with advanced scheduling, as it is sent. */
export interface LineValues extends TypedWhen {
  /** Null for a line that is new. */
  readonly id: number | null;
  /** The line that has the session's own description and time. */
  readonly isPrimary: boolean;
  readonly description: string;
  readonly userId: number | null;
  readonly resourceId: number | null;
  readonly isVisible: boolean;
}

/** What every record has that is not typed. Left out: no client. */
interface Recorded {
  readonly id: number;
  readonly version: string;
  readonly clientName: string;
  readonly clientId?: number;
}

/** `GET /api/appointments/:id` */
export type AppointmentRecord = Omit<AppointmentValues, "clientId"> &
  Recorded & {
    readonly origin: string;
    readonly isRepeated: boolean;
    /** Private to somebody else: only its time is told. */
    readonly isHidden: boolean;
  };

/** `GET /api/sessions/:id` */
export type SessionRecord = Omit<SessionValues, "clientId" | "photographerId" | "assistantId" | "lines"> &
  Recorded & {
    readonly photographerId?: number;
    readonly assistantId?: number;
    readonly lines: readonly EventLine[];
  };

/** A line as it is read. */
export type EventLine = Omit<LineValues, "id" | "userId" | "resourceId"> & {
  readonly id: number;
  /** The entry it is on its user's schedule. */
  readonly entryId: string;
  readonly userId?: number;
  readonly resourceId?: number;
};

/** `GET /api/session-choices` */
export interface SessionChoices {
  /** Whether the studio has sessions with event lines. */
  readonly offersAdvancedScheduling: boolean;
}

/** How often an appointment is repeated. */
export interface RepeatRule {
  readonly every: "day" | "week" | "month";
  readonly interval: number;
  /** `YYYY-MM-DD` */
  readonly until: string;
}

/** What comes of booking, changing or moving. */
export type BookingAnswer =
  | { readonly kind: "saved"; readonly id: number }
  | { readonly kind: "taken"; readonly entries: readonly ShownEntry[]; readonly mayBookAnyway: boolean };

/** `GET /api/client-choices` */
export interface ClientChoice {
  readonly id: number;
  readonly name: string;
  readonly detail: string;
}

/** `GET /api/resources` */
export interface Resource {
  readonly id: number;
  readonly name: string;
}
