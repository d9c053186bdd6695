import type { people_v1 } from "googleapis/build/src/apis/people/index.js";

import { callOptions } from "../google-library.js";
import type { RawAnswer } from "../google-library.js";
import type { GoogleCall } from "../google-session.js";
import { jsonObject } from "../read-json.js";
import type { Json } from "../read-json.js";
import type { ContactCreate, ContactUpdate } from "./contacts-api.js";
import { personLists } from "./google-person.js";

/** The most Google takes or gives in one request. */
const contactsInPage = 1000;
/** Emails, and phones, a list shows of one contact (google.md 3.2). */
export const valuesInList = 100;
export const namesInGet = 200;
export const contactsInWrite = 200;
export const contactsInDelete = 500;

/** Exactly what `readPerson` reads; one constant mask, since a sync token asks for the same every time (google.md 3.2). */
const personFields = [...personLists, "clientData", "memberships", "metadata"].toSorted().join(",");

/** Profiles linked with a contact would mix their own values in. */
const sources: string[] = ["READ_SOURCE_TYPE_CONTACT"];

/** What a write answers with: the new etags. */
const versionMask = "metadata";
/** For creates also what tells them apart. */
const createdMask = "clientData,metadata";

/** A batch costs six critical reads and six critical writes, whatever is in it; a deletion of many ten writes. */
const batchUnits = 6;
const batchDeleteUnits = 10;

export function listCall(syncToken: string | undefined, pageToken: string | undefined): GoogleCall<Json> {
  return {
    operation: syncToken === undefined ? "contacts-list" : "contacts-changes",
    units: 1,
    use: "contacts",
    send: async (library, signal) => {
      const { people } = await library.people();
      return people.connections.list(
        {
          resourceName: "people/me",
          personFields,
          sources,
          pageSize: contactsInPage,
          requestSyncToken: true,
          syncToken,
          pageToken,
        },
        callOptions(signal),
      );
    },
    read: objectIn("the page of contacts"),
  };
}

export function getCall(resourceNames: readonly string[]): GoogleCall<Json> {
  return {
    operation: "contacts-get",
    units: 1,
    use: "contacts",
    send: async (library, signal) => {
      const { people } = await library.people();
      return people.getBatchGet({ resourceNames: [...resourceNames], personFields, sources }, callOptions(signal));
    },
    read: objectIn("the answer about contacts"),
  };
}

export function createCall(creates: readonly ContactCreate[]): GoogleCall<Json> {
  const contacts = creates.map((create) => ({ contactPerson: newPerson(create) }));
  return {
    operation: "contacts-create",
    units: batchUnits,
    use: "contact-change",
    isOnce: true,
    send: async (library, signal) => {
      const { people } = await library.people();
      const requestBody = { contacts, readMask: createdMask, sources };
      return people.batchCreateContacts({ requestBody }, callOptions(signal));
    },
    read: objectIn("the answer about new contacts"),
  };
}

/** @param updates all of one mask */
export function updateCall(updates: readonly ContactUpdate[]): GoogleCall<Json> {
  const [first] = updates;
  const updateMask = first && maskOf(first);
  const contacts = Object.fromEntries(updates.map((update) => [update.resourceName, changedPerson(update)]));
  return {
    operation: "contacts-update",
    units: batchUnits,
    use: "contact-change",
    send: async (library, signal) => {
      const { people } = await library.people();
      const requestBody = { contacts, updateMask, readMask: versionMask, sources };
      return people.batchUpdateContacts({ requestBody }, callOptions(signal));
    },
    read: objectIn("the answer about changed contacts"),
  };
}

export function updateOneCall(update: ContactUpdate): GoogleCall<Json> {
  const { resourceName } = update;
  return {
    operation: "contacts-update",
    units: 1,
    use: "contact-change",
    send: async (library, signal) => {
      const { people } = await library.people();
      return people.updateContact(
        {
          resourceName,
          updatePersonFields: maskOf(update),
          personFields: versionMask,
          sources,
          requestBody: changedPerson(update),
        },
        callOptions(signal),
      );
    },
    read: objectIn("the changed contact"),
  };
}

export function deleteCall(resourceNames: readonly string[]): GoogleCall<void> {
  return {
    operation: "contacts-delete",
    units: batchDeleteUnits,
    use: "contact-change",
    send: async (library, signal) => {
      const { people } = await library.people();
      return people.batchDeleteContacts({ requestBody: { resourceNames: [...resourceNames] } }, callOptions(signal));
    },
    read: () => undefined,
  };
}

export function deleteOneCall(resourceName: string): GoogleCall<void> {
  return {
    operation: "contacts-delete",
    units: 1,
    use: "contact-change",
    send: async (library, signal) => {
      const { people } = await library.people();
      return people.deleteContact({ resourceName }, callOptions(signal));
    },
    read: () => undefined,
  };
}

/** The lists an update replaces, as `updateMask` names them. */
export function maskOf({ fields, memberships, clientData }: ContactUpdate): string {
  return [
    ...Object.keys(fields),
    ...(memberships === undefined ? [] : ["memberships"]),
    ...(clientData === undefined ? [] : ["clientData"]),
  ]
    .toSorted()
    .join(",");
}

function objectIn(what: string): (answer: RawAnswer) => Json {
  return ({ body }) => jsonObject(body, what);
}

function newPerson({ fields, memberships, clientData }: ContactCreate): people_v1.Schema$Person {
  return personOf({ ...fields, memberships: membershipsOf(memberships), clientData: clientDataValues(clientData) });
}

/** Both etags go along: reports differ on which of them decides (google.md 3.5). */
function changedPerson(update: ContactUpdate): people_v1.Schema$Person {
  const { resourceName, etag, sourceEtag, fields, memberships, clientData } = update;
  return personOf({
    etag,
    metadata: { sources: [{ type: "CONTACT", id: sourceIdOf(resourceName), etag: sourceEtag }] },
    ...fields,
    ...(memberships !== undefined && { memberships: membershipsOf(memberships) }),
    ...(clientData !== undefined && { clientData: clientDataValues(clientData) }),
  });
}

/** Values that came from Google go back as they came, those the library has no types for too. */
function personOf(person: object): people_v1.Schema$Person {
  return person as people_v1.Schema$Person; // its fields are all optional, and JSON is what is sent
}

/** A resource name is the source's id in decimals (google.md 3.3). */
function sourceIdOf(resourceName: string): string | undefined {
  const decimals = /^people\/c(\d+)$/.exec(resourceName)?.[1];
  return decimals === undefined ? undefined : BigInt(decimals).toString(16);
}

/** Google refuses a contact without any. */
function membershipsOf(memberships: readonly string[]): object[] {
  const groups = memberships.length === 0 ? ["contactGroups/myContacts"] : memberships;
  return groups.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } }));
}

function clientDataValues(clientData: Readonly<Record<string, string>>): object[] {
  return Object.entries(clientData).map(([key, value]) => ({ key, value }));
}
