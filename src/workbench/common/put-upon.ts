/**
 * Somebody saved a record while it was open here (G9): what was changed here, put upon what is saved now, and the names of
 * the values where that would replace something.
 * @param opened what the record held when it was opened
 */
export function putUpon<T extends object>(
  opened: T,
  mine: T,
  saved: T,
): { readonly values: T; readonly replaced: readonly (keyof T & string)[] } {
  const changed = differingNames(opened, mine);
  const values = { ...saved };
  for (const name of changed) values[name] = mine[name];
  const theirs = differingNames(opened, saved);
  const unequal = differingNames(mine, saved);
  return { values, replaced: changed.filter((name) => theirs.includes(name) && unequal.includes(name)) };
}

/** The names of values that are not the same in both. */
export function differingNames<T extends object>(one: T, other: T): readonly (keyof T & string)[] {
  // The values of both have the names of their type.
  const names = Object.keys(one) as (keyof T & string)[];
  return names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}
