import { googleError } from "../http/google-errors.js";
import type { JsonObject } from "../json.js";
import type { ContactBook } from "./contact-book.js";
import { invalidArgument } from "./person-masks.js";
import { formatMicros, groupEtagOf, resourceNameOf } from "./stored-contact.js";
import type { StoredGroup } from "./stored-contact.js";

/** The groups every account has, with the names Google shows for them. */
export const systemGroups: Readonly<Record<string, string>> = {
  myContacts: "My Contacts",
  starred: "Starred",
  chatBuddies: "Chat contacts",
  all: "All contacts",
  friends: "Friends",
  family: "Family",
  coworkers: "Coworkers",
  blocked: "Blocked",
};

/** The id in `contactGroups/…`. */
export function groupIdOf(resourceName: string): string {
  return resourceName.replace(/^contactGroups\//, "");
}

/** Whether members can be added: to labels, and of the system groups to two. */
export function takesMembers(book: ContactBook, id: string): boolean {
  return id === "myContacts" || id === "starred" || book.findGroup(id) !== undefined;
}

/** @throws GoogleError 400 for a group nothing can be added to */
export function readGroupNames(book: ContactBook, names: readonly string[], present: readonly string[]): string[] {
  const ids = [...new Set(names.map(groupIdOf))];
  const wrong = ids.find((id) => !takesMembers(book, id) && !present.includes(id));
  if (wrong !== undefined) throw invalidArgument(`Memberships cannot be added to contactGroups/${wrong}.`);
  return ids;
}

export type GroupField = "clientData" | "groupType" | "memberCount" | "metadata" | "name";
const groupFields: readonly GroupField[] = ["clientData", "groupType", "memberCount", "metadata", "name"];
const usualFields: readonly GroupField[] = ["metadata", "groupType", "memberCount", "name"];

/** @throws GoogleError 400 */
export function readGroupFields(text: string | undefined): readonly GroupField[] {
  if (text === undefined || text === "") return usualFields;
  return text.split(",").map((path) => {
    const known = groupFields.find((name) => path.trim() === name || path.trim().startsWith(`${name}.`));
    if (!known) throw invalidArgument(`Invalid groupFields mask path: "${path}".`);
    return known;
  });
}

/** A group of the system or a label, as the API shows it. @throws GoogleError 404 */
export function showGroup(book: ContactBook, id: string, fields: readonly GroupField[], maxMembers = 0): JsonObject {
  const systemName = systemGroups[id];
  const group = book.findGroup(id);
  if (systemName === undefined && !group) throw googleError("peopleNotFound");
  const members = book.live().filter(({ memberships }) => memberships.includes(id));
  const name = group?.name ?? id;
  return {
    resourceName: `contactGroups/${id}`,
    ...(group && identityOf(group, fields)),
    ...(fields.includes("groupType") && { groupType: group ? "USER_CONTACT_GROUP" : "SYSTEM_CONTACT_GROUP" }),
    ...(fields.includes("name") && { name, formattedName: systemName ?? name }),
    ...(maxMembers > 0 &&
      members.length > 0 && { memberResourceNames: members.slice(0, maxMembers).map(resourceNameOf) }),
    ...(fields.includes("memberCount") && members.length > 0 && { memberCount: members.length }),
    ...(fields.includes("clientData") && group && group.clientData.length > 0 && { clientData: group.clientData }),
  };
}

function identityOf(group: StoredGroup, fields: readonly GroupField[]): JsonObject {
  const metadata = { updateTime: formatMicros(group.micros) };
  return { etag: groupEtagOf(group), ...(fields.includes("metadata") && { metadata }) };
}

/** A deleted label in an answer to a sync token. */
export function showDeletedGroup(group: StoredGroup): JsonObject {
  return { resourceName: `contactGroups/${group.id}`, etag: groupEtagOf(group), metadata: { deleted: true } };
}
