import { personLists } from "../../src/google-sync/google/people/google-person.js";
import { pieces, request } from "./floor-requests.js";
import type { FloorRequests } from "./floor-requests.js";
import type { Account, BenchContact } from "./google-child.js";
import { personOf } from "./invented.js";

/** Contacts to make, or those to change. */
export type ContactWrites =
  | { readonly kind: "insert"; readonly count: number }
  | { readonly kind: "patch"; readonly contacts: readonly BenchContact[] };

const contactsInBatch = 200;
const sources = "READ_SOURCE_TYPE_CONTACT";
const personFields = [...personLists, "clientData", "memberships", "metadata"].join(",");

/** The requests of contacts. @param others requests of a run about the calendar and labels; here labels are listed */
export function contactsFloor(account: Account, writes: ContactWrites, others: number): FloorRequests {
  const post = (method: string, body: object) => async (): Promise<void> => {
    const headers = { "Content-Type": "application/json" };
    await request(account, `/v1/people:${method}`, { method: "POST", headers, body: JSON.stringify(body) });
  };
  const listLabels = async (): Promise<void> => {
    await request(account, "/v1/contactGroups?pageSize=1000&groupFields=groupType,name");
  };
  return {
    list(syncToken, pageToken) {
      const query = new URLSearchParams({ personFields, sources, pageSize: "1000", requestSyncToken: "true" });
      if (syncToken !== undefined) query.set("syncToken", syncToken);
      if (pageToken !== undefined) query.set("pageToken", pageToken);
      return request(account, `/v1/people/me/connections?${query}`);
    },
    batches: [...Array.from({ length: others }, () => listLabels), ...bodiesOf(writes).map((body) => post(...body))],
  };
}

function bodiesOf(writes: ContactWrites): readonly (readonly [method: string, body: object])[] {
  if (writes.kind === "insert") {
    const made = Array.from({ length: writes.count }, (_, index) => ({ contactPerson: personOf("Floor", index) }));
    return pieces(made, contactsInBatch).map((contacts) => [
      "batchCreateContacts",
      { contacts, readMask: "clientData,metadata", sources: [sources] },
    ]);
  }
  return pieces(writes.contacts, contactsInBatch).map((some) => [
    "batchUpdateContacts",
    {
      contacts: Object.fromEntries(
        some.map(({ resourceName, etag, metadata }) => [
          resourceName,
          { etag, metadata, organizations: [{ name: `Changed ${resourceName}` }] },
        ]),
      ),
      updateMask: "organizations",
      readMask: "metadata",
      sources: [sources],
    },
  ]);
}
