import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startLocalGoogle } from "../../src/local-google/index.js";
import { AnnasContacts, aPerson, at, errorOf, people } from "./support/contacts-client.js";

describe("local Google: lists and syncs of contacts", () => {
  const contacts = new AnnasContacts();
  beforeEach(async () => contacts.start());
  afterEach(async () => contacts.dispose());
  const given = (reply: Awaited<ReturnType<AnnasContacts["list"]>>): unknown[] =>
    people(reply).map((person) => at(person, "names", 0, "givenName"));

  it("shows a new contact by itself at once, in lists only after the delay", async () => {
    const { resourceName } = contacts.byHand.create(aPerson());
    const before = await contacts.list();
    const alone = await contacts.get(resourceName);
    contacts.anna.clock.forward({ seconds: 10 });
    assert.deepEqual(
      [before.json["connections"], at(alone, "names", 0, "givenName"), given(await contacts.list())],
      [undefined, "Ada", ["Ada"]],
    );
  });

  it("tells exactly what changed since a sync token, deletions too, with each change in its turn", async () => {
    const first = contacts.byHand.create(aPerson("A"));
    const second = contacts.byHand.create(aPerson("B"));
    const syncToken = await contacts.syncToken();
    contacts.byHand.change(first.resourceName, { names: [{ givenName: "A2" }] });
    const early = await contacts.list({ syncToken });
    contacts.anna.clock.forward({ seconds: 6 });
    contacts.byHand.delete(second.resourceName);
    contacts.anna.clock.forward({ seconds: 6 });
    const middle = await contacts.list({ syncToken: String(early.json["nextSyncToken"]) });
    contacts.settle();
    const late = await contacts.list({ syncToken: String(middle.json["nextSyncToken"]) });
    assert.deepEqual(
      [
        Object.keys(early.json),
        given(middle),
        people(late).map(({ resourceName, metadata, names }) => [resourceName, at(metadata, "deleted"), names]),
      ],
      [["nextSyncToken"], ["A2"], [[second.resourceName, true, undefined]]],
    );
  });

  it("shows a deleted contact in syncs for the life of the token, and never in a full list", async () => {
    const { resourceName } = contacts.byHand.create(aPerson());
    const syncToken = await contacts.syncToken();
    contacts.byHand.delete(resourceName);
    contacts.forwardDays(6);
    assert.deepEqual(
      [people(await contacts.list({ syncToken })).length, (await contacts.list()).json["connections"]],
      [1, undefined],
    );
  });

  it("ends a sync token 7 days after the full sync, however often it was renewed", async () => {
    let syncToken = await contacts.syncToken();
    for (let day = 1; day < 7; day++) {
      contacts.forwardDays(1);
      syncToken = String((await contacts.list({ syncToken })).json["nextSyncToken"]);
    }
    contacts.forwardDays(1);
    assert.deepEqual(errorOf(await contacts.list({ syncToken })), [400, "FAILED_PRECONDITION", "EXPIRED_SYNC_TOKEN"]);
  });

  it("ends sync tokens when told to", async () => {
    const syncToken = await contacts.syncToken();
    contacts.anna.google.invalidateSyncTokens(contacts.anna.email);
    assert.equal(errorOf(await contacts.list({ syncToken }))[2], "EXPIRED_SYNC_TOKEN");
  });

  it("refuses other parameters with a sync token, one of another list, a broken one, and a sorted sync", async () => {
    const syncToken = await contacts.syncToken();
    const groups = await contacts.call("GET", "/contactGroups");
    const replies = [
      await contacts.list({ syncToken, personFields: "names" }),
      await contacts.list({ syncToken, requestSyncToken: false }),
      await contacts.list({ syncToken, sources: "READ_SOURCE_TYPE_CONTACT" }),
      await contacts.list({ syncToken: String(groups.json["nextSyncToken"]) }),
      await contacts.list({ syncToken: "broken" }),
      await contacts.list({ sortOrder: "FIRST_NAME_ASCENDING" }),
      await contacts.list({ pageSize: 1001 }),
    ];
    assert.deepEqual(
      replies.map(errorOf),
      replies.map(() => [400, "INVALID_ARGUMENT", undefined]),
    );
  });

  it("pages, with the sync token on the last page, and refuses a page of another request", async () => {
    for (const name of ["A", "B", "C"]) contacts.byHand.create(aPerson(name));
    contacts.settle();
    const first = await contacts.list({ pageSize: 2 });
    const pageToken = String(first.json["nextPageToken"]);
    const last = await contacts.list({ pageSize: 2, pageToken });
    const wrong = await contacts.list({ pageSize: 2, pageToken, personFields: "names" });
    assert.deepEqual(
      [given(first), first.json["nextSyncToken"], given(last), typeof last.json["nextSyncToken"], wrong.status],
      [["A", "B"], undefined, ["C"], "string", 400],
    );
  });

  it("gives no sync token unless asked", async () => {
    assert.equal("nextSyncToken" in (await contacts.list({ requestSyncToken: false })).json, false);
  });

  it("sorts by name when asked", async () => {
    for (const name of ["B", "C", "A"]) contacts.byHand.create(aPerson(name));
    contacts.settle();
    const sorted = await contacts.list({ requestSyncToken: false, sortOrder: "FIRST_NAME_ASCENDING" });
    assert.deepEqual(given(sorted), ["A", "B", "C"]);
  });

  it("shows merged contacts as one under a new name that tells the former ones, and knows it by those", async () => {
    const first = contacts.byHand.create(aPerson("A", { emailAddresses: [{ value: "a@example.test" }] }));
    const second = contacts.byHand.create(aPerson("B", { emailAddresses: [{ value: "b@example.test" }] }));
    const syncToken = await contacts.syncToken();
    const merged = contacts.byHand.merge(first.resourceName, second.resourceName);
    contacts.settle();
    const [shown, ...others] = people(await contacts.list({ syncToken }));
    const read = await contacts.get(second.resourceName, "emailAddresses");
    assert.deepEqual(
      [
        merged.resourceName === first.resourceName,
        shown?.["resourceName"],
        at(shown, "metadata", "previousResourceNames"),
        others,
        read["resourceName"],
        at(read, "emailAddresses", 1, "value"),
      ],
      [
        false,
        merged.resourceName,
        [first.resourceName, second.resourceName],
        [],
        merged.resourceName,
        "b@example.test",
      ],
    );
  });

  it("keeps contacts, labels, former names and sync tokens over a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "local-google-"));
    const options = { clock: contacts.anna.clock, stateFile: join(folder, "state.json") };
    const before = await startLocalGoogle(options);
    const byHand = before.accounts.add({ email: "ben@example.test" }).contacts();
    const first = byHand.create(aPerson("A"));
    byHand.label(first.resourceName, "Customers");
    const renamed = byHand.rename(first.resourceName);
    await before.dispose();
    const after = await startLocalGoogle(options);
    try {
      const restored = after.accounts.get("ben@example.test").contacts();
      assert.deepEqual([restored.get(first.resourceName), restored.labels()], [renamed, ["Customers"]]);
    } finally {
      await after.dispose();
      rmSync(folder, { recursive: true });
    }
  });
});
