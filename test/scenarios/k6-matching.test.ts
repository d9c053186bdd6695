import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup, joinGroup } from "../support/studio.js";
import type { ClientValues, MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("who is the same person", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
  });

  afterEach(() => bench.close());

  async function aGroupOf(clients: readonly MadeClient[], isTwoWay = false): Promise<void> {
    group = await aClientGroup(bench.studio, { name: "Weddings", clients });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: isTwoWay });
  }

  const clara: ClientValues = { email: "clara@example.test", phones: ["(212) 555-0123"] };

  for (const [what, contact] of [
    ["email", { email: "CLARA@example.test" }],
    ["phone", { phone: "+1 212 555 0123" }],
  ] as const) {
    it(`K6: an equal name and an equal ${what} bind client and contact; what is empty is filled`, async () => {
      await aGroupOf([await aClient(bench.studio, clara)]);
      anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", ...contact }));

      const { contacts } = await bench.run(anna);
      const { summary } = await bench.run(anna);

      assert.deepEqual(
        [contacts?.google.created, contactsOf(anna).length, contactsOf(anna)[0]?.endsWith("Weddings"), summary],
        [0, 1, true, "Nothing had changed."],
      );
    });
  }

  it("K1: one way too, a client who joins later is bound to a contact entered in Google since", async () => {
    await aGroupOf([await aClient(bench.studio, { lastName: "First" })]);
    await bench.run(anna);
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "clara@example.test" }));
    await joinGroup(bench.studio, group, await aClient(bench.studio, { email: "clara@example.test" }));

    await bench.run(anna);

    assert.deepEqual(contactsOf(anna), ["Clara Client | clara@example.test | Weddings", "Clara First | Weddings"]);
  });

  for (const [what, contact] of [
    ["only the name is equal", { firstName: "Clara", lastName: "Client", email: "other@example.test" }],
    ["only the email is equal", { firstName: "Paul", lastName: "Client", email: "clara@example.test" }],
    ["only the phone is equal", { firstName: "Paul", lastName: "Client", phone: "212-555-0123" }],
  ] as const) {
    it(`K6: where ${what} nobody is made or bound, and somebody is asked`, async () => {
      await aGroupOf([await aClient(bench.studio, clara)]);
      anna.contacts.create(aPerson(contact));
      const before = contactsOf(anna);

      const { questions } = await bench.run(anna);
      await bench.run(anna);

      assert.deepEqual(
        [questions.map(({ kind }) => kind), contactsOf(anna), (await bench.openQuestions()).length],
        [["unclear-match"], before, 1],
      );
    });
  }

  it("K6: two contacts alike are for a person to tell apart", async () => {
    await aGroupOf([await aClient(bench.studio, clara)]);
    const twin = aPerson({ firstName: "Clara", lastName: "Client", email: "clara@example.test" });
    anna.contacts.create(twin);
    anna.contacts.create(twin);

    const { questions } = await bench.run(anna);

    assert.deepEqual([questions.map(({ kind }) => kind), contactsOf(anna).length], [["unclear-match"], 2]);
  });

  it('K6: "Link to…" binds the client to the chosen contact', async () => {
    await aGroupOf([await aClient(bench.studio, clara)]);
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "other@example.test" }));
    await bench.run(anna);

    await bench.answer("link-1");
    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [contactsOf(anna), summary],
      [["Clara Client | other@example.test | mobile (212) 555-0123 | Weddings"], "Nothing had changed."],
    );
  });

  it('K6: "Create new" makes the client a contact of its own', async () => {
    await aGroupOf([await aClient(bench.studio, clara)]);
    anna.contacts.create(aPerson({ firstName: "Paul", lastName: "Client", email: "clara@example.test" }));
    await bench.run(anna);

    await bench.answer("create-new");
    await bench.run(anna);

    assert.deepEqual(contactsOf(anna), [
      "Clara Client | clara@example.test | mobile (212) 555-0123 | Weddings",
      "Paul Client | clara@example.test",
    ]);
  });

  it("K6: a new contact that is a client of the studio already joins the group instead of becoming a second one", async () => {
    await aClient(bench.studio, clara);
    await aGroupOf([], true);
    await bench.run(anna);
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", phone: "+12125550123" }));

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [await clientsOf(bench, group), contactsOf(anna), summary],
      [
        ["Clara Client | clara@example.test | Mobile (212) 555-0123 | Weddings"],
        ["Clara Client | clara@example.test | mobile +12125550123 | Weddings"],
        "Nothing had changed.",
      ],
    );
  });

  it("K6: a new contact that may be a client waits; the answer decides", async () => {
    await aClient(bench.studio, clara);
    await aGroupOf([], true);
    await bench.run(anna);
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "other@example.test" }));
    const { questions } = await bench.run(anna);
    const before = await clientsOf(bench, group);

    await bench.answer("create-new");
    await bench.run(anna);

    assert.deepEqual(
      [questions.map(({ kind }) => kind), before, await clientsOf(bench, group)],
      [["unclear-match"], [], ["Clara Client | other@example.test | Weddings"]],
    );
  });

  for (const [answer, lines] of [
    ["link-1", ["Clara Client | other@example.test | mobile (212) 555-0123 | Weddings"]],
    [
      "create-new",
      [
        "Clara Client | clara@example.test | mobile (212) 555-0123 | Weddings",
        "Clara Client | other@example.test | Weddings",
      ],
    ],
  ] as const) {
    it(`K6: "${answer}" holds for both, and nobody is asked again, where the client joined the group meanwhile`, async () => {
      const joining = await aClient(bench.studio, clara);
      await aGroupOf([], true);
      await bench.run(anna);
      anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "other@example.test" }));
      await bench.run(anna);
      await joinGroup(bench.studio, group, joining);
      await bench.run(anna);

      await bench.answer(answer);
      const { questions } = await bench.run(anna);
      const { summary } = await bench.run(anna);

      assert.deepEqual([contactsOf(anna), questions, summary], [lines, [], "Nothing had changed."]);
    });
  }

  it("K6: a client chosen for a contact and deleted before the run is looked for again", async () => {
    const chosen = await aClient(bench.studio, clara);
    await aGroupOf([], true);
    await bench.run(anna);
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "other@example.test" }));
    await bench.run(anna);
    await bench.edit("clients", chosen.id, { deleted_at: bench.clock.now().toISOString() });

    await bench.answer("link-1");
    await bench.run(anna);

    assert.deepEqual(await clientsOf(bench, group), ["Clara Client | other@example.test | Weddings"]);
  });

  it("K6: a client chosen for a contact and merged before the run is the survivor", async () => {
    const chosen = await aClient(bench.studio, clara);
    const survivor = await aClient(bench.studio, { firstName: "Clara", lastName: "Smith" });
    await aGroupOf([], true);
    await bench.run(anna);
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "other@example.test" }));
    await bench.run(anna);
    await bench.answer("link-1");
    const deletedAt = bench.clock.now().toISOString();
    await bench.edit("clients", chosen.id, { merged_into: survivor.id, deleted_at: deletedAt });

    await bench.run(anna);

    assert.deepEqual(await clientsOf(bench, group), ["Clara Smith | other@example.test | Weddings"]);
  });

  it('K6: "Link to…" takes a contact entered anew for the one deleted before', async () => {
    await aGroupOf([await aClient(bench.studio, clara)], true);
    await bench.run(anna);
    for (const { resourceName } of anna.contacts.list()) anna.contacts.delete(resourceName);
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "clara@example.test" }));
    await bench.run(anna);

    await bench.answer("link-1");
    await bench.run(anna);
    const { summary } = await bench.run(anna);

    const line = "Clara Client | clara@example.test | mobile (212) 555-0123 | Weddings";
    assert.deepEqual([contactsOf(anna), summary], [[line], "Nothing had changed."]);
  });

  it("K6: a name is the same however its accents are written", async () => {
    await aClient(bench.studio, { firstName: "José", lastName: "Núñez".normalize("NFD"), email: "jose@example.test" });
    await aGroupOf([], true);
    await bench.run(anna);
    const person = { firstName: "José".normalize("NFD"), lastName: "Núñez", email: "other@example.test" };
    anna.contacts.create(aPerson(person));

    const { questions } = await bench.run(anna);

    assert.deepEqual([questions.map(({ kind }) => kind), await clientsOf(bench, group)], [["unclear-match"], []]);
  });

  it("K7: contacts without a name, email or phone never stop a run", async () => {
    await aGroupOf([await aClient(bench.studio, { firstName: "", lastName: "", company: "Acme" })], true);
    await bench.run(anna);
    anna.contacts.create(aPerson({ company: "Bolt" }));
    anna.contacts.create(aPerson({ email: "nobody@example.test" }));
    anna.contacts.create({ userDefined: [{ key: "a", value: "b" }] });

    const { outcome, leftOut } = await bench.run(anna);
    const clients = await bench.studio.connection.query()("clients").orderBy("id").select("company", "email");

    assert.deepEqual(
      [outcome, leftOut, clients.map((row: { company: string; email: string }) => row.company || row.email)],
      ["done", { "contact-nobody": 1 }, ["Acme", "Bolt", "nobody@example.test"]],
    );
  });
});
