import type { Transaction } from "../../../api/index.js";
import { versionText } from "./columns.js";
import type { StudioConnection } from "./studio-connection.js";

/** Tables whose rows carry a version. */
export type VersionedTable = "appointments" | "sessions" | "session_event_lines" | "client_groups" | "users";

/**
 * Updates one row if it still has the version; says whether it did. The check is part of
 * the UPDATE, so that it holds under every isolation level.
 */
export async function guardedUpdate(
  connection: StudioConnection,
  table: VersionedTable,
  row: { readonly id: number; readonly version: string },
  values: Readonly<Record<string, unknown>>,
  transaction: Transaction,
): Promise<boolean> {
  const changed = await connection
    .query(transaction)(table)
    .where({ id: row.id })
    .whereRaw(`${versionText(connection.dialect, table)} = ?`, [row.version])
    .update(values);
  return changed === 1;
}
