import type { Who } from "./steps.js";

/** A field whose last editor can be remembered without knowing any rule of the sync. */
export type RememberedField = "title" | "when" | "location" | "notes";

type Side = "studio" | "google";

interface Remembered {
  /** What the field may end up with. */
  allowed: Set<string>;
  /** Where it was edited since the last run that left nothing undone. */
  readonly editedOn: Set<Side>;
}

/**
 * What a person would remember, kept apart from everything the sync stores: what was made where
 * and never removed, and of each field the last edit. Where two sides were edited between two
 * runs either may win; where a rule says something else, the item or field is let go.
 */
export class Memory {
  readonly #made = new Set<string>();
  readonly #removed = new Set<string>();
  readonly #fields = new Map<string, Remembered>();
  readonly #letGo = new Set<string>();
  readonly #twins = new Set<string>();
  readonly #invitations = new Set<string>();
  readonly #rested = new Set<string>();

  made(side: Side, token: string, who: Who): void {
    this.#made.add(`${side} ${token} ${who}`);
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
    return this.#rested.has(token);
  }

  /** An invitation whose entry was removed here: it stays in Google and never comes in again (C10). */
  isEnded(token: string): boolean {
    return this.#invitations.has(token) && ([0, 1] as const).some((who) => this.wasRemoved(token, who));
  }

  invitation(token: string): void {
    this.#invitations.add(token);
  }

  edited(side: Side, token: string, field: RememberedField, value: string): void {
    const key = `${token} ${field}`;
    const known = this.#fields.get(key) ?? { allowed: new Set(), editedOn: new Set() };
    this.#fields.set(key, known);
    const isContested = known.editedOn.size > 0 && !(known.editedOn.size === 1 && known.editedOn.has(side));
    if (!isContested) known.allowed = new Set();
    known.allowed.add(value);
    known.editedOn.add(side);
  }

  /** A run of everything this person has left nothing undone. */
  synced(tokens: readonly string[]): void {
    for (const [key, known] of this.#fields) if (tokens.includes(key.split(" ")[0] ?? "")) known.editedOn.clear();
  }

  /** Rules decide about it that nobody remembers here. */
  letGo(token: string, field?: RememberedField): void {
    for (const one of field === undefined ? (["title", "when", "location", "notes"] as const) : [field])
      this.#letGo.add(`${token} ${one}`);
  }

  /** What is on its way may be decided by another rule now. */
  letGoUnsynced(): void {
    for (const [key, { editedOn }] of this.#fields) if (editedOn.has("google")) this.#letGo.add(key);
  }

  letGoEverywhere(field: RememberedField): void {
    this.#letGo.add(field);
  }

  /** What the field may hold now; undefined when that is nobody's to say. */
  allowed(token: string, field: RememberedField): ReadonlySet<string> | undefined {
    const key = `${token} ${field}`;
    return this.#letGo.has(key) || this.#letGo.has(field) ? undefined : this.#fields.get(key)?.allowed;
  }
}
