import { UnknownContactError } from "../errors.js";
import type { JsonObject } from "../json.js";
import type { PreparedContact } from "../seed/prepared-contact.js";
import { readVcfContacts } from "../seed/vcf/read-contacts.js";
import type { ContactBook } from "./contact-book.js";
import { groupIdOf } from "./contact-groups.js";
import { planChange } from "./contact-writer.js";
import type { ContactWriter } from "./contact-writer.js";
import { createGroup, checkGroupName, deleteGroup, modifyMembers } from "./group-writer.js";
import { personFieldNames, personFields, updatableFields } from "./person-fields.js";
import type { PersonFieldName } from "./person-fields.js";
import { readPerson } from "./person-reader.js";
import { showPerson } from "./person-view.js";
import { resourceNameOf } from "./stored-contact.js";
import type { ContactFields, StoredContact, StoredGroup } from "./stored-contact.js";

/** A contact as the API shows it, with all its fields. */
export type ShownContact = { readonly resourceName: string; readonly etag: string } & JsonObject;

/** What a person does by hand in Google Contacts: no HTTP, no quota, not in the request log. */
export class ContactActions {
  constructor(
    private readonly writer: ContactWriter,
    private readonly book: ContactBook,
  ) {}

  /** Makes a contact; `person` as in the API. */
  create(person: JsonObject): ShownContact {
    return show(this.writer.create(this.book, this.writer.planCreate(this.book, person)));
  }

  /**
   * "Import" of a vCard file: all of it or, where something cannot be read, nothing.
   * @param name the file's name, for messages
   * @returns how many contacts came in
   * @throws SeedError with file and line
   */
  importVcf(text: string, name: string): number {
    const contacts = readVcfContacts(text, name);
    for (const contact of contacts) this.#add(contact, false);
    return contacts.length;
  }

  /** Puts contacts of a seed in, as if they had been there for long. */
  load(contacts: readonly PreparedContact[]): void {
    for (const contact of contacts) this.#add(contact, true);
  }

  #add({ person, labels, photoUrl }: PreparedContact, isOld: boolean): void {
    const ids = labels.map((label) => this.#groupId(label) ?? groupIdOf(this.createLabel(label)));
    const { fields, groupNames = [] } = this.writer.planCreate(this.book, person);
    this.writer.create(this.book, { fields, groupNames: [...groupNames, ...ids] }, photoUrl, isOld);
  }

  /** Replaces the fields the change names; an empty list clears one. */
  change(resourceName: string, change: JsonObject): ShownContact {
    const contact = this.#find(resourceName);
    const mask = updatableFields.filter((name) => name in change);
    return show(this.book.change(contact, planChange(this.book, contact, readPerson(change, mask), mask)));
  }

  delete(resourceName: string): void {
    this.writer.delete(this.book, this.#find(resourceName));
  }

  /** "Recover" from the trash, with everything it had. @throws UnknownContactError when it is not there */
  restore(resourceName: string): ShownContact {
    const contact = this.book.findDeleted(resourceName);
    if (!contact) throw new UnknownContactError(`contact ${resourceName} in the trash`);
    return show(this.book.change(contact, { state: "live" }));
  }

  /**
   * "Merge": one contact with the values of both, under a new resource name that
   * tells the two former ones.
   */
  merge(resourceName: string, otherName: string): ShownContact {
    const contact = this.#find(resourceName);
    const other = this.#find(otherName);
    if (contact === other) return show(contact);
    const merged = this.book.change(contact, {
      id: this.book.newId(),
      fields: mergedFields(contact.fields, other.fields),
      memberships: [...new Set([...contact.memberships, ...other.memberships])],
      previousNames: [...namesOf(contact), ...namesOf(other)],
    });
    this.book.change(other, { state: "merged" });
    for (const name of namesOf(other)) this.book.redirect(name, merged);
    return show(merged);
  }

  /** Google links the contact with a profile: the same contact under a new resource name. */
  rename(resourceName: string): ShownContact {
    const contact = this.#find(resourceName);
    return show(this.book.change(contact, { id: this.book.newId(), previousNames: namesOf(contact) }));
  }

  /** A contact by its resource name, or by a former one. @throws UnknownContactError */
  get(resourceName: string): ShownContact {
    return show(this.#find(resourceName));
  }

  find(resourceName: string): ShownContact | undefined {
    const contact = this.book.find(resourceName);
    return contact && show(contact);
  }

  /** Every contact as it truly is, also where lists of the API do not show it yet. */
  list(): ShownContact[] {
    return this.book.live().map(show);
  }

  /** The names of the labels, or of those one contact is under. */
  labels(resourceName?: string): string[] {
    const memberships = resourceName === undefined ? undefined : this.#find(resourceName).memberships;
    return this.book
      .groups()
      .filter(({ id }) => memberships === undefined || memberships.includes(id))
      .map(({ name }) => name);
  }

  /** Makes a label. @returns its resource name */
  createLabel(name: string): string {
    return `contactGroups/${createGroup(this.book, name).id}`;
  }

  renameLabel(name: string, newName: string): void {
    const label = this.#label(name);
    checkGroupName(this.book, newName, label);
    this.book.changeGroup(label, { name: newName });
  }

  /** Puts a contact under a label, which is made where it is missing. `starred` is the star. */
  label(resourceName: string, name: string): ShownContact {
    const id = this.#groupId(name) ?? groupIdOf(this.createLabel(name));
    modifyMembers(this.book, id, [resourceNameOf(this.#find(resourceName))], []);
    return this.get(resourceName);
  }

  unlabel(resourceName: string, name: string): ShownContact {
    const id = this.#groupId(name) ?? this.#label(name).id;
    modifyMembers(this.book, id, [], [resourceNameOf(this.#find(resourceName))]);
    return this.get(resourceName);
  }

  /** Deletes a label; its contacts stay unless they are to go with it. */
  deleteLabel(name: string, options: { readonly deletesContacts?: boolean } = {}): void {
    deleteGroup(this.book, this.#label(name), options.deletesContacts ?? false);
  }

  #groupId(name: string): string | undefined {
    return name === "starred" || name === "myContacts"
      ? name
      : this.book.groups().find((group) => group.name === name)?.id;
  }

  #label(name: string): StoredGroup {
    const label = this.book.groups().find((group) => group.name === name);
    if (!label) throw new UnknownContactError(`label ${name}`);
    return label;
  }

  #find(resourceName: string): StoredContact {
    const contact = this.book.find(resourceName);
    if (!contact) throw new UnknownContactError(`contact ${resourceName}`);
    return contact;
  }
}

function show(contact: StoredContact): ShownContact {
  // Every view of a live contact begins with these two.
  return showPerson(contact, personFieldNames, { showsPreviousNames: true }) as ShownContact;
}

function namesOf(contact: StoredContact): string[] {
  return [...contact.previousNames, resourceNameOf(contact)];
}

/** The values of both, each once; where only one value can be, the first contact's wins. */
function mergedFields(fields: ContactFields, others: ContactFields): ContactFields {
  const merged: { [Name in PersonFieldName]?: readonly JsonObject[] } = { ...fields };
  for (const name of updatableFields) {
    const own = fields[name] ?? [];
    if (own.length > 0 && personFields[name].isSingleton) continue;
    const known = new Set(own.map((value) => JSON.stringify(value)));
    const both = [...own, ...(others[name] ?? []).filter((value) => !known.has(JSON.stringify(value)))];
    if (both.length > 0) merged[name] = both;
  }
  return merged;
}
