/** SQL Server's numbers for a duplicate key in a constraint and in an index. */
const mssqlNumbers: readonly unknown[] = [2627, 2601];
const sqliteCodes: readonly unknown[] = ["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"];

/** Whether a write failed because another row has the same key. */
export function isUniqueViolation(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return (
    ("code" in thrown && sqliteCodes.includes(thrown.code)) ||
    ("number" in thrown && mssqlNumbers.includes(thrown.number))
  );
}
