import { randomUUID } from "node:crypto";

import type { Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { phoneRow, readPhones, replacePhones } from "../clients/client-phones.js";
import { updateCurrentClient } from "../clients/update-current-client.js";
import { inPieces } from "../connection/columns.js";
import { insertRows, insertRowsForIds } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { RecordNotFoundError, StaleRecordError } from "../errors.js";
import { clientColumns, toClient, toClientRow } from "./client-record.js";
import type { Client, ClientFields, ClientRow } from "./client-record.js";

/** Which clients to list. */
export interface ClientFilter {
  /** Part of the first or last name, the company or the email. */
  readonly text?: string;
  readonly groupId?: number;
  readonly includeInactive?: boolean;
  readonly limit?: number;
}

/** The studio's clients with their phones. */
@injectable()
export class ClientStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async findById(id: number, transaction?: Transaction): Promise<Client | undefined> {
    const [client] = await this.find([id], transaction);
    return client;
  }

  /** Those of the clients that exist, deleted ones too, by id. */
  async find(ids: readonly number[], transaction?: Transaction): Promise<readonly Client[]> {
    const clients: Client[] = [];
    for (const piece of inPieces(this.connection.dialect, ids)) {
      const rows: readonly ClientRow[] = await this.#select(transaction)
        .whereIn("clients.id", piece)
        .orderBy("clients.id");
      clients.push(...(await this.#withPhones(rows, transaction)));
    }
    return clients;
  }

  /** Those of the clients that exist and are not deleted. */
  async living(ids: readonly number[], transaction: Transaction): Promise<readonly number[]> {
    const found: number[] = [];
    for (const piece of inPieces(this.connection.dialect, ids)) {
      const query = this.connection.query(transaction)("clients").whereIn("id", piece).whereNull("deleted_at");
      const living: readonly number[] = await query.pluck("id");
      found.push(...living);
    }
    return found;
  }

  /** Clients that are not deleted, by name. */
  async list(filter: ClientFilter = {}): Promise<readonly Client[]> {
    const query = this.#select()
      .whereNull("clients.deleted_at")
      .orderBy(["last_name", "first_name", "clients.id"])
      .limit(filter.limit ?? 500);
    if (filter.includeInactive !== true) void query.where("clients.is_inactive", false);
    if (filter.text !== undefined) {
      // What LIKE would take for a pattern matches any one character instead, itself too.
      const pattern = `%${filter.text.replace(/[%_[\]\\]/g, "_")}%`;
      void query.where((any) => {
        for (const column of ["first_name", "last_name", "company", "email"]) void any.orWhere(column, "like", pattern);
      });
    }
    if (filter.groupId !== undefined) {
      const members = this.connection.query()("client_group_members").select("client_id");
      void query.whereIn("clients.id", members.where({ client_group_id: filter.groupId }));
    }
    const rows: readonly ClientRow[] = await query;
    return this.#withPhones(rows);
  }

  /** Any number of new clients; their ids come back in the same order. */
  async createMany(clients: readonly ClientFields[], transaction: Transaction): Promise<readonly number[]> {
    const rows = clients.map((client) => ({ guid: randomUUID(), ...toClientRow(client) }));
    const ids = await insertRowsForIds(this.connection, "clients", "guid", rows, transaction);
    const phones = clients.flatMap((client, index) =>
      client.phones.map((phone, position) => phoneRow(ids[index] ?? Number.NaN, phone, position)),
    );
    await insertRows(this.connection, "client_phones", phones, transaction);
    return ids;
  }

  /**
   * Saves a record that was opened at the version.
   * @throws StaleRecordError when it has changed since
   * @throws RecordNotFoundError
   */
  async save(id: number, version: string, client: ClientFields, transaction: Transaction): Promise<Client> {
    await this.#updateIfCurrent(id, version, toClientRow(client), transaction);
    await replacePhones(this.connection, id, client.phones, transaction);
    return this.#get(id, transaction);
  }

  /** Deletes softly. @throws StaleRecordError @throws RecordNotFoundError */
  async remove(id: number, version: string, transaction: Transaction): Promise<void> {
    const now = await this.connection.databaseNow(transaction);
    await this.#updateIfCurrent(id, version, { deleted_at: now.toISOString() }, transaction);
  }

  /**
   * Merges a client into another: what was booked and grouped under the one is the other's, who stays as they are.
   * @param version the one the client was opened at, where somebody looked at it
   * @throws StaleRecordError
   */
  async merge(id: number, survivorId: number, transaction: Transaction, version?: string): Promise<void> {
    const db = this.connection.query(transaction);
    const now = await this.connection.databaseNow(transaction);
    for (const table of ["appointments", "sessions"]) {
      await db(table).where({ client_id: id }).update({ client_id: survivorId });
    }
    const theirs = db("client_group_members").select("client_group_id").where({ client_id: survivorId });
    await db("client_group_members").where({ client_id: id }).whereNotIn("client_group_id", theirs).update({
      client_id: survivorId,
    });
    await db("client_group_members").where({ client_id: id }).del();
    const merged = { merged_into: survivorId, deleted_at: now.toISOString() };
    if (version === undefined) await db("clients").where({ id }).update(merged);
    else await this.#updateIfCurrent(id, version, merged, transaction);
  }

  async #get(id: number, transaction: Transaction): Promise<Client> {
    const client = await this.findById(id, transaction);
    if (client === undefined) throw new RecordNotFoundError("client", id);
    return client;
  }

  async #updateIfCurrent(
    clientId: number,
    version: string,
    values: Readonly<Record<string, unknown>>,
    transaction: Transaction,
  ): Promise<void> {
    if (await updateCurrentClient(this.connection, { clientId, version }, values, transaction)) return;
    await this.#get(clientId, transaction);
    throw new StaleRecordError("client", clientId);
  }

  async #withPhones(rows: readonly ClientRow[], transaction?: Transaction): Promise<readonly Client[]> {
    const phones = await readPhones(
      this.connection,
      rows.map(({ id }) => id),
      transaction,
    );
    return rows.map((row) => toClient(row, phones.get(row.id) ?? []));
  }

  /** The version is that of the view `client_cards`, which plugins see too. */
  #select(transaction?: Transaction) {
    return this.connection
      .query(transaction)("clients")
      .innerJoin("client_cards", "client_cards.client_id", "clients.id")
      .select(...clientColumns.map((column) => `clients.${column}`), "client_cards.version");
  }
}
