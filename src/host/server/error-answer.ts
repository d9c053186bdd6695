import { CodedError } from "../../base/coded-error.js";

/** What every refused request is answered with. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: {
    readonly code: string;
    readonly message: string;
    readonly hint?: string;
    /** Refused values, by field. */
    readonly problems?: unknown;
  };
}

const statusByCode: Readonly<Record<string, number>> = {
  "not-signed-in": 401,
  "wrong-credentials": 401,
  "clearance-missing": 403,
  "csrf-proof-missing": 403,
  "foreign-host-name": 403,
  "private-entry": 403,
  "unknown-contribution": 404,
  "unknown-plugin": 404,
  "unknown-job": 404,
  "unknown-job-run": 404,
  "unknown-callback": 404,
  "unknown-user": 404,
  "unknown-mail": 404,
  "unknown-page-file": 404,
  "record-not-found": 404,
  "wrong-page-owner": 404,
  "job-already-running": 409,
  "computer-offline": 409,
  "stale-entry": 409,
  "stale-record": 409,
  "initials-taken": 409,
  "client-group-name-taken": 409,
  "security-group-name-taken": 409,
  "last-administrator": 409,
  "impossible-booking": 422,
  "impossible-client": 422,
  "too-many-attempts": 429,
  "plugin-call-failed": 502,
  "studio-key-missing": 503,
  "database-unreachable": 503,
};

/** Says an error to a browser: its own words when somebody can act on them, otherwise none of its insides. */
export function errorAnswer(failure: unknown): ErrorAnswer {
  if (failure instanceof CodedError) {
    const { code, message, hint } = failure;
    const problems = "problems" in failure ? failure.problems : undefined;
    const more = { ...(hint === undefined ? {} : { hint }), ...(problems === undefined ? {} : { problems }) };
    return { status: statusByCode[code] ?? 400, body: { code, message, ...more } };
  }
  if (isRefusedRequest(failure)) {
    return { status: failure.statusCode, body: { code: "bad-request", message: failure.message } };
  }
  const hint = "The log of the host says more.";
  return { status: 500, body: { code: "internal-error", message: "The host could not do this", hint } };
}

/** An error fastify raises for a request it cannot accept. */
function isRefusedRequest(failure: unknown): failure is Error & { statusCode: number } {
  if (!(failure instanceof Error) || !("statusCode" in failure)) return false;
  return typeof failure.statusCode === "number" && failure.statusCode >= 400 && failure.statusCode < 500;
}
