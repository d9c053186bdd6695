import type { Knex } from "knex";

import { PluginDatabase } from "../../api/index.js";
import type { ClientId, Transaction, UserId } from "../../api/index.js";
import { chunksOf } from "../../base/chunks.js";
import { inject, injectable } from "../../base/service-token.js";
import type { GoogleContact } from "../google/index.js";
import { updateRows } from "../links/index.js";
import {
  columnsOfContactLink,
  columnsOfContactStream,
  contactLinkOf,
  contactStreamOf,
  isSet,
} from "./contact-link-columns.js";
import type { ContactLinkColumns, ContactStreamColumns } from "./contact-link-columns.js";
import type { ContactCandidateQuery, ContactCandidates, ContactLinkStore } from "./contact-link-store.js";
import type { ContactLink, ContactLinkChange, ContactLinkState, NewContactLink } from "./contact-link.js";
import type { ContactStream, ContactStreamChange } from "./contact-stream.js";
import { contactCandidateRows, newClientIds } from "./knex-contact-candidates.js";

const links = "google_sync_contact_links";
const streams = "google_sync_contact_streams";

/** Rows named in one statement; both databases allow more parameters than this needs. */
const chunkSize = 400;

/** Rows one statement inserts: a link has many columns. */
const rowsInInsert = 50;

/** Streams and links of contacts in the studio's database. */
@injectable()
export class KnexContactLinkStore implements ContactLinkStore {
  readonly #database: PluginDatabase;

  constructor(@inject(PluginDatabase) database: PluginDatabase) {
    this.#database = database;
  }

  async findStream(userId: UserId, accountSub: string): Promise<ContactStream | undefined> {
    const row = await this.#streams().where({ user_id: userId, account_sub: accountSub }).first();
    return row && contactStreamOf(row);
  }

  async findStreamById(id: number): Promise<ContactStream | undefined> {
    const row = await this.#streams().where({ id }).first();
    return row && contactStreamOf(row);
  }

  async createStream(userId: UserId, accountSub: string, enabledAt: Date): Promise<ContactStream> {
    await this.#streams().insert({ user_id: userId, account_sub: accountSub, enabled_at: enabledAt.toISOString() });
    const stream = await this.findStream(userId, accountSub);
    if (stream === undefined) throw new Error(`The contact stream of user ${userId} was not stored`);
    return stream;
  }

  async changeStream(id: number, change: ContactStreamChange, transaction?: Transaction): Promise<void> {
    await this.#streams(transaction).where({ id }).update(columnsOfContactStream(change));
  }

