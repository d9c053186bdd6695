import type { ClearanceArea, ClearanceLevel, Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { insertRows } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** A named set of clearances; areas not named are "none". */
export interface SecurityGroup {
  readonly id: number;
  readonly name: string;
  readonly clearances: Readonly<Partial<Record<ClearanceArea, ClearanceLevel>>>;
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
  async list(): Promise<readonly SecurityGroup[]> {
    const rows: readonly GroupRow[] = await this.connection
      .query()("security_groups")
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
    return [...groups.values()];
  }

  async create(group: Omit<SecurityGroup, "id">, transaction: Transaction): Promise<number> {
    const made: readonly { readonly id: number }[] = await this.connection
      .query(transaction)("security_groups")
      .insert({ name: group.name })
      .returning(["id"]);
    const [{ id } = { id: Number.NaN }] = made;
    await this.#saveClearances({ ...group, id }, transaction);
    return id;
  }

  async save(group: SecurityGroup, transaction: Transaction): Promise<void> {
    const db = this.connection.query(transaction);
    await db("security_groups").where({ id: group.id }).update({ name: group.name });
    await db("clearances").where({ security_group_id: group.id }).del();
    await this.#saveClearances(group, transaction);
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
