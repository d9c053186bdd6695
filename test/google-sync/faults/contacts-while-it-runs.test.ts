import assert from "node:assert/strict";

import type { FaultRule } from "../../../src/local-google/index.js";
import { aPerson } from "../../support/a-person.js";
import { clientsOf, contactsOf } from "../../support/both-address-books.js";
import { aClient, aClientGroup, joinGroup } from "../../support/studio.js";
import type { MadeClientGroup } from "../../support/studio.js";
import { SyncBench } from "../../support/sync-bench.js";
import type { BenchPerson } from "../../support/sync-bench.js";
import { contactOperations } from "./support/contact-refusals.js";

const requests = [...new Set(Object.values(contactOperations))];
const ways: readonly (readonly [string, Omit<FaultRule, "match">])[] = [
  ["cut off before it is carried out", { fault: { kind: "reset" }, when: "before" }],
  ["carried out, its answer lost", { fault: { kind: "reset" }, when: "after" }],
  ["answered with half a body", { fault: { kind: "truncate" }, when: "after" }],
  ["answered slowly", { fault: { kind: "slow", milliseconds: 20 } }],
  ["carried out and answered with 500", { fault: { kind: "error", error: "backendError" }, when: "after" }],
  ["refused by a token that has expired", { fault: { kind: "error", error: "authError" } }],
  ["refused because another change is under way", { fault: { kind: "error", error: "peopleOverlap" } }],
];

describe("contacts that Google interrupts on the way", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  const inStep = ["Clara Baker", "Dora Day", "Emil Client", "Frida Client", "Rosa Ray"];

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
  });

  afterEach(() => bench.close());

  /** Two in step; then an edit on each side, somebody new on each side, and somebody both sides have already. */
  async function prepare({ isTwoWay = true } = {}): Promise<void> {
    const clara = await aClient(bench.studio, { email: "clara@example.test", phones: ["555 0100"] });
    const dora = await aClient(bench.studio, { firstName: "Dora", email: "dora@example.test" });
    group = await aClientGroup(bench.studio, { name: "Weddings", clients: [clara, dora] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: isTwoWay });
    anna.contacts.create(aPerson({ firstName: "Frida", lastName: "Client", email: "frida@example.test" }));
    await bench.run(anna);
    await bench.edit("clients", clara.id, { last_name: "Baker" });
    await joinGroup(bench.studio, group, await aClient(bench.studio, { firstName: "Emil" }));
    await joinGroup(
      bench.studio,
      group,
      await aClient(bench.studio, { firstName: "Frida", email: "frida@example.test" }),
    );
    const contactOfDora = anna.contacts.list().find((contact) => JSON.stringify(contact).includes("dora@"));
    anna.contacts.change(contactOfDora?.resourceName ?? "", { names: [{ givenName: "Dora", familyName: "Day" }] });
    anna.contacts.create(aPerson({ firstName: "Rosa", lastName: "Ray", email: "rosa@example.test" }));
  }

  async function settle(): Promise<void> {
    for (let run = 0; run < 4; run += 1) {
      bench.clock.advance({ minutes: 30 });
      await bench.run(anna);
    }
  }

  const names = (lines: readonly string[]) => lines.map((line) => line.split(" | ")[0] ?? "");

  for (const operation of requests) {
    for (const [way, rule] of ways) {
      it(`G4, K10: ${operation} ${way}: ends in step, with nobody twice`, async () => {
        const isTwoWay = operation !== contactOperations["contacts-get"];
        await prepare({ isTwoWay });
        bench.google.faults.add({ match: { operation }, times: 1, ...rule });

        await bench.run(anna);
        await settle();

        const { summary } = await bench.run(anna);
        const oneWay = inStep.filter((name) => isTwoWay || !name.startsWith("Rosa"));
        assert.deepEqual([names(contactsOf(anna)), summary], [inStep, "Nothing had changed."]);
        assert.equal((await clientsOf(bench, group)).length, oneWay.length);
      });
    }
  }

  it("G4: waits as long as Google asks for, and longer and longer where it does not say", async () => {
    await prepare();
    const match = { operation: contactOperations["contacts-changes"] };
    const busy = { kind: "error", error: "peopleCriticalReads" } as const;
    bench.google.faults.add({ match: { ...match, nth: 1 }, fault: { ...busy, retryAfterSeconds: 90 } });
    bench.google.faults.add({ match, fault: { kind: "error", error: "backendError" } });
    const before = bench.clock.sleeps.length;

    const { outcome } = await bench.run(anna);

    const [first = 0, ...later] = bench.clock.sleeps.slice(before);
    assert.equal(outcome, "done-with-problems");
    assert.ok(first >= 90_000 && later.length >= 4, `${first}, then ${later.join()}`);
    assert.deepEqual(
      later,
      later.toSorted((one, other) => one - other),
    );
  });

  it("G4: in a storm both sides end in step within a few runs, with nobody twice", async () => {
    await prepare();
    for (const operation of requests) {
      for (const [, rule] of ways) bench.google.faults.add({ match: { operation }, probability: 0.05, ...rule });
    }
    for (let run = 0; run < 8; run += 1) {
      bench.clock.advance({ minutes: 5 * 60 });
      const before = bench.clock.sleeps.length;
      await bench.run(anna);
      const waited = bench.clock.sleeps.slice(before).reduce((sum, sleep) => sum + sleep, 0);
      assert.ok(waited <= 10 * 60_000, `${waited} ms of waiting in one run`);
    }
    assert.ok(bench.google.faults.happened > 3, "There was no storm");
    bench.google.faults.clear();
    await settle();

    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [names(contactsOf(anna)), names(await clientsOf(bench, group)), summary],
      [inStep, inStep, "Nothing had changed."],
    );
  });
});
