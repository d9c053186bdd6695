import { serviceToken } from "../../base/service-token.js";
import type { Transaction } from "./unit-of-work.js";

/** Row number of a client. */
export type ClientId = number;

/** A postal address; parts not known are empty. */
export interface PostalAddress {
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
}

/** A phone of a client. Its id stays when its number changes, so that a counterpart elsewhere can be tied to it (K4). */
export interface PhoneOfClient {
  /** Undefined for a phone that is new. */
  readonly id: number | undefined;
  /** As the studio calls it, such as "Mobile" or a label of its own; empty when it has none. */
  readonly label: string;
  readonly number: string;
}

/**
 * What of a client may leave the studio (K4). Notes, images, family, status and marketing
 * are not part of it, so that no plugin can send them by mistake. Texts not known are empty.
 */
export interface ClientCard {
  readonly firstName: string;
  readonly lastName: string;
  readonly salutation: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly mainAddress: PostalAddress;
  readonly mailingAddress: PostalAddress;
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known; empty when there is none. */
  readonly birthDate: string;
  readonly anniversary: string;
  /** In the studio's order; the first is the one to call. */
  readonly phones: readonly PhoneOfClient[];
}

/** A client as it is now. */
export interface ClientRecord extends ClientCard {
  readonly id: ClientId;
  /** Lower case with dashes; for ever this client's. */
  readonly guid: string;
  /** Text that changes whenever the client or one of the phones changes. */
  readonly version: string;
  /** When the newest such row changed, UTC; a change that came from Google keeps Google's time (C15). */
  readonly changedAt: Date;
  readonly isInactive: boolean;
  readonly isDeleted: boolean;
  /** The client this one was merged into; follow it until undefined (K3). */
  readonly mergedInto: ClientId | undefined;
}

/** Which client, and the version the caller has seen (G9). */
export interface ClientReference {
  readonly clientId: ClientId;
  readonly version: string;
}

/** How long texts may be in the studio; longer ones are cut by the caller, with a warning (C11). */
export type ClientLimits = Readonly<
  Record<
    | "firstName"
    | "lastName"
    | "salutation"
    | "company"
    | "jobTitle"
    | "email"
    | "street"
    | "city"
    | "region"
    | "postalCode"
    | "country"
    | "phoneLabel"
    | "phoneNumber",
    number
  >
>;

/** A group clients are put in by hand. */
export interface ClientGroupRecord {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly isInactive: boolean;
}

/**
 * The studio's clients and client groups. Reading finds what any program wrote; every write
 * checks the version in SQL. Plugins join the view `client_members` in SQL to find what changed:
 * one row per group and client that belongs to it and is neither inactive nor deleted, with
 * `client_group_id`, `client_id`, `client_guid` and `version`; groups that are inactive have no rows.
 */
export interface Clients {
  readonly limits: ClientLimits;
  /** Those of the named clients that exist, deleted and merged ones too; in no particular order. */
  find(clientIds: readonly ClientId[], transaction?: Transaction): Promise<readonly ClientRecord[]>;
  /**
   * Active clients of the whole studio that could be the same person as one of the cards (K6): those with an
   * equal name or email, or a phone that ends in the same digits. Which of them are is the caller's to tell.
   */
  findLike(
    cards: readonly Pick<ClientCard, "firstName" | "lastName" | "email" | "phones">[],
  ): Promise<readonly ClientRecord[]>;
  /** Every group, inactive ones too, by name. */
  groups(transaction?: Transaction): Promise<readonly ClientGroupRecord[]>;
  /** Makes clients and puts them in the group; returns them as read back, in the same order. */
  create(
    drafts: readonly (ClientCard & { readonly guid: string; readonly changedAt: Date })[],
    groupId: number,
    transaction: Transaction,
  ): Promise<readonly ClientRecord[]>;
  /**
   * Changes the named fields; `phones`, when named, replaces the list, keeping ids that are given.
   * @returns the client as read back
   * @throws StaleEntryError when the client is no longer at the named version
   */
  change(
    reference: ClientReference,
    change: Partial<ClientCard>,
    details: { readonly changedAt: Date },
    transaction: Transaction,
  ): Promise<ClientRecord>;
  /** Adds clients to a group, or takes them out; what is so already stays so. */
  addToGroup(groupId: number, clientIds: readonly ClientId[], transaction: Transaction): Promise<void>;
  removeFromGroup(groupId: number, clientIds: readonly ClientId[], transaction: Transaction): Promise<void>;
  /** Deletes softly; what an undo of a created client needs (R2). @throws StaleEntryError, also for one that was booked since */
  remove(reference: ClientReference, transaction: Transaction): Promise<void>;
}
export const Clients = serviceToken<Clients>("clients");
