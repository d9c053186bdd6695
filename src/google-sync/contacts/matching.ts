import { tidy } from "./canonical-text.js";

/** What a person is recognised by (K6). */
export interface Recognizable {
  /** Names it in the result. */
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly emails: readonly string[];
  /** Canonical (K5). */
  readonly phones: readonly string[];
}

/** What was found for one person: the same one, somebody who might be, or nobody. */
export type Match =
  | { readonly kind: "bound"; readonly to: string }
  /** For a person to decide: several alike, or alike in part only. Never a guess. */
  | { readonly kind: "unclear"; readonly candidates: readonly string[] }
  | { readonly kind: "none" };

/**
 * Finds each person among others (K6): an equal first and last name together with an equal email or phone binds
 * the two, if neither has another such counterpart. An equal name alone, an equal email or phone alone, or several
 * counterparts are unclear.
 *
 * @param people those looked for
 * @param others those they may be; each is bound to one at most
 */
export function matchPeople(
  people: readonly Recognizable[],
  others: readonly Recognizable[],
): ReadonlyMap<string, Match> {
  const index = indexOf(others);
  const found = new Map(people.map((person) => [person.key, candidatesOf(person, index)]));
  const wantedBy = new Map<string, number>();
  for (const { same } of found.values()) for (const key of same) wantedBy.set(key, (wantedBy.get(key) ?? 0) + 1);
  const matchOf = (key: string): Match => {
    const { same, alike } = found.get(key) ?? { same: [], alike: [] };
    const [only, ...more] = same;
    if (only !== undefined && more.length === 0 && wantedBy.get(only) === 1) return { kind: "bound", to: only };
    const candidates = [...same, ...alike];
    return candidates.length === 0 ? { kind: "none" } : { kind: "unclear", candidates };
  };
  return new Map(people.map(({ key }) => [key, matchOf(key)]));
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byEmail: ReadonlyMap<string, readonly string[]>;
  readonly byPhone: ReadonlyMap<string, readonly string[]>;
}

function indexOf(others: readonly Recognizable[]): Index {
  return {
    byName: keysBy(others, (other) => [nameOf(other)]),
    byEmail: keysBy(others, ({ emails }) => emails.map(emailOf)),
    byPhone: keysBy(others, ({ phones }) => phones),
  };
}

function candidatesOf(
  person: Recognizable,
  { byName, byEmail, byPhone }: Index,
): { readonly same: readonly string[]; readonly alike: readonly string[] } {
  const named = new Set(lookUp(byName, [nameOf(person)]));
  const reached = new Set([...lookUp(byEmail, person.emails.map(emailOf)), ...lookUp(byPhone, person.phones)]);
  const same = [...named].filter((key) => reached.has(key));
  const alike = [...new Set([...named, ...reached])].filter((key) => !same.includes(key));
  return { same, alike };
}

function lookUp(index: ReadonlyMap<string, readonly string[]>, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== "").flatMap((text) => index.get(text) ?? []);
}

function keysBy(
  others: readonly Recognizable[],
  textsOf: (other: Recognizable) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const other of others) {
    for (const text of new Set(textsOf(other))) {
      const same = keys.get(text);
      if (same === undefined) keys.set(text, [other.key]);
      else same.push(other.key);
    }
  }
  return keys;
}

/** A company without a person goes by its own name; nobody at all has none. */
function nameOf({ firstName, lastName, company }: Recognizable): string {
  const plain = (text: string) => tidy(text).normalize("NFKC").replaceAll(/\s+/g, " ").toLowerCase();
  if (tidy(firstName) === "" && tidy(lastName) === "") return plain(company);
  return `${plain(firstName)}\t${plain(lastName)}`;
}

function emailOf(email: string): string {
  return tidy(email).toLowerCase();
}
