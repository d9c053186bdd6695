import { createRequire } from "node:module";

/** Rows to insert, taken apart: a list of values for each row, in the order of the columns. */
interface InsertData {
  readonly columns: readonly string[];
  readonly values: readonly (readonly unknown[])[];
}

/** What of knex's compiler is used here. */
interface SqliteQueryCompiler {
  readonly tableName: string;
  readonly single: {
    readonly insert?: unknown;
    readonly returning?: string | readonly string[];
    readonly onConflict?: unknown;
  };
  readonly formatter: { columnize(columns: readonly string[]): string };
  readonly bindings: unknown[];
  insert(): unknown;
  with(): string;
  _prepInsert(rows: readonly unknown[]): InsertData | string;
  _returning(columns: string | readonly string[]): string;
}

// knex publishes no types for the classes of its dialects.
const KnexCompiler = createRequire(import.meta.url)("knex/lib/dialects/sqlite3/query/sqlite-querycompiler.js") as new (
  ...parts: readonly unknown[]
) => SqliteQueryCompiler;

/**
 * Inserts rows as a list of VALUES. knex writes them as so many SELECTs, each with the names of all columns, as an SQLite
 * of long ago wanted it; making those texts took a sixth of all the memory a sync asked for.
 */
export class LibsqlQueryCompiler extends KnexCompiler {
  override insert(): unknown {
    const { insert, returning, onConflict } = this.single;
    if (!Array.isArray(insert) || insert.length < 2 || onConflict !== undefined) return super.insert();
    const data = this._prepInsert(insert);
    if (typeof data === "string" || data.columns.length === 0) return super.insert();
    // Lists of values have holes where a row names none.
    const values = data.values.flatMap((row) => [...row]);
    if (values.some(isExpression)) return super.insert();
    const into = `${this.with()}insert into ${this.tableName} (${this.formatter.columnize(data.columns)})`;
    for (const value of values) this.bindings.push(value ?? null);
    const row = `(${data.columns.map(() => "?").join(", ")})`;
    const rows = row + `, ${row}`.repeat(data.values.length - 1);
    const sql = `${into} values ${rows}`;
    return returning === undefined ? { sql } : { sql: sql + this._returning(returning), returning };
  }
}

/** A piece of SQL in the place of a value. */
function isExpression(value: unknown): boolean {
  return typeof value === "function" || (typeof value === "object" && value !== null && "toSQL" in value);
}
