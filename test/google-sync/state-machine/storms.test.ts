import assert from "node:assert/strict";

import * as fc from "fast-check";

import "../../support/fixed-seed.js";
import { timed } from "../../support/google-events.js";
import { anAppointment } from "../../support/studio.js";
import { SyncBench } from "../../support/sync-bench.js";
import { assertInStep, assertLastEditsHold, assertNothingLostOrDouble, assertQuiet } from "./checks.js";
import { anyStorm } from "./faults.js";
import { noteSynced, play } from "./play.js";
import { isQuiet } from "./settle.js";
import { anyStep } from "./steps.js";
import type { Box, Step } from "./steps.js";
import { Story } from "./story.js";

/** `npm run soak` takes more, and another seed; a failure prints seed and path. */
const parameters = {
  seed: Number(process.env["HISTORY_SEED"] ?? 20260302),
  ...(process.env["STORM_PATH"] === undefined ? {} : { path: process.env["STORM_PATH"] }),
  numRuns: Number(process.env["STORMS"] ?? 12),
  // A storm takes seconds, and a smaller one tells no more than the seed and path of this one.
  endOnFailure: true,
};

/** Runs per person after which even a storm has to be over with everything. */
const mostRuns = 8;

const boxes: readonly Box[] = ["enabled", "sendAppointments", "downloadTentative", "populateGoogle", "populateStudio"];

/** What people do that no question is asked about and no rule excuses. */
const isPlain = (step: Step): boolean =>
  step.does === "make appointment" ||
  step.does === "make session" ||
  step.does === "edit entry" ||
  step.does === "edit event" ||
  (step.does === "make event" && step.is !== "series") ||
  (step.does === "change entry" && step.how === "delete");

const anyWeather = fc.record({
  before: fc.array(anyStep.filter(isPlain), { minLength: 2, maxLength: 10, size: "max" }),
  meanwhile: fc.array(anyStep.filter(isPlain), { maxLength: 5, size: "max" }),
  storm: anyStorm,
});

describe("a Google in bad weather", () => {
  it("G4: a third of all requests fails, and both sides end in step within a few runs", async function () {
    this.timeout(20 * 60_000);
    let faults = 0;
    const property = fc.asyncProperty(anyWeather, async ({ before, meanwhile, storm }) => {
      const story = await Story.begin([boxes, boxes]);
      const { bench } = story;
      try {
        for (const step of before) await play(story, step);
        for (const rule of storm) bench.google.faults.add(rule);
        let runs = 0;
        for (; runs < mostRuns; runs += 1) {
          bench.clock.advance({ minutes: 5 * 60 });
          if (runs === 1) for (const step of meanwhile) await play(story, step);
          const results = [];
          for (const who of [0, 1] as const) {
            const sleeps = bench.clock.sleeps.length;
            const result = await story.run(who);
            await noteSynced(story, who, result);
            if (result !== undefined) results.push(result.report);
            assertWithinBudget(bench.clock.sleeps.slice(sleeps));
          }
          for (const { id } of await bench.openQuestions())
            await bench.answerer().answer(id, "apply", undefined, bench.zone);
          if (runs > 1 && results.every(isQuiet)) break;
        }
        faults += bench.google.faults.happened;
        bench.google.faults.clear();
        assert.ok(runs < mostRuns, "It never came to rest in the storm");
        await assertNothingLostOrDouble(story);
        await assertLastEditsHold(story);
        await assertInStep(story);
        await assertQuiet(story);
      } finally {
        await bench.close();
      }
    });
    await fc.assert(property, parameters);
    console.log(`      ${parameters.numRuns} storms, ${faults} faults`);
  });

  describe("that stays ill", () => {
    let bench: SyncBench;

    beforeEach(async () => {
      bench = await SyncBench.open();
    });

    afterEach(() => bench.close());

    it("G4: waits longer and longer, then leaves the rest to the next run", async () => {
      const anna = await bench.person({ populateGoogle: true, sendAppointments: true });
      await anAppointment(bench.studio, { users: [anna.id], description: "Call" });
      const illness = bench.google.faults.add({
        match: { operation: "calendar.events.list" },
        fault: { kind: "error", error: "serviceUnavailable" },
      });
      const { outcome } = await bench.run(anna);
      const sleeps = [...bench.clock.sleeps];
      await illness.dispose();

      const next = await bench.run(anna);

      assert.deepEqual([outcome, next.outcome, next.google.created], ["failed", "done", 1]);
      assert.ok(sleeps.length > 4, "It gave up at once");
      assert.deepEqual(
        sleeps,
        sleeps.toSorted((one, other) => one - other),
      );
      assertWithinBudget(sleeps);
    });

    it("G4: waits as long as Google asks for, within a batch too", async () => {
      const anna = await bench.person({ populateGoogle: true, populateStudio: true, sendAppointments: true });
      await anAppointment(bench.studio, { users: [anna.id], description: "Call" });
      anna.google.create(timed("Dinner", "2026-04-01", "18:00", "19:00"));
      const busy = { kind: "error", error: "tooManyRequests", retryAfterSeconds: 90 } as const;
      bench.google.faults.add({ match: { operation: "calendar.events.list" }, fault: busy, times: 1 });
      bench.google.faults.add({ match: { operation: "batch" }, fault: busy, times: 1 });

      const { outcome } = await bench.run(anna);

      assert.deepEqual([outcome, bench.clock.sleeps.filter((sleep) => sleep >= 90_000).length], ["done", 2]);
    });
  });
});

/** A run repeats at most sixty times and waits at most ten minutes, all its requests together (G4). */
function assertWithinBudget(sleeps: readonly number[]): void {
  assert.ok(sleeps.length <= 60, `${sleeps.length} repeats in one run`);
  const waited = sleeps.reduce((sum, sleep) => sum + sleep, 0);
  assert.ok(waited <= 10 * 60_000, `${waited} ms of waiting in one run`);
}
