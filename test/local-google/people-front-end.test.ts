import assert from "node:assert/strict";

import { auth as authentication, people as createClient } from "googleapis/build/src/apis/people/index.js";

import { AnnasContacts, aPerson, at, errorOf } from "./support/contacts-client.js";

describe("local Google: the People API's front end", () => {
  const contacts = new AnnasContacts();
  afterEach(async () => contacts.dispose());

  it("refuses a mutation while another of the same person is not answered, when strict", async () => {
    await contacts.start({ overlappingMutations: "refused" });
    const create = async (): ReturnType<AnnasContacts["call"]> =>
      contacts.call("POST", "/people:createContact", { body: aPerson() });
    const overlapping = (await Promise.all([create(), create()])).map(({ status }) => status);
    const sequential = [(await create()).status, (await create()).status];
    assert.deepEqual(
      [overlapping.toSorted(), sequential],
      [
        [200, 409],
        [200, 200],
      ],
    );
  });

  it("limits critical reads and writes per minute, each with its own 429, and batches cost six", async () => {
    await contacts.start({
      rateLimits: {
        unitsPerMinutePerUser: 1,
        unitsPerMinutePerProject: 1,
        contacts: {
          criticalReadsPerMinutePerUser: 10,
          criticalWritesPerMinutePerUser: 7,
          fullSyncsPerMinutePerUser: 1,
        },
      },
    });
    const batch = { contacts: [{ contactPerson: aPerson() }], readMask: "names" };
    const create = async (): ReturnType<AnnasContacts["call"]> =>
      contacts.call("POST", "/people:createContact", { body: aPerson() });
    const limitOf = async (reply: ReturnType<AnnasContacts["call"]>): Promise<unknown> => {
      const { status, json } = await reply;
      return [status, at(json, "error", "details", 0, "metadata", "quota_limit")];
    };
    const seen = [
      await limitOf(contacts.call("POST", "/people:batchCreateContacts", { body: batch })),
      await limitOf(create()),
      await limitOf(create()),
      await limitOf(contacts.list()),
      await limitOf(contacts.list()),
      await limitOf(contacts.list({ requestSyncToken: false })),
      await limitOf(contacts.list({ requestSyncToken: false })),
      await limitOf(contacts.list({ requestSyncToken: false })),
    ];
    contacts.anna.clock.forward({ minutes: 1 });
    assert.deepEqual(
      [...seen, (await create()).status],
      [
        [200, undefined],
        [200, undefined],
        [429, "CriticalWritesPerMinutePerProjectPerUser"],
        [200, undefined],
        [429, undefined],
        [200, undefined],
        [200, undefined],
        [429, "CriticalReadsPerMinutePerProjectPerUser"],
        200,
      ],
    );
  });

  it("loses the answer of a change that happened, and fails by name, as told", async () => {
    await contacts.start();
    const { faults } = contacts.anna.google;
    const match = { operation: "people.people.createContact" };
    faults.add({ match, fault: { kind: "reset" }, when: "after", times: 1 });
    faults.add({ match, fault: { kind: "error", error: "peopleUnavailable" }, times: 1 });
    await assert.rejects(contacts.create(aPerson("Lost")));
    const failed = await contacts.call("POST", "/people:createContact", { body: aPerson("Failed") });
    assert.deepEqual(
      [errorOf(failed).slice(0, 2), contacts.byHand.list().map((person) => at(person, "names", 0, "givenName"))],
      [[503, "UNAVAILABLE"], ["Lost"]],
    );
  });

  it("notes every call in the request log by its name in the Discovery document", async () => {
    await contacts.start();
    await contacts.create(aPerson());
    await contacts.list();
    assert.deepEqual(contacts.anna.google.log.counts(), {
      "people.people.createContact": 1,
      "people.people.connections.list": 1,
    });
  });

  it("cuts answers down to the fields parameter", async () => {
    await contacts.start();
    const { resourceName } = contacts.byHand.create(aPerson());
    const { json } = await contacts.call("GET", `/${resourceName}`, {
      query: { personFields: "names,metadata", fields: "resourceName,names/givenName" },
    });
    assert.deepEqual(json, { resourceName, names: [{ givenName: "Ada" }] });
  });

  it("answers a broken fields parameter and a broken body in the words of the People API", async () => {
    await contacts.start();
    const { resourceName } = contacts.byHand.create(aPerson());
    const replies = [
      await contacts.call("GET", `/${resourceName}`, { query: { personFields: "names", fields: "names(" } }),
      await contacts.call("POST", "/people:createContact", { body: "{" }),
    ];
    assert.deepEqual(replies.map(errorOf), [
      [400, "INVALID_ARGUMENT", undefined],
      [400, "INVALID_ARGUMENT", undefined],
    ]);
  });

  it("lets mutations of two persons overlap, and reads of one, when strict", async () => {
    await contacts.start({ overlappingMutations: "refused" });
    const { google } = contacts.anna;
    google.accounts.add({ email: "ben@example.test" });
    const token = google.grant("ben@example.test").accessToken;
    const replies = await Promise.all([
      contacts.call("POST", "/people:createContact", { body: aPerson() }),
      contacts.call("POST", "/people:createContact", { body: aPerson(), token }),
      contacts.list(),
      contacts.list(),
    ]);
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200, 200, 200],
    );
  });

  it("refuses contacts beyond 25 000, those in the trash of 30 days counted", async function () {
    // Twenty-five thousand contacts take their time on a busy machine.
    this.timeout(20_000);
    await contacts.start();
    const { byHand } = contacts;
    const { resourceName } = byHand.create(aPerson());
    byHand.load(Array.from({ length: 24_999 }, () => ({ person: aPerson(), labels: [], place: "many" })));
    byHand.delete(resourceName);
    const full = await contacts.call("POST", "/people:createContact", { body: aPerson() });
    contacts.forwardDays(31);
    const free = await contacts.call("POST", "/people:createContact", { body: aPerson() });
    assert.deepEqual(
      [full.status, at(full.json, "error", "message"), free.status],
      [400, "MY_CONTACTS_OVERFLOW_COUNT", 200],
    );
  });

  it("serves Google's own Node client", async () => {
    await contacts.start();
    const { google, token } = contacts.anna;
    const auth = new authentication.OAuth2();
    auth.setCredentials({ access_token: token });
    const client = createClient({ version: "v1", auth, rootUrl: `${google.url}/` });
    const made = await client.people.createContact({ personFields: "names,metadata", requestBody: aPerson() });
    const resourceName = made.data.resourceName ?? "";
    const updated = await client.people.updateContact({
      resourceName,
      updatePersonFields: "names",
      personFields: "names,metadata",
      requestBody: { ...made.data, names: [{ givenName: "Grace" }] },
    });
    const group = await client.contactGroups.create({ requestBody: { contactGroup: { name: "Customers" } } });
    await client.contactGroups.members.modify({
      resourceName: group.data.resourceName ?? "",
      requestBody: { resourceNamesToAdd: [resourceName] },
    });
    await client.people.deleteContact({ resourceName });
    assert.deepEqual([updated.data.names?.[0]?.displayName, contacts.byHand.list()], ["Grace", []]);
  });
});
