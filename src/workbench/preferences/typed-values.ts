import type { Values } from "../api/payloads.js";
import type { PageOwner } from "../routing/route.js";

/** As much of the browser's session storage as is needed here. */
export interface TextStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = "typed:";
const typistKey = "typist";

/**
 * What was typed on a page and not yet saved. It outlives leaving for another page or another
 * site (P1), not the browser tab, and not signing out. Secrets are never kept.
 */
export class TypedValues {
  readonly #key: string;

  constructor(
    private readonly store: TextStore,
    owner: PageOwner,
    pageId: string,
  ) {
    this.#key = `${prefix}${owner.kind === "company" ? "company" : `user/${owner.userId}`}/${pageId}`;
  }

  read(): Values {
    const text = this.store.getItem(this.#key);
    if (text === null) return {};
    try {
      // Only `keep` writes under this key.
      return JSON.parse(text) as Values;
    } catch {
      this.forget();
      return {};
    }
  }

  keep(typed: Values, secrets: ReadonlySet<string>): void {
    const kept = Object.entries(typed).filter(([name]) => !secrets.has(name));
    if (kept.length === 0) this.forget();
    else this.store.setItem(this.#key, JSON.stringify(Object.fromEntries(kept)));
  }

  forget(): void {
    this.store.removeItem(this.#key);
  }
}

/** Forgets what somebody else typed in this browser tab before their session ended. */
export function keepOnlyTypedBy(userId: number, store: TextStore): void {
  if (store.getItem(typistKey) !== String(userId)) forgetAllTyped(store);
  store.setItem(typistKey, String(userId));
}

/** Forgets everything anybody typed in this browser tab. */
export function forgetAllTyped(store: TextStore): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
  for (const key of keys.filter((one) => one.startsWith(prefix))) store.removeItem(key);
}

/** What differs from the saved values. */
export function differing(saved: Values, typed: Values): Values {
  const isSame = (name: string): boolean => JSON.stringify(typed[name]) === JSON.stringify(saved[name]);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !isSame(name)));
}
