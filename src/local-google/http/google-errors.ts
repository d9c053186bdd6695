import { isObject, textOf } from "../json.js";
import type { Answer } from "./call.js";
import { peopleErrors } from "./people-errors.js";

interface Place {
  readonly locationType: "header" | "parameter";
  readonly location: string;
}

/** The envelope of Calendar's own errors; printed with one space. */
function calendarError(code: number, domain: string, reason: string, message: string, place?: Place): Answer {
  return {
    status: code,
    json: { error: { errors: [{ domain, reason, message, ...place }], code, message } },
    indent: 1,
  };
}

/** The envelope of Google's front end: a `status` word and details; printed with two spaces. */
function frontEndError(
  code: number,
  message: string,
  status: string,
  extra: { readonly errors?: readonly unknown[]; readonly details?: readonly unknown[] } = {},
): Answer {
  return { status: code, json: { error: { code, message, ...extra, status } }, indent: 2 };
}

function scopeError(metadata: { readonly method: string; readonly service: string }): Answer {
  return frontEndError(403, "Request had insufficient authentication scopes.", "PERMISSION_DENIED", {
    errors: [{ message: "Insufficient Permission", domain: "global", reason: "insufficientPermissions" }],
    details: [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
        domain: "googleapis.com",
        metadata,
      },
    ],
  });
}

const authorization: Place = { locationType: "header", location: "Authorization" };
const ifMatch: Place = { locationType: "header", location: "If-Match" };

