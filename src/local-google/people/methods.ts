import type { ContactQuota, ProtectedOperation } from "../http/operation.js";

type Method = Omit<ProtectedOperation, "kind" | "handle">;

const people = "/v1/people";
const groups = "/v1/contactGroups";
const writeScopes = ["contacts"];
const readScopes = ["contacts", "contacts.readonly"];
const profileScopes = [
  "addresses.read",
  "birthday.read",
  "emails.read",
  "gender.read",
  "organization.read",
  "phonenumbers.read",
].map((scope) => `user.${scope}`);
const personScopes = [
  ...readScopes,
  "contacts.other.readonly",
  "directory.readonly",
  ...profileScopes,
  "userinfo.email",
  "userinfo.profile",
];

/** The methods' names in errors about scopes. */
const rpcNames = {
  "people.people.connections.list": "google.people.v1.PeopleService.ListConnections",
  "people.people.get": "google.people.v1.PeopleService.GetPerson",
  "people.people.getBatchGet": "google.people.v1.PeopleService.GetPeople",
  "people.people.createContact": "google.people.v1.PeopleService.CreateContact",
  "people.people.updateContact": "google.people.v1.PeopleService.UpdateContact",
  "people.people.deleteContact": "google.people.v1.PeopleService.DeleteContact",
  "people.people.batchCreateContacts": "google.people.v1.PeopleService.BatchCreateContacts",
  "people.people.batchUpdateContacts": "google.people.v1.PeopleService.BatchUpdateContacts",
  "people.people.batchDeleteContacts": "google.people.v1.PeopleService.BatchDeleteContacts",
  "people.contactGroups.list": "google.people.v1.ContactGroupsService.ListContactGroups",
  "people.contactGroups.get": "google.people.v1.ContactGroupsService.GetContactGroup",
  "people.contactGroups.create": "google.people.v1.ContactGroupsService.CreateContactGroup",
  "people.contactGroups.update": "google.people.v1.ContactGroupsService.UpdateContactGroup",
  "people.contactGroups.delete": "google.people.v1.ContactGroupsService.DeleteContactGroup",
  "people.contactGroups.members.modify": "google.people.v1.ContactGroupsService.ModifyContactGroupMembers",
} as const;

const read: ContactQuota = { reads: 1, writes: 0 };
const change: ContactQuota = { reads: 1, writes: 1 };
const batchChange: ContactQuota = { reads: 6, writes: 6 };
const write: ContactQuota = { reads: 0, writes: 1 };

const getQuery = ["personFields", "requestMask.includeField", "sources"];

/** The methods of the People API a contact client needs, as in the Discovery document; costs as in its guide. */
export const peopleMethods = [
  method(
    "people.people.connections.list",
    "GET",
    `${people}/{peopleId}/connections`,
    readScopes,
    [...getQuery, "pageSize", "pageToken", "requestSyncToken", "sortOrder", "syncToken"],
    read,
  ),
  method("people.people.get", "GET", `${people}/{peopleId}`, personScopes, getQuery, read),
  method("people.people.getBatchGet", "GET", `${people}:batchGet`, personScopes, [...getQuery, "resourceNames"], read),
  method(
    "people.people.createContact",
    "POST",
    `${people}:createContact`,
    writeScopes,
    ["personFields", "sources"],
    change,
  ),
  method(
    "people.people.updateContact",
    "PATCH",
    `${people}/{peopleId}:updateContact`,
    writeScopes,
    ["personFields", "sources", "updatePersonFields"],
    change,
  ),
  method("people.people.deleteContact", "DELETE", `${people}/{peopleId}:deleteContact`, writeScopes, [], write),
  method("people.people.batchCreateContacts", "POST", `${people}:batchCreateContacts`, writeScopes, [], batchChange),
  method("people.people.batchUpdateContacts", "POST", `${people}:batchUpdateContacts`, writeScopes, [], batchChange),
  method("people.people.batchDeleteContacts", "POST", `${people}:batchDeleteContacts`, writeScopes, [], {
    reads: 0,
    writes: 10,
  }),
  method(
    "people.contactGroups.list",
    "GET",
    groups,
    readScopes,
    ["groupFields", "pageSize", "pageToken", "syncToken"],
    read,
  ),
  method(
    "people.contactGroups.get",
    "GET",
    `${groups}/{contactGroupsId}`,
    readScopes,
    ["groupFields", "maxMembers"],
    read,
  ),
  method("people.contactGroups.create", "POST", groups, writeScopes, [], write),
  method("people.contactGroups.update", "PUT", `${groups}/{contactGroupsId}`, writeScopes, [], write),
  method(
    "people.contactGroups.delete",
    "DELETE",
    `${groups}/{contactGroupsId}`,
    writeScopes,
    ["deleteContacts"],
    write,
  ),
  method(
    "people.contactGroups.members.modify",
    "POST",
    `${groups}/{contactGroupsId}/members:modify`,
    writeScopes,
    [],
    write,
  ),
];

export type PeopleMethodName = (typeof peopleMethods)[number]["name"];

function method<const Name extends keyof typeof rpcNames>(
  name: Name,
  verb: Method["method"],
  path: string,
  scopes: readonly string[],
  query: readonly string[],
  contactQuota: ContactQuota,
): Method & { readonly name: Name } {
  const isMutation = verb !== "GET";
  return { name, method: verb, path, query, scopes, cost: 0, contactQuota, isMutation, rpcName: rpcNames[name] };
}