  async rememberSeen(
    streamId: number,
    contacts: readonly GoogleContact[],
    listing: number | undefined,
    transaction: Transaction,
  ): Promise<number> {
    let changed = 0;
    for (const chunk of chunksOf(contacts, chunkSize)) {
      const known = await this.#links(transaction)
        .where({ stream_id: streamId })
        .whereIn(
          "resource_name",
          chunk.map(({ resourceName }) => resourceName),
        )
        .select("id", "resource_name", "seen_etag", "seen_updated_at", "is_deleted_in_google");
      const byName = new Map(known.map((row) => [row.resource_name, row]));
      // A listing names a contact once; should a page repeat one, the later copy counts.
      const latest = [...new Map(chunk.map((contact) => [contact.resourceName, contact])).values()];
      const changes = latest.flatMap((contact) => {
        const row = byName.get(contact.resourceName);
        return row === undefined || isSeen(contact, row) ? [] : [{ id: row.id, change: seenOf(contact) }];
      });
      const fresh = latest.filter((contact) => contact.kind === "live" && !byName.has(contact.resourceName));
      await this.changeEach(changes, transaction);
      for (const rows of chunksOf(fresh, rowsInInsert)) {
        await this.#links(transaction).insert(
          rows.map((contact) => ({
            ...emptyRow(streamId),
            listing: listing ?? null,
            ...columnsOfContactLink({ state: "new", resourceName: contact.resourceName, ...seenOf(contact) }),
          })),
        );
      }
      changed += changes.length + fresh.length;
      if (listing !== undefined)
        await this.#list(
          [...byName.values()].map(({ id }) => id),
          listing,
          transaction,
        );
    }
    return changed;
  }

  async markListed(
    streamId: number,
    resourceNames: readonly string[],
    listing: number,
    transaction: Transaction,
  ): Promise<void> {
    for (const chunk of chunksOf(resourceNames, chunkSize)) {
      await this.#links(transaction).where({ stream_id: streamId }).whereIn("resource_name", chunk).update({ listing });
    }
  }

  async missingFromListing(streamId: number, listing: number): Promise<readonly ContactLink[]> {
    const rows = await this.#links()
      .where({ stream_id: streamId, is_deleted_in_google: 0 })
      .whereNotNull("resource_name")
      .whereNotNull("client_guid")
      .where((unlisted) => unlisted.whereNull("listing").orWhere("listing", "<>", listing));
    return rows.map(contactLinkOf);
  }

  async forgetUnlisted(streamId: number, listing: number, transaction: Transaction): Promise<void> {
    await this.#links(transaction)
      .where({ stream_id: streamId })
      .whereNull("client_guid")
      .whereNull("question_id")
      .where((unlisted) => unlisted.whereNull("listing").orWhere("listing", "<>", listing))
      .delete();
    await this.#noteEmptied(transaction);
  }

  async candidates(query: ContactCandidateQuery): Promise<ContactCandidates> {
    const database = this.#database.query();
    const rows = await contactCandidateRows(database, query);
    return {
      links: rows.map((row) => ({ ...contactLinkOf(row), isMember: row.member_version !== null })),
      newClientIds: await newClientIds(database, query),
    };
  }

  async unlinkedContacts(streamId: number): Promise<readonly ContactLink[]> {
    const rows = await this.#links()
      .where({ stream_id: streamId, is_deleted_in_google: 0 })
      .whereNull("client_guid")
      .whereNotNull("seen")
      .orderBy("id");
    return rows.map(contactLinkOf);
  }

  async unlabelled(streamId: number): Promise<readonly ContactLink[]> {
    const rows = await this.#links()
      .where({ stream_id: streamId, state: "linked", is_labelled: 0, is_deleted_in_google: 0 })
      .whereNotNull("seen")
      .whereNull("question_id")
      .orderBy("id");
    return rows.map(contactLinkOf);
  }

  async openReviews(streamId: number): Promise<readonly ContactLink[]> {
    const rows = await this.#links()
      .where({ stream_id: streamId })
      .whereNotNull("review")
      .whereNotNull("question_id")
      .orderBy("id");
    return rows.map(contactLinkOf);
  }

  async listByState(streamId: number, states: readonly ContactLinkState[]): Promise<readonly ContactLink[]> {
    const rows = await this.#links().where({ stream_id: streamId }).whereIn("state", states).orderBy("id");
    return rows.map(contactLinkOf);
  }

  async findByIds(linkIds: readonly number[]): Promise<readonly ContactLink[]> {
    return this.#findIn("id", linkIds);
  }

  async findByClients(streamId: number, clientGuids: readonly string[]): Promise<readonly ContactLink[]> {
    return this.#findIn("client_guid", clientGuids, streamId);
  }

  async findByResourceNames(
    streamId: number,
    names: readonly string[],
    transaction?: Transaction,
  ): Promise<readonly ContactLink[]> {
    return this.#findIn("resource_name", names, streamId, transaction);
  }

  async findByClient(clientId: ClientId): Promise<readonly (ContactLink & { readonly streamId: number })[]> {
    const rows = await this.#links().where({ client_id: clientId }).orderBy("id");
    return rows.map((row) => ({ ...contactLinkOf(row), streamId: row.stream_id }));
  }

  async findByQuestion(questionId: number, transaction?: Transaction): Promise<readonly ContactLink[]> {
    const rows = await this.#links(transaction).where({ question_id: questionId }).orderBy("id");
    return rows.map(contactLinkOf);
  }

  async countByState(streamId: number): Promise<Readonly<Partial<Record<ContactLinkState, number>>>> {
    const db = this.#database.query();
    const rows: { state: ContactLinkState; items: number }[] = await db
      .from(links)
      .where({ stream_id: streamId })
      .groupBy("state")
      .select("state", db.raw("count(*) as items"));
    return Object.fromEntries(rows.map(({ state, items }) => [state, items]));
  }

  async forgetLabels(streamId: number, transaction: Transaction): Promise<void> {
    await this.#links(transaction).where({ stream_id: streamId, is_labelled: 1 }).update({ is_labelled: 0 });
  }

  async countWaiting(streamId: number): Promise<number> {
    const db = this.#database.query();
    const [row]: { items: number }[] = await db
      .from(links)
      .where({ stream_id: streamId, is_parked: 0 })
      .where((waiting) => waiting.where("attempts", ">", 0).orWhereNotNull("create_sent_at"))
      .select(db.raw("count(*) as items"));
    return row?.items ?? 0;
  }

  async isMember(groupId: number, clientId: ClientId): Promise<boolean> {
    const db = this.#database.query();
    const row: unknown = await db
      .from("client_members")
      .where({ client_group_id: groupId, client_id: clientId })
      .first("client_id");
    return row !== undefined;
  }

  async insert(streamId: number, newLinks: readonly NewContactLink[], transaction: Transaction): Promise<void> {
    for (const chunk of chunksOf(newLinks, rowsInInsert)) {
      await this.#links(transaction).insert(
        chunk.map((link) => ({ ...emptyRow(streamId), ...columnsOfContactLink(link) })),
      );
    }
  }

  async changeEach(
    changes: readonly { readonly id: number; readonly change: ContactLinkChange }[],
    transaction: Transaction,
  ): Promise<void> {
    await updateRows(
      this.#database.query(transaction),
      links,
      changes.map(({ id, change }) => ({ id, columns: columnsOfContactLink(change) })),
    );
  }

  async delete(linkIds: readonly number[], transaction: Transaction): Promise<void> {
    if (linkIds.length === 0) return;
    for (const chunk of chunksOf(linkIds, chunkSize)) await this.#links(transaction).whereIn("id", chunk).delete();
    await this.#noteEmptied(transaction);
  }

  async #list(linkIds: readonly number[], listing: number, transaction: Transaction): Promise<void> {
    if (linkIds.length > 0) await this.#links(transaction).whereIn("id", linkIds).update({ listing });
  }

  async #findIn(
    column: "id" | "client_guid" | "resource_name",
    values: readonly (string | number)[],
    streamId?: number,
    transaction?: Transaction,
  ): Promise<readonly ContactLink[]> {
    const found: ContactLink[] = [];
    for (const chunk of chunksOf(values, chunkSize)) {
      const query = this.#links(transaction).whereIn(column, chunk).orderBy("id");
      if (streamId !== undefined) void query.where({ stream_id: streamId });
      found.push(...(await query).map(contactLinkOf));
    }
    return found;
  }

  /** A stream whose last link we deleted ourselves has lost none (W6), even if the run that did it is cut off. */
  async #noteEmptied(transaction: Transaction): Promise<void> {
    await this.#streams(transaction)
      .where("link_count", ">", 0)
      .whereNotExists((left) => void left.from(links).whereRaw(`${links}.stream_id = ${streams}.id`).select("id"))
      .update({ link_count: 0 });
  }

  #links(transaction?: Transaction): Knex.QueryBuilder<ContactLinkColumns, ContactLinkColumns[]> {
    return this.#database.query(transaction)(links) as Knex.QueryBuilder<ContactLinkColumns, ContactLinkColumns[]>;
  }

  #streams(transaction?: Transaction): Knex.QueryBuilder<ContactStreamColumns, ContactStreamColumns[]> {
    return this.#database.query(transaction)(streams) as Knex.QueryBuilder<
      ContactStreamColumns,
      ContactStreamColumns[]
    >;
  }
}

function emptyRow(streamId: number): Readonly<Record<string, number>> {
  return { stream_id: streamId, attempts: 0, is_parked: 0, is_made_by_us: 0, is_labelled: 0, is_deleted_in_google: 0 };
}

/** Our own echo, what was listed before, or an older version from a list that lags. */
function isSeen(
  contact: GoogleContact,
  row: Pick<ContactLinkColumns, "seen_etag" | "seen_updated_at" | "is_deleted_in_google">,
): boolean {
  if (contact.kind === "deleted") return isSet(row.is_deleted_in_google);
  if (isSet(row.is_deleted_in_google) || row.seen_etag === null) return false;
  const isOlder = row.seen_updated_at !== null && contact.updatedAt < new Date(row.seen_updated_at);
  return isOlder || row.seen_etag === contact.sourceEtag;
}

/** A tombstone carries no fields: the last full copy is kept beside the fact. */
function seenOf(contact: GoogleContact): ContactLinkChange {
  if (contact.kind === "deleted") return { seenEtag: "deleted", isDeletedInGoogle: true };
  return { seen: contact, seenEtag: contact.sourceEtag, isDeletedInGoogle: false };
}