/** The error answers Google documents or was recorded with, by name. Sources: the error guides and recorded responses. */
export const googleErrors = {
  authError: calendarError(401, "global", "authError", "Invalid Credentials", authorization),
  userRateLimitExceeded: calendarError(403, "usageLimits", "userRateLimitExceeded", "User Rate Limit Exceeded"),
  rateLimitExceeded: calendarError(403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded"),
  tooManyRequests: {
    ...calendarError(429, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded"),
    indent: 2,
  },
  quotaMetricExceeded: frontEndError(
    403,
    "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'calendar-json.googleapis.com' for consumer 'project_number:123456789012'.",
    "PERMISSION_DENIED",
  ),
  quotaExceeded: calendarError(403, "usageLimits", "quotaExceeded", "Calendar usage limits exceeded."),
  dailyLimitExceeded: calendarError(403, "usageLimits", "dailyLimitExceeded", "Daily Limit Exceeded"),
  forbiddenForNonOrganizer: calendarError(
    403,
    "calendar",
    "forbiddenForNonOrganizer",
    "Shared properties can only be changed by the organizer of the event.",
  ),
  insufficientPermissions: scopeError({
    method: "calendar.v3.Events.List",
    service: "calendar-json.googleapis.com",
  }),
  accessNotConfigured: frontEndError(
    403,
    "Google Calendar API has not been used in project 123456789012 before or it is disabled.",
    "PERMISSION_DENIED",
    {
      errors: [
        {
          message: "Google Calendar API has not been used in project 123456789012 before or it is disabled.",
          domain: "usageLimits",
          reason: "accessNotConfigured",
          extendedHelp: "https://console.developers.google.com",
        },
      ],
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.ErrorInfo",
          reason: "SERVICE_DISABLED",
          domain: "googleapis.com",
          metadata: { service: "calendar-json.googleapis.com", consumer: "projects/123456789012" },
        },
      ],
    },
  ),
  forbidden: calendarError(403, "global", "forbidden", "Forbidden"),
  requiredAccessLevel: calendarError(
    403,
    "calendar",
    "requiredAccessLevel",
    "You need to have writer access to this calendar.",
  ),
  notFound: calendarError(404, "global", "notFound", "Not Found"),
  duplicate: calendarError(409, "global", "duplicate", "The requested identifier already exists."),
  conflict: calendarError(409, "global", "conflict", "Conflict"),
  fullSyncRequired: calendarError(
    410,
    "calendar",
    "fullSyncRequired",
    "Sync token is no longer valid, a full sync is required.",
    { locationType: "parameter", location: "syncToken" },
  ),
  updatedMinTooLongAgo: calendarError(
    410,
    "calendar",
    "updatedMinTooLongAgo",
    "The requested minimum modification time lies too far in the past.",
    { locationType: "parameter", location: "updatedMin" },
  ),
  deleted: calendarError(410, "global", "deleted", "Resource has been deleted"),
  conditionNotMet: calendarError(412, "global", "conditionNotMet", "Precondition Failed", ifMatch),
  invalidSyncToken: calendarError(400, "global", "invalid", "Invalid sync token value.", {
    locationType: "parameter",
    location: "syncToken",
  }),
  invalidPageToken: calendarError(400, "global", "invalid", "Invalid page token value.", {
    locationType: "parameter",
    location: "pageToken",
  }),
  syncTokenWithRestrictions: calendarError(
    400,
    "global",
    "badRequest",
    "Sync token cannot be used with other request restrictions.",
    { locationType: "parameter", location: "syncToken" },
  ),
  syncTokenWithOrdering: calendarError(
    400,
    "global",
    "badRequest",
    "Sync token is not compatible with non-default ordering.",
    { locationType: "parameter", location: "syncToken" },
  ),
  orderingNotAvailable: calendarError(
    400,
    "global",
    "badRequest",
    "The requested ordering is not available for the particular query.",
  ),
  timeRangeEmpty: calendarError(400, "calendar", "timeRangeEmpty", "The specified time range is empty."),
  windowEmpty: calendarError(400, "calendar", "timeRangeEmpty", "The specified time range is empty.", {
    locationType: "parameter",
    location: "timeMax",
  }),
  remindersBothWays: calendarError(
    400,
    "calendar",
    "cannotUseDefaultRemindersAndSpecifyOverride",
    "Cannot specify both default reminders and overrides at the same time.",
  ),
  parseError: calendarError(400, "global", "parseError", "Parse Error"),
  backendError: calendarError(500, "global", "backendError", "Backend Error"),
  badGateway: calendarError(502, "global", "backendError", "Bad Gateway"),
  serviceUnavailable: calendarError(503, "global", "backendError", "Service Unavailable"),
  gatewayTimeout: calendarError(504, "global", "backendError", "Gateway Timeout"),
  invalidGrant: {
    status: 400,
    json: { error: "invalid_grant", error_description: "Token has been expired or revoked." },
    indent: 2,
  },
  ...peopleErrors,
} as const satisfies { readonly [name: string]: Answer };

export type GoogleErrorName = keyof typeof googleErrors;

/** Ends a handler with one of Google's error answers. */
export class GoogleError extends Error {
  constructor(readonly answer: Answer) {
    super(`Google answers ${answer.status}: ${messageIn(answer.json)}`);
    this.name = "GoogleError";
  }
}

/** The message an error answer carries. */
function messageIn(json: unknown): string {
  const error = isObject(json) ? json["error"] : undefined;
  return (isObject(error) ? textOf(error["message"]) : textOf(error)) ?? "";
}

/** An error of the catalogue, to be thrown. */
export function googleError(name: GoogleErrorName): GoogleError {
  return new GoogleError(googleErrors[name]);
}

/** A 400 with its own message: a value Google would not take. */
export function invalid(message: string, parameter?: string): GoogleError {
  const place: Place | undefined = parameter ? { locationType: "parameter", location: parameter } : undefined;
  return new GoogleError(calendarError(400, "global", "invalid", message, place));
}

/** A 400 about something that must be there. */
export function required(message: string): GoogleError {
  return new GoogleError(calendarError(400, "global", "required", message));
}

/** The 403 for a token without the scope, naming the method as Google does. */
export function insufficientScope(service: string, method: string): GoogleError {
  return new GoogleError(scopeError({ method, service }));
}
