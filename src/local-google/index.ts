/** The door of the local Google. Nothing else of this folder is for others. */
export { startLocalGoogle } from "./local-google.js";
export type { GrantedTokens, LocalGoogle } from "./local-google.js";
export type { LocalGoogleOptions } from "./options.js";
export type {
  AccountActions,
  AccountAdministration,
  NewAccount,
  NewCalendar,
} from "./accounts/account-administration.js";
export type { CalendarActions, ShownEvent } from "./accounts/calendar-actions.js";
export type { LedgerMail } from "./calendar/mail-ledger.js";
export type { ContactActions, ShownContact } from "./people/contact-actions.js";
export type { Clock } from "./clock.js";
export type { Fault, FaultInjection, FaultMatch, FaultRule } from "./http/fault-injection.js";
export type { GoogleErrorName } from "./http/google-errors.js";
export type { ContactLimits, RateLimits } from "./http/rate-limits.js";
export type { LogEntry, RequestLog } from "./http/request-log.js";
export type { OAuthClient } from "./oauth/clients.js";
export type { AccessRole } from "./store/account.js";
export { sampleSeed } from "./sample/sample-seed.js";
export { readSeedFile } from "./seed/read-seed.js";
export type { LocalGoogleSeed, SeedAccount, SeedContact, SeedEvent } from "./seed/seed.js";
export type { ResponseStatus } from "./store/stored-event.js";
