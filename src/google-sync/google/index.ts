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
export type {
  ContactCreate,
  ContactGetOutcome,
  ContactPage,
  ContactsApi,
  ContactUpdate,
  ContactWriteOutcome,
  ContactWriteResult,
} from "./people/contacts-api.js";
export { personLists } from "./people/google-person.js";
export type {
  ContactLabel,
  DeletedContact,
  GoogleContact,
  LiveContact,
  PersonFields,
  PersonList,
  PersonValue,
} from "./people/google-person.js";
export { concernsWholeAccount } from "./verdict.js";
export type { QuotaScope, Verdict } from "./verdict.js";
export { createGoogleConnection } from "./google-connection.js";
export type { GoogleConnection, GoogleConnectionOptions } from "./google-connection.js";
export { createGoogleOAuth } from "./google-oauth.js";
export type { GoogleOAuth, GoogleOAuthOptions, TokenGrant } from "./google-oauth.js";
export type { GoogleIdentity } from "./id-token.js";
export { createPacer, defaultPacerLimits, unlimitedPace } from "./pacer.js";
export { meteredPacer } from "./metered-pacer.js";
export type { PaceTicket } from "./pace-ticket.js";
export type { Pacer, PacerLimits } from "./pacer.js";
export type { RateLimits } from "./rate-window.js";
export { createRetryBudget } from "./retry-budget.js";
export type { RetryBudget } from "./retry-budget.js";
export type { GoogleTokens } from "./tokens.js";
