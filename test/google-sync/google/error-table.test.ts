import assert from "node:assert/strict";

import { verdictOf } from "../../../src/google-sync/google/error-table.js";
import { failureOf, networkFailure } from "../../../src/google-sync/google/failure.js";
import type { Operation } from "../../../src/google-sync/google/failure.js";

const now = new Date("2026-03-02T09:00:00Z");
const userRate = { kind: "retry-later", because: "rate", scope: "user" };
const projectRate = { kind: "retry-later", because: "rate", scope: "project" };
const serverIll = { kind: "retry-later", because: "server", scope: "user" };
const quotaOf = (limit: string): string =>
  `Quota exceeded for quota metric 'Queries' and limit 'Queries per minute${limit}' of service 'calendar-json.googleapis.com' for consumer 'project_number:1'`;

/** Calendar's own errors: operation, status, reason, message → verdict. */
const calendarRows: readonly (readonly [Operation, number, string, string, object])[] = [
  ["list", 400, "badRequest", "Bad Request", { kind: "refused" }],
  ["list", 400, "invalid", "Invalid Value", { kind: "refused" }],
  ["insert", 400, "timeRangeEmpty", "The specified time range is empty.", { kind: "refused" }],
  ["insert", 400, "required", "Missing end time.", { kind: "refused" }],
  ["batch", 400, "parseError", "Parse Error", { kind: "refused" }],
  ["list-changes", 400, "invalid", "Invalid sync token value.", { kind: "sync-token-refused" }],
  ["list-changes", 400, "invalid", "Invalid Value", { kind: "sync-token-refused" }],
  ["list-changes", 400, "badRequest", "Sync token is not compatible.", { kind: "sync-token-refused" }],
  ["list-changes", 400, "badRequest", "Bad Request", { kind: "refused" }],
  ["list-changes", 410, "fullSyncRequired", "Sync token is no longer valid.", { kind: "sync-token-refused" }],
  ["list-changes", 410, "updatedMinTooLongAgo", "Too far in the past.", { kind: "sync-token-refused" }],
  ["list-changes", 410, "gone", "", { kind: "sync-token-refused" }],
  ["get", 401, "authError", "Invalid Credentials", { kind: "refresh-token" }],
  ["insert", 403, "userRateLimitExceeded", "User Rate Limit Exceeded", userRate],
  ["insert", 403, "rateLimitExceeded", "Rate Limit Exceeded", userRate],
  ["insert", 429, "rateLimitExceeded", "Rate Limit Exceeded", userRate],
  ["insert", 403, "dailyLimitExceeded", "Daily Limit Exceeded", projectRate],
  ["insert", 403, "quotaExceeded", "Calendar usage limits exceeded.", { kind: "writes-suspended" }],
  ["patch", 403, "forbiddenForNonOrganizer", "Shared properties.", { kind: "forbidden-for-non-organizer" }],
  ["list", 403, "insufficientPermissions", "Insufficient Permission", { kind: "scope-missing" }],
  ["list", 403, "forbidden", "Forbidden", { kind: "calendar-not-available" }],
  ["insert", 403, "forbidden", "Forbidden", { kind: "calendar-not-available" }],
  ["patch", 403, "forbidden", "Forbidden", { kind: "refused" }],
  ["patch", 403, "requiredAccessLevel", "You need to have writer access.", { kind: "calendar-not-available" }],
  ["list", 403, "domainPolicy", "The domain administrators have disabled it.", { kind: "workspace-blocked" }],
  ["list", 404, "notFound", "Not Found", { kind: "calendar-not-available" }],
  ["list-changes", 404, "notFound", "Not Found", { kind: "calendar-not-available" }],
  ["insert", 404, "notFound", "Not Found", { kind: "calendar-not-available" }],
  ["get", 404, "notFound", "Not Found", { kind: "not-found" }],
  ["patch", 404, "notFound", "Not Found", { kind: "not-found" }],
  ["delete", 404, "notFound", "Not Found", { kind: "not-found" }],
  ["insert", 409, "duplicate", "The requested identifier already exists.", { kind: "duplicate-id" }],
  ["insert", 409, "conflict", "Conflict", serverIll],
  ["delete", 410, "deleted", "Resource has been deleted", { kind: "already-deleted" }],
  ["patch", 412, "conditionNotMet", "Precondition Failed", { kind: "precondition-failed" }],
  ["get", 500, "backendError", "Backend Error", serverIll],
  ["get", 503, "backendError", "Backend Error", serverIll],
  ["get", 418, "teapot", "Something new", { kind: "refused" }],
];

