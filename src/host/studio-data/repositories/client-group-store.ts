import { randomUUID } from "node:crypto";

import type { Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { inPieces, readFlag, readText, versionText } from "../connection/columns.js";
import { guardedUpdate } from "../connection/guarded-update.js";
import { insertRows, insertRowsForIds } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { isUniqueViolation } from "../connection/unique-violation.js";
import { ClientGroupNameTakenError, StaleRecordError } from "../errors.js";

/** A group clients are put in by hand. */
export interface ClientGroup {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly isInactive: boolean;
}

/** A group as the list of them shows it. */
export interface ClientGroupLine extends ClientGroup {
  readonly version: string;
  /** Clients in it that are not deleted, inactive ones too. */
  readonly memberCount: number;
}

/** What is told of a group on screen. */
interface GroupValues {
  readonly name: string;
  readonly isInactive: boolean;
}

interface LineRow extends GroupRow {
  readonly own_version: unknown;
  readonly member_count: number | null;
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
    return rows.map(toGroup);
  }

  /** Like `list`, each with its version and how many clients it has. */
  async listWithCounts(): Promise<readonly ClientGroupLine[]> {
    const db = this.connection.query();
    const counts = db("client_group_members as m")
      .innerJoin("clients as c", "c.id", "m.client_id")
      .whereNull("c.deleted_at")
      .groupBy("m.client_group_id")
      .select("m.client_group_id", db.raw("count(*) as member_count"));
    const rows: readonly LineRow[] = await db("client_groups")
      .leftJoin(counts.as("counted"), "counted.client_group_id", "client_groups.id")
      .select("client_groups.id", "client_groups.guid", "client_groups.name", "client_groups.is_inactive")
      .select("counted.member_count", db.raw(`${versionText(this.connection.dialect, "client_groups")} as own_version`))
      .orderBy("client_groups.name");
    return rows.map((row) => ({
      ...toGroup(row),
      version: readText(row.own_version),
      memberCount: row.member_count ?? 0,
    }));
  }

  /** The groups a client is in, inactive ones too. */
  async groupsOf(clientId: number): Promise<readonly number[]> {
    return this.connection
      .query()("client_group_members")
      .where({ client_id: clientId })
      .orderBy("client_group_id")
      .pluck("client_group_id");
  }

  /** @throws ClientGroupNameTakenError */
  async create(name: string, transaction: Transaction, isInactive = false): Promise<number> {
    const rows = [{ guid: randomUUID(), name, is_inactive: isInactive }];
    const [id = Number.NaN] = await named(name, () =>
      insertRowsForIds(this.connection, "client_groups", "guid", rows, transaction),
    );
    return id;
  }

  /** @throws ClientGroupNameTakenError */
  async save(id: number, values: GroupValues, transaction: Transaction): Promise<void> {
    const update = this.connection.query(transaction)("client_groups").where({ id }).update(columnsOf(values));
    await named(values.name, () => update);
  }

  /** Saves a group that was opened at the version. @throws StaleRecordError @throws ClientGroupNameTakenError */
  async saveIfCurrent(id: number, version: string, values: GroupValues, transaction: Transaction): Promise<void> {
    const row = { id, version };
    const isCurrent = await named(values.name, () =>
      guardedUpdate(this.connection, "client_groups", row, columnsOf(values), transaction),
    );
    if (!isCurrent) throw new StaleRecordError("client group", id);
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
    const wanted = [...new Set(clientIds)];
    const isMember = new Set<number>();
    for (const piece of inPieces(this.connection.dialect, wanted)) {
      const present: readonly number[] = await this.connection
        .query(transaction)("client_group_members")
        .where({ client_group_id: id })
        .whereIn("client_id", piece)
        .pluck("client_id");
      for (const clientId of present) isMember.add(clientId);
    }
    const rows = wanted
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

function toGroup(row: GroupRow): ClientGroup {
  return { id: row.id, guid: row.guid, name: row.name, isInactive: readFlag(row.is_inactive) };
}

function columnsOf({ name, isInactive }: GroupValues): Readonly<Record<string, unknown>> {
  return { name, is_inactive: isInactive };
}

/** Writes a group of this name. @throws ClientGroupNameTakenError */
async function named<T>(name: string, write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (failure) {
    if (isUniqueViolation(failure)) throw new ClientGroupNameTakenError(name, failure);
    throw failure;
  }
}
