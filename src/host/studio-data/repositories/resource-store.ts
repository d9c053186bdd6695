import type { Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readFlag } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** A room or another thing that is booked with an entry. */
export interface Resource {
  readonly id: number;
  readonly name: string;
  readonly isInactive: boolean;
}

/** The studio's rooms and other resources. */
@injectable()
export class ResourceStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** By name, inactive ones too. */
  async list(): Promise<readonly Resource[]> {
    const rows: readonly { readonly id: number; readonly name: string; readonly is_inactive: unknown }[] =
      await this.connection.query()("resources").select("id", "name", "is_inactive").orderBy("name");
    return rows.map((row) => ({ id: row.id, name: row.name, isInactive: readFlag(row.is_inactive) }));
  }

  async create(name: string, transaction: Transaction): Promise<number> {
    const made: readonly { readonly id: number }[] = await this.connection
      .query(transaction)("resources")
      .insert({ name, is_inactive: false })
      .returning(["id"]);
    const [{ id } = { id: Number.NaN }] = made;
    return id;
  }
}
