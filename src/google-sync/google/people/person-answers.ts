import { verdictOf } from "../error-table.js";
import { GoogleError, MalformedAnswerError } from "../errors.js";
import { failureWith } from "../failure.js";
import type { ContactOperation } from "../failure.js";
import { listOf, objectOf, optionalTextOf } from "../read-json.js";
import type { Json } from "../read-json.js";
import type {
  ContactCreate,
  ContactGetOutcome,
  ContactPage,
  ContactUpdate,
  ContactWriteOutcome,
} from "./contacts-api.js";
import type { GoogleContact } from "./google-person.js";
import { clientDataOf, readPerson, readVersion } from "./read-person.js";

/** A page ends either in another page or in a sync token; anything else was not sent by Google (C14). */
export function readPage(json: Json): {
  readonly content: ContactPage;
  readonly nextPageToken: string | undefined;
} {
  const nextPageToken = optionalTextOf(json, "nextPageToken");
  const nextSyncToken = optionalTextOf(json, "nextSyncToken");
  if ((nextPageToken === undefined) === (nextSyncToken === undefined)) {
    throw new MalformedAnswerError("the page of contacts has neither a next page nor an end");
  }
  const contacts: GoogleContact[] = [];
  const unreadable: { readonly resourceName: string; readonly problem: string }[] = [];
  for (const item of listOf(json, "connections")) {
    const person = objectOf(item);
    try {
      contacts.push(readPerson(person));
    } catch (error) {
      const resourceName = optionalTextOf(person, "resourceName");
      if (!(error instanceof MalformedAnswerError) || resourceName === undefined) throw error;
      unreadable.push({ resourceName, problem: error.message });
    }
  }
  return { content: { contacts, unreadable, nextSyncToken }, nextPageToken };
}

/** What a read says of each name that was asked for. */
export function readGot(
  resourceNames: readonly string[],
  json: Json,
): readonly (readonly [string, ContactGetOutcome])[] {
  const responses = new Map(
    listOf(json, "responses").map((item) => {
      const response = objectOf(item);
      return [optionalTextOf(response, "requestedResourceName"), response] as const;
    }),
  );
  return resourceNames.map((name) => [name, gotOf(responses.get(name))]);
}

/** What became of each create. Google promises no order: the contact's own mark tells which it is. */
export function readCreated(creates: readonly ContactCreate[], json: Json): readonly ContactWriteOutcome[] {
  const responses = listOf(json, "createdPeople").map(objectOf);
  const byMark = new Map(
    responses.map((response) => [markOf(clientDataOf(objectOf(response["person"]))), response] as const),
  );
  return creates.map(({ clientData }) => {
    const outcome = writtenOf(byMark.get(markOf(clientData)), "contacts-create");
    // The request as a whole succeeded: whatever cannot be read may be there.
    return outcome.kind === "failed" && isUndecided(outcome.error)
      ? { kind: "unknown", error: outcome.error }
      : outcome;
  });
}

/** What became of each update; the answer names contacts as the request did. */
export function readUpdated(updates: readonly ContactUpdate[], json: Json): readonly ContactWriteOutcome[] {
  const responses = new Map(Object.entries(objectOf(json["updateResult"])));
  return updates.map(({ resourceName }) => writtenOf(objectOf(responses.get(resourceName)), "contacts-update"));
}

/** The new version of one contact. */
export function readWritten(person: Json): ContactWriteOutcome {
  try {
    return { kind: "written", contact: readVersion(person) };
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return { kind: "failed", error };
  }
}

/** What a refusal means for a contact that exists. */
export function refusalOf(error: GoogleError): ContactWriteOutcome {
  switch (error.verdict.kind) {
    case "precondition-failed":
      return { kind: "stale" };
    case "not-found":
      return { kind: "not-found" };
    default:
      return { kind: "failed", error };
  }
}

/** Nobody knows whether Google carried it out. */
export function isUndecided({ verdict }: GoogleError): boolean {
  return (verdict.kind === "retry-later" && verdict.because !== "rate") || verdict.kind === "malformed-answer";
}

/**
 * What Google said about one contact, as an error of its own.
 * @param code of google.rpc.Code
 */
export function itemError(operation: ContactOperation, code: number, message: string): GoogleError {
  const [status, reason] = statusOf[code] ?? [400, "INVALID_ARGUMENT"];
  const failure = failureWith({ operation, status, reason, message });
  return GoogleError.of(failure, verdictOf(failure));
}

const statusOf: Readonly<Record<number, readonly [number, string]>> = {
  5: [404, "NOT_FOUND"],
  8: [429, "RESOURCE_EXHAUSTED"],
  9: [400, "FAILED_PRECONDITION"],
  10: [409, "ABORTED"],
  13: [500, "INTERNAL"],
  14: [503, "UNAVAILABLE"],
};

function gotOf(response: Json | undefined): ContactGetOutcome {
  const refused = refusedIn(response ?? {}, "contacts-get");
  if (refused !== undefined) {
    return refused.verdict.kind === "not-found" ? { kind: "not-found" } : { kind: "failed", error: refused };
  }
  try {
    const contact = readPerson(objectOf(response?.["person"]));
    return contact.kind === "deleted" ? { kind: "not-found" } : { kind: "found", contact };
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return { kind: "failed", error };
  }
}

function writtenOf(response: Json | undefined, operation: ContactOperation): ContactWriteOutcome {
  const refused = refusedIn(response ?? {}, operation);
  return refused === undefined ? readWritten(objectOf(response?.["person"])) : refusalOf(refused);
}

/** A PersonResponse carries a status of google.rpc, and an older one of HTTP. */
function refusedIn(response: Json, operation: ContactOperation): GoogleError | undefined {
  const status = objectOf(response["status"]);
  const { code } = status;
  const message = optionalTextOf(status, "message") ?? "";
  if (typeof code === "number" && code !== 0) return itemError(operation, code, message);
  return response["httpStatusCode"] === 404 ? itemError(operation, 5, message) : undefined;
}

function markOf(clientData: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(clientData).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
