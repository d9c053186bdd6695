/** A statement for the embedded database. */
export interface Translated {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/**
 * The same statement for SQLite. It knows the few shapes our repositories use, and is
 * for nothing else. Names stay in their brackets, which SQLite reads too, and never as a text.
 */
export function sqliteOf(tSql: string, bindings: readonly unknown[]): Translated {
  let sql = tSql
    .replace(/;\s*select @@rowcount$/, "")
    .replace(/convert\(varchar\(20\), convert\(bigint, ([\w.]+)\)\)/g, "cast($1 as text)")
    .replace(/\bright\((.*), (\d+)\) in/, "substr($1, -$2) in")
    .replace("sysutcdatetime()", "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')");

  const output = /\boutput ((?:inserted\.\[\w+\](?: as \[\w+\])?(?:, )?)+)/.exec(sql);
  if (output?.[1] !== undefined) {
    sql = `${sql.replace(output[0], "")} returning ${output[1].replaceAll("inserted.", "")}`;
  }
  const top = /^select top \((@p\d+)\)/.exec(sql);
  if (top?.[1] !== undefined) sql = `${sql.replace(top[0], "select")} limit ${top[1]}`;

  return { sql: sql.replace(/@p(\d+)/g, (_, index: string) => `?${Number(index) + 1}`), bindings };
}
