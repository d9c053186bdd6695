import type { ErrorRow } from "../error-row.js";
import type { ContactOperation } from "../failure.js";

const everyRequest: readonly ContactOperation[] = [
  "contacts-list",
  "contacts-changes",
  "contacts-get",
  "contacts-create",
  "contacts-update",
  "contacts-delete",
  "labels-list",
  "label-create",
  "label-rename",
  "label-members",
];
const notPermitted = { kind: "contacts-not-permitted" } as const;

/**
 * What People v1 says otherwise than Calendar; these rows are looked at first. Its errors carry a status of
 * google.rpc, and details with a reason now and then.
 * Sources: developers.google.com/people/api/rest/v1/people.connections/list, .../people/v1/contacts, google.md 3.
 */
export const contactErrorTable: readonly ErrorRow[] = [
  // Without the permission the calendar goes on (A4).
  { reason: ["ACCESS_TOKEN_SCOPE_INSUFFICIENT"], operation: everyRequest, verdict: notPermitted },
  { status: [403], message: /insufficient authentication scopes/i, operation: everyRequest, verdict: notPermitted },

  // Sync tokens (G7): EXPIRED_SYNC_TOKEN, or INVALID_ARGUMENT of a token that is none or another list's.
  { status: [400, 410], operation: ["contacts-changes"], verdict: { kind: "sync-token-refused" } },

  {
    status: [400],
    message: /MY_CONTACTS_OVERFLOW_COUNT/,
    operation: ["contacts-create"],
    verdict: { kind: "address-book-full" },
  },
  {
    status: [400],
    reason: ["FAILED_PRECONDITION"],
    operation: ["contacts-update", "label-rename"],
    verdict: { kind: "precondition-failed" },
  },
  {
    status: [404],
    operation: ["contacts-get", "contacts-update", "contacts-delete", "label-rename", "label-members"],
    verdict: { kind: "not-found" },
  },
  {
    status: [409],
    reason: ["ALREADY_EXISTS"],
    operation: ["label-create", "label-rename"],
    verdict: { kind: "duplicate-id" },
  },
  // Another change of the account's contacts is under way: nothing was done, and slower is better.
  { status: [409], operation: everyRequest, verdict: { kind: "retry-later", because: "rate", scope: "user" } },
];
