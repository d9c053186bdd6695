import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup, anAppointment, joinGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("Undo This Run, for clients and contacts", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let clara: MadeClient;
  const claraHere = "Clara Client | clara@example.test | Mobile 555 0100 | Weddings";
  const claraThere = "Clara Client | clara@example.test | mobile 555 0100 | Weddings";
  const rosa = aPerson({ firstName: "Rosa", lastName: "Ray", email: "rosa@example.test", phone: "+1 212 555 0144" });

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clara = await aClient(bench.studio, { email: "clara@example.test", phones: ["555 0100"] });
    group = await aClientGroup(bench.studio, { name: "Weddings", clients: [clara] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
  });

  afterEach(() => bench.close());

  async function bothSides(): Promise<readonly (readonly string[])[]> {
    return [await clientsOf(bench, group), contactsOf(anna)];
  }

  /** What Undo put back stays so (R2). */
  async function assertAtRest(): Promise<void> {
    const before = await bothSides();
    for (const _run of [1, 2]) await bench.run(anna);
    assert.deepEqual(await bothSides(), before);
  }

  it("R2: a contact the run made is deleted again, its client stays and is not sent by itself", async () => {
    const { runId } = await bench.run(anna);
    assert.deepEqual(await bothSides(), [[claraHere], [claraThere]]);

    const { report } = await bench.undo(runId);

    assert.deepEqual(await bothSides(), [[claraHere], []]);
    assert.deepEqual(report.contacts?.google, { created: 0, changed: 0, deleted: 1 });
    await assertAtRest();
  });

  it("R2: a contact somebody has added a photo or a label to since is left", async () => {
    const { runId } = await bench.run(anna);
    const [contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", { nicknames: [{ value: "Clari" }] });

    const { plan } = await bench.undo(runId);

    assert.deepEqual([plan.left.map(({ why }) => why), contactsOf(anna)], [["changed-since"], [claraThere]]);
  });

  it("R2: a client the run made of a contact is taken back, the contact stays", async () => {
    await bench.run(anna);
    anna.contacts.create(rosa);
    const { runId } = await bench.run(anna);
    assert.equal((await clientsOf(bench, group)).length, 2);

    await bench.undo(runId);

    assert.deepEqual([await clientsOf(bench, group), contactsOf(anna).length], [[claraHere], 2]);
    await assertAtRest();
  });

  it("R2: a client that was booked meanwhile is not taken back", async () => {
    await bench.run(anna);
    anna.contacts.create(rosa);
    const { runId } = await bench.run(anna);
    const { id } = await bench.studio.connection.query()("clients").where({ first_name: "Rosa" }).first("id");
    const appointment = await anAppointment(bench.studio, { users: [anna.id] });
    await bench.edit("appointments", appointment.id, { client_id: id });

    const { plan } = await bench.undo(runId);

    assert.deepEqual([plan.left.map(({ why }) => why), (await clientsOf(bench, group)).length], [["changed-since"], 2]);
  });

  it("R2: fields sent to Google are set back there, phones and addresses too, and nothing else", async () => {
    await bench.run(anna);
    const [contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", {
      emailAddresses: [{ value: "clara@example.test" }, { value: "private@example.test" }],
    });
    await bench.run(anna);
    await bench.edit("clients", clara.id, { last_name: "Bride", main_city: "Springfield" });
    await bench.studio.connection
      .query()("client_phones")
      .where({ client_id: clara.id })
      .update({ number: "555 0199" });
    const { runId } = await bench.run(anna);
    assert.match(contactsOf(anna).join(), /Clara Bride .* mobile 555 0199/);

    await bench.undo(runId);

    const [now] = anna.contacts.list();
    assert.match(
      contactsOf(anna).join(),
      /^Clara Client \| clara@example\.test \| private@example\.test \| mobile 555 0100/,
    );
    assert.deepEqual(
      [now?.["addresses"] ?? [], (await clientsOf(bench, group)).join().startsWith("Clara Bride")],
      [[], true],
    );
    await assertAtRest();
  });

  it("R2: fields that came from Google are set back in the studio", async () => {
    await bench.run(anna);
    const [contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", {
      names: [{ givenName: "Clara", familyName: "Bride" }],
      emailAddresses: [{ value: "bride@example.test" }],
      phoneNumbers: [
        { value: "555 0100", type: "mobile" },
        { value: "555 0177", type: "work" },
      ],
    });
    const { runId } = await bench.run(anna);

    await bench.undo(runId);

    assert.deepEqual(await clientsOf(bench, group), [claraHere]);
    assert.match(contactsOf(anna).join(), /Clara Bride \| bride@example\.test/);
    await assertAtRest();
  });

  it("R2, K5: what is set back is written as it was, on both sides, and so is what an undo of the undo puts back", async () => {
    const paul = await aClient(bench.studio, {
      firstName: "Paul",
      email: "Paul@Example.test",
      phones: ["(212) 555-0103"],
    });
    await joinGroup(bench.studio, group, paul);
    await bench.run(anna);
    const [, contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", {
      emailAddresses: [{ value: "New@Example.test" }],
      phoneNumbers: [{ value: "+1 (212) 555-0177", type: "mobile" }],
    });
    const { runId } = await bench.run(anna);
    const changed = await clientsOf(bench, group);

    const undone = await bench.undo(runId);
    const back = await clientsOf(bench, group);
    await bench.undo(undone.report.runId);

    const before = "Paul Client | Paul@Example.test | Mobile (212) 555-0103 | Weddings";
    assert.deepEqual([back, await clientsOf(bench, group)], [[claraHere, before], changed]);
    assert.match(changed.join(), /New@Example\.test \| Mobile \+1 \(212\) 555-0177/);
    await assertAtRest();
  });

  it("R2: both halves of a merge are set back", async () => {
    await bench.run(anna);
    const [contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", { emailAddresses: [{ value: "bride@example.test" }] });
    await bench.edit("clients", clara.id, { last_name: "Bride" });
    const { runId } = await bench.run(anna);
    assert.match((await bothSides()).join(), /Clara Bride \| bride@.*Clara Bride \| bride@/);

    await bench.undo(runId);

    const [here, there] = await bothSides();
    assert.match(here?.join() ?? "", /^Clara Bride \| clara@/);
    assert.match(there?.join() ?? "", /^Clara Client \| bride@/);
    await assertAtRest();
  });

  it("R2, G5: what could not be set back in Google is set back by the next undo, phones too", async () => {
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "clara@example.test" }));
    const { runId } = await bench.run(anna);
    assert.deepEqual(contactsOf(anna), [claraThere]);
    const outage = bench.google.faults.add({
      match: { operation: "people.people.batchUpdateContacts" },
      fault: { kind: "reset" },
      when: "before",
    });
    const { plan } = await bench.undo(runId);
    assert.deepEqual(
      plan.left.map(({ why }) => why),
      ["not-looked-at"],
    );
    await outage.dispose();

    await bench.undo(runId);

    assert.deepEqual(contactsOf(anna), ["Clara Client | clara@example.test | Weddings"]);
    await assertAtRest();
  });

  describe("a phone that neither side holds any more", () => {
    const withoutPhone = (line: string): string => line.replace(/ \| mobile 555 0100/i, "");

    beforeEach(() => bench.run(anna));

    it("R2: comes back to the client where Google had taken it away, and rests", async () => {
      const [contact] = anna.contacts.list();
      anna.contacts.change(contact?.resourceName ?? "", { phoneNumbers: [] });
      const { runId } = await bench.run(anna);
      assert.deepEqual(await clientsOf(bench, group), [withoutPhone(claraHere)]);

      const undone = await bench.undo(runId);

      assert.match((await clientsOf(bench, group)).join(), /Mobile 555 0100/);
      assert.deepEqual(contactsOf(anna), [withoutPhone(claraThere)]);
      await assertAtRest();
      await bench.undo(undone.report.runId);
      assert.deepEqual(await clientsOf(bench, group), [withoutPhone(claraHere)]);
      await assertAtRest();
    });

    it("R2: comes back to the contact where the studio had taken it away, and rests", async () => {
      await bench.studio.connection.query()("client_phones").where({ client_id: clara.id }).delete();
      const { runId } = await bench.run(anna);
      assert.deepEqual(contactsOf(anna), [withoutPhone(claraThere)]);

      const undone = await bench.undo(runId);

      assert.match(contactsOf(anna).join(), /mobile 555 0100/);
      assert.deepEqual(await clientsOf(bench, group), [withoutPhone(claraHere)]);
      await assertAtRest();
      await bench.undo(undone.report.runId);
      assert.deepEqual(contactsOf(anna), [withoutPhone(claraThere)]);
      await assertAtRest();
    });

    it("R2: is not there twice where somebody has entered it again since", async () => {
      const [contact] = anna.contacts.list();
      anna.contacts.change(contact?.resourceName ?? "", { phoneNumbers: [] });
      const { runId } = await bench.run(anna);
      anna.contacts.change(contact?.resourceName ?? "", { phoneNumbers: [{ value: "555 0100", type: "mobile" }] });

      await bench.undo(runId);
      await bench.undo(runId);
      await bench.run(anna);

      assert.deepEqual(
        [(await clientsOf(bench, group)).join().match(/0100/g)?.length, contactsOf(anna)],
        [1, [claraThere]],
      );
    });
  });

  it("R2: its preview names the people and writes nothing", async () => {
    const { runId } = await bench.run(anna);
    const before = await bothSides();

    const { plan } = await bench.undo(runId, { isPreview: true });

    assert.deepEqual(
      plan.steps.map(({ kind, item }) => [kind, item.side]),
      [["remove", "google"]],
    );
    assert.deepEqual(await bothSides(), before);
  });

  it("R2: without permission for contacts they are left and listed", async () => {
    const { runId } = await bench.run(anna);
    bench.untickContacts(anna);

    const { plan } = await bench.undo(runId);

    assert.deepEqual([plan.left.map(({ why }) => why), contactsOf(anna)], [["not-looked-at"], [claraThere]]);
  });
});
