import { randomBytes } from "node:crypto";

import type { Clock } from "../clock.js";
import { isSignInScope } from "./scopes.js";

/** What a person allowed a client, as one token carries it. */
export interface Allowance {
  readonly sub: string;
  readonly clientId: string;
  /** Full names. */
  readonly scopes: readonly string[];
}

export interface AccessToken extends Allowance {
  readonly expiresAt: number;
}

export interface RefreshToken extends Allowance {
  readonly token: string;
  readonly issuedAt: number;
  readonly usedAt: number;
}

/** An authorization code between the consent page and the token endpoint. */
export interface Code extends Allowance {
  readonly redirectUri: string;
  readonly challenge: string | undefined;
  readonly nonce: string | undefined;
  readonly withRefreshToken: boolean;
  readonly expiresAt: number;
}

export interface GrantOptions {
  readonly tokenLifetimeSeconds: number;
  /** `testing`: refresh tokens die after 7 days, as for an unpublished app. */
  readonly publishingStatus: "production" | "testing";
}

export interface GrantsState {
  readonly consents: readonly string[];
  readonly accessTokens: readonly (readonly [string, AccessToken])[];
  readonly refreshTokens: readonly RefreshToken[];
}

const codeLifetime = 10 * 60_000;
const testingLifetime = 7 * 86_400_000;
const unusedLifetime = 180 * 86_400_000;
/** Live refresh tokens per account and client; the oldest goes when one more is given. */
const mostRefreshTokens = 100;

/** The codes and tokens given out, and their ends. */
export class Grants {
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #consents = new Set<string>();

  constructor(
    private readonly clock: Clock,
    private readonly options: GrantOptions,
    private readonly onChange: () => void,
  ) {}

  /** Seconds an access token lives, as `expires_in` says it. */
  get expiresIn(): number {
    return this.options.tokenLifetimeSeconds;
  }

  hasConsent(sub: string, clientId: string): boolean {
    return this.#consents.has(`${sub} ${clientId}`);
  }

  /** Everything a person has allowed a client so far. */
  grantedScopes(sub: string, clientId: string): string[] {
    const live = [...this.#refresh.values()].filter((grant) => grant.sub === sub && grant.clientId === clientId);
    return [...new Set(live.flatMap(({ scopes }) => scopes))];
  }

  issueCode(code: Omit<Code, "expiresAt">): string {
    const text = `4/0${secret(40)}`;
    this.#codes.set(text, { ...code, expiresAt: this.#now() + codeLifetime });
    return text;
  }

  /** Takes a code: the second time, or after ten minutes, there is none. */
  takeCode(text: string): Code | undefined {
    const code = this.#codes.get(text);
    this.#codes.delete(text);
    return code && code.expiresAt > this.#now() ? code : undefined;
  }

  issueAccessToken({ sub, clientId, scopes }: Allowance): string {
    if (this.#access.size > 10_000) this.#forgetExpired();
    const token = `ya29.${secret(60)}`;
    this.#access.set(token, {
      sub,
      clientId,
      scopes,
      expiresAt: this.#now() + this.options.tokenLifetimeSeconds * 1000,
    });
    this.onChange();
    return token;
  }

  issueRefreshToken({ sub, clientId, scopes }: Allowance): string {
    const token = `1//0${secret(48)}`;
    const now = this.#now();
    this.#refresh.set(token, { token, sub, clientId, scopes, issuedAt: now, usedAt: now });
    this.#consents.add(`${sub} ${clientId}`);
    const live = [...this.#refresh.values()].filter((other) => other.sub === sub && other.clientId === clientId);
    for (const oldest of live.slice(0, Math.max(0, live.length - mostRefreshTokens)))
      this.#refresh.delete(oldest.token);
    this.onChange();
    return token;
  }

  /** What an access token allows now. */
  findAccess(token: string): AccessToken | undefined {
    const access = this.#access.get(token);
    return access && access.expiresAt > this.#now() ? access : undefined;
  }

  /** Uses a refresh token; undefined when it is unknown, revoked or too old. */
  useRefreshToken(token: string): RefreshToken | undefined {
    const refresh = this.#refresh.get(token);
    if (!refresh) return undefined;
    const now = this.#now();
    const isTested = this.options.publishingStatus === "testing" && !refresh.scopes.every(isSignInScope);
    if ((isTested && now >= refresh.issuedAt + testingLifetime) || now >= refresh.usedAt + unusedLifetime) {
      this.#refresh.delete(token);
      return undefined;
    }
    this.#refresh.set(token, { ...refresh, usedAt: now });
    return refresh;
  }

  /** Ends one refresh token, as rotation does. */
  dropRefreshToken(token: string): void {
    this.#refresh.delete(token);
    this.onChange();
  }

  /** Ends the whole grant an access or refresh token belongs to; false when it is unknown. */
  revoke(token: string): boolean {
    const found = this.#refresh.get(token) ?? this.#access.get(token);
    if (!found) return false;
    this.revokeGrants(found.sub, found.clientId);
    return true;
  }

  /** Ends everything a person allowed one client, or every client. */
  revokeGrants(sub: string, clientId?: string): void {
    const isMeant = (grant: Allowance): boolean =>
      grant.sub === sub && (clientId === undefined || grant.clientId === clientId);
    for (const [token, grant] of this.#access) if (isMeant(grant)) this.#access.delete(token);
    for (const [token, grant] of this.#refresh) if (isMeant(grant)) this.#refresh.delete(token);
    for (const consent of this.#consents) {
      if (consent.startsWith(`${sub} `) && (clientId === undefined || consent === `${sub} ${clientId}`)) {
        this.#consents.delete(consent);
      }
    }
    this.onChange();
  }

  toState(): GrantsState {
    this.#forgetExpired();
    return {
      consents: [...this.#consents],
      accessTokens: [...this.#access],
      refreshTokens: [...this.#refresh.values()],
    };
  }

  restore(state: GrantsState): void {
    for (const consent of state.consents) this.#consents.add(consent);
    for (const [token, access] of state.accessTokens) this.#access.set(token, access);
    for (const refresh of state.refreshTokens) this.#refresh.set(refresh.token, refresh);
  }

  #forgetExpired(): void {
    const now = this.#now();
    for (const [token, { expiresAt }] of this.#access) if (expiresAt <= now) this.#access.delete(token);
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
