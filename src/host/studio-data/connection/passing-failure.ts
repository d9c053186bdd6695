/** SQL Server's numbers for what was rolled back and may go through a moment later. */
const mssqlNumbers: readonly unknown[] = [
  1205, // chosen as the victim of a deadlock
  1222, // a lock was not given in time
  3960, // a snapshot's update met another's
  // Azure SQL: busy, failing over, or moved to another machine.
  10928,
  10929,
  40197,
  40501,
  40613,
  49918,
  49919,
  49920,
];

/** tedious's codes for a request that took too long and for a connection that is gone. */
const mssqlCodes: readonly unknown[] = ["ETIMEOUT", "ESOCKET", "ECLOSE", "ECONNCLOSED", "ECONNRESET", "EINVALIDSTATE"];

/** Another process of this computer held the write lock longer than is waited for. */
const sqliteCodes: readonly unknown[] = ["SQLITE_BUSY"];

/** Whether a statement failed for a reason that passes by itself. Numbers and codes decide, never texts. */
export function isPassing(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return (
    ("number" in thrown && mssqlNumbers.includes(thrown.number)) ||
    ("code" in thrown && (mssqlCodes.includes(thrown.code) || sqliteCodes.includes(thrown.code)))
  );
}
