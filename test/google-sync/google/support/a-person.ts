import type { ContactCreate, ContactUpdate, LiveContact } from "../../../../src/google-sync/google/index.js";

/** A person in the form Google sends it. */
export function aPersonJson(number: number, fields: object = {}): object {
  return {
    resourceName: `people/c${number}`,
    etag: `%person${number}`,
    metadata: {
      sources: [
        { type: "CONTACT", id: number.toString(16), etag: `#${number}`, updateTime: "2026-03-01T08:00:00.123456Z" },
      ],
      objectType: "PERSON",
    },
    names: [
      { metadata: { primary: true, source: { type: "CONTACT" } }, givenName: "Mia", familyName: `Smith ${number}` },
    ],
    memberships: [{ contactGroupMembership: { contactGroupResourceName: "contactGroups/myContacts" } }],
    ...fields,
  };
}

/** Contacts to be made, `c0`, `c1` and so on. */
export function someCreates(count: number): readonly ContactCreate[] {
  return Array.from({ length: count }, (_, index) => aCreate(`c${index}`));
}

export function aCreate(key: string, fields: ContactCreate["fields"] = {}): ContactCreate {
  return {
    key,
    fields: { names: [{ givenName: "Mia", familyName: key }], ...fields },
    memberships: [],
    clientData: { "spectra-client": key },
  };
}

/** An update of a contact as it was read. */
export function anUpdate(contact: LiveContact, change: Partial<ContactUpdate>): ContactUpdate {
  const { resourceName, etag, sourceEtag } = contact;
  return { key: resourceName, resourceName, etag, sourceEtag, fields: {}, ...change };
}
