/**
 * A row in the types the embedded database answers in, whatever database it was read from: times as texts, wall-clock
 * times without a zone, flags as numbers. For looking at rows, and for putting them back.
 */
export function storedValues(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, storedValue(column, value)]));
}

function storedValue(column: string, value: unknown): unknown {
  if (typeof value === "boolean") return Number(value);
  if (!(value instanceof Date)) return value;
  return /^(starts|ends)_at$/.test(column) ? value.toISOString().slice(0, 19) : value.toISOString();
}

/** Rows to put into a table again; ids are the database's to give. */
export function rowsToPutBack(rows: readonly Readonly<Record<string, unknown>>[]): readonly Record<string, unknown>[] {
  return rows.map((row) => {
    const { id: _id, ...values } = storedValues(row);
    return values;
  });
}
