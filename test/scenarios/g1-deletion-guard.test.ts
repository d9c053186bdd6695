import assert from "node:assert/strict";

import { entriesOf, eventsOf } from "../support/both-sides.js";
import { deleteInGoogle, deleteInStudio, manyInStep } from "../support/many-in-step.js";
import type { InStep, ManyOptions } from "../support/many-in-step.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

interface Case {
  readonly name: string;
  readonly linked: number;
  readonly deleted: number;
  readonly isHeld: boolean;
  readonly options?: ManyOptions;
  /** Which are deleted, when not the first ones. */
  readonly from?: number;
}

const cases: readonly Case[] = [
  { name: "ten of forty pass", linked: 40, deleted: 10, isHeld: false },
  { name: "eleven of forty are held", linked: 40, deleted: 11, isHeld: true },
  { name: "a fifth of sixty passes", linked: 60, deleted: 12, isHeld: false },
  { name: "more than a fifth of sixty is held", linked: 60, deleted: 13, isHeld: true },
  { name: "all of two pass", linked: 2, deleted: 2, isHeld: false },
  { name: "all of three are held", linked: 3, deleted: 3, isHeld: true },
  {
    name: "more than ten of those to come are held, though a fifth of all",
    linked: 60,
    deleted: 11,
    from: 45,
    options: { past: 45 },
    isHeld: true,
  },
  { name: "all three to come are held", linked: 20, deleted: 3, from: 17, options: { past: 17 }, isHeld: true },
  { name: "two to come pass", linked: 20, deleted: 2, from: 18, options: { past: 18 }, isHeld: false },
  { name: "one repeat counts once", linked: 30, deleted: 30, options: { isRepeat: true }, isHeld: false },
];

describe("many deletions", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  for (const { name, linked, deleted, isHeld, options, from = 0 } of cases) {
    it(`G1: in the studio: ${name}`, async () => {
      const made = await manyInStep(bench, anna, linked, options);
      await deleteInStudio(bench, made.slice(from, from + deleted));

      const { questions } = await bench.run(anna);

      assert.deepEqual(
        [questions.map(({ kind }) => kind), eventsOf(anna).length],
        isHeld ? [["many-deletions-in-google"], linked] : [[], linked - deleted],
      );
    });

    it(`G1: in Google: ${name}`, async () => {
      const made = await manyInStep(bench, anna, linked, options);
      deleteInGoogle(anna, made.slice(from, from + deleted));

      const { questions } = await bench.run(anna);

      assert.deepEqual(
        [questions.map(({ kind }) => kind), (await entriesOf(bench, anna)).length],
        isHeld ? [["many-deletions-in-studio"], linked] : [[], linked - deleted],
      );
    });
  }

  it("G1: what is not deleted travels although the deletions are held", async () => {
    const made = await manyInStep(bench, anna, 4);
    await deleteInStudio(bench, made.slice(0, 3));
    await bench.edit("appointments", made[3]?.id ?? 0, { description: "Moved on" });
    await bench.edit("appointments", made[3]?.id ?? 0, { location: "Park" });

    const { google } = await bench.run(anna);

    assert.deepEqual(google, { created: 0, changed: 1, deleted: 3 });
  });

  describe("held", () => {
    let made: readonly InStep[];

    beforeEach(async () => {
      made = await manyInStep(bench, anna, 3);
    });

    it('G1, G8: "Apply" deletes in Google what was deleted in the studio', async () => {
      await deleteInStudio(bench, made);
      await bench.run(anna);
      await bench.answer("apply", anna);

      await bench.run(anna);

      assert.deepEqual([eventsOf(anna), (await bench.run(anna)).summary], [[], "Nothing had changed."]);
    });

    it('G1, G8: "Discard" restores in the studio what was deleted there', async () => {
      await deleteInStudio(bench, made);
      await bench.run(anna);
      await bench.answer("discard", anna);

      await bench.run(anna);

      assert.deepEqual(
        [(await entriesOf(bench, anna)).length, eventsOf(anna).length, (await bench.run(anna)).summary],
        [3, 3, "Nothing had changed."],
      );
    });

    it('G1, G8: "Apply" deletes in the studio what was deleted in Google', async () => {
      deleteInGoogle(anna, made);
      await bench.run(anna);
      await bench.answer("apply", anna);

      await bench.run(anna);

      assert.deepEqual([await entriesOf(bench, anna), (await bench.run(anna)).summary], [[], "Nothing had changed."]);
    });

    it('G1, G8: "Discard" makes anew in Google what was deleted there', async () => {
      deleteInGoogle(anna, made);
      await bench.run(anna);
      await bench.answer("discard", anna);

      await bench.run(anna);

      assert.deepEqual(
        [(await entriesOf(bench, anna)).length, eventsOf(anna).length, (await bench.run(anna)).summary],
        [3, 3, "Nothing had changed."],
      );
    });

    it("G2: an emptied schedule is held", async () => {
      await bench.studio.connection.query()("appointment_users").where({ user_id: anna.id }).delete();

      const { questions } = await bench.run(anna);

      assert.deepEqual([questions.map(({ kind }) => kind), eventsOf(anna).length], [["many-deletions-in-google"], 3]);
    });

    it('G2: "Discard" puts the user back on an emptied schedule', async () => {
      await bench.studio.connection.query()("appointment_users").where({ user_id: anna.id }).delete();
      await bench.run(anna);
      await bench.answer("discard", anna);

      await bench.run(anna);

      assert.deepEqual([(await entriesOf(bench, anna)).length, eventsOf(anna).length], [3, 3]);
    });

    it("G2: an emptied calendar is held, whether a delta or a full listing shows it", async () => {
      deleteInGoogle(anna, made);
      bench.google.invalidateSyncTokens(anna.email);

      const { questions } = await bench.run(anna);

      assert.deepEqual(
        [questions.map(({ kind }) => kind), (await entriesOf(bench, anna)).length],
        [["many-deletions-in-studio"], 3],
      );
    });
  });
});
