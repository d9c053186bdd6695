import { googleError } from "../http/google-errors.js";
import { isObject, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import type { GoogleStore } from "../store/google-store.js";
import type { ContactBook } from "./contact-book.js";
import { readGroupNames } from "./contact-groups.js";
import { readSourceEtag } from "./person-etags.js";
import type { PersonFieldName } from "./person-fields.js";
import { invalidArgument } from "./person-masks.js";
import { readPerson } from "./person-reader.js";
import type { ReadPerson } from "./person-reader.js";
import { sourceEtagOf } from "./stored-contact.js";
import type { ContactContent, StoredContact } from "./stored-contact.js";

/** Contacts of an account, those in the trash too. */
const capacity = 25_000;
const trashTime = 30 * 86_400_000;

/** A change that has been checked and cannot fail any more. */
export interface PlannedUpdate {
  readonly contact: StoredContact;
  readonly change: Partial<ContactContent>;
}

/** Checks and makes changes of contacts. Checking is apart from changing, so that a batch is all or nothing. */
export class ContactWriter {
  constructor(private readonly store: GoogleStore) {}

  /** @throws GoogleError when the account would have too many contacts */
  checkRoom(book: ContactBook, added: number): void {
    const since = this.store.clock.now().getTime() - trashTime;
    if (book.countSince(since) + added > capacity) throw googleError("peopleOverflow");
  }

  /** @throws GoogleError 400 */
  planCreate(book: ContactBook, person: JsonObject, at?: string): ReadPerson {
    const read = readPerson(person, undefined, at);
    return { ...read, groupNames: readGroupNames(book, read.groupNames ?? [], []) };
  }

  /** Every new contact is in `myContacts`. */
  create(book: ContactBook, { fields, groupNames = [] }: ReadPerson, photoUrl?: string, isOld = false): StoredContact {
    const memberships = [...new Set([...groupNames, "myContacts"])];
    return book.add({ fields, memberships, ...(photoUrl !== undefined && { photoUrl }) }, isOld);
  }

  /**
   * @param mask fields to replace as a whole; those the person lacks are cleared
   * @throws GoogleError 404, 400 about the person, 400 FAILED_PRECONDITION when the etag is old
   */
  planUpdate(
    book: ContactBook,
    resourceName: string,
    person: JsonObject,
    mask: readonly PersonFieldName[],
    at?: string,
  ): PlannedUpdate {
    const contact = book.find(resourceName);
    if (!contact) throw googleError("peopleNotFound");
    const read = readPerson(person, mask, at);
    checkEtags(person, contact);
    return { contact, change: planChange(book, contact, read, mask) };
  }

  update(book: ContactBook, { contact, change }: PlannedUpdate): StoredContact {
    return book.change(contact, change);
  }

  delete(book: ContactBook, contact: StoredContact): void {
    book.change(contact, { state: "deleted" });
  }
}

/** What replacing the mask's fields makes of a contact. @throws GoogleError 400 */
export function planChange(
  book: ContactBook,
  contact: StoredContact,
  { fields, groupNames }: ReadPerson,
  mask: readonly PersonFieldName[],
): Partial<ContactContent> {
  const kept = Object.fromEntries(
    Object.entries(contact.fields).filter(([name]) => !mask.some((replaced) => replaced === name)),
  );
  if (!mask.includes("memberships")) return { fields: { ...kept, ...fields } };
  const memberships = readGroupNames(book, groupNames ?? [], contact.memberships);
  if (memberships.length === 0) throw invalidArgument("A contact must have at least one contact group membership.");
  return { fields: { ...kept, ...fields }, memberships };
}

/** Both etags a person carries must be of the current version; one of them must be there. */
function checkEtags(person: JsonObject, contact: StoredContact): void {
  const { metadata } = person;
  const sources = isObject(metadata) && Array.isArray(metadata["sources"]) ? metadata["sources"].filter(isObject) : [];
  const source = sources.find(({ type }) => type === "CONTACT");
  if (!source) throw invalidArgument("Request person.metadata.sources must contain a contact source.");
  const personEtag = textOf(person["etag"]) ?? "";
  const sourceEtag = textOf(source["etag"]) ?? "";
  if (personEtag === "" && sourceEtag === "") throw invalidArgument("Request must contain the etag of the contact.");
  const current = sourceEtagOf(contact);
  const isOld =
    (personEtag !== "" && readSourceEtag(personEtag) !== current) ||
    (sourceEtag !== "" && sourceEtag !== `#${current}`);
  if (isOld) throw googleError("peopleStaleEtag");
}
