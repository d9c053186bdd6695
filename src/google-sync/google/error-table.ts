import type { ErrorRow } from "./error-row.js";
import type { Failure } from "./failure.js";
import { contactErrorTable } from "./people/contact-error-table.js";
import type { QuotaScope, Verdict } from "./verdict.js";

const retryServer: Verdict = { kind: "retry-later", because: "server", scope: "user" };
const notAvailable: Verdict = { kind: "calendar-not-available" };

/** What is said to these is said about one event; to anything else the same words mean something else (C14). */
const ofOneEvent = ["get", "patch", "delete"] as const;

/**
 * The quota decides whose it is: People names it apart, Calendar in the message; without a name it is
 * the user's (Google's error guide).
 */
function rate(failure: Failure): Verdict {
  const quota = failure.quotaLimit ?? failure.message;
  const isProjects = /per ?(minute|day)/i.test(quota) && !/per ?user/i.test(quota);
  const scope: QuotaScope = isProjects || failure.reason === "dailyLimitExceeded" ? "project" : "user";
  return { kind: "retry-later", because: "rate", scope };
}

/**
 * Errors of Google by reason, but for what means something else of contacts (`contactErrorTable`). Calendar uses 403 for permissions and for rates, 410 for deleted
 * items and for old sync tokens, so the status alone never decides where a reason came with it.
 * Sources: developers.google.com/workspace/calendar/api/guides/errors, .../guides/sync,
 * .../people/api/rest/v1/people.connections/list, .../identity/protocols/oauth2.
 */
export const errorTable: readonly ErrorRow[] = [
  // No answer, or one of a machine on the way.
  { status: [0], verdict: { kind: "retry-later", because: "network", scope: "user" } },
  { status: [408], verdict: { kind: "retry-later", because: "network", scope: "user" } },

  // OAuth: the token endpoint.
  { reason: ["invalid_grant"], operation: ["token"], verdict: { kind: "needs-reconnecting" } },
  { reason: ["admin_policy_enforced", "org_internal"], verdict: { kind: "workspace-blocked" } },
  { reason: ["invalid_client", "unauthorized_client", "deleted_client"], verdict: { kind: "client-refused" } },
  { reason: ["invalid_scope"], operation: ["token"], verdict: { kind: "scope-missing" } },
  { reason: ["rate_limit_exceeded"], verdict: rate },
  { reason: ["internal_failure", "temporarily_unavailable"], verdict: retryServer },

  // Access.
  { status: [401], operation: ["token"], verdict: { kind: "client-refused" } },
  { status: [401], verdict: { kind: "refresh-token" } },
  {
    reason: ["accessNotConfigured", "SERVICE_DISABLED"],
    verdict: ({ activationUrl }) => ({ kind: "api-not-enabled", activationUrl }),
  },
  { reason: ["insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"], verdict: { kind: "scope-missing" } },
  { status: [403], message: /insufficient authentication scopes/i, verdict: { kind: "scope-missing" } },
  { reason: ["domainPolicy", "ACCESS_RESTRICTED_BY_ADMIN"], verdict: { kind: "workspace-blocked" } },

  // Quotas. "quotaExceeded" is the usage limit that makes the account read-only for hours.
  { status: [403], reason: ["quotaExceeded"], verdict: { kind: "writes-suspended" } },
  {
    status: [403, 429],
    reason: ["userRateLimitExceeded", "rateLimitExceeded", "dailyLimitExceeded", "RATE_LIMIT_EXCEEDED"],
    verdict: rate,
  },
  { status: [403], message: /^quota exceeded for quota metric/i, verdict: rate },
  { status: [429], verdict: rate },

  // Sync tokens (G7): too old, or not one.
  {
    reason: ["fullSyncRequired", "updatedMinTooLongAgo", "EXPIRED_SYNC_TOKEN"],
    operation: ["list-changes"],
    verdict: { kind: "sync-token-refused" },
  },
  { status: [400], message: /sync token/i, operation: ["list-changes"], verdict: { kind: "sync-token-refused" } },
  { status: [400], location: "syncToken", operation: ["list-changes"], verdict: { kind: "sync-token-refused" } },
  { status: [400], reason: ["invalid"], operation: ["list-changes"], verdict: { kind: "sync-token-refused" } },
  { status: [410], operation: ["list-changes"], verdict: { kind: "sync-token-refused" } },

  // The calendar itself (A11), then single items.
  {
    reason: ["requiredAccessLevel"],
    operation: ["list", "list-changes", "insert", ...ofOneEvent],
    verdict: notAvailable,
  },
  {
    status: [403],
    reason: ["forbiddenForNonOrganizer"],
    operation: ["patch", "delete"],
    verdict: { kind: "forbidden-for-non-organizer" },
  },
  {
    status: [403],
    reason: ["forbidden", "PERMISSION_DENIED", ""],
    operation: ["list", "list-changes", "insert"],
    verdict: notAvailable,
  },
  { status: [404], operation: ["list", "list-changes", "insert"], verdict: notAvailable },
  { status: [404], operation: ofOneEvent, verdict: { kind: "not-found" } },
  { status: [410], operation: ofOneEvent, verdict: { kind: "already-deleted" } },
  { status: [409], reason: ["duplicate"], operation: ["insert"], verdict: { kind: "duplicate-id" } },
  { status: [409], verdict: retryServer },
  { status: [412], operation: ["patch", "delete"], verdict: { kind: "precondition-failed" } },
  {
    status: [400],
    reason: ["FAILED_PRECONDITION"],
    operation: ["patch", "delete"],
    verdict: { kind: "precondition-failed" },
  },

  { status: "5xx", verdict: retryServer },
  // A batch refused as a whole says nothing about the calls in it: a proxy, or a moment of Google's front end.
  { status: [403, 404, 410, 412], operation: ["batch"], verdict: retryServer },
];

/** What a refusal means. Whatever the table does not know is `refused`: shown, never repeated, never a deletion. */
export function verdictOf(failure: Failure): Verdict {
  const row = rowOf(failure);
  if (row === undefined) return { kind: "refused" };
  return typeof row.verdict === "function" ? row.verdict(failure) : row.verdict;
}

/** The row that decides about a refusal; undefined where the table knows nothing of it. */
export function rowOf(failure: Failure): ErrorRow | undefined {
  return [...contactErrorTable, ...errorTable].find((row) => fits(row, failure));
}

function fits(row: ErrorRow, failure: Failure): boolean {
  return (
    (row.status === undefined ||
      (row.status === "5xx" ? failure.status >= 500 : row.status.includes(failure.status))) &&
    (row.reason === undefined || row.reason.includes(failure.reason)) &&
    (row.message === undefined || row.message.test(failure.message)) &&
    (row.operation === undefined || row.operation.includes(failure.operation)) &&
    (row.location === undefined || row.location === failure.location)
  );
}
