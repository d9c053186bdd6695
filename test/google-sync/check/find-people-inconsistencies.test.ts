import assert from "node:assert/strict";

import type { ClientRecord } from "../../../src/api/index.js";
import { findPeopleInconsistencies } from "../../../src/google-sync/check/find-people-inconsistencies.js";
import type { PeopleContext } from "../../../src/google-sync/check/find-people-inconsistencies.js";
import type { PeopleListings } from "../../../src/google-sync/check/people-listings.js";
import { markOfContact, sidesOfContact } from "../../../src/google-sync/contacts/index.js";
import type { LiveContact } from "../../../src/google-sync/google/index.js";
import { aContact } from "../../support/a-contact.js";
import { aContactLink } from "../../support/a-link.js";
import { aCard, american } from "../contacts/builders.js";

const context: PeopleContext = { studioGuid: "studio-1", userGuid: "user-1", canon: american, isTwoWay: true };
const label = "contactGroups/weddings";

function aClient(id: number, values: Partial<ClientRecord> = {}): ClientRecord {
  return {
    ...aCard({ firstName: "Zoë", lastName: "Cruz", email: "zoe@example.test", company: "Cruz & Co" }),
    id,
    guid: `client-${id}`,
    version: "1",
    changedAt: new Date("2026-03-02T09:00:00Z"),
    isInactive: false,
    isDeleted: false,
    mergedInto: undefined,
    ...values,
  };
}

const client = aClient(7);
const fields = {
  names: [{ givenName: "Zoë", familyName: "Cruz" }],
  organizations: [{ name: "Cruz & Co" }],
  emailAddresses: [{ value: "zoe@example.test" }],
};
const mark = (clientGuid: string, by: Partial<PeopleContext> = {}) =>
  markOfContact({ studioGuid: "studio-1", userGuid: "user-1", clientGuid, ...by });
const contact = aContact(1, 1, { fields, memberships: [label], clientData: mark(client.guid) });
/** The same person's contact, made by nobody of ours. */
const stranger = aContact(2, 1, { fields });
const { studio, google } = sidesOfContact(client, contact, undefined, american);
const link = aContactLink({
  id: 3,
  clientId: client.id,
  clientGuid: client.guid,
  resourceName: contact.resourceName,
  agreed: { studio, google },
  seenEtag: contact.sourceEtag,
  decidedEtag: contact.sourceEtag,
});
/** The row of a client on the way to Google. */
const onTheWay = aContactLink({ id: 4, state: "new", clientId: client.id, clientGuid: client.guid });

type Listed = Partial<Omit<PeopleListings, "clients" | "contacts" | "stream">> & {
  readonly clients?: readonly ClientRecord[];
  readonly contacts?: readonly LiveContact[];
  readonly label?: string | undefined;
};

const quiet: PeopleListings["news"] = { isOfLink: () => false, isOfUnknown: () => false };

function findingsOf(listed: Listed, more: Partial<PeopleContext> = {}) {
  const { clients = [client], contacts = [contact], ...rest } = listed;
  const stream = {
    id: 1,
    userId: 1,
    accountSub: "sub",
    groupGuid: "group-1",
    enabledAt: client.changedAt,
    twoWaySince: undefined,
    matchedAt: undefined,
    googleBaselineAt: undefined,
    syncToken: undefined,
    readAt: undefined,
    label: "label" in listed ? listed.label : label,
    labelName: undefined,
    isLabelRemade: false,
    listing: 1,
    linkCount: 1,
    lastSuccessAt: undefined,
  };
  const whole: PeopleListings = {
    stream,
    group: { id: 1, guid: "group-1", name: "Weddings", isInactive: false },
    newClientIds: [],
    links: [link],
    waitingIds: new Set(),
    goneNames: new Set(),
    news: quiet,
    openQuestionIds: new Set(),
    ...rest,
    clients: new Map(clients.map((one) => [one.id, one])),
    contacts: new Map(contacts.map((one) => [one.resourceName, one])),
  };
  return findPeopleInconsistencies(whole, { ...context, ...more });
}

const found = {
  about: "people",
  title: "Zoë Cruz",
  isPrivate: false,
  clientId: 7,
  resourceName: contact.resourceName,
  linkIds: [3],
} as const;
const moved = { ...contact, fields: { ...fields, organizations: [{ name: "Ray & Co" }] } };
const drift = { ...found, kind: "field-drift", drift: { field: "company", studio: "Cruz & Co", google: "Ray & Co" } };
const unlabelled = { ...contact, memberships: [] };
const labelDrift = {
  ...found,
  kind: "field-drift",
  drift: { field: "label", studio: "in the client group", google: "not under its label" },
};
const labelled = { ...link, isLabelled: true };
const gone = { contacts: [], goneNames: new Set([contact.resourceName]) };

