import { randomUUID } from "node:crypto";

import type { Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { inPieces, readFlag } from "../connection/columns.js";
import { insertRows, insertRowsForIds } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** A group clients are put in by hand. */
export interface ClientGroup {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly isInactive: boolean;
}

interface GroupRow {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly is_inactive: unknown;
}

/** The studio's client groups and who is in them. */
@injectable()
export class ClientGroupStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** By name, inactive ones too. */
  async list(transaction?: Transaction): Promise<readonly ClientGroup[]> {
    const rows: readonly GroupRow[] = await this.connection
      .query(transaction)("client_groups")
      .select("id", "guid", "name", "is_inactive")
      .orderBy("name");
    return rows.map((row) => ({
      id: row.id,
      guid: row.guid,
      name: row.name,
      isInactive: readFlag(row.is_inactive),
    }));
  }

  async create(name: string, transaction: Transaction): Promise<number> {
    const rows = [{ guid: randomUUID(), name, is_inactive: false }];
    const [id = Number.NaN] = await insertRowsForIds(this.connection, "client_groups", "guid", rows, transaction);
    return id;
  }

  async save(
    id: number,
    values: { readonly name: string; readonly isInactive: boolean },
    transaction: Transaction,
  ): Promise<void> {
    await this.connection
      .query(transaction)("client_groups")
      .where({ id })
      .update({ name: values.name, is_inactive: values.isInactive });
  }

  /** The clients in the group that are not deleted. */
  async listMembers(id: number): Promise<readonly number[]> {
    return this.connection
      .query()("client_group_members")
      .innerJoin("clients", "clients.id", "client_group_members.client_id")
      .where({ client_group_id: id })
      .whereNull("clients.deleted_at")
      .orderBy("client_id")
      .pluck("client_id");
  }

  /** Adds clients; those already in the group stay once. */
  async addMembers(id: number, clientIds: readonly number[], transaction: Transaction): Promise<void> {
    const present: readonly number[] = await this.connection
      .query(transaction)("client_group_members")
      .where({ client_group_id: id })
      .pluck("client_id");
    const isMember = new Set(present);
    const rows = [...new Set(clientIds)]
      .filter((clientId) => !isMember.has(clientId))
      .map((clientId) => ({ client_group_id: id, client_id: clientId }));
    await insertRows(this.connection, "client_group_members", rows, transaction);
  }

  async removeMembers(id: number, clientIds: readonly number[], transaction: Transaction): Promise<void> {
    for (const piece of inPieces(this.connection.dialect, clientIds)) {
      await this.connection
        .query(transaction)("client_group_members")
        .where({ client_group_id: id })
        .whereIn("client_id", piece)
        .del();
    }
  }
}
