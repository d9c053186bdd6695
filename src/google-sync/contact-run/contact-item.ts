import type { ClientRecord } from "../../api/index.js";
import type { ContactCandidate, ContactLink } from "../contact-links/index.js";
import { displayNameOf, displayNameOfContact } from "../contacts/index.js";
import type { ContactCanon, ContactSides } from "../contacts/index.js";
import type { Action, Pair, PlannedOf } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";
import type { ItemName } from "../reports/index.js";

/** Why a linked client is synced no more, seen from the studio (K3). */
export type Departure =
  /** Taken out of the group, or inactive: the contact stays as it is. */
  | "left-group"
  /** Deleted, or merged into a client that has a contact already: the contact loses our label. */
  | "orphaned";

/** A pair with the rows and records it was made from. */
export interface ContactItem {
  readonly pair: Pair;
  /** The row that becomes, or is, the link. */
  readonly link: ContactCandidate | ContactLink | undefined;
  /** A second row the link takes over: the other side of a pair just found (K6). */
  readonly absorbed: ContactLink | undefined;
  readonly client: ClientRecord | undefined;
  /** Google's newest copy; the last full one when the contact is deleted. */
  readonly contact: LiveContact | undefined;
  readonly sides: ContactSides;
  readonly departure: Departure | undefined;
  /** The client must be put into the group: it was found for a contact (K6). */
  readonly joinsGroup: boolean;
  /** The contact has to be put under our label. */
  readonly needsLabel: boolean;
}

/** A planned action together with the item it is about. */
export type PlannedContact<A extends Action = Action> = PlannedOf<ContactItem, A>;

/** What the person is called (K7). */
export function nameOfItem({ client, contact }: ContactItem, canon: ContactCanon): ItemName {
  const title =
    (client === undefined ? "" : displayNameOf(client)) ||
    (contact === undefined ? "" : displayNameOfContact(contact, canon));
  return { title, isPrivate: false };
}
