import assert from "node:assert/strict";

import { eventsOf } from "../support/both-sides.js";
import { deleteInStudio, manyInStep, moveInStudio } from "../support/many-in-step.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("the studio's own limits", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  for (const { limits, deleted, isHeld } of [
    { limits: { guardDeletions: 4, guardDeletionShare: 0 }, deleted: 4, isHeld: false },
    { limits: { guardDeletions: 4, guardDeletionShare: 0 }, deleted: 5, isHeld: true },
    { limits: { guardDeletions: 0, guardDeletionShare: 50 }, deleted: 10, isHeld: false },
    { limits: { guardDeletions: 0, guardDeletionShare: 50 }, deleted: 11, isHeld: true },
  ]) {
    it(`G1: ${deleted} deletions of 20 ${isHeld ? "wait" : "pass"} with ${JSON.stringify(limits)}`, async () => {
      Object.assign(bench.company, limits);
      const made = await manyInStep(bench, anna, 20);
      await deleteInStudio(bench, made.slice(0, deleted));

      const { questions } = await bench.run(anna);

      assert.deepEqual([questions.length, eventsOf(anna).length], isHeld ? [1, 20] : [0, 20 - deleted]);
    });
  }

  for (const { limits, moved, isHeld } of [
    { limits: { guardMoves: 3, guardMoveShare: 10 }, moved: 2, isHeld: false },
    { limits: { guardMoves: 3, guardMoveShare: 10 }, moved: 3, isHeld: true },
    { limits: { guardMoves: 3, guardMoveShare: 100 }, moved: 19, isHeld: false },
    { limits: { guardMoves: 3, guardMoveShare: 100 }, moved: 20, isHeld: true },
  ]) {
    it(`G1: ${moved} moves of 20 ${isHeld ? "wait" : "pass"} with ${JSON.stringify(limits)}`, async () => {
      Object.assign(bench.company, limits);
      const made = await manyInStep(bench, anna, 20);
      await moveInStudio(bench, made.slice(0, moved));

      const { questions, google } = await bench.run(anna);

      assert.deepEqual([questions.length, google.changed], isHeld ? [1, 0] : [0, moved]);
    });
  }
});
