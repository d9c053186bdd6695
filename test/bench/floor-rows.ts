import Database from "libsql";

/** A row to be written as the sync wrote it, by a statement prepared before. */
export interface RowWrite {
  readonly sql: string;
  readonly values: readonly unknown[];
}

type Row = Readonly<Record<string, unknown>>;

/** The next rows of all, in one transaction. */
export function storer(database: Database.Database, rows: readonly RowWrite[], inTransaction: number): () => void {
  const statements = new Map([...new Set(rows.map(({ sql }) => sql))].map((sql) => [sql, database.prepare(sql)]));
  let done = 0;
  return () => {
    database.exec("BEGIN IMMEDIATE");
    for (const { sql, values } of rows.slice(done, done + inTransaction)) statements.get(sql)?.run([...values]);
    database.exec("COMMIT");
    done += inTransaction;
  };
}

/** Every row that is new or different in the second database. */
export function writesBetween(file: string, fileAfter: string): readonly RowWrite[] {
  const after = new Database(fileAfter);
  after.exec(`ATTACH '${file}' AS earlier`);
  const tables = after
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by rootpage")
    .all([]) as readonly { readonly name: string }[];
  const writes = tables
    .filter(({ name }) => name !== "row_version_counter")
    .flatMap(({ name }) => writesOfTable(after, name));
  after.close();
  return writes;
}

function writesOfTable(after: Database.Database, table: string): readonly RowWrite[] {
  const rows = after
    .prepare(
      `select a.rowid as row, a.*, e.rowid is not null as was from main.${table} a
      left join earlier.${table} e on e.rowid = a.rowid
      where a.rowid in (select row from (select rowid as row, * from main.${table}
        except select rowid as row, * from earlier.${table}))`,
    )
    .all([]) as readonly Row[];
  return rows.map(({ row, was, ...columns }) => {
    const names = Object.keys(columns).filter((name) => name !== "row_version");
    const values = names.map((name) => columns[name]);
    return was === 1
      ? {
          sql: `update ${table} set ${names.map((name) => `${name} = ?`).join()} where rowid = ?`,
          values: [...values, row],
        }
      : { sql: `insert into ${table} (${names.join()}) values (${names.map(() => "?").join()})`, values };
  });
}
