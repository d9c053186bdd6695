import { createHash } from "node:crypto";

import type { ClearanceArea, ClearanceLevel, Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { insertRows } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { isUniqueViolation } from "../connection/unique-violation.js";
import { SecurityGroupNameTakenError, StaleRecordError } from "../errors.js";

/** A named set of clearances; areas not named are "none". */
export interface SecurityGroup {
  readonly id: number;
  readonly name: string;
  readonly clearances: Readonly<Partial<Record<ClearanceArea, ClearanceLevel>>>;
}

/** A security group as read. */
export interface StoredSecurityGroup extends SecurityGroup {
  /** Says what the group is called and may do: two that are the same have the same one. */
  readonly version: string;
}

interface GroupRow {
  readonly id: number;
  readonly name: string;
  readonly area: ClearanceArea | null;
  readonly level: ClearanceLevel | null;
}

/** The studio's security groups. */
@injectable()
export class SecurityGroupStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** By name. */
  async list(transaction?: Transaction): Promise<readonly StoredSecurityGroup[]> {
    const rows: readonly GroupRow[] = await this.connection
      .query(transaction)("security_groups")
      .leftJoin("clearances", "clearances.security_group_id", "security_groups.id")
      .select("security_groups.id", "security_groups.name", "clearances.area", "clearances.level")
      .orderBy("security_groups.name");
    const groups = new Map<number, SecurityGroup>();
    for (const row of rows) {
      const group = groups.get(row.id) ?? { id: row.id, name: row.name, clearances: {} };
      const clearances =
        row.area === null || row.level === null ? group.clearances : { ...group.clearances, [row.area]: row.level };
      groups.set(row.id, { ...group, clearances });
    }
    return [...groups.values()].map((group) => ({ ...group, version: versionOf(group) }));
  }

  /** @throws SecurityGroupNameTakenError */
  async create(group: Omit<SecurityGroup, "id">, transaction: Transaction): Promise<number> {
    const insert = this.connection.query(transaction)("security_groups").insert({ name: group.name }).returning(["id"]);
    const made: readonly { readonly id: number }[] = await named(group.name, () => insert);
    const [{ id } = { id: Number.NaN }] = made;
    await this.#saveClearances({ ...group, id }, transaction);
    return id;
  }

  /** @throws SecurityGroupNameTakenError */
  async save(group: SecurityGroup, transaction: Transaction): Promise<void> {
    const db = this.connection.query(transaction);
    const update = db("security_groups").where({ id: group.id }).update({ name: group.name });
    await named(group.name, () => update);
    await db("clearances").where({ security_group_id: group.id }).del();
    await this.#saveClearances(group, transaction);
  }

  /** Saves a group that was opened at the version. @throws StaleRecordError @throws SecurityGroupNameTakenError */
  async saveIfCurrent(group: StoredSecurityGroup, transaction: Transaction): Promise<void> {
    const db = this.connection.query(transaction);
    // Takes the row, so that two who save at once come one after the other.
    await db("security_groups")
      .where({ id: group.id })
      .update({ name: db.ref("name") });
    const now = (await this.list(transaction)).find(({ id }) => id === group.id);
    if (now?.version !== group.version) throw new StaleRecordError("security group", group.id);
    await this.save(group, transaction);
  }

  async #saveClearances(group: SecurityGroup, transaction: Transaction): Promise<void> {
    const rows = Object.entries(group.clearances).map(([area, level]) => ({
      security_group_id: group.id,
      area,
      level,
    }));
    await insertRows(this.connection, "clearances", rows, transaction);
  }
}

async function named<T>(name: string, write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (failure) {
    if (isUniqueViolation(failure)) throw new SecurityGroupNameTakenError(name, failure);
    throw failure;
  }
}

/** Clearances are rows of their own, which any program may add and delete: what counts is what they say together. */
function versionOf({ name, clearances }: SecurityGroup): string {
  const content = JSON.stringify([
    name,
    Object.entries(clearances).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
  return createHash("sha256").update(content).digest("base64url");
}
