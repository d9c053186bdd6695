import { googleError } from "../http/google-errors.js";
import type { JsonObject } from "../json.js";
import type { ContactBook } from "./contact-book.js";
import { groupIdOf, systemGroups, takesMembers } from "./contact-groups.js";
import { invalidArgument } from "./person-masks.js";
import { resourceNameOf } from "./stored-contact.js";
import type { StoredContact, StoredGroup } from "./stored-contact.js";

/** What members.modify could not do. */
export interface ModifiedMembers {
  readonly notFound: readonly string[];
  /** Contacts of which this is the only group. */
  readonly last: readonly string[];
}

/** @throws GoogleError 400 without a name, 409 when another group has it */
export function checkGroupName(book: ContactBook, name: string, own?: StoredGroup): void {
  if (name.trim() === "") throw invalidArgument("Contact group name must not be empty.");
  const taken = [...book.groups().filter(({ id }) => id !== own?.id), ...Object.entries(systemGroups).map(systemName)];
  if (taken.some((group) => group.name.toLowerCase() === name.toLowerCase())) throw googleError("peopleNameTaken");
}

function systemName([, name]: readonly [string, string]): { readonly name: string } {
  return { name };
}

/** @throws GoogleError 400, 409 */
export function createGroup(book: ContactBook, name: string, clientData: readonly JsonObject[] = []): StoredGroup {
  checkGroupName(book, name);
  return book.addGroup(name, clientData);
}

/** Deletes a label; its contacts stay, unless they are to go with it. */
export function deleteGroup(book: ContactBook, group: StoredGroup, deletesContacts: boolean): void {
  for (const contact of book.live().filter(({ memberships }) => memberships.includes(group.id))) {
    if (deletesContacts) book.change(contact, { state: "deleted" });
    else book.change(contact, { memberships: without(contact, group.id) });
  }
  book.changeGroup(group, { isDeleted: true });
}

/** A contact is never without a group. */
function without({ memberships }: StoredContact, groupId: string): readonly string[] {
  const rest = memberships.filter((id) => id !== groupId);
  return rest.length > 0 ? rest : ["myContacts"];
}

/** @throws GoogleError 404 for an unknown group, 400 for one nothing can be added to */
export function modifyMembers(
  book: ContactBook,
  groupName: string,
  toAdd: readonly string[],
  toRemove: readonly string[],
): ModifiedMembers {
  const id = groupIdOf(groupName);
  if (systemGroups[id] === undefined && !book.findGroup(id)) throw googleError("peopleNotFound");
  if (toAdd.length > 0 && !takesMembers(book, id)) {
    throw invalidArgument(`Members cannot be added to the contact group contactGroups/${id}.`);
  }
  const notFound = [...toAdd, ...toRemove].filter((name) => !book.find(name));
  for (const name of toAdd) {
    const contact = book.find(name);
    if (contact && !contact.memberships.includes(id)) {
      book.change(contact, { memberships: [...contact.memberships, id] });
    }
  }
  const last: string[] = [];
  for (const name of toRemove) {
    const contact = book.find(name);
    if (!contact?.memberships.includes(id)) continue;
    if (contact.memberships.length === 1) last.push(resourceNameOf(contact));
    else book.change(contact, { memberships: contact.memberships.filter((other) => other !== id) });
  }
  return { notFound: [...new Set(notFound)], last };
}
