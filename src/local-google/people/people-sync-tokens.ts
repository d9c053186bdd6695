import type { SyncPoint, SyncTokens } from "../calendar/sync-tokens.js";
import type { Clock } from "../clock.js";
import { googleError } from "../http/google-errors.js";
import type { Account } from "../store/account.js";
import { invalidArgument } from "./person-masks.js";

/** Sync tokens live so long after the full sync that began the chain; changes since do not renew them. */
const lifetime = 7 * 86_400_000;

/** The sync tokens of one list of the People API. */
export class PeopleSyncTokens {
  constructor(
    private readonly of: "connections" | "contactGroups",
    private readonly clock: Clock,
    private readonly tokens: SyncTokens,
  ) {}

  /** @param since the token the list was asked with; none for a full sync */
  issue(account: Account, change: number, parameters: string, since: SyncPoint | undefined): string {
    return this.tokens.issue({
      of: this.of,
      sub: account.sub,
      change,
      parameters,
      generation: account.listGeneration,
      fullSyncAt: since?.fullSyncAt ?? this.clock.now().getTime(),
    });
  }

  /** @throws GoogleError 400: INVALID_ARGUMENT for no token of this list or other parameters, EXPIRED_SYNC_TOKEN */
  read(token: string, account: Account, parameters: string): SyncPoint {
    const point = this.tokens.read(token);
    if (!point || point.of !== this.of || point.sub !== account.sub) throw googleError("peopleInvalidArgument");
    const age = this.clock.now().getTime() - (point.fullSyncAt ?? 0);
    if (point.generation !== account.listGeneration || age >= lifetime) throw googleError("peopleSyncTokenExpired");
    if (point.parameters !== parameters) {
      throw invalidArgument("Request parameters must match the request the sync token is from.");
    }
    return point;
  }
}

/** The parameters of a request that must be the same in the next one, as text. */
export function parametersOf(query: URLSearchParams, except: readonly string[]): string {
  const standard = ["alt", "fields", "key", "oauth_token", "prettyPrint", "quotaUser", "userIp", "$.xgafv"];
  const pairs = [...query].filter(([name]) => !except.includes(name) && !standard.includes(name));
  return JSON.stringify(pairs.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

/** @throws GoogleError 400 outside 1 to 1000; 0 is the default */
export function readPeoplePageSize(query: URLSearchParams, usual: number): number {
  const size = Number(query.get("pageSize") ?? 0);
  if (!Number.isInteger(size) || size < 0 || size > 1000) {
    throw invalidArgument("Page size must be between 1 and 1000, inclusive.");
  }
  return size === 0 ? usual : size;
}
