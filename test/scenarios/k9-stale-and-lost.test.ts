import assert from "node:assert/strict";

import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { replacing } from "../support/replacing.js";
import { aClient, aClientGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("contacts changed under our hands, and answers that never come", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let clara: MadeClient;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clara = await aClient(bench.studio, { email: "clara@example.test", phones: ["555 0100"] });
    group = await aClientGroup(bench.studio, { name: "Weddings", clients: [clara] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
  });

  afterEach(() => bench.close());

  function resourceName(): string {
    return anna.contacts.list()[0]?.resourceName ?? "";
  }

  it("K9: one way, an update is merged into what the contact holds now", async () => {
    bench.setUp(anna, { sendContacts: false });
    await bench.run(anna);
    anna.contacts.change(resourceName(), {
      phoneNumbers: [
        { value: "555 0100", type: "mobile" },
        { value: "555 0200", type: "home" },
      ],
    });
    await bench.studio.connection.query()("client_phones").update({ number: "555 0101" });

    const { warnings, contacts } = await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [warnings, contacts?.google.changed, contactsOf(anna), summary],
      [
        [],
        1,
        ["Clara Client | clara@example.test | mobile 555 0101 | home 555 0200 | Weddings"],
        "Nothing had changed.",
      ],
    );
  });

  it("K9: a contact edited between reading and writing is read again and merged again", async () => {
    await bench.run(anna);
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    let isEdited = false;
    const { clients } = bench.studio;
    bench.replaced.clients = replacing(clients, {
      find: (...args) => {
        if (!isEdited) anna.contacts.change(resourceName(), { organizations: [{ name: "Acme" }] });
        isEdited = true;
        return clients.find(...args);
      },
    });

    const { outcome } = await bench.run(anna);
    const [read] = await bench.studio.clients.find([clara.id]);

    assert.deepEqual(
      [outcome, read?.company, contactsOf(anna)],
      ["done", "Acme", ["Clara Client | new@example.test | mobile 555 0100 | Weddings"]],
    );
  });

  for (const when of ["after", "before"] as const) {
    it(`K10: a creation whose answer was lost (${when} it was carried out) ends in one contact`, async () => {
      bench.google.faults.add({
        match: { operation: "people.people.batchCreateContacts" },
        fault: { kind: "reset" },
        when,
        times: 1,
      });
      const first = await bench.run(anna);
      const atOnce = bench.google.log.counts()["people.people.batchCreateContacts"];
      await bench.run(anna);
      bench.clock.advance({ minutes: 10 });

      await bench.run(anna);
      const { summary } = await bench.run(anna);

      assert.deepEqual(
        [first.outcome, atOnce, contactsOf(anna), (await clientsOf(bench, group)).length, summary],
        [
          "done-with-problems",
          1,
          ["Clara Client | clara@example.test | mobile 555 0100 | Weddings"],
          1,
          "Nothing had changed.",
        ],
      );
    });

    it(`K10: one way too (${when})`, async () => {
      bench.setUp(anna, { sendContacts: false });
      bench.google.faults.add({
        match: { operation: "people.people.batchCreateContacts" },
        fault: { kind: "reset" },
        when,
        times: 1,
      });
      await bench.run(anna);
      bench.clock.advance({ minutes: 10 });

      await bench.run(anna);
      const { summary } = await bench.run(anna);

      assert.deepEqual(
        [contactsOf(anna), summary],
        [["Clara Client | clara@example.test | mobile 555 0100 | Weddings"], "Nothing had changed."],
      );
    });
  }

  for (const sendContacts of [true, false]) {
    it(`K10: ${sendContacts ? "two-way" : "one way"}, a lost creation is not repeated while a list could lag behind`, async () => {
      const slow = await SyncBench.open({ contactDelaySeconds: 290 });
      try {
        const ben = await slow.person();
        const { id } = await aClientGroup(slow.studio, { clients: [await aClient(slow.studio, {})] });
        slow.setUp(ben, { clientGroupId: id, sendContacts });
        slow.google.faults.add({
          match: { operation: "people.people.batchCreateContacts" },
          fault: { kind: "reset" },
          when: "after",
          times: 1,
        });
        await slow.run(ben);

        // Four minutes later.
        await slow.run(ben);
        const made = slow.google.log.counts()["people.people.batchCreateContacts"];
        slow.clock.advance({ minutes: 10 });
        await slow.run(ben);

        assert.deepEqual([made, contactsOf(ben)], [1, ["Clara Client | Weddings"]]);
      } finally {
        await slow.close();
      }
    });
  }

  it("G7: an expired sync token leads to a full read in the same run, and to nothing else", async () => {
    await bench.run(anna);
    bench.clock.advance({ days: 8 });

    const { outcome, contacts, summary } = await bench.run(anna);

    assert.deepEqual(
      [outcome, contacts?.google.created, contactsOf(anna).length, summary],
      ["done", 0, 1, "Nothing had changed."],
    );
  });

  it("G3: a contact that fails does not stop the calendar, nor the calendar the contacts", async () => {
    bench.google.faults.add({
      match: { operation: "calendar.events.list" },
      fault: { kind: "error", error: "backendError" },
    });
    bench.setUp(anna, { sendAppointments: true });

    const { outcome } = await bench.run(anna);

    assert.deepEqual([outcome, contactsOf(anna).length], ["failed", 1]);
  });
});
