import type { Knex } from "knex";

import { chunksOf } from "../../base/chunks.js";

/** The columns to set in one row. */
export interface RowUpdate {
  readonly id: number;
  readonly columns: Readonly<Record<string, string | number | null>>;
}

/**
 * Rows one statement changes; what is left of them is changed one by one, since each other number of rows would be
 * another statement to be prepared and kept. SQL Server takes 2,100 values in a statement.
 */
const rowsTogether = 50;

/**
 * Sets columns of many rows, in each to values of its own. Written out: having thousands of statements built costs
 * more than running them, and running one for many rows less than one for each.
 * @param updates of each row at most one
 */
export async function updateRows(db: Knex, table: string, updates: readonly RowUpdate[]): Promise<void> {
  for (const alike of byColumns(updates)) {
    for (const rows of chunksOf(alike, rowsTogether)) {
      if (rows.length === rowsTogether) await updateTogether(db, table, rows);
      else for (const row of rows) await updateOne(db, table, row);
    }
  }
}

/** Those that set the same columns together; without those that set none. */
function byColumns(updates: readonly RowUpdate[]): readonly (readonly RowUpdate[])[] {
  const groups = new Map<string, RowUpdate[]>();
  for (const update of updates) {
    const columns = Object.keys(update.columns).join();
    const group = groups.get(columns);
    if (group !== undefined) group.push(update);
    else if (columns !== "") groups.set(columns, [update]);
  }
  return [...groups.values()];
}

async function updateOne(db: Knex, table: string, { id, columns }: RowUpdate): Promise<void> {
  const assignments = Object.keys(columns).map((column) => `${column} = ?`);
  await db.raw(`update ${table} set ${assignments.join(", ")} where id = ?`, [...Object.values(columns), id]);
}

/** What is the same in all rows is said once; the rest comes from a table of values, which both databases take in these words. */
async function updateTogether(db: Knex, table: string, rows: readonly RowUpdate[]): Promise<void> {
  const first = rows[0]?.columns ?? {};
  const isSame = (column: string) => rows.every(({ columns }) => columns[column] === first[column]);
  const same = Object.keys(first).filter(isSame);
  const own = Object.keys(first).filter((column) => !same.includes(column));
  const assignments = [...same.map((column) => `${column} = ?`), ...own.map((column) => `${column} = v.${column}`)];
  const named = `select ? as id${own.map((column) => `, ? as ${column}`).join("")}`;
  const others = ` union all select ?${", ?".repeat(own.length)}`.repeat(rows.length - 1);
  await db.raw(`update ${table} set ${assignments.join(", ")} from (${named}${others}) as v where ${table}.id = v.id`, [
    ...same.map((column) => first[column] ?? null),
    ...rows.flatMap(({ id, columns }) => [id, ...own.map((column) => columns[column] ?? null)]),
  ]);
}
