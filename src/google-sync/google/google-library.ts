import type { auth, calendar_v3 } from "googleapis/build/src/apis/calendar/index.js";
import type { people_v1 } from "googleapis/build/src/apis/people/index.js";

import type { GoogleEndpoints } from "./endpoints.js";
import { GoogleError } from "./errors.js";
import { networkFailure } from "./failure.js";
import type { Operation } from "./failure.js";

/** Google's OAuth 2.0 client, as the library brings it along. */
type OAuth2Client = InstanceType<typeof auth.OAuth2>;

/** Google's own client library for one account: its authenticated transport and its methods. */
export interface GoogleLibrary {
  readonly auth: OAuth2Client;
  readonly calendar: calendar_v3.Calendar;
  /** Loaded when contacts are first asked for. */
  people(): Promise<people_v1.People>;
}

/** An answer as it came: any status, the body not yet read as anything. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
}

/** Longer than Google ever takes; a connection that says nothing must not hang a job run. */
const timeoutMilliseconds = 90_000;

/**
 * Loads the library when an account is first used: the whole package costs a second and 110 MB,
 * the Calendar module a tenth of that (google.md 5.2).
 */
export async function loadGoogleLibrary(endpoints: GoogleEndpoints): Promise<GoogleLibrary> {
  const { auth, calendar } = await import("googleapis/build/src/apis/calendar/index.js");
  const client = new auth.OAuth2();
  let people: Promise<people_v1.People> | undefined;
  return {
    auth: client,
    calendar: calendar({ version: "v3", auth: client, rootUrl: endpoints.calendarRoot }),
    people: () => (people ??= loadPeople(client, endpoints)),
  };
}

async function loadPeople(auth: OAuth2Client, endpoints: GoogleEndpoints): Promise<people_v1.People> {
  const { people } = await import("googleapis/build/src/apis/people/index.js");
  return people({ version: "v1", auth, rootUrl: endpoints.peopleRoot });
}

/** What the library gives back; its data is text, since that was asked for. */
export interface LibraryAnswer {
  readonly status: number;
  readonly headers: object;
  readonly data: unknown;
}

/**
 * Options for every call: repeats are ours (the library ignores Retry-After and never repeats
 * a rate limit, google.md 5.4), statuses are read by the error table, bodies by us.
 */
export function callOptions(signal: AbortSignal) {
  return {
    retry: false,
    responseType: "text",
    validateStatus: () => true,
    timeout: timeoutMilliseconds,
    signal,
  } as const;
}

/**
 * Sends, and gives back whatever came.
 * @throws GoogleError `retry-later` when nothing came, the signal's reason when it was aborted
 */
export async function answerOf(
  operation: Operation,
  signal: AbortSignal,
  send: () => Promise<LibraryAnswer>,
): Promise<RawAnswer> {
  try {
    const { status, headers, data } = await send();
    return {
      status,
      body: typeof data === "string" ? data : "",
      contentType: headerOf(headers, "content-type") ?? "",
      retryAfter: headerOf(headers, "retry-after"),
    };
  } catch (error) {
    signal.throwIfAborted();
    // The library's error holds the request with its Authorization header: keep the system's code only.
    const failure = networkFailure(operation, systemCodeOf(error));
    throw GoogleError.of(failure, { kind: "retry-later", because: "network", scope: "user" });
  }
}

/** The library gives a plain object from its API methods, and the Headers of its own fetch from the transport. */
function headerOf(headers: object, name: string): string | undefined {
  const all: Iterable<readonly [string, unknown]> =
    // Headers of any fetch iterate over names and values.
    Symbol.iterator in headers ? (headers as Iterable<readonly [string, unknown]>) : Object.entries(headers);
  for (const [key, value] of all) if (key.toLowerCase() === name && typeof value === "string") return value;
  return undefined;
}

function systemCodeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
    if (at.name === "TimeoutError" || at.name === "AbortError") return "TIMEOUT";
  }
  return error instanceof Error ? error.name : "UNKNOWN";
}
