import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { replacing } from "../support/replacing.js";
import { aClient, aClientGroup, leaveGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("guards of clients and contacts", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let clients: MadeClient[];

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clients = [];
  });

  afterEach(() => bench.close());

  async function inStep(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1)
      clients.push(await aClient(bench.studio, { lastName: `No ${index}`, email: `no${index}@example.test` }));
    group = await aClientGroup(bench.studio, { name: "Weddings", clients });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
    await bench.run(anna);
  }

  async function kindsAsked(): Promise<readonly string[]> {
    const { questions } = await bench.run(anna);
    return questions.map(({ kind }) => kind);
  }

  it('G2: an emptied address book is held; "Discard" makes the contacts anew', async () => {
    await inStep(4);
    for (const { resourceName } of anna.contacts.list()) anna.contacts.delete(resourceName);

    const asked = await kindsAsked();
    await bench.answer("discard");
    await bench.run(anna);

    assert.deepEqual([asked, contactsOf(anna).length], [["many-leaving-in-google"], 4]);
  });

  it('G2: an emptied address book is held; "Apply" lets the clients leave the set', async () => {
    await inStep(4);
    for (const { resourceName } of anna.contacts.list()) anna.contacts.delete(resourceName);

    await bench.run(anna);
    await bench.answer("apply");
    const { warnings } = await bench.run(anna);

    assert.deepEqual([warnings.length, (await clientsOf(bench, group)).length, contactsOf(anna)], [4, 4, []]);
  });

  it('G2: an emptied client group is held; "Discard" puts the clients back', async () => {
    await inStep(4);
    for (const client of clients) await leaveGroup(bench.studio, group, client);

    const asked = await kindsAsked();
    await bench.answer("discard");
    await bench.run(anna);

    assert.deepEqual([asked, (await clientsOf(bench, group)).length], [["many-leaving-in-studio"], 4]);
  });

  it("G1: names replaced in Google on more than twenty contacts are held", async function () {
    this.timeout(20_000);
    await inStep(22);
    for (const { resourceName } of anna.contacts.list().slice(0, 21))
      anna.contacts.change(resourceName, { names: [{ givenName: "X", familyName: "Y" }] });

    const asked = await kindsAsked();
    const before = (await clientsOf(bench, group)).filter((line) => line.startsWith("X Y")).length;
    await bench.answer("discard");
    await bench.run(anna);

    assert.deepEqual(
      [asked, before, contactsOf(anna).filter((line) => line.startsWith("X Y")).length],
      [["many-replacements-in-studio"], 0, 0],
    );
  });

  it("G1: emails emptied in the studio on more than twenty clients are held", async function () {
    this.timeout(20_000);
    await inStep(22);
    for (const { id } of clients.slice(0, 21)) await bench.edit("clients", id, { email: "" });

    const asked = await kindsAsked();
    await bench.answer("apply");
    await bench.run(anna);

    assert.deepEqual(
      [asked, contactsOf(anna).filter((line) => line.includes("@")).length],
      [["many-replacements-in-google"], 1],
    );
  });

  for (const [answer, made] of [
    ["apply", 52],
    ["discard", 1],
  ] as const) {
    it(`G1: more than fifty new clients are held; "${answer}" makes ${made} in all`, async function () {
      this.timeout(20_000);
      await inStep(1);
      for (let index = 0; index < 51; index += 1)
        anna.contacts.create(aPerson({ firstName: "New", lastName: `Person ${index}` }));

      const asked = await kindsAsked();
      await bench.answer(answer);
      await bench.run(anna);
      const { summary } = await bench.run(anna);

      assert.deepEqual(
        [asked, (await clientsOf(bench, group)).length, contactsOf(anna).length, summary],
        [["many-creations-in-studio"], made, 52, "Nothing had changed."],
      );
    });
  }

  it("G2: another client group chosen is no emptied one", async () => {
    await inStep(4);
    const other = await aClientGroup(bench.studio, { name: "Portraits", clients: clients.slice(0, 1) });
    bench.setUp(anna, { clientGroupId: other.id });

    const asked = await kindsAsked();
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [asked, contactsOf(anna).filter((line) => line.includes("Portraits")).length, contactsOf(anna).length, summary],
      [[], 1, 4, "Nothing had changed."],
    );
  });

  it("X1: without view of clients nothing goes out; without the right to change them Google's edits are put back", async () => {
    await inStep(1);
    bench.deny(anna, "Clients", "add-modify");
    const [contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", { emailAddresses: [{ value: "other@example.test" }] });
    anna.contacts.create(aPerson({ firstName: "New", lastName: "Person" }));
    const { lost, leftOut } = await bench.run(anna);
    bench.deny(anna, "Clients", "view");
    await bench.edit("clients", clients[0]?.id ?? 0, { email: "later@example.test" });

    const { warnings } = await bench.run(anna);

    assert.deepEqual(
      [lost.map(({ value, why }) => [value, why]), leftOut, warnings.map(({ code }) => code), contactsOf(anna)],
      [
        [["other@example.test", "put-back"]],
        { "contact-not-allowed": 1 },
        ["clients-not-visible"],
        ["Clara No 0 | no0@example.test | Weddings", "New Person"],
      ],
    );
  });

  it("G3: a client the studio refuses to change does not stop the others, and is tried again", async () => {
    await inStep(2);
    for (const { resourceName } of anna.contacts.list())
      anna.contacts.change(resourceName, { organizations: [{ name: "Acme" }] });
    const { clients: service } = bench.studio;
    bench.replaced.clients = replacing(service, {
      change: (reference, ...rest) =>
        reference.clientId === clients[0]?.id
          ? Promise.reject(new Error("It is locked."))
          : service.change(reference, ...rest),
    });
    const { errors } = await bench.run(anna);
    delete bench.replaced.clients;
    bench.clock.advance({ minutes: 10 });
    await bench.run(anna);
    const read = await bench.studio.clients.find(clients.map(({ id }) => id));

    assert.deepEqual(
      [errors.map(({ code }) => code), read.map(({ company }) => company)],
      [["studio-write-failed"], ["Acme", "Acme"]],
    );
  });
});
