import { randomBytes } from "node:crypto";

import type { Disposable } from "../base/disposable.js";
import { StoreAccounts } from "./accounts/account-administration.js";
import type { AccountAdministration } from "./accounts/account-administration.js";
import { createCalendarApi } from "./calendar/calendar-api.js";
import { CalendarLists } from "./calendar/calendar-lists.js";
import { EventLists } from "./calendar/event-lists.js";
import { EventWriter } from "./calendar/event-writer.js";
import { MailLedger } from "./calendar/mail-ledger.js";
import { SyncTokens } from "./calendar/sync-tokens.js";
import { systemClock } from "./clock.js";
import { Dispatcher } from "./http/dispatcher.js";
import { FaultRules } from "./http/fault-injection.js";
import type { FaultInjection } from "./http/fault-injection.js";
import type { Caller } from "./http/operation.js";
import { RateLimiter } from "./http/rate-limits.js";
import type { RateLimits } from "./http/rate-limits.js";
import { MemoryRequestLog } from "./http/request-log.js";
import type { RequestLog } from "./http/request-log.js";
import { Router } from "./http/router.js";
import { LocalGoogleServer } from "./http/server.js";
import { defaultClient } from "./oauth/clients.js";
import { Grants } from "./oauth/grants.js";
import { readScopes, shortScope } from "./oauth/scopes.js";
import type { LocalGoogleOptions } from "./options.js";
import { SeededRandom } from "./random.js";
import { GoogleStore } from "./store/google-store.js";

/** Tokens given without the browser. */
export interface GrantedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
  /** Full names, separated by spaces, as the token endpoint says them. */
  readonly scope: string;
  readonly sub: string;
  readonly email: string;
}

/** A running local Google. */
export interface LocalGoogle extends Disposable {
  /** `http://127.0.0.1:PORT`: takes the place of the origin of every Google endpoint. */
  readonly url: string;
  /** What a person would do by hand in Google's own pages. */
  readonly accounts: AccountAdministration;
  readonly faults: FaultInjection;
  readonly log: RequestLog;
  /** Every mail Google would have sent to guests. */
  readonly mails: MailLedger;
  /** Sync tokens given out so far answer 410: of one calendar, or of all and the calendar list. */
  invalidateSyncTokens(email: string, calendarId?: string): void;
  /** As if the person removed every app's access in their Google account. */
  revokeGrants(email: string): void;
  /** Tokens without the browser. Without scopes: everything Google Sync asks for. */
  grant(email: string, request?: { readonly clientId?: string; readonly scopes?: readonly string[] }): GrantedTokens;
  /** From now on these limits apply. */
  setRateLimits(limits: "off" | RateLimits): void;
  dispose(): Promise<void>;
}

/** What Google Sync asks for. */
const usualScopes = ["openid", "email", "calendar.events", "calendar.calendarlist.readonly", "contacts"];

/** Starts a local Google on a port of 127.0.0.1. */
export async function startLocalGoogle(options: LocalGoogleOptions = {}): Promise<LocalGoogle> {
  const clock = options.clock ?? systemClock;
  const random = new SeededRandom(options.randomSeed ?? 1);
  const store = new GoogleStore(clock, random);
  const clients = options.clients ?? [defaultClient];
  const grants = new Grants(
    clock,
    {
      tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 3599,
      publishingStatus: options.publishingStatus ?? "production",
    },
    () => store.noteChange(),
  );
  const mails = new MailLedger();
  const writer = new EventWriter(store, mails, { deletedEventUpdates: options.deletedEventUpdates ?? "forbidden" });
  const tokens = new SyncTokens(randomBytes(16).toString("hex"));
  const pages = {
    pageSizeCap: options.pageSizeCap ?? Number.POSITIVE_INFINITY,
    shortPages: options.shortPages ?? false,
  };
  const calendarApi = createCalendarApi({
    writer,
    events: new EventLists(store, tokens, pages),
    lists: new CalendarLists(store, tokens, pages),
  });
  const log = new MemoryRequestLog(options.logCapacity ?? 100_000);
  const faults = new FaultRules(random);
  const limiter = new RateLimiter(clock, options.rateLimits ?? "off");
  const identify = (token: string): Caller | undefined => {
    const access = grants.findAccess(token);
    const account = access && store.accounts().find(({ sub }) => sub === access.sub);
    if (!access || !account) return undefined;
    return { account, clientId: access.clientId, scopes: new Set(access.scopes.map(shortScope)) };
  };
  const router = new Router([calendarApi]);
  const dispatcher = new Dispatcher({ router, log, faults, limiter, random, identify });
  const server = new LocalGoogleServer({
    port: options.port ?? 0,
    latencyMs: options.latencyMs ?? 0,
    dispatch: (call) => dispatcher.dispatch(call),
  });
  const url = await server.listen();
  return {
    url,
    accounts: new StoreAccounts(store, writer),
    faults,
    log,
    mails,
    invalidateSyncTokens: (email, calendarId) => {
      const account = store.account(email);
      const realId = calendarId === "primary" ? account.email : calendarId;
      if (!realId) account.listGeneration += 1;
      for (const entry of account.entries.values()) {
        if (realId && entry.calendar.id !== realId) continue;
        account.entries.set(entry.calendar.id, { ...entry, generation: entry.generation + 1 });
      }
      store.noteChange();
    },
    revokeGrants: (email) => grants.revokeGrants(store.account(email).sub),
    grant: (email, request = {}) => {
      const { sub } = store.account(email);
      const clientId = request.clientId ?? clients[0]?.clientId ?? defaultClient.clientId;
      const scopes = fullScopes(request.scopes ?? usualScopes);
      const allowance = { sub, clientId, scopes };
      return {
        accessToken: grants.issueAccessToken(allowance),
        refreshToken: grants.issueRefreshToken(allowance),
        expiresAt: new Date(clock.now().getTime() + grants.expiresIn * 1000),
        scope: scopes.join(" "),
        sub,
        email,
      };
    },
    setRateLimits: (limits) => {
      limiter.limits = limits;
    },
    dispose: () => server.dispose(),
  };
}

/** Full names; `calendar.events` stands for its full name here. */
function fullScopes(names: readonly string[]): string[] {
  const full = names.map((name) =>
    name.includes("://") || name === "openid" || name === "email" || name === "profile"
      ? name
      : `https://www.googleapis.com/auth/${name}`,
  );
  return readScopes(full.join(" ")) ?? full;
}
