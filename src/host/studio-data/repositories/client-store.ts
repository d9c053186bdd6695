import { randomUUID } from "node:crypto";

import type { Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { inPieces, readText, versionText } from "../connection/columns.js";
import { guardedUpdate } from "../connection/guarded-update.js";
import { insertRows, insertRowsForIds } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { RecordNotFoundError, StaleRecordError } from "../errors.js";
import { clientColumns, toClient, toClientRow } from "./client-record.js";
import type { Client, ClientFields, ClientRow, PhoneRow } from "./client-record.js";

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
      const rows: readonly ClientRow[] = await this.#select(transaction).whereIn("id", piece).orderBy("id");
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
      .whereNull("deleted_at")
      .orderBy(["last_name", "first_name", "id"])
      .limit(filter.limit ?? 500);
    if (filter.includeInactive !== true) void query.where({ is_inactive: false });
    if (filter.text !== undefined) {
      // What LIKE would take for a pattern matches any one character instead, itself too.
      const pattern = `%${filter.text.replace(/[%_[\]\\]/g, "_")}%`;
      void query.where((any) => {
        for (const column of ["first_name", "last_name", "company", "email"]) void any.orWhere(column, "like", pattern);
      });
    }
    if (filter.groupId !== undefined) {
      const members = this.connection.query()("client_group_members").select("client_id");
      void query.whereIn("id", members.where({ client_group_id: filter.groupId }));
    }
    const rows: readonly ClientRow[] = await query;
    return this.#withPhones(rows);
  }

  /** Any number of new clients; their ids come back in the same order. */
  async createMany(clients: readonly ClientFields[], transaction: Transaction): Promise<readonly number[]> {
    const rows = clients.map((client) => ({ guid: randomUUID(), ...toClientRow(client) }));
    const ids = await insertRowsForIds(this.connection, "clients", "guid", rows, transaction);
    const phones = clients.flatMap((client, index) =>
      client.phones.map(({ label, number }, position) => ({
        client_id: ids[index] ?? Number.NaN,
        label,
        number,
        position,
      })),
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
    await this.#savePhones(id, client, transaction);
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
    id: number,
    version: string,
    values: Readonly<Record<string, unknown>>,
    transaction: Transaction,
  ): Promise<void> {
    const current = await this.#get(id, transaction);
    const [ownVersion = ""] = version.split(".");
    const row = { id, version: ownVersion };
    const isCurrent =
      current.version === version && (await guardedUpdate(this.connection, "clients", row, values, transaction));
    if (!isCurrent) throw new StaleRecordError("client", id);
  }

  async #savePhones(id: number, client: ClientFields, transaction: Transaction): Promise<void> {
    const db = this.connection.query(transaction);
    const kept = client.phones.flatMap((phone) => (phone.id === undefined ? [] : [phone.id]));
    await db("client_phones").where({ client_id: id }).whereNotIn("id", kept).del();
    for (const [position, phone] of client.phones.entries()) {
      const values = { label: phone.label, number: phone.number, position };
      if (phone.id === undefined) await db("client_phones").insert({ client_id: id, ...values });
      else await db("client_phones").where({ id: phone.id, client_id: id }).update(values);
    }
  }

  async #withPhones(rows: readonly ClientRow[], transaction?: Transaction): Promise<readonly Client[]> {
    const phones = new Map<number, PhoneRow[]>();
    for (const piece of inPieces(
      this.connection.dialect,
      rows.map(({ id }) => id),
    )) {
      const db = this.connection.query(transaction);
      const found: readonly PhoneRow[] = await db("client_phones")
        .select("id", "client_id", "label", "number", this.#ownVersion("client_phones", transaction))
        .whereIn("client_id", piece)
        .orderBy(["client_id", "position", "id"]);
      for (const phone of found) phones.set(phone.client_id, [...(phones.get(phone.client_id) ?? []), phone]);
    }
    return rows.map((row) => toClient({ ...row, own_version: readText(row.own_version) }, phones.get(row.id) ?? []));
  }

  #select(transaction?: Transaction) {
    return this.connection
      .query(transaction)("clients")
      .select(...clientColumns, this.#ownVersion("clients", transaction));
  }

  #ownVersion(table: string, transaction?: Transaction) {
    return this.connection.query(transaction).raw(`${versionText(this.connection.dialect, table)} as own_version`);
  }
}
