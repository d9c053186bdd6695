import type { JsonObject } from "../json.js";
import type { GoogleStore } from "../store/google-store.js";
import { resourceNameOf } from "./stored-contact.js";
import type { ContactContent, StoredContact, StoredGroup } from "./stored-contact.js";

/** A version and when it came to be; lists show it only some time later. */
interface Version {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly contact: StoredContact;
}

/** Everything a book keeps over a restart, as JSON. */
export interface ContactBookState {
  readonly lastChange: number;
  readonly contacts: readonly (readonly [key: string, versions: readonly Version[]])[];
  readonly groups: readonly StoredGroup[];
}

const hexDigits = "0123456789abcdef";

/**
 * The contacts and labels of one account: the true state at once, and what lists show,
 * which follows some seconds later.
 */
export class ContactBook {
  /** By a key that stays when the resource name changes; the oldest version first. */
  readonly #contacts = new Map<string, Version[]>();
  /** Keys by resource name, former names too. */
  readonly #keys = new Map<string, string>();
  readonly #groups = new Map<string, StoredGroup>();
  #lastChange = 0;

  constructor(
    private readonly store: GoogleStore,
    /** Milliseconds lists are behind. */
    private readonly delay: number,
  ) {}

  /** The number of the newest change. */
  get lastChange(): number {
    return this.#lastChange;
  }

  /** A live contact by its name, or by a former one. */
  find(resourceName: string): StoredContact | undefined {
    const contact = this.#newest(this.#keys.get(resourceName));
    return contact?.state === "live" ? contact : undefined;
  }

  /** A contact in the trash. */
  findDeleted(resourceName: string): StoredContact | undefined {
    const contact = this.#newest(this.#keys.get(resourceName));
    return contact?.state === "deleted" ? contact : undefined;
  }

  /** The true state: every live contact, the least recently changed first. */
  live(): StoredContact[] {
    const all = [...this.#contacts.keys()].map((key) => this.#newest(key));
    return all
      .filter((contact) => contact?.state === "live")
      .filter(isThere)
      .toSorted(byChange);
  }

  /** What lists show now, deleted and merged contacts too, the least recently changed first. */
  listed(): StoredContact[] {
    const until = this.store.clock.now().getTime() - this.delay;
    const shown = [...this.#contacts.values()].map((versions) => versions.findLast(({ at }) => at <= until)?.contact);
    return shown.filter(isThere).toSorted(byChange);
  }

  /** Live contacts and those deleted after an instant (milliseconds since 1970). */
  countSince(deletedAfter: number): number {
    const newest = [...this.#contacts.values()].map((versions) => versions.at(-1)?.contact).filter(isThere);
    return newest.filter(
      ({ state, micros }) => state === "live" || (state === "deleted" && micros / 1000 > deletedAfter),
    ).length;
  }

  /** A new contact. @param isOld as if it had been there for long: lists show it at once */
  add(content: Omit<ContactContent, "id" | "state" | "previousNames">, isOld = false): StoredContact {
    const id = this.newId();
    return this.#put(id, { ...content, id, state: "live", previousNames: [] }, isOld);
  }

  /** Puts another version in the place of a contact; a new id is a new resource name. */
  change(contact: StoredContact, change: Partial<ContactContent>): StoredContact {
    const key = this.#keys.get(resourceNameOf(contact)) ?? contact.id;
    const { micros: _micros, change: _change, ...content } = contact;
    return this.#put(key, { ...content, ...change }, false);
  }

  /** From now on a name leads to another contact. */
  redirect(resourceName: string, contact: StoredContact): void {
    this.#keys.set(resourceName, this.#keys.get(resourceNameOf(contact)) ?? contact.id);
  }

  /** A source id in no use. */
  newId(): string {
    for (;;) {
      const { random } = this.store;
      const id = random.text(1, "1234567") + random.text(15, hexDigits);
      if (!this.#keys.has(resourceNameOf({ id }))) return id;
    }
  }

  /** Labels that are not deleted. */
  groups(): StoredGroup[] {
    return this.allGroups().filter(({ isDeleted }) => !isDeleted);
  }

  allGroups(): StoredGroup[] {
    return [...this.#groups.values()];
  }

  findGroup(id: string): StoredGroup | undefined {
    const group = this.#groups.get(id);
    return group?.isDeleted ? undefined : group;
  }

  addGroup(name: string, clientData: readonly JsonObject[] = []): StoredGroup {
    const id = `${this.store.random.text(1, "1234567")}${this.store.random.text(14, hexDigits)}`;
    return this.changeGroup({ id, name, clientData, isDeleted: false, micros: 0, change: 0 }, {});
  }

  changeGroup(
    group: StoredGroup,
    change: Partial<Pick<StoredGroup, "name" | "clientData" | "isDeleted">>,
  ): StoredGroup {
    this.#lastChange += 1;
    const kept = { ...group, ...change, micros: this.store.stamps.next(), change: this.#lastChange };
    this.#groups.set(kept.id, kept);
    this.store.noteChange();
    return kept;
  }

  toState(): ContactBookState {
    return { lastChange: this.#lastChange, contacts: [...this.#contacts], groups: this.allGroups() };
  }

  /** Fills an empty book. */
  restore({ lastChange, contacts, groups }: ContactBookState): void {
    this.#lastChange = lastChange;
    for (const [key, versions] of contacts) this.#contacts.set(key, [...versions]);
    for (const group of groups) this.#groups.set(group.id, group);
    for (const [key] of contacts) this.#keys.set(resourceNameOf({ id: key }), key);
    for (const [key, versions] of contacts) {
      const newest = versions.at(-1)?.contact;
      if (!newest || newest.state === "merged") continue;
      for (const name of [...newest.previousNames, resourceNameOf(newest)]) this.#keys.set(name, key);
    }
  }

  #put(key: string, content: ContactContent, isOld: boolean): StoredContact {
    this.#lastChange += 1;
    const contact = { ...content, micros: this.store.stamps.next(), change: this.#lastChange };
    const now = this.store.clock.now().getTime();
    const versions = this.#contacts.get(key) ?? [];
    // What lists show at this moment is the oldest version anybody can still see.
    const shown = versions.findLastIndex(({ at }) => at <= now - this.delay);
    this.#contacts.set(key, [...versions.slice(Math.max(shown, 0)), { at: isOld ? 0 : now, contact }]);
    this.#keys.set(resourceNameOf(contact), key);
    this.store.noteChange();
    return contact;
  }

  #newest(key: string | undefined): StoredContact | undefined {
    return key === undefined ? undefined : this.#contacts.get(key)?.at(-1)?.contact;
  }
}

function isThere<Thing>(thing: Thing | undefined): thing is Thing {
  return thing !== undefined;
}

function byChange(one: StoredContact, other: StoredContact): number {
  return one.change - other.change;
}
