import type { ErrorRow } from "../../../../src/google-sync/google/error-row.js";
import { errorTable, rowOf } from "../../../../src/google-sync/google/error-table.js";
import { failureOf, networkFailure } from "../../../../src/google-sync/google/failure.js";
import type { ContactOperation } from "../../../../src/google-sync/google/failure.js";
import { contactErrorTable } from "../../../../src/google-sync/google/people/contact-error-table.js";
import type { Fault } from "../../../../src/local-google/index.js";

/** What a run asks of Google Contacts, by the request of the API; deletions are asked for by Undo, one by one. */
export const contactOperations = {
  "labels-list": "people.contactGroups.list",
  "label-create": "people.contactGroups.create",
  "label-rename": "people.contactGroups.update",
  "label-members": "people.contactGroups.members.modify",
  "contacts-list": "people.people.connections.list",
  "contacts-changes": "people.people.connections.list",
  "contacts-get": "people.people.getBatchGet",
  "contacts-create": "people.people.batchCreateContacts",
  "contacts-update": "people.people.batchUpdateContacts",
} as const satisfies Partial<Record<ContactOperation, string>>;
export type ContactPlace = keyof typeof contactOperations;

/** A refusal that one row of the tables decides about. */
export interface ContactRefusal {
  readonly row: ErrorRow;
  readonly status: number;
  readonly reason: string;
  readonly place: ContactPlace;
  readonly fault: Fault;
}

/** Messages that rows look for; the first that fits is sent. */
const messages = [
  "",
  "Request had insufficient authentication scopes.",
  "Quota exceeded for quota metric 'Critical read requests' and limit 'Critical read requests per minute per user'",
  "Sync token is invalid.",
  "MY_CONTACTS_OVERFLOW_COUNT",
];

/** Every row of both tables at every request of contacts it decides about; each status and reason of it at one of them. */
export function contactRefusals(): readonly ContactRefusal[] {
  return [...contactErrorTable, ...errorTable].flatMap((row) => {
    const [first = [], ...others] = spellingsOf(row).map(([status, reason]) =>
      // The names of an object made above.
      (Object.keys(contactOperations) as ContactPlace[]).flatMap((place) => refusalAt(row, status, reason, place)),
    );
    return [...first, ...others.flatMap((refusals) => refusals.slice(0, 1))];
  });
}

function spellingsOf({ status, reason }: ErrorRow): readonly (readonly [number, string])[] {
  const statuses = status === "5xx" ? [503, 500] : (status ?? [403]);
  return statuses.flatMap((each) => (reason ?? [""]).map((word) => [each, word] as const));
}

/** Nothing where an earlier row, or none, decides. */
function refusalAt(row: ErrorRow, status: number, reason: string, place: ContactPlace): readonly ContactRefusal[] {
  if (status === 0) {
    const isFitting = rowOf(networkFailure(place, "ECONNRESET")) === row;
    return isFitting ? [{ row, status, reason, place, fault: { kind: "reset" } }] : [];
  }
  const message = messages.find((text) => row.message === undefined || row.message.test(text)) ?? "";
  const json = [statusWord(reason), detail(reason)]
    .map((more) => ({ error: { code: status, message, ...more } }))
    .find((body) => rowOf(failureOf(place, { status, body: JSON.stringify(body) }, new Date(0))) === row);
  return json === undefined ? [] : [{ row, status, reason, place, fault: { kind: "error", error: { status, json } } }];
}

function statusWord(reason: string): object {
  return reason === "" ? {} : { status: reason };
}

function detail(reason: string): object {
  return {
    details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "people.googleapis.com" }],
  };
}
