import type { ErrorRow } from "../../../../src/google-sync/google/error-row.js";
import { errorTable, rowOf } from "../../../../src/google-sync/google/error-table.js";
import { failureOf, networkFailure } from "../../../../src/google-sync/google/failure.js";
import type { Failure } from "../../../../src/google-sync/google/failure.js";
import type { Fault } from "../../../../src/local-google/index.js";

/** What a run asks of Google, and where a refusal can meet it; the last ones inside batches. */
export const places = ["token", "list", "list-changes", "batch", "get", "insert", "patch", "delete"] as const;
export type Place = (typeof places)[number];

/** A refusal that one row of the table decides about. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly place: Place;
  readonly fault: Fault;
}

/** Messages that rows look for; the first that fits is sent. */
const messages = [
  "",
  "Request had insufficient authentication scopes.",
  "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'calendar-json.googleapis.com'",
  "Invalid sync token value.",
];

/** A row by what it asks for, as a line of the expectations names it. */
export function nameOfRow({ status, reason, message, operation, location }: ErrorRow): string {
  const statuses = typeof status === "string" ? status : status?.join("/");
  const parts = [statuses, reason?.map((each) => each || "no reason").join("/"), message?.source, location];
  const asked = operation === undefined ? "" : ` of ${operation.join("/")}`;
  return `${parts.filter((part) => part !== undefined).join(" ")}${asked}`;
}

/**
 * Refusals that this row decides about: the first spelling at every place it can happen, each
 * further spelling of status and reason at one of them.
 */
export function refusalsOf(row: ErrorRow): readonly Refusal[] {
  const [first = [], ...others] = spellingsOf(row).map(([status, reason]) =>
    places.flatMap((place) => refusalAt(row, status, reason, place)),
  );
  return [...first, ...others.flatMap((refusals) => refusals.slice(0, 1))];
}

function spellingsOf({ status, reason }: ErrorRow): readonly (readonly [number, string])[] {
  const statuses = status === "5xx" ? [503, 500] : (status ?? [400]);
  return statuses.flatMap((each) => (reason ?? [""]).map((word) => [each, word] as const));
}

/** Nothing where an earlier row of the table, or none, decides. */
function refusalAt(row: ErrorRow, status: number, reason: string, place: Place): Refusal | [] {
  const message = messages.find((text) => row.message === undefined || row.message.test(text)) ?? "";
  const json =
    place === "token"
      ? { error: reason, error_description: message }
      : { error: { errors: [{ domain: "global", reason, message, location: row.location }], code: status, message } };
  const isFitting = rowOf(failureAt(place, status, JSON.stringify(json))) === row;
  if (!isFitting) return [];
  const fault: Fault = status === 0 ? { kind: "reset" } : { kind: "error", error: { status, json } };
  return { status, reason, place, fault };
}

function failureAt(place: Place, status: number, body: string): Failure {
  return status === 0 ? networkFailure(place, "ECONNRESET") : failureOf(place, { status, body }, new Date(0));
}

export { errorTable };
