import type { PreferenceOwner, PreferenceValues, Transaction, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { readJsonObject } from "./json-column.js";

/** Saved values of preference pages, as they were saved: no defaults, no schema. */
@injectable()
export class PreferenceStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** Undefined when the page was never saved. */
  async find(owner: PreferenceOwner, pageId: string, transaction?: Transaction): Promise<PreferenceValues | undefined> {
    const row: { readonly values_json: string } | undefined = await this.connection
      .query(transaction)("preferences")
      .where(keyOf(owner, pageId))
      .first("values_json");
    return row === undefined ? undefined : readJsonObject(row.values_json);
  }

  /** The page's values of every user who ever saved it. */
  async findOfUsers(pageId: string): Promise<ReadonlyMap<UserId, PreferenceValues>> {
    const rows: readonly { readonly owner_id: number; readonly values_json: string }[] = await this.connection
      .query()("preferences")
      .select("owner_id", "values_json")
      .where({ page_id: pageId, owner_kind: "user" });
    return new Map(rows.map((row) => [row.owner_id, readJsonObject(row.values_json)]));
  }

  /** Replaces all values of the page. */
  async save(
    owner: PreferenceOwner,
    pageId: string,
    values: PreferenceValues,
    transaction: Transaction,
  ): Promise<void> {
    const key = keyOf(owner, pageId);
    const saved = { values_json: JSON.stringify(values) };
    const preferences = this.connection.query(transaction)("preferences");
    if ((await preferences.clone().where(key).update(saved)) > 0) return;
    await preferences.insert({ ...key, ...saved });
  }
}

function keyOf(owner: PreferenceOwner, pageId: string): Readonly<Record<string, string | number>> {
  return { page_id: pageId, owner_kind: owner.kind, owner_id: owner.kind === "user" ? owner.userId : 0 };
}
