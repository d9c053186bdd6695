import type { Answer } from "./call.js";

/** The error envelope of the People API: no `errors[]`. Printed with two spaces. */
export function peopleError(code: number, status: string, message: string, details?: readonly unknown[]): Answer {
  return { status: code, json: { error: { code, message, status, ...(details && { details }) } }, indent: 2 };
}

function errorDetail(reason: string, domain: string, metadata?: { readonly [name: string]: string }): unknown {
  return { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain, ...(metadata && { metadata }) };
}

function quotaError(kind: string, metric: string, limit: string): Answer {
  return peopleError(
    429,
    "RESOURCE_EXHAUSTED",
    `Quota exceeded for quota metric '${kind}' and limit '${kind} per minute per user' of service 'people.googleapis.com' for consumer 'project_number:123456789012'.`,
    [
      errorDetail("RATE_LIMIT_EXCEEDED", "googleapis.com", {
        service: "people.googleapis.com",
        consumer: "projects/123456789012",
        quota_metric: `people.googleapis.com/${metric}`,
        quota_limit: limit,
        quota_location: "global",
      }),
    ],
  );
}

/** The error answers of the People API, by name. Sources: recorded responses, and the error model of Google's APIs. */
export const peopleErrors = {
  peopleSyncTokenExpired: peopleError(
    400,
    "FAILED_PRECONDITION",
    "Sync token is expired. Clear local cache and retry call without the sync token.",
    [errorDetail("EXPIRED_SYNC_TOKEN", "people.googleapis.com")],
  ),
  peopleInvalidArgument: peopleError(400, "INVALID_ARGUMENT", "Request contains an invalid argument."),
  peopleStaleEtag: peopleError(
    400,
    "FAILED_PRECONDITION",
    "Request person.etag is different than the current person.etag. Clear local cache and get the latest person.",
  ),
  peopleStaleGroupEtag: peopleError(
    400,
    "FAILED_PRECONDITION",
    "Request contact_group.etag is different than the current contact_group.etag. Clear local cache and get the latest contact group.",
  ),
  peopleOverflow: peopleError(400, "FAILED_PRECONDITION", "MY_CONTACTS_OVERFLOW_COUNT"),
  peopleNotFound: peopleError(404, "NOT_FOUND", "Requested entity was not found."),
  peopleNameTaken: peopleError(409, "ALREADY_EXISTS", "Contact group name already exists."),
  peopleOverlap: peopleError(409, "ABORTED", "Mutate requests for the same user should be sent sequentially."),
  peopleCriticalReads: quotaError(
    "Critical read requests (Contact and Profile Reads)",
    "critical_read_requests",
    "CriticalReadsPerMinutePerProjectPerUser",
  ),
  peopleCriticalWrites: quotaError(
    "Critical write requests (Contact and Profile Writes)",
    "critical_write_requests",
    "CriticalWritesPerMinutePerProjectPerUser",
  ),
  peopleExhausted: peopleError(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
  peopleUnauthenticated: peopleError(
    401,
    "UNAUTHENTICATED",
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
  ),
  peopleInternal: peopleError(500, "INTERNAL", "Internal error encountered."),
  peopleUnavailable: peopleError(503, "UNAVAILABLE", "The service is currently unavailable."),
} as const satisfies { readonly [name: string]: Answer };

/** The 403 for a token without the scope. */
export function peopleScopeError(method: string): Answer {
  return peopleError(403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.", [
    errorDetail("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "googleapis.com", { service: "people.googleapis.com", method }),
  ]);
}

/** The 400 of Google's front end for something the request message does not have. */
export function unknownNames(descriptions: readonly string[]): Answer {
  const texts = descriptions.map((description) => `Invalid JSON payload received. ${description}`);
  const fieldViolations = texts.map((description) => ({ description }));
  return peopleError(400, "INVALID_ARGUMENT", texts.join("\n"), [
    { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations },
  ]);
}
