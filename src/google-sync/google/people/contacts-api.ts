import type { GoogleError } from "../errors.js";
import type { ContactLabel, GoogleContact, LiveContact, PersonFields } from "./google-person.js";

/** One answer of `people.connections.list`. */
export interface ContactPage {
  readonly contacts: readonly GoogleContact[];
  /** Contacts that are there but cannot be read; they are neither changed nor deleted. */
  readonly unreadable: readonly { readonly resourceName: string; readonly problem: string }[];
  /** On the last page only; its presence says that the listing is complete. */
  readonly nextSyncToken: string | undefined;
}

/** What a contact's own read says. */
export type ContactGetOutcome =
  | { readonly kind: "found"; readonly contact: LiveContact }
  /** A fact: 404. */
  | { readonly kind: "not-found" }
  | { readonly kind: "failed"; readonly error: GoogleError };

/** A contact to be made. Memberships are resource names; `myContacts` is added by Google itself. */
export interface ContactCreate {
  /** Names the write in the result. */
  readonly key: string;
  readonly fields: PersonFields;
  readonly memberships: readonly string[];
  /** No other contact has the same: it tells Google's answers apart, and finds a contact whose answer was lost (K10). */
  readonly clientData: Readonly<Record<string, string>>;
}

/** Fields to replace as whole lists; lists not named stay, an empty list clears (google.md 3.5). At most one per contact. */
export interface ContactUpdate {
  readonly key: string;
  readonly resourceName: string;
  /** The version it was planned from (K9). */
  readonly etag: string;
  readonly sourceEtag: string;
  readonly fields: PersonFields;
  /** Set where labels change too; the whole list. A contact is never left without one: then it stays in `myContacts`. */
  readonly memberships?: readonly string[];
  /** Set where it changes too; what other apps keep there goes unless it is named as well. */
  readonly clientData?: Readonly<Record<string, string>>;
}

/** What became of one write. */
export type ContactWriteOutcome =
  | {
      readonly kind: "written";
      readonly contact: Pick<LiveContact, "resourceName" | "etag" | "sourceEtag" | "updatedAt">;
    }
  /** Of `delete`, also when it was gone before. */
  | { readonly kind: "deleted" }
  /** 400 FAILED_PRECONDITION: changed since it was read; nothing was written (K9). */
  | { readonly kind: "stale" }
  /** 404: there is no such contact any more. */
  | { readonly kind: "not-found" }
  /** A create whose answer never came: it may or may not exist (K10). */
  | { readonly kind: "unknown"; readonly error: GoogleError }
  /**
   * Refused, or no answer came. A create that failed was certainly not carried out; an update or a deletion whose
   * verdict is "retry-later" or "malformed-answer" may have been: repeated, it is stale or gone.
   */
  | { readonly kind: "failed"; readonly error: GoogleError }
  /** Never sent, because of this error of an earlier write. */
  | { readonly kind: "not-tried"; readonly error: GoogleError };

export interface ContactWriteResult {
  readonly key: string;
  readonly outcome: ContactWriteOutcome;
}

/**
 * Google Contacts (People v1) as this product uses it: plain data in and out, paced, repeated
 * where that helps, one mutation in flight per account, in the least number of requests. Every
 * method throws GoogleError, and the signal's reason when the connection's signal is aborted.
 */
export interface ContactsApi {
  /**
   * All contacts, or what has changed since the token, a thousand in a request. A page that fails
   * throws and ends the listing.
   * @throws GoogleError `sync-token-refused` for an expired or refused token (G7)
   */
  listContacts(syncToken: string | undefined): AsyncIterable<ContactPage>;
  /** Each contact's current content, two hundred in a request. Every name asked for is in the result. */
  getContacts(resourceNames: readonly string[]): Promise<ReadonlyMap<string, ContactGetOutcome>>;
  /** The account's labels, a thousand in a request. */
  listLabels(): Promise<readonly ContactLabel[]>;
  /**
   * Makes a label. One of that name that exists already (409) is found and returned. Where the name is one of
   * Google's own groups ("Family", "Friends"), the label is called "Family (clients)".
   */
  createLabel(name: string): Promise<ContactLabel>;
  /**
   * Also where the label's etag is old by now.
   * @throws GoogleError `duplicate-id` when another label has the name, `not-found` when the label is gone
   */
  renameLabel(label: ContactLabel, name: string): Promise<ContactLabel>;
  /**
   * Adds to and takes from a label, a thousand names in a request. A contact that has no other label stays
   * in `myContacts`.
   * @returns names Google does not know
   * @throws GoogleError `not-found` when the label is gone (K3)
   */
  changeMembers(
    label: string,
    change: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<{ readonly notFound: readonly string[] }>;
  /**
   * Makes contacts, two hundred in a request. A create is never repeated by itself: when its answer is lost the
   * outcome is `unknown` (K10). Results come request by request, so that the caller can store each
   * before the next is sent.
   */
  create(creates: readonly ContactCreate[]): AsyncIterable<readonly ContactWriteResult[]>;
  /**
   * Updates contacts, two hundred of one mask in a request. Stale ones named by Google are dropped from the
   * request and the rest sent again; after a second failure one by one.
   */
  update(updates: readonly ContactUpdate[]): AsyncIterable<readonly ContactWriteResult[]>;
  /** Deletes contacts, five hundred in a request; 404 is done. Keys are resource names. Used by Undo alone (R2). */
  delete(resourceNames: readonly string[]): AsyncIterable<readonly ContactWriteResult[]>;
}
