import assert from "node:assert/strict";

import type { Reply } from "./support/client.js";
import { AnnasContacts, aPerson, at, errorOf, objectsIn } from "./support/contacts-client.js";

describe("local Google: contact groups", () => {
  const contacts = new AnnasContacts();
  beforeEach(async () => contacts.start());
  afterEach(async () => contacts.dispose());
  const create = async (name: string): Promise<Reply> =>
    contacts.call("POST", "/contactGroups", { body: { contactGroup: { name } } });
  const modify = async (group: string, body: unknown): Promise<Reply> =>
    contacts.call("POST", `/${group}/members:modify`, { body });
  const groupsOf = (resourceName: string): unknown[] =>
    objectsIn(contacts.byHand.get(resourceName)["memberships"]).map((membership) =>
      at(membership, "contactGroupMembership", "contactGroupId"),
    );

  it("lists the groups of the system and the labels with their numbers of members", async () => {
    const { resourceName } = contacts.byHand.create(aPerson());
    contacts.byHand.label(resourceName, "Customers");
    const { json } = await contacts.call("GET", "/contactGroups");
    const groups = objectsIn(json["contactGroups"]).filter(({ memberCount }) => memberCount !== undefined);
    assert.deepEqual(
      groups.map(({ groupType, name, formattedName, memberCount }) => [groupType, name, formattedName, memberCount]),
      [
        ["SYSTEM_CONTACT_GROUP", "myContacts", "My Contacts", 1],
        ["USER_CONTACT_GROUP", "Customers", "Customers", 1],
      ],
    );
  });

  it("refuses a name that is taken, at creation and at change", async () => {
    const { json: first } = await create("Customers");
    const { json: second } = await create("Friends of ours");
    const change = { contactGroup: { name: "customers", etag: second["etag"] } };
    const replies = [
      await create("Customers"),
      await contacts.call("PUT", `/${String(second["resourceName"])}`, { body: change }),
      await create("starred"),
    ];
    assert.deepEqual(
      [at(first, "name"), ...replies.map((reply) => errorOf(reply).slice(0, 2))],
      ["Customers", [409, "ALREADY_EXISTS"], [409, "ALREADY_EXISTS"], [409, "ALREADY_EXISTS"]],
    );
  });

  it("changes a name only with the current etag", async () => {
    const { json: made } = await create("Customers");
    const path = `/${String(made["resourceName"])}`;
    const rename = async (name: string, etag?: unknown): Promise<Reply> =>
      contacts.call("PUT", path, { body: { contactGroup: { name, ...(etag !== undefined && { etag }) } } });
    const done = await rename("Clients", made["etag"]);
    const replies = [await rename("Old", made["etag"]), await rename("None")];
    assert.deepEqual(
      [done.json["name"], ...replies.map((reply) => errorOf(reply).slice(0, 2))],
      ["Clients", [400, "FAILED_PRECONDITION"], [400, "INVALID_ARGUMENT"]],
    );
  });

  it("adds and removes members, names unknown ones, and never takes the last group of a contact", async () => {
    const { resourceName } = contacts.byHand.create(aPerson());
    const label = contacts.byHand.createLabel("Customers");
    const id = label.replace("contactGroups/", "");
    const added = await modify(label, { resourceNamesToAdd: [resourceName, "people/c1"] });
    const afterAdding = groupsOf(resourceName);
    await modify("contactGroups/myContacts", { resourceNamesToRemove: [resourceName] });
    const last = await modify(label, { resourceNamesToRemove: [resourceName] });
    assert.deepEqual(
      [added.json, afterAdding, last.json, groupsOf(resourceName)],
      [
        { notFoundResourceNames: ["people/c1"] },
        ["myContacts", id],
        { canNotRemoveLastContactGroupResourceNames: [resourceName] },
        [id],
      ],
    );
  });

  it("refuses members for groups of the system but two, for unknown groups, and more than 1000", async () => {
    const { resourceName } = contacts.byHand.create(aPerson());
    const body = { resourceNamesToAdd: [resourceName] };
    const many = { resourceNamesToAdd: Array.from({ length: 1001 }, (_, index) => `people/c${index}`) };
    const replies = [
      await modify("contactGroups/friends", body),
      await modify("contactGroups/none", body),
      await modify("contactGroups/starred", many),
      await modify("contactGroups/starred", body),
    ];
    assert.deepEqual(
      replies.map(({ status }) => status),
      [400, 404, 400, 200],
    );
  });

  it("moves the etag of a contact when its groups change, so that an older one is refused", async () => {
    const made = await contacts.create(aPerson());
    contacts.byHand.label(String(made["resourceName"]), "Customers");
    assert.equal((await contacts.update(made, "names")).status, 400);
  });

  it("deletes a label without or with its contacts", async () => {
    const kept = contacts.byHand.create(aPerson("Kept")).resourceName;
    const gone = contacts.byHand.create(aPerson("Gone")).resourceName;
    contacts.byHand.label(kept, "One");
    contacts.byHand.label(gone, "Two");
    contacts.byHand.deleteLabel("One");
    const two = objectsIn((await contacts.call("GET", "/contactGroups")).json["contactGroups"]).at(-1);
    await contacts.call("DELETE", `/${String(two?.["resourceName"])}`, { query: { deleteContacts: true } });
    assert.deepEqual(
      [groupsOf(kept), contacts.byHand.find(gone), contacts.byHand.labels()],
      [["myContacts"], undefined, []],
    );
  });

  it("tells labels changed and deleted since a sync token, and none when nothing changed", async () => {
    contacts.byHand.createLabel("One");
    contacts.byHand.createLabel("Two");
    const list = async (syncToken?: string): Promise<Reply> =>
      contacts.call("GET", "/contactGroups", {
        query: syncToken === undefined ? {} : { syncToken: syncToken },
      });
    const first = await list();
    const still = await list(String(first.json["nextSyncToken"]));
    contacts.byHand.renameLabel("One", "Uno");
    contacts.byHand.deleteLabel("Two");
    const delta = await list(String(first.json["nextSyncToken"]));
    assert.deepEqual(
      [
        Object.keys(still.json),
        objectsIn(delta.json["contactGroups"]).map(({ name, metadata }) => [name, at(metadata, "deleted")]),
      ],
      [
        ["nextSyncToken"],
        [
          ["Uno", undefined],
          [undefined, true],
        ],
      ],
    );
  });

  it("shows the members of one group when asked", async () => {
    const { resourceName } = contacts.byHand.create(aPerson());
    const { json } = await contacts.call("GET", "/contactGroups/myContacts", { query: { maxMembers: 10 } });
    assert.deepEqual(json["memberResourceNames"], [resourceName]);
  });
});
