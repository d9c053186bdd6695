import assert from "node:assert/strict";

import type { Finding } from "../../src/google-sync/check/index.js";
import { aPerson } from "../support/a-person.js";
import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { rowsToPutBack } from "../support/stored-values.js";
import { aClient, aClientGroup, joinGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("Check and Repair of clients and contacts", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let clara: MadeClient;
  let dora: MadeClient;
  const { signal } = new AbortController();

  const both = ["Clara Client | clara@example.test | Weddings", "Dora Day | dora@example.test | Weddings"];

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clara = await aClient(bench.studio, { email: "clara@example.test" });
    dora = await aClient(bench.studio, { firstName: "Dora", lastName: "Day", email: "dora@example.test" });
    group = await aClientGroup(bench.studio, { name: "Weddings", clients: [clara, dora] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
    anna.contacts.create(aPerson({ firstName: "Old", lastName: "Friend", email: "old@example.test" }));
    bench.clock.advance({ minutes: 10 });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  async function found(): Promise<readonly string[]> {
    const findings = await bench.check().check(anna.id, signal);
    return findings.map(({ kind, title, drift }) =>
      [kind, title, ...(drift === undefined ? [] : [drift.field])].join(" "),
    );
  }

  function repair(): Promise<{ readonly findings: readonly Finding[] }> {
    bench.clock.advance({ minutes: 2 });
    return bench.check().repair(anna.id, signal);
  }

  function rows(): ReturnType<ReturnType<typeof bench.studio.connection.query>> {
    return bench.studio.connection.query()("google_sync_contact_links");
  }

  function nameOf(email: string): string {
    const one = anna.contacts.list().find((contact) => JSON.stringify(contact["emailAddresses"]).includes(email));
    return one?.resourceName ?? "";
  }

  async function people(): Promise<readonly (readonly string[])[]> {
    return [await clientsOf(bench, group), contactsOf(anna).filter((line) => !line.startsWith("Old Friend"))];
  }

  /** Google has nothing new to tell from now on: what happened before was missed. Its lists lag behind a little. */
  async function missTheNews(): Promise<void> {
    bench.clock.advance({ minutes: 2 });
    const user = await bench.studio.users.findById(anna.id);
    assert.ok(user);
    await bench.visits().visit(user, { purpose: "check", journalAs: undefined, signal }, async (context, opened) => {
      const { contactLinks } = context.services;
      const stream = await contactLinks.findStream(anna.id, opened.accountSub);
      if (stream === undefined || opened.contacts === undefined) return;
      for await (const { nextSyncToken } of opened.contacts.listContacts(stream.syncToken))
        if (nextSyncToken !== undefined) await contactLinks.changeStream(stream.id, { syncToken: nextSyncToken });
    });
  }

  it("R5: finds nothing where clients and contacts are in step, and what merely waits for the next run is no inconsistency", async () => {
    const inStep = await found();
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    anna.contacts.change(nameOf("dora@"), { emailAddresses: [{ value: "other@example.test" }] });
    await joinGroup(bench.studio, group, await aClient(bench.studio, { firstName: "Eve", lastName: "End" }));
    anna.contacts.create(aPerson({ firstName: "Fay", lastName: "Fox" }));

    assert.deepEqual([inStep, await found()], [[], []]);
  });

  it("R5: reads only; the next run does what it would have done without", async () => {
    anna.contacts.change(nameOf("dora@"), { emailAddresses: [{ value: "other@example.test" }] });
    const before = [await rows().orderBy("id"), await bench.studio.connection.query()("google_sync_contact_streams")];
    bench.google.log.clear();

    await found();

    const after = [await rows().orderBy("id"), await bench.studio.connection.query()("google_sync_contact_streams")];
    assert.deepEqual(
      [
        bench.google.log.counts()["people.people.connections.list"],
        before,
        (await bench.run(anna)).contacts?.studio.changed,
      ],
      [2, after, 1],
    );
  });

  it("R5: does not look at contacts where none are synced", async () => {
    bench.setUp(anna, { clientGroupId: null });
    await rows().update({ question_id: 4711 });
    bench.google.log.clear();

    assert.deepEqual([await found(), bench.google.log.counts()["people.people.connections.list"]], [[], undefined]);
  });

  it("R5: missing-link: a client and its contact without a link are found by our mark and tied again", async () => {
    await rows().where({ client_id: clara.id }).delete();
    await bench.edit("clients", clara.id, { first_name: "Klara", email: "k@example.test" });
    assert.deepEqual(await found(), ["missing-link Klara Client"]);

    await repair();

    assert.deepEqual([await found(), contactsOf(anna).length, (await clientsOf(bench, group)).length], [[], 3, 2]);
  });

  it("R5: missing-link: a contact no run was told of, who is a client on the way to Google, is not made twice", async () => {
    anna.contacts.create(aPerson({ firstName: "Eve", lastName: "End", email: "eve@example.test" }));
    await missTheNews();
    await joinGroup(
      bench.studio,
      group,
      await aClient(bench.studio, { firstName: "Eve", lastName: "End", email: "eve@example.test" }),
    );
    assert.deepEqual(await found(), ["missing-link Eve End"]);

    await repair();

    const eve = "Eve End | eve@example.test | Weddings";
    assert.deepEqual(
      [await found(), await people()],
      [
        [],
        [
          [...both, eve],
          [...both, eve],
        ],
      ],
    );
  });

  it("R5: dangling-link: a contact gone without news is found, and the client leaves the set as if it had been told", async () => {
    anna.contacts.delete(nameOf("clara@"));
    await missTheNews();
    assert.deepEqual(await found(), ["dangling-link Clara Client"]);

    await repair();

    assert.deepEqual([await found(), await people()], [[], [both, both.slice(1)]]);
  });

  it("R5: dangling-link: one way too, the client leaves the set", async () => {
    bench.setUp(anna, { sendContacts: false });
    await bench.run(anna);
    anna.contacts.delete(nameOf("clara@"));
    bench.clock.advance({ minutes: 2 });
    assert.deepEqual(await found(), ["dangling-link Clara Client"]);

    await repair();

    assert.deepEqual([await found(), await people()], [[], [both, both.slice(1)]]);
  });

  it("R5: field-drift: a difference nobody was told of is found, and travels like any edit", async () => {
    anna.contacts.change(nameOf("clara@"), {
      organizations: [{ name: "Acme" }],
      phoneNumbers: [{ value: "555 0101" }],
    });
    await missTheNews();
    assert.deepEqual(await found(), ["field-drift Clara Client company", "field-drift Clara Client phone"]);

    await repair();

    const [client] = await bench.studio.clients.find([clara.id]);
    assert.deepEqual([await found(), client?.company, client?.phones[0]?.number], [[], "Acme", "555 0101"]);
  });

  it("R5: field-drift: a contact out of our label without news is found, and the client leaves the set", async () => {
    anna.contacts.unlabel(nameOf("clara@"), "Weddings");
    await missTheNews();
    assert.deepEqual(await found(), ["field-drift Clara Client label"]);

    await repair();

    assert.deepEqual([await found(), (await people())[1]], [[], ["Clara Client | clara@example.test", both[1]]]);
  });

  it("R5: field-drift: one way, what was edited in Google stays there and is no drift", async () => {
    bench.setUp(anna, { sendContacts: false });
    await bench.run(anna);
    anna.contacts.change(nameOf("clara@"), { organizations: [{ name: "Acme" }] });
    bench.clock.advance({ minutes: 2 });

    assert.deepEqual(await found(), []);
  });

  it("R5: double: a second contact of ours is named and left alone, for we delete no contacts", async () => {
    const [first] = anna.contacts.list().filter(({ resourceName }) => resourceName === nameOf("clara@"));
    assert.ok(first);
    const [{ key, value }] = first["clientData"] as readonly [{ readonly key: string; readonly value: string }];
    anna.contacts.create({ ...aPerson({ firstName: "Clara", lastName: "Again" }), clientData: [{ key, value }] });
    await missTheNews();
    assert.deepEqual(await found(), ["double Clara Again"]);

    await repair();

    assert.equal(contactsOf(anna).filter((line) => line.startsWith("Clara")).length, 2);
  });

  it("R5: a link lost without Repair makes no second contact either: the next run reads all and finds the first", async () => {
    await missTheNews();
    await rows().where({ client_id: clara.id }).delete();

    await bench.run(anna);

    assert.deepEqual([await found(), await people()], [[], [both, both]]);
  });

  it("R5: foreign-mark: a contact of another user's sync is named and left alone", async () => {
    const [client] = await bench.studio.clients.find([clara.id]);
    anna.contacts.create({
      ...aPerson({ firstName: "Hers", lastName: "Only" }),
      clientData: [{ key: "spectraClient", value: `another-studio/another-user/${client?.guid ?? ""}` }],
    });
    await missTheNews();

    assert.deepEqual([await found(), (await repair()).findings.length], [["foreign-mark Hers Only"], 1]);
  });

  it("R5: wrong-owner: links to each other's contacts are forgotten, and each is tied to its own", async () => {
    const [one, two] = await rows().whereNotNull("client_id").orderBy("client_id");
    await rows().where({ id: one.id }).update({ client_guid: null, client_id: null });
    await rows().where({ id: two.id }).update({ client_guid: one.client_guid, client_id: one.client_id });
    await rows().where({ id: one.id }).update({ client_guid: two.client_guid, client_id: two.client_id });
    assert.deepEqual((await found()).toSorted(), ["wrong-owner Clara Client", "wrong-owner Dora Day"]);

    await repair();

    assert.deepEqual([await found(), await people()], [[], [both, both]]);
  });

  it("R5: stuck: what waits for a question answered long ago is let go", async () => {
    await rows().where({ client_id: clara.id }).update({ question_id: 4711 });
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    await bench.run(anna);
    assert.deepEqual(await found(), ["stuck Clara Client"]);

    await repair();

    assert.deepEqual([await found(), contactsOf(anna)[0]], [[], "Clara Client | new@example.test | Weddings"]);
  });

  for (const how of ["the next run", "Repair"]) {
    it(`R5: the whole table of contact links lost heals by ${how} without a duplicate, and nobody else comes in`, async () => {
      await rows().delete();

      if (how === "Repair") await repair();
      await bench.run(anna);
      await bench.run(anna);

      assert.deepEqual([await found(), await people()], [[], [both, both]]);
    });
  }

  for (const how of ["the next run", "Repair"]) {
    it(`R5: an older table of contact links restored heals by ${how} without a duplicate, and nobody else comes in`, async () => {
      const old = await rows().whereNotNull("client_id").orderBy("id");
      const eve = await aClient(bench.studio, { firstName: "Eve", lastName: "End", email: "eve@example.test" });
      await joinGroup(bench.studio, group, eve);
      await bench.edit("clients", clara.id, { email: "new@example.test" });
      await bench.run(anna);
      await missTheNews();
      await rows().delete();
      await rows().insert(rowsToPutBack(old));
      assert.deepEqual(await found(), ["missing-link Eve End"]);

      if (how === "Repair") await repair();
      await bench.run(anna);
      await bench.run(anna);

      const now = ["Clara Client | new@example.test | Weddings", both[1], "Eve End | eve@example.test | Weddings"];
      assert.deepEqual([await found(), await people()], [[], [now, now]]);
    });
  }

  it("R5, G1: what Repair makes the run plan goes through the guards", async () => {
    await joinGroup(
      bench.studio,
      group,
      await aClient(bench.studio, { firstName: "Eve", lastName: "End", email: "eve@example.test" }),
    );
    await bench.run(anna);
    for (const { resourceName } of anna.contacts.list())
      if (anna.contacts.labels(resourceName).includes("Weddings")) anna.contacts.delete(resourceName);
    await missTheNews();

    await repair();

    const [question] = await bench.openQuestions(anna);
    assert.deepEqual([question?.kind, question?.itemCount], ["many-leaving-in-google", 3]);
  });
});
