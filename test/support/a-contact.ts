import type { DeletedContact, LiveContact } from "../../src/google-sync/google/index.js";

/** A contact as it is read from Google; every version another etag, a minute later each. */
export function aContact(number: number, version = 1, values: Partial<LiveContact> = {}): LiveContact {
  return {
    kind: "live",
    resourceName: `people/c${number}`,
    etag: `%${number}.${version}`,
    sourceEtag: `#${number}.${version}`,
    updatedAt: new Date(Date.UTC(2026, 2, 2, 15, version)),
    previousResourceNames: [],
    fields: { names: [{ givenName: "Mia", familyName: `Smith ${number}` }] },
    memberships: ["contactGroups/myContacts"],
    clientData: {},
    ...values,
  };
}

export function aTombstone(number: number): DeletedContact {
  return { kind: "deleted", resourceName: `people/c${number}`, previousResourceNames: [] };
}
