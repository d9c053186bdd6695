import type { Clock } from "../../api/services/clock.js";
import type { Logger } from "../../api/services/logger.js";
import type { CalendarApi } from "./calendar/calendar-api.js";
import { GoogleCalendarApi } from "./calendar/google-calendar-api.js";
import { googleEndpoints } from "./endpoints.js";
import { createGoogleOAuth } from "./google-oauth.js";
import { GoogleSession } from "./google-session.js";
import type { Pacer } from "./pacer.js";
import type { ContactsApi } from "./people/contacts-api.js";
import { GoogleContactsApi } from "./people/google-contacts-api.js";
import { Retrier } from "./retrier.js";
import type { RetryBudget } from "./retry-budget.js";
import { TokenKeeper } from "./token-keeper.js";
import type { GoogleTokens } from "./tokens.js";

/** One account's way to Google, for one run. */
export interface GoogleConnection {
  /** The account's `sub`. */
  readonly account: string;
  readonly calendar: CalendarApi;
  readonly contacts: ContactsApi;
}

export interface GoogleConnectionOptions {
  /** Origin that replaces every endpoint of Google (`--google-url`). */
  readonly rootUrl?: string | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The account's `sub`: names it to the pacer, and a token of another account is refused (A8). */
  readonly account: string;
  readonly tokens: GoogleTokens;
  /** Keeps new tokens; awaited before they are used (A7). When it fails, so does the request. */
  readonly onTokens: (tokens: GoogleTokens) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Shared by all connections of the process. */
  readonly pacer: Pacer;
  /** Shared by all requests of the run. */
  readonly budget: RetryBudget;
  /** Ends every request and every wait. */
  readonly signal: AbortSignal;
  /** From 0 up to 1, for jitter. */
  readonly random?: () => number;
}

/** Opens nothing yet: the library is loaded and tokens are refreshed when the first request needs them. */
export function createGoogleConnection(options: GoogleConnectionOptions): GoogleConnection {
  const { account, clock, signal } = options;
  const retrier = new Retrier(clock, options.logger, options.budget, signal, options.random ?? Math.random);
  const oauth = createGoogleOAuth(options);
  const tokens = new TokenKeeper(options.tokens, account, oauth, options.onTokens, retrier, clock, signal);
  const endpoints = googleEndpoints(options.rootUrl);
  const session = new GoogleSession(account, endpoints, signal, retrier, tokens, options.pacer, clock);
  return { account, calendar: new GoogleCalendarApi(session), contacts: new GoogleContactsApi(session) };
}
