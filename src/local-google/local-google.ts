import type { Disposable } from "../base/disposable.js";
import type { AccountAdministration } from "./accounts/account-administration.js";
import type { MailLedger } from "./calendar/mail-ledger.js";
import type { FaultInjection } from "./http/fault-injection.js";
import type { RateLimits } from "./http/rate-limits.js";
import type { RequestLog } from "./http/request-log.js";
import { LocalGoogleServer } from "./http/server.js";
import { defaultClient } from "./oauth/clients.js";
import type { OAuthClient } from "./oauth/clients.js";
import { readScopes } from "./oauth/scopes.js";
import type { LocalGoogleOptions } from "./options.js";
import { loadSeed } from "./seed/load-seed.js";
import { prepareSeed } from "./seed/read-seed.js";
import { StateFile } from "./state-file.js";
import { createWorld, worldToState } from "./world.js";

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
  /** The apps registered here. */
  readonly clients: readonly OAuthClient[];
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
  const file = options.stateFile === undefined ? undefined : new StateFile(options.stateFile);
  const state = file?.read();
  const world = createWorld(options, state);
  const { store, accounts, grants, log, faults, mails, limiter } = world;
  if (!state && options.seed) {
    const today = store.clock.now().toISOString().slice(0, 10);
    loadSeed(prepareSeed(options.seed, options.seedFolder ?? process.cwd(), today), store, accounts);
  }
  const server = new LocalGoogleServer({
    port: options.port ?? 0,
    latencyMs: options.latencyMs ?? 0,
    dispatch: (call) => world.dispatcher.dispatch(call),
  });
  const url = await server.listen();
  file?.follow(store, () => worldToState(world));
  return {
    url,
    accounts,
    clients: world.clients,
    faults,
    log,
    mails,
    invalidateSyncTokens: (email, calendarId) => store.invalidateSyncTokens(email, calendarId),
    revokeGrants: (email) => grants.revokeGrants(store.account(email).sub),
    grant: (email, request = {}) => {
      const { sub } = store.account(email);
      const clientId = request.clientId ?? world.clients[0]?.clientId ?? defaultClient.clientId;
      const scopes = fullScopes(request.scopes ?? usualScopes);
      const allowance = { sub, clientId, scopes };
      return {
        accessToken: grants.issueAccessToken(allowance),
        refreshToken: grants.issueRefreshToken(allowance),
        expiresAt: new Date(store.clock.now().getTime() + grants.expiresIn * 1000),
        scope: scopes.join(" "),
        sub,
        email,
      };
    },
    setRateLimits: (limits) => {
      limiter.limits = limits;
    },
    dispose: async () => {
      await server.dispose();
      file?.dispose();
    },
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
