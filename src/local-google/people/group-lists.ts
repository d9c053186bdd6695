import { Snapshots } from "../calendar/snapshots.js";
import type { PageOptions } from "../calendar/snapshots.js";
import type { SyncTokens } from "../calendar/sync-tokens.js";
import type { JsonObject } from "../json.js";
import type { Account } from "../store/account.js";
import type { GoogleStore } from "../store/google-store.js";
import { readGroupFields, showDeletedGroup, showGroup, systemGroups } from "./contact-groups.js";
import type { ContactStore } from "./contact-store.js";
import { PeopleSyncTokens, parametersOf, readPeoplePageSize } from "./people-sync-tokens.js";

/** contactGroups.list: the groups of the system and the labels, in full or the labels changed since a sync token. */
export class GroupLists {
  readonly #snapshots: Snapshots<JsonObject>;
  readonly #tokens: PeopleSyncTokens;

  constructor(
    store: GoogleStore,
    private readonly contacts: ContactStore,
    tokens: SyncTokens,
    options: PageOptions,
  ) {
    this.#snapshots = new Snapshots(store.random, options, "peopleInvalidArgument");
    this.#tokens = new PeopleSyncTokens("contactGroups", store.clock, tokens);
  }

  /** @throws GoogleError 400 */
  list(account: Account, query: URLSearchParams): JsonObject {
    const size = readPeoplePageSize(query, 30);
    const request = `${account.sub} ${parametersOf(query, ["pageToken"])}`;
    const pageToken = query.get("pageToken");
    const page = pageToken
      ? this.#snapshots.next(pageToken, request, size)
      : this.#snapshots.first({ request, ...this.#select(account, query) }, size);
    const total = Object.keys(systemGroups).length + this.contacts.book(account).groups().length;
    return {
      ...(page.items.length > 0 && { contactGroups: page.items }),
      ...(!query.has("syncToken") && { totalItems: total }),
      ...(page.nextPageToken !== undefined && { nextPageToken: page.nextPageToken }),
      ...(page.nextSyncToken !== undefined && { nextSyncToken: page.nextSyncToken }),
    };
  }

  #select(
    account: Account,
    query: URLSearchParams,
  ): { readonly items: readonly JsonObject[]; readonly nextSyncToken: string } {
    const book = this.contacts.book(account);
    const fields = readGroupFields(query.get("groupFields") ?? undefined);
    const parameters = parametersOf(query, ["pageToken", "pageSize", "syncToken"]);
    const syncToken = query.get("syncToken");
    const since = syncToken === null ? undefined : this.#tokens.read(syncToken, account, parameters);
    const groups = book.allGroups().filter(({ change, isDeleted }) => (since ? change > since.change : !isDeleted));
    const systemIds = since ? [] : Object.keys(systemGroups);
    return {
      items: [
        ...systemIds.map((id) => showGroup(book, id, fields)),
        ...groups.map((group) => (group.isDeleted ? showDeletedGroup(group) : showGroup(book, group.id, fields))),
      ],
      nextSyncToken: this.#tokens.issue(account, book.lastChange, parameters, since),
    };
  }
}
