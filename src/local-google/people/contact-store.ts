import type { Account } from "../store/account.js";
import type { GoogleStore } from "../store/google-store.js";
import { ContactBook } from "./contact-book.js";
import type { ContactBookState } from "./contact-book.js";

/** The contacts of every account over a restart, by the account's lasting id. */
export type ContactStoreState = { readonly [sub: string]: ContactBookState };

/** The contacts of every account. */
export class ContactStore {
  readonly #books = new Map<string, ContactBook>();

  constructor(
    private readonly store: GoogleStore,
    /** Milliseconds lists are behind. */
    private readonly delay: number,
  ) {}

  book({ sub }: Pick<Account, "sub">): ContactBook {
    const known = this.#books.get(sub);
    if (known) return known;
    const book = new ContactBook(this.store, this.delay);
    this.#books.set(sub, book);
    return book;
  }

  toState(): ContactStoreState {
    return Object.fromEntries([...this.#books].map(([sub, book]) => [sub, book.toState()]));
  }

  /** Fills an empty store. */
  restore(state: ContactStoreState): void {
    for (const [sub, book] of Object.entries(state)) this.book({ sub }).restore(book);
  }
}