describe("what Check finds among clients and contacts", () => {
  for (const [what, listed, more] of [
    ["both sides are as they were agreed", {}, {}],
    ["news of the contact waits", { contacts: [moved], news: { ...quiet, isOfLink: () => true } }, {}],
    ["news of a contact that went waits", { ...gone, news: { ...quiet, isOfLink: () => true } }, {}],
    ["the next run looks at it", { contacts: [moved], waitingIds: new Set([3]) }, {}],
    ["a failed try waits", { contacts: [moved], links: [{ ...link, attempts: 1 }] }, {}],
    ["one way, an edit in Google stays there", { contacts: [{ ...moved, sourceEtag: "other" }] }, { isTwoWay: false }],
    ["a phone has no number", { clients: [{ ...client, phones: [{ id: 17, label: "Mobile", number: "" }] }] }, {}],
    ["nothing was agreed on", { contacts: [moved], links: [{ ...link, agreed: undefined }] }, {}],
    ["the contact is not listed", { contacts: [] }, {}],
    ["the client is not listed", { clients: [], contacts: [moved] }, {}],
    ["a question about it is open", { links: [{ ...link, questionId: 9 }], openQuestionIds: new Set([9]) }, {}],
    ["a contact that went is no link's any more", { ...gone, links: [{ ...link, state: "left" }] }, {}],
    ["the contact never was under the label", { contacts: [unlabelled], links: [{ ...link, isLabelled: false }] }, {}],
    ["there is no label yet", { contacts: [unlabelled], links: [labelled], label: undefined }, {}],
    ["one way nobody looks at labels", { contacts: [unlabelled], links: [labelled] }, { isTwoWay: false }],
    ["the contact of nobody's mark is a stranger's", { contacts: [contact, aContact(5)] }, {}],
    [
      "it was made for one who is no client any more",
      { contacts: [{ ...contact, clientData: mark("client-99") }], links: [link] },
      {},
    ],
    ["a marked contact's client is not in the set", { clients: [], links: [] }, {}],
    [
      "a marked contact is asked about",
      {
        links: [aContactLink({ id: 8, state: "new", resourceName: contact.resourceName, questionId: 9 })],
        openQuestionIds: new Set([9]),
        newClientIds: [7],
      },
      {},
    ],
  ] as const) {
    it(`R5: finds nothing where ${what}`, () => {
      assert.deepEqual(findingsOf(listed, more), []);
    });
  }

  it("R5: finds a question that was answered long ago", () => {
    assert.deepEqual(findingsOf({ links: [{ ...link, questionId: 9 }] }), [{ ...found, kind: "stuck" }]);
  });

  it("R5: finds a contact that is gone without a word, and calls it by what is known", () => {
    const dangling = { ...found, kind: "dangling-link", resourceName: undefined };
    assert.deepEqual(findingsOf(gone), [dangling]);
    assert.deepEqual(findingsOf({ ...gone, clients: [] }), [{ ...dangling, clientId: undefined, title: "" }]);
    assert.deepEqual(findingsOf({ ...gone, clients: [], links: [{ ...link, seen: contact }] }), [
      { ...dangling, clientId: undefined, resourceName: contact.resourceName },
    ]);
  });

  it("R5: finds a field that is not what was agreed on, on either side", () => {
    assert.deepEqual(findingsOf({ contacts: [moved] }), [drift]);
    assert.deepEqual(findingsOf({ contacts: [moved] }, { isTwoWay: false }), [drift]);
    const older = { studio: { ...studio, company: "Old & Co" }, google };
    assert.deepEqual(findingsOf({ links: [{ ...link, agreed: older }] }), [
      { ...drift, drift: { ...drift.drift, google: "Cruz & Co" } },
    ]);
  });

  it("R5, K4: finds a phone that nobody has agreed on, and calls it phone", () => {
    const phoneNumbers = [{ value: "(212) 555-0123", type: "mobile" }];
    assert.deepEqual(findingsOf({ contacts: [{ ...contact, fields: { ...fields, phoneNumbers } }] }), [
      { ...drift, drift: { field: "phone", studio: "", google: "mobile, +12125550123" } },
    ]);
  });

  it("R5, K4: shows nothing for a day one side does not hold", () => {
    const birthdays = [{ text: "in spring" }];
    const spring = { ...contact, fields: { ...fields, birthdays } };
    const drifted = (birthDate: string, before: string, one: LiveContact) => {
      const agreed = { studio: { ...studio, "birth date": before }, google: { ...google, "birth date": before } };
      const [first] = findingsOf({
        clients: [{ ...client, birthDate }],
        contacts: [one],
        links: [{ ...link, agreed }],
      });
      return first?.drift;
    };
    assert.deepEqual(drifted("--05-01", "--06-02", spring), { field: "birth date", studio: "--05-01", google: "" });
    assert.deepEqual(drifted("in spring", "--06-02", contact), { field: "birth date", studio: "", google: "" });
  });

  it("K3, R5: finds a contact out of our label that nobody was told of", () => {
    assert.deepEqual(findingsOf({ contacts: [unlabelled], links: [labelled] }), [labelDrift]);
  });

  it("R5: finds a client tied to the contact made for another who has one, or waits for one", () => {
    const other = aClient(8, { firstName: "Paul", email: "paul@example.test" });
    const contacts = [{ ...contact, clientData: mark(other.guid) }];
    const wrong = { ...found, kind: "wrong-owner" };
    const others = aContactLink({ id: 5, clientId: 8, clientGuid: other.guid });
    assert.deepEqual(findingsOf({ contacts, links: [link, others], clients: [client, other] }), [wrong]);
    assert.deepEqual(findingsOf({ contacts, clients: [client, other], newClientIds: [8] }), [wrong]);
  });

  it("C24, R5: finds a contact another user's or another studio's sync made", () => {
    for (const by of [{ userGuid: "user-2" }, { studioGuid: "studio-2" }]) {
      const foreign = aContact(2, 1, { fields, clientData: mark(client.guid, by) });
      const expected = { ...found, kind: "foreign-mark", clientId: undefined, resourceName: foreign.resourceName };
      assert.deepEqual(findingsOf({ contacts: [contact, foreign] }), [{ ...expected, linkIds: [] }]);
      const row = aContactLink({ id: 8, state: "baseline", resourceName: foreign.resourceName });
      assert.deepEqual(findingsOf({ contacts: [contact, foreign], links: [link, row] }), [
        { ...expected, linkIds: [8] },
      ]);
    }
  });

  it("R5: finds a second contact of ours for a client who has one", () => {
    const second = aContact(2, 1, { fields, clientData: mark(client.guid) });
    assert.deepEqual(findingsOf({ contacts: [contact, second] }), [
      { ...found, kind: "double", clientId: undefined, resourceName: second.resourceName, linkIds: [] },
    ]);
  });

  it("R5: finds a client and the contact made for it that nothing ties, with the rows they have", () => {
    const missing = { ...found, kind: "missing-link" };
    const row = aContactLink({ id: 8, state: "baseline", resourceName: contact.resourceName });
    assert.deepEqual(findingsOf({ links: [], newClientIds: [7] }), [{ ...missing, linkIds: [] }]);
    assert.deepEqual(findingsOf({ links: [row], newClientIds: [7] }), [{ ...missing, linkIds: [8] }]);
    assert.deepEqual(findingsOf({ links: [onTheWay, row], waitingIds: new Set([4]) }), [
      { ...missing, linkIds: [8, 4] },
    ]);
  });

  it("K6, R5: finds a client and a contact no row knows who are the same person", () => {
    const missing = { ...found, kind: "missing-link", resourceName: stranger.resourceName };
    const contacts = [stranger];
    assert.deepEqual(findingsOf({ contacts, links: [], newClientIds: [7] }), [{ ...missing, linkIds: [] }]);
    assert.deepEqual(findingsOf({ contacts, links: [onTheWay], waitingIds: new Set([4]) }), [
      { ...missing, linkIds: [4] },
    ]);
  });

  for (const [what, listed] of [
    [
      "a creation was sent and lost (K10)",
      { links: [{ ...onTheWay, createSentAt: client.changedAt }], waitingIds: new Set([4]) },
    ],
    ["the client is left alone for now", { links: [onTheWay] }],
    ["the client is in the set no more", { links: [{ ...onTheWay, state: "ended" }], waitingIds: new Set([4]) }],
    ["the client is not listed", { links: [], newClientIds: [7], clients: [] }],
    ["the contact turns up by itself", { links: [], newClientIds: [7], news: { ...quiet, isOfUnknown: () => true } }],
    [
      "the two are alike in part only (K6)",
      { links: [], newClientIds: [7], contacts: [aContact(2, 1, { fields: { names: fields.names } })] },
    ],
    [
      "the contact has a row of its own",
      { links: [aContactLink({ id: 8, state: "baseline", resourceName: stranger.resourceName })], newClientIds: [7] },
    ],
    [
      "the contact is another client's",
      {
        links: [aContactLink({ id: 8, state: "left", clientGuid: "client-8", resourceName: stranger.resourceName })],
        newClientIds: [7],
      },
    ],
  ] as const) {
    it(`K6, R5: finds no missing link where ${what}`, () => {
      assert.deepEqual(findingsOf({ contacts: [stranger], ...listed }), []);
    });
  }

  it("R5: a client found by the mark of a contact is not found once more by its name", () => {
    const findings = findingsOf({ contacts: [contact, stranger], links: [], newClientIds: [7] });
    assert.deepEqual(findings, [{ ...found, kind: "missing-link", linkIds: [] }]);
  });
});
