import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup, joinGroup, leaveGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("leaving the synced set", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let clara: MadeClient;
  let dora: MadeClient;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clara = await aClient(bench.studio, { email: "clara@example.test" });
    dora = await aClient(bench.studio, { firstName: "Dora", lastName: "Day", email: "dora@example.test" });
    group = await aClientGroup(bench.studio, { name: "Weddings", clients: [clara, dora] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  const both = ["Clara Client | clara@example.test | Weddings", "Dora Day | dora@example.test | Weddings"];
  const doraOnly = ["Dora Day | dora@example.test | Weddings"];

  function nameOf(email: string): string {
    const found = anna.contacts.list().find((contact) => JSON.stringify(contact["emailAddresses"]).includes(email));
    return found?.resourceName ?? "";
  }

  it("K3: a contact deleted in Google deletes no client; the client is synced no more, and the report says so", async () => {
    anna.contacts.delete(nameOf("clara@"));

    const { warnings } = await bench.run(anna);
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    const later = await bench.run(anna);

    assert.deepEqual(
      [
        await clientsOf(bench, group),
        contactsOf(anna),
        warnings.map(({ code, title }) => [code, title]),
        later.summary,
      ],
      [
        ["Clara Client | new@example.test | Weddings", both[1]],
        doraOnly,
        [["left-synced-set", "Clara Client"]],
        "Nothing had changed.",
      ],
    );
  });

  it("K3: a contact taken out of our label leaves the set too, and stays in Google", async () => {
    anna.contacts.unlabel(nameOf("clara@"), "Weddings");

    const { warnings } = await bench.run(anna);
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    await bench.run(anna);

    assert.deepEqual(
      [contactsOf(anna), warnings.map(({ code }) => code)],
      [["Clara Client | clara@example.test", ...doraOnly], ["left-synced-set"]],
    );
  });

  it("K3: a contact recovered from Google's trash is synced again, without a second one", async () => {
    const resourceName = nameOf("clara@");
    anna.contacts.delete(resourceName);
    await bench.run(anna);
    anna.contacts.restore(resourceName);
    await bench.run(anna);
    await bench.edit("clients", clara.id, { email: "new@example.test" });

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [contactsOf(anna), await clientsOf(bench, group), summary],
      [
        ["Clara Client | new@example.test | Weddings", ...doraOnly],
        ["Clara Client | new@example.test | Weddings", ...doraOnly],
        "Nothing had changed.",
      ],
    );
  });

  it("K3: re-adding the client to the group brings a deleted contact back", async () => {
    anna.contacts.delete(nameOf("clara@"));
    await bench.run(anna);
    await leaveGroup(bench.studio, group, clara);
    await bench.run(anna);
    await joinGroup(bench.studio, group, clara);

    await bench.run(anna);

    assert.deepEqual(contactsOf(anna), both);
  });

  it("K3: re-adding the client to the group puts an unlabelled contact back under the label", async () => {
    anna.contacts.unlabel(nameOf("clara@"), "Weddings");
    await bench.run(anna);
    await leaveGroup(bench.studio, group, clara);
    await bench.run(anna);
    await joinGroup(bench.studio, group, clara);

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual([contactsOf(anna), summary], [both, "Nothing had changed."]);
  });

  it("K3: a client taken out of the group is synced no more; the contact stays", async () => {
    await leaveGroup(bench.studio, group, clara);
    await bench.run(anna);
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    anna.contacts.change(nameOf("clara@"), { emailAddresses: [{ value: "other@example.test" }] });

    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [contactsOf(anna), summary],
      [["Clara Client | other@example.test | Weddings", ...doraOnly], "Nothing had changed."],
    );
  });

  it("K3: a group made inactive stops syncing; made active again it goes on", async () => {
    await bench.edit("client_groups", group.id, { is_inactive: true });
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    const { warnings, questions } = await bench.run(anna);
    const meanwhile = contactsOf(anna);
    await bench.edit("client_groups", group.id, { is_inactive: false });

    await bench.run(anna);

    assert.deepEqual(
      [warnings.map(({ code }) => code), questions, meanwhile, contactsOf(anna)],
      [["client-group-not-active"], [], both, ["Clara Client | new@example.test | Weddings", ...doraOnly]],
    );
  });

  it("K3: the contact of a deleted client loses our label and stays", async () => {
    await bench.edit("clients", clara.id, { deleted_at: bench.clock.now().toISOString() });

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [contactsOf(anna), summary],
      [["Clara Client | clara@example.test", ...doraOnly], "Nothing had changed."],
    );
  });

  it("K3: of a merged client the link follows the survivor, who had no contact", async () => {
    const eve = await aClient(bench.studio, { firstName: "Clara", lastName: "Eve", email: "eve@example.test" });
    await joinGroup(bench.studio, group, eve);
    await bench.edit("clients", clara.id, { merged_into: eve.id, deleted_at: bench.clock.now().toISOString() });

    await bench.run(anna);
    await bench.edit("clients", eve.id, { email: "eve2@example.test" });
    await bench.run(anna);

    assert.equal(contactsOf(anna).length, 2);
    assert.ok(contactsOf(anna)[0]?.includes("eve2@example.test"), contactsOf(anna).join("\n"));
  });

  it("K3: the contact of a merged client says what the survivor says; what only it holds goes to the survivor", async () => {
    const eve = await aClient(bench.studio, { firstName: "Eve", lastName: "Elder", email: "eve@example.test" });
    await bench.edit("clients", clara.id, { company: "Acme" });
    await bench.run(anna);
    await joinGroup(bench.studio, group, eve);
    await bench.edit("clients", clara.id, { merged_into: eve.id, deleted_at: bench.clock.now().toISOString() });

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    const [survivor] = await bench.studio.clients.find([eve.id]);
    assert.deepEqual(
      [contactsOf(anna), survivor?.company, summary],
      [[doraOnly[0], "Eve Elder | eve@example.test | Weddings"], "Acme", "Nothing had changed."],
    );
  });

  it("K3: one way, a deleted client who is restored is synced again, under the label", async () => {
    bench.setUp(anna, { sendContacts: false });
    await bench.edit("clients", clara.id, { deleted_at: bench.clock.now().toISOString() });
    await bench.run(anna);
    await bench.edit("clients", clara.id, { deleted_at: null });
    await bench.run(anna);
    await bench.edit("clients", clara.id, { email: "new@example.test" });

    const { warnings } = await bench.run(anna);

    assert.deepEqual([contactsOf(anna), warnings], [["Clara Client | new@example.test | Weddings", ...doraOnly], []]);
  });

  it("K3: of a client merged into one who has a contact, the orphan loses our label and stays", async () => {
    await bench.edit("clients", clara.id, { merged_into: dora.id, deleted_at: bench.clock.now().toISOString() });

    await bench.run(anna);

    assert.deepEqual(contactsOf(anna), ["Clara Client | clara@example.test", ...doraOnly]);
  });

  it("K3: a label deleted in Google is made again, once", async () => {
    anna.contacts.deleteLabel("Weddings");
    const { warnings } = await bench.run(anna);
    const remade = contactsOf(anna);
    await bench.run(anna);
    anna.contacts.deleteLabel("Weddings");

    const second = await bench.run(anna);

    assert.deepEqual(
      [warnings.map(({ code }) => code), remade, second.warnings.map(({ code }) => code)],
      [["label-made-again"], both, ["left-synced-set", "left-synced-set"]],
    );
  });

  it("K3: deleted together with its contacts, the label is made again for those that are put back", async () => {
    for (const number of [1, 2, 3])
      await joinGroup(bench.studio, group, await aClient(bench.studio, { email: `client${number}@example.test` }));
    await bench.run(anna);
    const before = contactsOf(anna);
    anna.contacts.deleteLabel("Weddings", { deletesContacts: true });
    await bench.run(anna);
    await bench.answer("discard");

    const { outcome } = await bench.run(anna);

    assert.deepEqual([outcome, contactsOf(anna)], ["done", before]);
  });

  describe("one way, while nobody looks at Google", () => {
    beforeEach(async () => {
      bench.setUp(anna, { sendContacts: false });
      anna.contacts.create(aPerson({ firstName: "Paul", lastName: "Pale", email: "paul@example.test" }));
      await bench.run(anna);
      anna.contacts.deleteLabel("Weddings");
    });

    it("K3: a label found missing when a client's contact is to lose it is made again", async () => {
      await bench.edit("clients", clara.id, { deleted_at: bench.clock.now().toISOString() });

      const { outcome, warnings } = await bench.run(anna);

      assert.deepEqual(
        [outcome, warnings.map(({ code }) => code), contactsOf(anna)],
        [
          "done",
          ["label-made-again"],
          ["Clara Client | clara@example.test", ...doraOnly, "Paul Pale | paul@example.test"],
        ],
      );
    });

    it("K3: a label found missing when contacts are to be put under it is made again, and none fails for it", async () => {
      const paul = { firstName: "Paul", lastName: "Pale", email: "paul@example.test" };
      await joinGroup(bench.studio, group, await aClient(bench.studio, paul));
      await bench.run(anna);
      anna.contacts.deleteLabel("Weddings");
      for (const lastName of ["East", "West"])
        await joinGroup(bench.studio, group, await aClient(bench.studio, { firstName: "Eve", lastName }));

      const { outcome } = await bench.run(anna);

      const made = ["Eve East | Weddings", "Eve West | Weddings"];
      assert.deepEqual(
        [outcome, contactsOf(anna).filter((line) => line.startsWith("Eve")), contactsOf(anna).length],
        ["done", made, 5],
      );
    });
  });
});
