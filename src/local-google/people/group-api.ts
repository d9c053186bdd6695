import { googleError } from "../http/google-errors.js";
import type { OperationCall } from "../http/operation.js";
import { isObject, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import { bodyOf, json } from "./answers.js";
import type { Handler } from "./answers.js";
import type { ContactBook } from "./contact-book.js";
import { groupIdOf, readGroupFields, showGroup, systemGroups } from "./contact-groups.js";
import type { ContactStore } from "./contact-store.js";
import type { GroupLists } from "./group-lists.js";
import { checkGroupName, createGroup, deleteGroup, modifyMembers } from "./group-writer.js";
import type { PeopleMethodName } from "./methods.js";
import { invalidArgument } from "./person-masks.js";
import { refuseUnknown } from "./person-reader.js";
import { groupEtagOf } from "./stored-contact.js";
import type { StoredGroup } from "./stored-contact.js";

const memberLimit = 1000;
const groupKeys = [
  "resourceName",
  "etag",
  "metadata",
  "groupType",
  "name",
  "formattedName",
  "memberResourceNames",
  "memberCount",
  "clientData",
];

type GroupMethodName = Extract<PeopleMethodName, `people.contactGroups.${string}`>;

/** The methods of contact groups. */
export function contactGroupHandlers({
  contacts,
  groups,
}: {
  readonly contacts: ContactStore;
  readonly groups: GroupLists;
}): Record<GroupMethodName, Handler> {
  const bookOf = ({ caller }: OperationCall): ContactBook => contacts.book(caller.account);
  return {
    "people.contactGroups.list": ({ caller, call }) => json(groups.list(caller.account, call.query)),
    "people.contactGroups.get": (call) => {
      const { query } = call.call;
      const fields = readGroupFields(query.get("groupFields") ?? undefined);
      return json(showGroup(bookOf(call), idIn(call), fields, Number(query.get("maxMembers") ?? 0)));
    },
    "people.contactGroups.create": (call) => {
      const body = bodyOf(call);
      refuseUnknown(body, ["contactGroup", "readGroupFields"], "");
      const group = groupIn(body);
      const fields = readGroupFields(textOf(body["readGroupFields"]));
      const made = createGroup(bookOf(call), textOf(group["name"]) ?? "", clientDataOf(group));
      return json(showGroup(bookOf(call), made.id, fields));
    },
    "people.contactGroups.update": (call) => {
      const body = bodyOf(call);
      refuseUnknown(body, ["contactGroup", "readGroupFields", "updateGroupFields"], "");
      const fields = readGroupFields(textOf(body["readGroupFields"]));
      updateGroup(
        bookOf(call),
        labelIn(bookOf(call), call),
        groupIn(body),
        textOf(body["updateGroupFields"]) ?? "name",
      );
      return json(showGroup(bookOf(call), idIn(call), fields));
    },
    "people.contactGroups.delete": (call) => {
      deleteGroup(bookOf(call), labelIn(bookOf(call), call), call.call.query.get("deleteContacts") === "true");
      return json({});
    },
    "people.contactGroups.members.modify": (call) => {
      const body = bodyOf(call);
      refuseUnknown(body, ["resourceNamesToAdd", "resourceNamesToRemove"], "");
      const toAdd = namesIn(body, "resourceNamesToAdd");
      const toRemove = namesIn(body, "resourceNamesToRemove");
      const count = toAdd.length + toRemove.length;
      if (count > memberLimit)
        throw invalidArgument(`${count} resource names are more than the limit of ${memberLimit}.`);
      const { notFound, last } = modifyMembers(bookOf(call), idIn(call), toAdd, toRemove);
      return json({
        ...(notFound.length > 0 && { notFoundResourceNames: notFound }),
        ...(last.length > 0 && { canNotRemoveLastContactGroupResourceNames: last }),
      });
    },
  };
}

/** @throws GoogleError 400 for an old etag or an unknown field, 409 for a name in use */
function updateGroup(book: ContactBook, group: StoredGroup, wanted: JsonObject, mask: string): void {
  const etag = textOf(wanted["etag"]);
  if (etag === undefined) throw invalidArgument("contact_group.etag is required.");
  if (etag !== groupEtagOf(group)) throw googleError("peopleStaleGroupEtag");
  const fields = mask.split(",").map((path) => path.trim());
  const wrong = fields.find((path) => path !== "name" && path !== "clientData");
  if (wrong !== undefined) throw invalidArgument(`Invalid updateGroupFields mask path: "${wrong}".`);
  const name = textOf(wanted["name"]) ?? "";
  if (fields.includes("name")) checkGroupName(book, name, group);
  book.changeGroup(group, {
    ...(fields.includes("name") && { name }),
    ...(fields.includes("clientData") && { clientData: clientDataOf(wanted) }),
  });
}

function groupIn(body: JsonObject): JsonObject {
  const { contactGroup } = body;
  if (!isObject(contactGroup)) throw invalidArgument("contact_group is required.");
  refuseUnknown(contactGroup, groupKeys, "contact_group");
  return contactGroup;
}

function clientDataOf({ clientData }: JsonObject): JsonObject[] {
  return Array.isArray(clientData) ? clientData.filter(isObject) : [];
}

function idIn({ path }: OperationCall): string {
  return groupIdOf(path["contactGroupsId"] ?? "");
}

/** A label; groups of the system cannot be changed. @throws GoogleError 400, 404 */
function labelIn(book: ContactBook, call: OperationCall): StoredGroup {
  const id = idIn(call);
  if (systemGroups[id] !== undefined) throw invalidArgument("System contact groups cannot be changed.");
  const group = book.findGroup(id);
  if (!group) throw googleError("peopleNotFound");
  return group;
}

function namesIn(body: JsonObject, key: string): string[] {
  const names = body[key] ?? [];
  if (!Array.isArray(names)) throw invalidArgument(`Invalid value at '${key}': a list was expected.`);
  return names.map(String);
}
