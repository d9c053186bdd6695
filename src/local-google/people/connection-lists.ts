import { Snapshots } from "../calendar/snapshots.js";
import type { PageOptions } from "../calendar/snapshots.js";
import type { SyncTokens } from "../calendar/sync-tokens.js";
import { textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import type { Account } from "../store/account.js";
import type { GoogleStore } from "../store/google-store.js";
import type { ContactStore } from "./contact-store.js";
import { withDerived } from "./derived-values.js";
import { PeopleSyncTokens, parametersOf, readPeoplePageSize } from "./people-sync-tokens.js";
import { invalidArgument, readPersonFields, wantsContacts } from "./person-masks.js";
import { showPerson } from "./person-view.js";
import type { StoredContact } from "./stored-contact.js";

const sortOrders = [
  "LAST_MODIFIED_ASCENDING",
  "LAST_MODIFIED_DESCENDING",
  "FIRST_NAME_ASCENDING",
  "LAST_NAME_ASCENDING",
];

/** people.connections.list: shows contacts as they were some seconds ago, in full or since a sync token. */
export class ConnectionLists {
  readonly #snapshots: Snapshots<StoredContact>;
  readonly #tokens: PeopleSyncTokens;

  constructor(
    store: GoogleStore,
    private readonly contacts: ContactStore,
    tokens: SyncTokens,
    options: PageOptions,
  ) {
    this.#snapshots = new Snapshots(store.random, options, "peopleInvalidArgument");
    this.#tokens = new PeopleSyncTokens("connections", store.clock, tokens);
  }

  /** @throws GoogleError 400 */
  list(account: Account, query: URLSearchParams): JsonObject {
    const mask = readPersonFields(query);
    const size = readPeoplePageSize(query, 100);
    const request = `${account.sub} ${parametersOf(query, ["pageToken"])}`;
    const pageToken = query.get("pageToken");
    const listed = this.contacts.book(account).listed();
    const page = pageToken
      ? this.#snapshots.next(pageToken, request, size)
      : this.#snapshots.first({ request, ...this.#select(account, query, listed) }, size);
    const isDelta = query.has("syncToken");
    const options = { isList: true, showsPreviousNames: isDelta || query.get("requestSyncToken") === "true" };
    const total = wantsContacts(query.getAll("sources")) ? listed.filter(({ state }) => state === "live").length : 0;
    return {
      // An answer without people has no such key at all.
      ...(page.items.length > 0 && { connections: page.items.map((contact) => showPerson(contact, mask, options)) }),
      ...(page.nextPageToken !== undefined && { nextPageToken: page.nextPageToken }),
      ...(page.nextSyncToken !== undefined && { nextSyncToken: page.nextSyncToken }),
      ...(!isDelta && total > 0 && { totalPeople: total, totalItems: total }),
    };
  }

  #select(
    account: Account,
    query: URLSearchParams,
    listed: readonly StoredContact[],
  ): { readonly items: readonly StoredContact[]; readonly nextSyncToken: string | undefined } {
    const parameters = parametersOf(query, ["pageToken", "pageSize", "syncToken"]);
    const syncToken = query.get("syncToken") ?? undefined;
    const isSync = syncToken !== undefined || query.get("requestSyncToken") === "true";
    const order = readOrder(query, isSync);
    const since = syncToken === undefined ? undefined : this.#tokens.read(syncToken, account, parameters);
    const wanted = wantsContacts(query.getAll("sources")) ? listed : [];
    const items = wanted.filter(({ state, change }) => {
      if (state === "merged") return false;
      return since ? change > since.change : state === "live";
    });
    const change = Math.max(listed.at(-1)?.change ?? 0, since?.change ?? 0);
    return {
      items: sorted(items, order),
      nextSyncToken: isSync ? this.#tokens.issue(account, change, parameters, since) : undefined,
    };
  }
}

/** @throws GoogleError 400 for an unknown order, or another than the default in a sync */
function readOrder(query: URLSearchParams, isSync: boolean): string {
  const order = query.get("sortOrder") ?? "LAST_MODIFIED_ASCENDING";
  if (!sortOrders.includes(order)) throw invalidArgument(`Invalid value at 'sort_order' (TYPE_ENUM), "${order}"`);
  if (isSync && order !== "LAST_MODIFIED_ASCENDING") throw invalidArgument("Sync requests cannot be sorted.");
  return order;
}

function sorted(contacts: readonly StoredContact[], order: string): readonly StoredContact[] {
  switch (order) {
    case "LAST_MODIFIED_DESCENDING":
      return contacts.toReversed();
    case "FIRST_NAME_ASCENDING":
      return contacts.toSorted((one, other) => compare(one, other, "displayName"));
    case "LAST_NAME_ASCENDING":
      return contacts.toSorted((one, other) => compare(one, other, "displayNameLastFirst"));
    default:
      return contacts;
  }
}

function compare(one: StoredContact, other: StoredContact, key: string): number {
  return nameOf(one, key).localeCompare(nameOf(other, key), "en");
}

function nameOf({ fields }: StoredContact, key: string): string {
  return textOf(withDerived("names", fields.names?.[0] ?? {})[key]) ?? "";
}
