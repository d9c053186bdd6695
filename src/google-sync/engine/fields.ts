/**
 * The canonical content of an item: one text per field, the same text for the same
 * meaning on both sides. A kind (calendar, contacts) brings the names and the canon.
 * A field that is absent does not take part: it is neither read nor written.
 */
export type Fields = Readonly<Record<string, string>>;

/** What each side held when the two last agreed. They differ where a side cannot hold, or was not given, the other's text. */
export interface Agreed {
  readonly studio: Fields;
  readonly google: Fields;
}

/** Both sides hold the same. */
export function agreedOn(fields: Fields): Agreed {
  return { studio: fields, google: fields };
}

/** Whether any field both know differs; a field only one knows is no difference. */
export function differs(one: Fields, other: Fields): boolean {
  return Object.keys(one).some((name) => other[name] !== undefined && other[name] !== one[name]);
}

/** The named fields of `fields`, where present. */
export function pick(fields: Fields, names: readonly string[]): Fields {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

/** Whether nothing is in it. */
export function isEmpty(fields: Fields): boolean {
  return Object.keys(fields).length === 0;
}
