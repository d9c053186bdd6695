import assert from "node:assert/strict";

import { defaultPacerLimits } from "../../../../src/google-sync/google/index.js";
import type { LiveContact } from "../../../../src/google-sync/google/index.js";
import { aCreate, anUpdate, someCreates } from "../support/a-person.js";
import { all } from "../support/connected.js";
import { ContactsBench, outcomesOf } from "../support/contacts-bench.js";

describe("writing contacts to the local Google", () => {
  let bench: ContactsBench;

  async function start(...parameters: Parameters<typeof ContactsBench.open>): Promise<void> {
    bench = await ContactsBench.open(...parameters);
  }

  /** Contacts made by us, as they were read after. */
  async function made(count: number): Promise<readonly LiveContact[]> {
    await all(bench.contacts.create(someCreates(count)));
    const { live } = await bench.readAll();
    bench.counts();
    return live.toSorted((one, other) => numberOf(one) - numberOf(other));
  }

  function numberOf({ clientData }: LiveContact): number {
    return Number(clientData["spectra-client"]?.slice(1));
  }

  function familyNames(): readonly unknown[] {
    return bench.book.list().map(({ names }) => (Array.isArray(names) ? names[0]?.familyName : undefined));
  }

  afterEach(() => bench.close());

  describe("creating", () => {
    it("makes 2,000 contacts in ten requests, one after the other, with results request by request", async () => {
      await start();
      const portions = await all(bench.contacts.create(someCreates(2_000)));
      assert.deepEqual(
        [portions.length, portions[0]?.length, bench.counts(), bench.book.list().length],
        [10, 200, { "people.batchCreateContacts": 10 }, 2_000],
      );
    });

    it("gives each create its own contact, whatever order Google answers in", async () => {
      await start();
      const results = (await all(bench.contacts.create(someCreates(20)))).flat();
      const named = results.map(({ key, outcome }) => [
        key,
        outcome.kind === "written" && bench.book.get(outcome.contact.resourceName)["clientData"],
      ]);
      assert.deepEqual(
        named.map(([key, data]) => [key, JSON.stringify(data).includes(`"value":"${String(key)}"`)]),
        someCreates(20).map(({ key }) => [key, true]),
      );
    });

    it("puts them under their labels, and in My Contacts without being told", async () => {
      await start();
      const label = bench.book.createLabel("Weddings");
      await all(bench.contacts.create([{ ...aCreate("c0"), memberships: [label] }]));
      const [contact] = (await bench.readAll()).live;
      assert.deepEqual([...(contact?.memberships ?? [])].toSorted(), [label, "contactGroups/myContacts"].toSorted());
    });

    for (const when of ["before", "after"] as const) {
      it(`K10: a create whose answer was lost ${when} Google did it is unknown, and never sent again`, async () => {
        await start();
        bench.google.faults.add({
          fault: { kind: "reset" },
          match: { operation: "people.people.batchCreateContacts", nth: 2 },
          when,
        });
        const outcomes = await outcomesOf(bench.contacts.create(someCreates(450)));
        const kinds = Object.values(outcomes);
        assert.deepEqual(
          [
            kinds.filter((kind) => kind === "written").length,
            kinds.filter((kind) => kind === "unknown retry-later").length,
            kinds.filter((kind) => kind === "not-tried retry-later").length,
            bench.counts(),
            bench.book.list().length,
          ],
          [200, 200, 50, { "people.batchCreateContacts": 2 }, when === "after" ? 400 : 200],
        );
      });
    }

    it("K10: an answer cut short and an ill server leave creates unknown too", async () => {
      await start();
      for (const fault of [{ kind: "truncate" }, { kind: "error", error: "peopleUnavailable" }] as const) {
        bench.google.faults.add({ fault, when: "after", times: 1 });
        const outcomes = await outcomesOf(bench.contacts.create([aCreate(fault.kind)]));
        assert.match(outcomes[fault.kind] ?? "", /^unknown/);
      }
      assert.equal(bench.book.list().length, 2);
    });

    it("G4: a create refused for its rate was not carried out: it is sent again until it is", async () => {
      await start();
      bench.google.faults.add({ fault: { kind: "error", error: "peopleCriticalWrites" }, times: 2 });
      bench.google.faults.add({ fault: { kind: "error", error: "peopleExhausted" }, match: { nth: 3 }, times: 1 });
      const outcomes = await outcomesOf(bench.contacts.create([aCreate("c0")]));
      assert.deepEqual([outcomes, bench.book.list().length], [{ c0: "written" }, 1]);
    });

    it("G3: one that Google refuses does not stop the others", async () => {
      await start();
      const bad = aCreate("bad", { birthdays: [{ date: { year: 2026, month: 13, day: 1 } }] });
      const outcomes = await outcomesOf(bench.contacts.create([...someCreates(3), bad]));
      assert.deepEqual(
        [outcomes, bench.counts()],
        [{ c0: "written", c1: "written", c2: "written", bad: "failed refused" }, { "people.batchCreateContacts": 2 }],
      );
    });

    it("a full address book ends the creating and says so", async () => {
      await start();
      bench.google.faults.add({ fault: { kind: "error", error: "peopleOverflow" } });
      const outcomes = await outcomesOf(bench.contacts.create(someCreates(201)));
      assert.deepEqual(
        [outcomes["c0"], outcomes["c200"], bench.counts()],
        ["failed address-book-full", "not-tried address-book-full", { "people.batchCreateContacts": 1 }],
      );
    });
  });

  describe("updating", () => {
    it("replaces the named lists only, two hundred of one mask in a request", async () => {
      await start();
      const contacts = await made(250);
      const renamed = contacts.map((contact) =>
        anUpdate(contact, { fields: { names: [{ givenName: "Maria", familyName: "Jones" }] } }),
      );
      const [first, ...others] = renamed;
      assert.ok(first);
      const other = { ...first, fields: { ...first.fields, emailAddresses: [{ value: "maria@example.test" }] } };
      const outcomes = await outcomesOf(bench.contacts.update([other, ...others]));
      assert.deepEqual(
        [new Set(Object.values(outcomes)), bench.counts(), new Set(familyNames())],
        [new Set(["written"]), { "people.batchUpdateContacts": 3 }, new Set(["Jones"])],
      );
    });

    it("K4: what is not named stays, notes and pictures too", async () => {
      await start();
      const { resourceName } = bench.book.create({
        names: [{ givenName: "Mia", familyName: "Smith" }],
        biographies: [{ value: "Allergic to roses" }],
        userDefined: [{ key: "Table", value: "7" }],
      });
      const [contact] = (await bench.readAll()).live;
      assert.ok(contact);
      await all(
        bench.contacts.update([anUpdate(contact, { fields: { emailAddresses: [{ value: "mia@example.test" }] } })]),
      );
      const { names, biographies, userDefined, emailAddresses } = bench.book.get(resourceName);
      assert.match(
        JSON.stringify([names, biographies, userDefined, emailAddresses]),
        /Smith.*Allergic to roses.*Table.*mia@example\.test/,
      );
    });

    it("an empty list clears, and the answer's etag is good for the next update", async () => {
      await start();
      const [contact] = await made(1);
      assert.ok(contact);
      const emailAddresses = [{ value: "mia@example.test" }];
      const [written] = (await all(bench.contacts.update([anUpdate(contact, { fields: { emailAddresses } })]))).flat();
      assert.ok(written?.outcome.kind === "written");
      const next = { ...contact, ...written.outcome.contact };
      await all(bench.contacts.update([anUpdate(next, { fields: { emailAddresses: [] } })]));
      assert.equal(bench.book.get(contact.resourceName)["emailAddresses"], undefined);
    });

    it("K9: stale and missing ones are dropped, the rest is sent again", async () => {
      await start();
      const contacts = await made(200);
      const [stale, gone] = contacts;
      bench.book.change(stale?.resourceName ?? "", { names: [{ familyName: "Edited" }] });
      bench.book.delete(gone?.resourceName ?? "");
      const updates = contacts.map((contact) => anUpdate(contact, { fields: { names: [{ familyName: "Ours" }] } }));
      const outcomes = await outcomesOf(bench.contacts.update(updates));
      assert.deepEqual(
        [
          outcomes[stale?.resourceName ?? ""],
          outcomes[gone?.resourceName ?? ""],
          Object.values(outcomes).filter((kind) => kind === "written").length,
          bench.counts(),
          bench.book.get(stale?.resourceName ?? "")["names"] !== undefined && familyNames().includes("Edited"),
        ],
        ["stale", "not-found", 198, { "people.batchUpdateContacts": 2 }, true],
      );
    });

    it("K9: after a second failure they go one by one", async () => {
      await start();
      const contacts = await made(5);
      bench.google.faults.add({
        fault: { kind: "error", error: "peopleStaleEtag" },
        match: { operation: "people.people.batchUpdateContacts" },
      });
      bench.book.change(contacts[2]?.resourceName ?? "", { names: [{ familyName: "Edited" }] });
      const updates = contacts.map((contact) => anUpdate(contact, { fields: { names: [{ familyName: "Ours" }] } }));
      const outcomes = Object.values(await outcomesOf(bench.contacts.update(updates)));
      assert.deepEqual(
        [outcomes, bench.counts()["people.updateContact"]],
        [["written", "written", "stale", "written", "written"], 5],
      );
    });

    it("G4: an update whose answer was lost is stale when repeated, and was done once", async () => {
      await start();
      const contacts = await made(3);
      bench.google.faults.add({ fault: { kind: "reset" }, when: "after", times: 1 });
      const updates = contacts.map((contact) => anUpdate(contact, { fields: { names: [{ familyName: "Ours" }] } }));
      const outcomes = Object.values(await outcomesOf(bench.contacts.update(updates)));
      assert.deepEqual(
        [outcomes, familyNames()],
        [
          ["stale", "stale", "stale"],
          ["Ours", "Ours", "Ours"],
        ],
      );
    });

    it("changes labels and our mark, and never leaves a contact without any label", async () => {
      await start();
      const [contact] = await made(1);
      assert.ok(contact);
      const change = { memberships: [], clientData: { "spectra-client": "new" } };
      const outcomes = await outcomesOf(bench.contacts.update([anUpdate(contact, change)]));
      const [after] = (await bench.readAll()).live;
      assert.deepEqual(
        [Object.values(outcomes), after?.memberships, after?.clientData],
        [["written"], ["contactGroups/myContacts"], { "spectra-client": "new" }],
      );
    });
  });

  describe("deleting", () => {
    it("deletes five hundred in a request", async () => {
      await start();
      const names = (await made(600)).map(({ resourceName }) => resourceName);
      const outcomes = await outcomesOf(bench.contacts.delete(names));
      assert.deepEqual(
        [new Set(Object.values(outcomes)), bench.counts(), bench.book.list().length],
        [new Set(["deleted"]), { "people.batchDeleteContacts": 2 }, 0],
      );
    });

    it("one that is gone is done, and does not stop the others", async () => {
      await start();
      const names = (await made(3)).map(({ resourceName }) => resourceName);
      bench.book.delete(names[1] ?? "");
      const outcomes = await outcomesOf(bench.contacts.delete(names));
      assert.deepEqual([Object.values(outcomes), bench.book.list().length], [["deleted", "deleted", "deleted"], 0]);
    });

    it("a deletion whose answer was lost is done", async () => {
      await start();
      const names = (await made(3)).map(({ resourceName }) => resourceName);
      bench.google.faults.add({ fault: { kind: "reset" }, when: "after", times: 1 });
      const outcomes = await outcomesOf(bench.contacts.delete(names));
      assert.deepEqual(Object.values(outcomes), ["deleted", "deleted", "deleted"]);
    });
  });

  it("sends one change of an account at a time, also from two connections", async () => {
    await start();
    const contacts = await made(2);
    const two = bench.another();
    const written = await Promise.all([
      outcomesOf(
        bench.contacts.create(
          someCreates(400).map((create) => ({ ...create, clientData: { "spectra-client": `x${create.key}` } })),
        ),
      ),
      outcomesOf(
        two.create(
          someCreates(300).map((create) => ({ ...create, clientData: { "spectra-client": `y${create.key}` } })),
        ),
      ),
      outcomesOf(
        bench.contacts.update(
          contacts.map((contact) => anUpdate(contact, { fields: { names: [{ familyName: "Ours" }] } })),
        ),
      ),
      two.createLabel("Weddings").then(() => ({})),
    ]);
    const kinds = new Set(written.flatMap((outcomes) => Object.values(outcomes)));
    assert.deepEqual(
      [kinds, bench.google.log.entries().filter(({ status }) => status === 409)],
      [new Set(["written"]), []],
    );
  });

  it("G4: 3,000 creates stay within Google's quotas", async () => {
    const contacts = { criticalReadsPerMinutePerUser: 90, criticalWritesPerMinutePerUser: 90 };
    await start(
      {
        rateLimits: { unitsPerMinutePerUser: 600, unitsPerMinutePerProject: 10_000, contacts },
        tokenLifetimeSeconds: 86_400,
      },
      defaultPacerLimits,
    );
    const outcomes = await outcomesOf(bench.contacts.create(someCreates(3_000)));
    const refused = bench.google.log.entries().filter(({ status }) => status === 429).length;
    assert.deepEqual(
      [new Set(Object.values(outcomes)), bench.book.list().length, refused],
      [new Set(["written"]), 3_000, 0],
    );
  });
});