/** Errors of Google's front end and of People: operation, status, error object → verdict. */
const frontEndRows: readonly (readonly [Operation, number, object, object])[] = [
  ["list", 403, { status: "PERMISSION_DENIED", message: quotaOf(" per user") }, userRate],
  ["list", 403, { status: "PERMISSION_DENIED", message: quotaOf("") }, projectRate],
  ["list", 429, { status: "RESOURCE_EXHAUSTED", message: "Resource has been exhausted (e.g. check quota)." }, userRate],
  ["list", 429, { details: [{ reason: "RATE_LIMIT_EXCEEDED" }], message: quotaOf(" per user") }, userRate],
  [
    "list",
    403,
    { status: "PERMISSION_DENIED", message: "Request had insufficient authentication scopes." },
    { kind: "scope-missing" },
  ],
  ["get", 403, { details: [{ reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" }] }, { kind: "scope-missing" }],
  [
    "list",
    403,
    { details: [{ reason: "SERVICE_DISABLED", metadata: { activationUrl: "https://console.example.test/on" } }] },
    { kind: "api-not-enabled", activationUrl: "https://console.example.test/on" },
  ],
  [
    "list",
    403,
    { errors: [{ reason: "accessNotConfigured", extendedHelp: "https://console.example.test" }] },
    { kind: "api-not-enabled", activationUrl: "https://console.example.test" },
  ],
  [
    "list-changes",
    400,
    { status: "FAILED_PRECONDITION", details: [{ reason: "EXPIRED_SYNC_TOKEN" }] },
    { kind: "sync-token-refused" },
  ],
  ["patch", 400, { status: "FAILED_PRECONDITION", message: "etag" }, { kind: "precondition-failed" }],
];

const contactQuota = (limit: string): object => ({
  message: "Quota exceeded for quota metric 'Critical write requests' and limit 'Critical write requests per minute'",
  details: [{ reason: "RATE_LIMIT_EXCEEDED", metadata: { quota_limit: limit } }],
});

/** People: operation, status, error object → verdict. */
const contactRows: readonly (readonly [Operation, number, object, object])[] = [
  ["contacts-list", 429, contactQuota("CriticalReadsPerMinutePerProjectPerUser"), userRate],
  ["contacts-create", 429, contactQuota("CriticalWritesPerMinutePerProject"), projectRate],
  ["contacts-list", 429, { status: "RESOURCE_EXHAUSTED", message: "Resource has been exhausted." }, userRate],
  [
    "contacts-changes",
    400,
    { status: "FAILED_PRECONDITION", details: [{ reason: "EXPIRED_SYNC_TOKEN" }] },
    { kind: "sync-token-refused" },
  ],
  ["contacts-changes", 400, { status: "INVALID_ARGUMENT" }, { kind: "sync-token-refused" }],
  ["contacts-list", 400, { status: "INVALID_ARGUMENT" }, { kind: "refused" }],
  [
    "contacts-list",
    403,
    { details: [{ reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" }] },
    { kind: "contacts-not-permitted" },
  ],
  [
    "label-create",
    403,
    { status: "PERMISSION_DENIED", message: "Request had insufficient authentication scopes." },
    { kind: "contacts-not-permitted" },
  ],
  ["contacts-list", 401, { status: "UNAUTHENTICATED" }, { kind: "refresh-token" }],
  ["contacts-list", 404, { status: "NOT_FOUND" }, { kind: "refused" }],
  ["contacts-list", 403, { status: "PERMISSION_DENIED" }, { kind: "refused" }],
  ["contacts-update", 400, { status: "FAILED_PRECONDITION", message: "person.etag" }, { kind: "precondition-failed" }],
  ["contacts-update", 400, { status: "INVALID_ARGUMENT" }, { kind: "refused" }],
  ["contacts-update", 404, { status: "NOT_FOUND" }, { kind: "not-found" }],
  [
    "contacts-create",
    400,
    { status: "FAILED_PRECONDITION", message: "MY_CONTACTS_OVERFLOW_COUNT" },
    { kind: "address-book-full" },
  ],
  ["contacts-create", 409, { status: "ABORTED" }, userRate],
  ["contacts-create", 503, { status: "UNAVAILABLE" }, serverIll],
  ["label-create", 409, { status: "ALREADY_EXISTS" }, { kind: "duplicate-id" }],
  ["label-rename", 400, { status: "FAILED_PRECONDITION" }, { kind: "precondition-failed" }],
  ["label-members", 404, { status: "NOT_FOUND" }, { kind: "not-found" }],
];

/** The token endpoint: status, error, description → verdict. */
const oauthRows: readonly (readonly [number, string, string, object])[] = [
  [400, "invalid_grant", "Token has been expired or revoked.", { kind: "needs-reconnecting" }],
  [401, "invalid_client", "The OAuth client was not found.", { kind: "client-refused" }],
  [401, "deleted_client", "The OAuth client was deleted.", { kind: "client-refused" }],
  [400, "unauthorized_client", "Unauthorized", { kind: "client-refused" }],
  [400, "admin_policy_enforced", "", { kind: "workspace-blocked" }],
  [400, "org_internal", "", { kind: "workspace-blocked" }],
  [400, "invalid_request", "Missing code", { kind: "refused" }],
  [429, "rate_limit_exceeded", "", userRate],
  [500, "internal_failure", "", serverIll],
  [503, "", "", serverIll],
];

describe("the table of Google's errors", () => {
  for (const [operation, status, reason, message, verdict] of calendarRows) {
    it(`reads ${status} ${reason} "${message}" of ${operation} as ${JSON.stringify(verdict)}`, () => {
      const body = JSON.stringify({
        error: { errors: [{ domain: "global", reason, message }], code: status, message },
      });
      assert.deepEqual(verdictOf(failureOf(operation, { status, body }, now)), verdict);
    });
  }

  for (const [operation, status, error, verdict] of [...frontEndRows, ...contactRows]) {
    it(`reads ${status} ${JSON.stringify(error)} of ${operation} as ${JSON.stringify(verdict)}`, () => {
      assert.deepEqual(verdictOf(failureOf(operation, { status, body: JSON.stringify({ error }) }, now)), verdict);
    });
  }

  for (const [status, error, description, verdict] of oauthRows) {
    it(`reads ${status} ${error} of the token endpoint as ${JSON.stringify(verdict)}`, () => {
      const body = JSON.stringify({ error, error_description: description });
      assert.deepEqual(verdictOf(failureOf("token", { status, body }, now)), verdict);
    });
  }

  it("reads a broken connection as something to repeat", () => {
    assert.deepEqual(verdictOf(networkFailure("list", "ECONNRESET")), {
      kind: "retry-later",
      because: "network",
      scope: "user",
    });
  });

  it("goes by the status where a proxy answers with a page", () => {
    assert.deepEqual(verdictOf(failureOf("list", { status: 502, body: "<html>" }, now)), serverIll);
  });

  it("reads Retry-After in seconds and as a date", () => {
    const waits = ["7", "Mon, 02 Mar 2026 09:01:00 GMT", "soon"].map(
      (retryAfter) => failureOf("list", { status: 503, body: "", retryAfter }, now).retryAfterMilliseconds,
    );
    assert.deepEqual(waits, [7000, 60_000, undefined]);
  });
});
