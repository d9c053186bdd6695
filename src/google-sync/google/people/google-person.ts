/**
 * The lists of values of a person this product reads and writes, by the field names of People v1. There is no
 * way to say notes, photos, relations or custom fields: what they hold stays as it is, and nothing of the
 * studio's gets there (K4).
 */
export const personLists = [
  "addresses",
  "birthdays",
  "emailAddresses",
  "events",
  "names",
  "organizations",
  "phoneNumbers",
] as const;
export type PersonList = (typeof personLists)[number];

/** One value of a list as Google sent it. Of its `metadata` only `primary` and `sourcePrimary` are kept. */
export type PersonValue = Readonly<Record<string, unknown>>;

/** Lists of a person's values; a list without values is absent. */
export type PersonFields = Readonly<Partial<Record<PersonList, readonly PersonValue[]>>>;

/** A contact of the account, of the CONTACT source only (google.md 3.3). */
export interface LiveContact {
  readonly kind: "live";
  /** `people/c…`; may change, see `previousResourceNames`. */
  readonly resourceName: string;
  /** Etag of the person as read with our mask; what a write must name. */
  readonly etag: string;
  /** Etag and time of the contact itself, the same whatever was asked for: tells whether anything changed. */
  readonly sourceEtag: string;
  readonly updatedAt: Date;
  /** Names this contact had before; a merge made in Google shows here (K8). */
  readonly previousResourceNames: readonly string[];
  /** Whole lists, unknown values included, so that replacing a list keeps what we do not know (K4). */
  readonly fields: PersonFields;
  /** `contactGroups/…` it belongs to. */
  readonly memberships: readonly string[];
  /** Values of `clientData` by key; ours are put there by us (google.md 3.4). */
  readonly clientData: Readonly<Record<string, string>>;
}

/** A tombstone. */
export interface DeletedContact {
  readonly kind: "deleted";
  readonly resourceName: string;
  readonly previousResourceNames: readonly string[];
}

export type GoogleContact = LiveContact | DeletedContact;

/** A label of the account. */
export interface ContactLabel {
  /** `contactGroups/…`. */
  readonly resourceName: string;
  readonly etag: string;
  readonly name: string;
  /** System groups (`myContacts`, `starred` …) cannot be renamed. */
  readonly isSystem: boolean;
}
