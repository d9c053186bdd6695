import { Standings } from "./standings.js";
import type { Side } from "./standings.js";
import type { Who } from "./steps.js";

/** A field whose value can be remembered without knowing how the sync goes about it. */
export type RememberedField = (typeof fields)[number];

const fields = ["title", "when", "location", "notes"] as const;

/** Changes less than this apart are a tie, which goes to the studio (C15). */
const tieMilliseconds = 60_000;

/** One item: when anything of it was last changed by hand on each side, and how its fields stand. */
interface Remembered {
  readonly changedAt: { studio: number; google: number };
  readonly fields: Readonly<Record<RememberedField, Standings>>;
}

/**
 * What a person would remember, kept apart from everything the sync stores: what was made where and never
 * removed, who edited what when, and which runs there were since. From that the rules say what each field must
 * hold (C15); where a rule says something else, the item or field is let go.
 */
export class Memory {
  readonly #made = new Set<string>();
  readonly #removed = new Set<string>();
  readonly #items = new Map<string, Remembered>();
  readonly #ruledOut = new Set<string>();
  readonly #twins = new Set<string>();
  readonly #invitations = new Set<string>();
  readonly #rested = new Set<string>();
  readonly #successors = new Map<string, string>();
  readonly #refused = new Set<string>();
  readonly #elsewhere = new Map<string, readonly string[]>();
  readonly #private = new Map<string, Who>();

  made(side: Side, token: string, who: Who): void {
    this.#made.add(`${side} ${token} ${who}`);
  }

  /** What was made in one calendar of a person must not be in another (A10). */
  changeCalendar(who: Who, from: string, to: string): void {
    const madeHere = [...this.#made].filter((key) => key.startsWith("google ") && key.endsWith(` ${who}`));
    for (const key of madeHere) this.#made.delete(key);
    this.#elsewhere.set(`${who} ${from}`, madeHere);
    for (const key of this.#elsewhere.get(`${who} ${to}`) ?? []) this.#made.add(key);
  }

  /** Something was done to it that may make it disappear for this person, or for everybody. */
  removed(token: string, who?: Who): void {
    for (const one of who === undefined ? ([0, 1] as const) : [who]) this.#removed.add(`${token} ${one}`);
  }

  wasRemoved(token: string, who: Who): boolean {
    return this.#removed.has(`${token} ${who}`);
  }

  /** Tokens that must be on this side of this person. */
  mustBeOn(side: Side, who: Who): readonly string[] {
    return [...this.#made].flatMap((key) => {
      const [madeOn, token = "", owner] = key.split(" ");
      return madeOn === side && owner === String(who) && !this.wasRemoved(token, who) ? [token] : [];
    });
  }

  /** Made on both sides at once: whether they are one thing or two depends on what met first (W5). */
  twins(token: string): void {
    this.#twins.add(token);
  }

  areTwins(token: string): boolean {
    return this.#twins.has(token);
  }

  /** It was a series in Google, which neither comes in nor is touched (C19). */
  rested(token: string): void {
    this.#rested.add(token);
  }

  hasRested(token: string): boolean {
    const before = this.#successors.get(token);
    return this.#rested.has(token) || (before !== undefined && this.hasRested(before));
  }

  /** It takes the place of another item, whose event becomes its own (C5). */
  succeeds(token: string, before: string): void {
    this.#successors.set(token, before);
  }

  hasSucceeded(token: string, before: string): boolean {
    const last = this.#successors.get(token);
    return last !== undefined && (last === before || this.hasSucceeded(last, before));
  }

  /** An invitation whose entry was removed here: it stays in Google and never comes in again (C10). */
  isEnded(token: string): boolean {
    return this.#invitations.has(token) && ([0, 1] as const).some((who) => this.wasRemoved(token, who));
  }

  invitation(token: string): void {
    this.#invitations.add(token);
  }

  /** It was made as a private event of this person (C8). */
  private(token: string, who: Who): void {
    this.#private.set(token, who);
  }

  /** It became the studio's own business. */
  public(token: string): void {
    this.#private.delete(token);
  }

  /** @param who only as this person's */
  isPrivate(token: string, who?: Who): boolean {
    const owner = this.#private.get(token);
    return owner !== undefined && (who === undefined || owner === who);
  }

  /** Entered in Google by somebody who may not change it in the studio (X1). */
  refuse(token: string, value: string): void {
    this.#refused.add(`${token} ${value}`);
  }

  /** Whether the studio must not hold it. */
  isRefused(token: string, value: string): boolean {
    return this.#refused.has(`${token} ${value}`);
  }

  /** Who may do what has changed: what was on its way may come in now, or not any more (X1). */
  clearancesChanged(): void {
    this.#refused.clear();
    this.letGoUnsynced();
  }

  /** Something of it was changed by hand: the clocks that decide are those of the whole row and the whole event (C15). */
  touched(side: Side, token: string, at: Date): void {
    this.#item(token).changedAt[side] = at.getTime();
  }

  edited(side: Side, token: string, field: RememberedField, value: string, at: Date): void {
    this.touched(side, token, at);
    this.#item(token).fields[field].enter(side, value);
  }

  /** A run that may have come to these items, or not. */
  maySync(tokens: readonly string[]): void {
    for (const item of this.#remembered(tokens)) for (const field of fields) item.fields[field].maySync(laterOf(item));
  }

  /** A run of everything this person has left nothing undone. @param readsGoogle whether it was two-way */
  synced(tokens: readonly string[], readsGoogle: boolean): void {
    for (const item of this.#remembered(tokens))
      for (const field of fields) item.fields[field].sync(laterOf(item), readsGoogle);
  }

  /** Rules decide about it that nobody remembers here, until a run leaves nothing undone. */
  letGo(token: string, field?: RememberedField): void {
    for (const one of field === undefined ? fields : [field]) this.#item(token).fields[one].forget();
  }

  /** What was edited in Google and is on its way may be decided by another rule now. */
  letGoUnsynced(): void {
    for (const item of this.#items.values())
      for (const field of fields) if (item.fields[field].isPendingFrom("google")) item.fields[field].forget();
  }

  /** Other rules than that of the last edit decide about it for good. */
  ruleOut(token: string, ...which: readonly RememberedField[]): void {
    for (const field of which.length === 0 ? fields : which) this.#ruledOut.add(`${token} ${field}`);
  }

  ruleOutEverywhere(field: RememberedField): void {
    this.#ruledOut.add(field);
  }

  /** What the field must hold once both sides are in step; more than one where the rules leave it open, undefined where they are others. */
  allowed(token: string, field: RememberedField): ReadonlySet<string> | undefined {
    const item = this.#items.get(token);
    const isRuledOut = this.#ruledOut.has(`${token} ${field}`) || this.#ruledOut.has(field);
    return isRuledOut || item === undefined ? undefined : item.fields[field].outcomes(laterOf(item));
  }

  #remembered(tokens: readonly string[]): readonly Remembered[] {
    return [...new Set(tokens)].flatMap((token) => this.#items.get(token) ?? []);
  }

  #item(token: string): Remembered {
    const known = this.#items.get(token) ?? {
      changedAt: { studio: 0, google: 0 },
      fields: { title: new Standings(), when: new Standings(), location: new Standings(), notes: new Standings() },
    };
    this.#items.set(token, known);
    return known;
  }
}

/** C15: Google's change is the later one from a minute on. */
function laterOf({ changedAt: { studio, google } }: Remembered): Side {
  return google - studio >= tieMilliseconds ? "google" : "studio";
}
