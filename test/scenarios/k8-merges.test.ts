import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("contacts merged in Google", () => {
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

  function resourceNameOf(email: string): string {
    const found = anna.contacts.list().find((contact) => JSON.stringify(contact["emailAddresses"]).includes(email));
    return found?.resourceName ?? "";
  }

  /** The next run reads all contacts. */
  async function loseToken(): Promise<void> {
    const { contactLinks } = bench.services();
    const stream = await contactLinks.findStream(anna.id, bench.google.accounts.get(anna.email).sub);
    await contactLinks.changeStream(stream?.id ?? 0, { syncToken: undefined });
  }

  it("K8: a contact merged with one nobody is linked to is followed to its new name", async () => {
    const other = anna.contacts.create(aPerson({ firstName: "C.", lastName: "Client", phone: "555 0100" }));
    anna.contacts.merge(resourceNameOf("clara@"), other.resourceName);

    const merged = await bench.run(anna);
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [merged.warnings, contactsOf(anna).length, contactsOf(anna)[0]?.includes("new@example.test"), summary],
      [[], 2, true, "Nothing had changed."],
    );
  });

  it("K8, K3: a contact that got another name and was deleted under it before the next run is known to be gone", async () => {
    anna.contacts.delete(anna.contacts.rename(resourceNameOf("clara@")).resourceName);

    const { warnings } = await bench.run(anna);

    assert.deepEqual(
      [
        warnings.map(({ code, title }) => [code, title]),
        contactsOf(anna).length,
        (await clientsOf(bench, group)).length,
      ],
      [[["left-synced-set", "Clara Client"]], 1, 2],
    );
  });

  it("K8: a contact that gets another name is the same one", async () => {
    anna.contacts.rename(resourceNameOf("clara@"));
    await bench.run(anna);
    await bench.edit("clients", clara.id, { email: "new@example.test" });

    await bench.run(anna);

    assert.deepEqual(contactsOf(anna), [
      "Clara Client | new@example.test | Weddings",
      "Dora Day | dora@example.test | Weddings",
    ]);
  });

  it("K8: of two clients' merged contacts the first keeps the link; the second rests and is proposed for merging", async () => {
    anna.contacts.merge(resourceNameOf("dora@"), resourceNameOf("clara@"));

    const { questions } = await bench.run(anna);
    const later = await bench.run(anna);
    await bench.edit("clients", dora.id, { email: "new@example.test" });
    const last = await bench.run(anna);

    assert.deepEqual(
      [
        questions.map(({ kind, text }) => [kind, text.includes("Dora Day")]),
        (await clientsOf(bench, group)).length,
        contactsOf(anna).length,
        later.questions,
        last.contacts?.google.created,
      ],
      [[["merged-in-google", true]], 2, 1, [], 0],
    );
  });

  it("K8: after a lost sync token a merge is followed too", async () => {
    anna.contacts.rename(resourceNameOf("clara@"));
    await loseToken();

    const { warnings, contacts } = await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual([warnings, contacts?.google.created, summary], [[], 0, "Nothing had changed."]);
  });

  it('K8: "Merge the clients" makes them one in the studio, and the contact follows the survivor', async () => {
    await bench.edit("clients", dora.id, { company: "Day & Co" });
    await bench.run(anna);
    anna.contacts.merge(resourceNameOf("dora@"), resourceNameOf("clara@"));
    await bench.run(anna);

    await bench.answer("merge", anna);
    await bench.run(anna);
    const { summary } = await bench.run(anna);

    const [survivor, other] = await bench.studio.clients.find([clara.id, dora.id]);
    const rows = await bench.services().contactLinks.findByClient(dora.id);
    assert.deepEqual(
      [survivor?.isDeleted, survivor?.company, other?.mergedInto, rows, summary],
      [false, "Day & Co", clara.id, [], "Nothing had changed."],
    );
    assert.deepEqual([(await clientsOf(bench, group)).length, contactsOf(anna).length], [1, 1]);
  });

  it("K8: cut off after the merge, the next run closes the question by itself", async () => {
    anna.contacts.merge(resourceNameOf("dora@"), resourceNameOf("clara@"));
    await bench.run(anna);
    const [survivor, other] = await bench.studio.clients.find([clara.id, dora.id]);
    const referenceOf = ({ id = 0, version = "" } = {}) => ({ clientId: id, version });
    await bench.merges().merge(referenceOf(survivor), referenceOf(other));

    await bench.run(anna);

    assert.deepEqual([await bench.openQuestions(), contactsOf(anna).length], [[], 1]);
  });

  it("K8: merging needs the clearance to delete clients, and both clients as they were", async () => {
    anna.contacts.merge(resourceNameOf("dora@"), resourceNameOf("clara@"));
    await bench.run(anna);
    await bench.edit("clients", clara.id, { deleted_at: bench.clock.now().toISOString() });

    await assert.rejects(bench.answer("merge", anna), { code: "answer-refused" });
    bench.deny(anna, "Clients", "delete");
    await assert.rejects(bench.answer("merge", anna), /clearance to delete clients/);

    assert.equal((await bench.openQuestions()).length, 1);
  });

  it('K8: kept as two clients, "Send again" gives the one who rests a contact of its own', async () => {
    anna.contacts.merge(resourceNameOf("dora@"), resourceNameOf("clara@"));
    await bench.run(anna);
    await bench.answer("keep-both", anna);
    await bench.run(anna);
    const before = contactsOf(anna).length;

    await bench.sendContactAgain(dora);
    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [before, contactsOf(anna).includes("Dora Day | dora@example.test | Weddings"), contactsOf(anna).length, summary],
      [1, true, 2, "Nothing had changed."],
    );
  });
});
