import type { Transaction } from "../../../api/index.js";
import { inPieces } from "./columns.js";
import type { StudioConnection } from "./studio-connection.js";

/** A row to insert: columns and values. All rows of one call name the same columns. */
export type NewRow = Readonly<Record<string, string | number | boolean | null>>;

/** Inserts any number of rows, as many in a statement as it takes. */
export async function insertRows(
  connection: StudioConnection,
  table: string,
  rows: readonly NewRow[],
  transaction: Transaction,
): Promise<void> {
  const db = connection.query(transaction);
  for (const piece of inPieces(connection.dialect, rows, width(rows))) await db(table).insert(piece);
}

/** Like `insertRows`; the new ids come back in the order of the rows. @param key a column with a unique GUID */
export async function insertRowsForIds(
  connection: StudioConnection,
  table: string,
  key: "guid" | "entry_guid",
  rows: readonly NewRow[],
  transaction: Transaction,
): Promise<readonly number[]> {
  const db = connection.query(transaction);
  const ids = new Map<unknown, number>();
  for (const piece of inPieces(connection.dialect, rows, width(rows))) {
    const made: readonly { readonly id: number; readonly guid: string }[] = await db(table)
      .insert(piece)
      .returning(key === "guid" ? ["id", "guid"] : ["id", "entry_guid as guid"]);
    for (const row of made) ids.set(row.guid, row.id);
  }
  return rows.map((row) => ids.get(row[key]) ?? Number.NaN);
}

function width(rows: readonly NewRow[]): number {
  return Object.keys(rows[0] ?? {}).length;
}
