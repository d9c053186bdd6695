import { assertNever } from "../../../../src/base/assert-never.js";
import type { AccountState } from "../../../../src/google-sync/account/index.js";
import type { Verdict } from "../../../../src/google-sync/google/index.js";
import type { RunReport } from "../../../../src/google-sync/reports/index.js";
import type { Place } from "./refusals.js";

/** What every row of the table means, by what it asks for (`nameOfRow`). A new row needs a line here. */
export const meanings: Readonly<Record<string, Verdict["kind"]>> = {
  "0": "retry-later",
  "408": "retry-later",
  "invalid_grant of token": "needs-reconnecting",
  "admin_policy_enforced/org_internal": "workspace-blocked",
  "invalid_client/unauthorized_client/deleted_client": "client-refused",
  "invalid_scope of token": "scope-missing",
  rate_limit_exceeded: "retry-later",
  "internal_failure/temporarily_unavailable": "retry-later",
  "401 of token": "client-refused",
  "401": "refresh-token",
  "accessNotConfigured/SERVICE_DISABLED": "api-not-enabled",
  "insufficientPermissions/ACCESS_TOKEN_SCOPE_INSUFFICIENT": "scope-missing",
  "403 insufficient authentication scopes": "scope-missing",
  "domainPolicy/ACCESS_RESTRICTED_BY_ADMIN": "workspace-blocked",
  "403 quotaExceeded": "writes-suspended",
  "403/429 userRateLimitExceeded/rateLimitExceeded/dailyLimitExceeded/RATE_LIMIT_EXCEEDED": "retry-later",
  "403 ^quota exceeded for quota metric": "retry-later",
  "429": "retry-later",
  "fullSyncRequired/updatedMinTooLongAgo/EXPIRED_SYNC_TOKEN of list-changes": "sync-token-refused",
  "400 sync token of list-changes": "sync-token-refused",
  "400 syncToken of list-changes": "sync-token-refused",
  "400 invalid of list-changes": "sync-token-refused",
  "410 of list-changes": "sync-token-refused",
  "requiredAccessLevel of list/list-changes/insert/get/patch/delete": "calendar-not-available",
  "403 forbiddenForNonOrganizer of patch/delete": "forbidden-for-non-organizer",
  "403 forbidden/PERMISSION_DENIED/no reason of list/list-changes/insert": "calendar-not-available",
  "404 of list/list-changes/insert": "calendar-not-available",
  "404 of get/patch/delete": "not-found",
  "410 of get/patch/delete": "already-deleted",
  "409 duplicate of insert": "duplicate-id",
  "409": "retry-later",
  "412 of patch/delete": "precondition-failed",
  "400 FAILED_PRECONDITION of patch/delete": "precondition-failed",
  "5xx": "retry-later",
  "403/404/410/412 of batch": "retry-later",
};

/** What a run that met the refusal leaves behind. */
export interface Expected {
  readonly outcome: RunReport["outcome"];
  /** Codes of errors and warnings. */
  readonly codes: readonly string[];
  readonly state: AccountState;
  readonly told: readonly string[];
}

const everybody = ["user", "administrators"];
const quiet = { state: "connected", told: [] } as const;

/** What a run does about a meaning, at the place it met it. */
export function expectedOf(kind: Verdict["kind"], place: Place): Expected {
  const code = `google-${kind}`;
  const isReading = place === "token" || place === "list" || place === "list-changes";
  switch (kind) {
    case "retry-later":
    case "malformed-answer":
    case "writes-suspended":
      if (isReading) return { outcome: "failed", codes: [code], ...quiet };
      if (place === "get") return { outcome: "done", codes: ["unconfirmed"], ...quiet };
      return { outcome: "done-with-problems", codes: [code], ...quiet };
    case "refresh-token":
    case "needs-reconnecting":
    case "wrong-account":
      return {
        outcome: "failed",
        codes: ["google-needs-reconnecting"],
        state: "needs-reconnecting",
        told: everybody,
      };
    case "calendar-not-available":
    case "workspace-blocked":
    case "client-refused":
    case "api-not-enabled":
      return { outcome: "failed", codes: [code], state: kind, told: everybody };
    case "scope-missing":
      return { outcome: "failed", codes: [code], state: "no-calendar-permission", told: [] };
    // Of contacts alone.
    case "contacts-not-permitted":
    case "address-book-full":
      return { outcome: "failed", codes: [code], ...quiet };
    case "sync-token-refused":
      return { outcome: "done", codes: [], ...quiet };
    case "not-found":
    case "already-deleted":
      if (place === "patch") return { outcome: "done-with-problems", codes: ["changed-meanwhile"], ...quiet };
      return { outcome: "done", codes: [], ...quiet };
    case "precondition-failed":
      return { outcome: "done-with-problems", codes: ["changed-meanwhile"], ...quiet };
    case "duplicate-id":
      return { outcome: "done-with-problems", codes: ["event-id-taken"], ...quiet };
    case "forbidden-for-non-organizer":
    case "refused":
      return { outcome: "done-with-problems", codes: [code], ...quiet };
    default:
      return assertNever(kind);
  }
}

/** Words of the report that say what to do, by its code. */
export const waysOut: Readonly<Record<string, RegExp>> = {
  "google-retry-later": /next run goes on/,
  "google-writes-suspended": /next runs continue/,
  "google-needs-reconnecting": /use "Authenticate My Google Account" again/,
  "google-calendar-not-available": /Choose another Google calendar on the Google tab/,
  "google-scope-missing": /Connect the account again and leave the permission ticked/,
  "google-workspace-blocked": /Ask the administrator of the Google Workspace/,
  "google-client-refused": /Check the client id and client secret in Company \(Studio\) Preferences/,
  "google-api-not-enabled": /Enable the API in the studio's Google Cloud project/,
  "google-forbidden-for-non-organizer": /next run tries again/,
  unconfirmed: /left as they are until the next run/,
  "changed-meanwhile": /next run goes on/,
  "event-id-taken": /refuses every id tried/,
};
