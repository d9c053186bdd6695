/** One client for Google: pacing, batches, repeats, the table of errors by reason. It knows no studio. */
export type { AccessRole, CalendarApi, EventPage, GetOutcome, GoogleCalendar } from "./calendar/calendar-api.js";
export type {
  EventBody,
  EventChange,
  EventWrite,
  EventWriteOutcome,
  EventWriteResult,
  WrittenTime,
} from "./calendar/event-write.js";
export type { CancelledEvent, GoogleEvent, GoogleTime, LiveEvent } from "./calendar/google-event.js";
export { GoogleError, MalformedAnswerError, NeedsReconnectingError, WrongAccountError } from "./errors.js";
export type { QuotaScope, Verdict } from "./verdict.js";
