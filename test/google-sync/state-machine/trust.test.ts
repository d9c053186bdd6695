import assert from "node:assert/strict";

import * as fc from "fast-check";

import "../../support/fixed-seed.js";
import { anyChapteredHistory } from "./chapters.js";
import type { Chapter } from "./chapters.js";
import { ExplainedTruth } from "./explained-truth.js";
import { noteSynced } from "./play.js";
import { previewedRun } from "./previewed-run.js";
import { assertAtRest, undoRun, watchedRun } from "./undone-run.js";
import { WholeStory } from "./whole-story.js";

/** `npm run soak` takes more, and another seed; a failure prints seed and path, and shrinks where `HISTORY_SHRINK` is set. */
const parameters = {
  seed: Number(process.env["HISTORY_SEED"] ?? 20260302),
  ...(process.env["TRUST_PATH"] === undefined ? {} : { path: process.env["TRUST_PATH"] }),
  endOnFailure: process.env["HISTORY_SHRINK"] === undefined,
  numRuns: Number(process.env["TRUSTED_HISTORIES"] ?? 50),
};

/** Tells random histories chapter by chapter. @returns how many items were looked at */
async function tell(
  chapter: (whole: WholeStory, chapter: Chapter) => Promise<number>,
  atTheEnd: (problems: readonly string[]) => void = () => undefined,
  share = 1,
): Promise<number> {
  let items = 0;
  const property = fc.asyncProperty(anyChapteredHistory, async (history) => {
    const whole = await WholeStory.begin(history);
    try {
      for (const one of history.chapters) {
        for (const step of one.before) await whole.play(step);
        items += await chapter(whole, one);
      }
      atTheEnd(await whole.end(history.answers));
    } finally {
      await whole.close();
    }
  });
  await fc.assert(property, { ...parameters, numRuns: Math.ceil(parameters.numRuns * share) });
  return items;
}

describe("what people are told, whatever happens on both sides", function () {
  this.timeout(30 * 60_000);

  it("R3, K: a preview writes nothing, and the run does what it said, item by item", async () => {
    const items = await tell(
      async ({ story }, { who }) => {
        const { result, said } = await previewedRun(story, who);
        await noteSynced(story, who, result);
        return said;
      },
      (problems) => assert.deepEqual(problems, []),
    );
    console.log(`      ${items} items previewed`);
  });

  it("R2: undoing a run restores both sides, or lists why not, and what was put back rests", async () => {
    const items = await tell(async (whole, { who, untilUndo }) => {
      const { story } = whole;
      const run = await watchedRun(story, who);
      if (run === undefined || untilUndo === undefined) return 0;
      for (const step of untilUndo) await whole.play(step);
      const undone = await undoRun(story, run);
      if (untilUndo.length === 0) await assertAtRest(story, who);
      return undone;
    });
    console.log(`      ${items} items undone`);
  });

  it("R4: no sentence about an item contradicts what is to be seen on both sides", async () => {
    const truths = new Map<WholeStory, ExplainedTruth>();
    const truthOf = async (whole: WholeStory): Promise<ExplainedTruth> => {
      const truth = truths.get(whole) ?? (await ExplainedTruth.of(whole.story));
      truths.clear();
      truths.set(whole, truth);
      return truth;
    };
    const chapter = async (whole: WholeStory, { who, untilUndo }: Chapter): Promise<number> => {
      const { story } = whole;
      const truth = await truthOf(whole);
      const result = await story.run(who);
      await noteSynced(story, who, result);
      await truth.remember();
      const isDone = result?.report.outcome === "done";
      assert.deepEqual(await truth.untrue(isDone ? who : undefined), []);
      for (const step of (untilUndo ?? []).filter(({ does }) => does !== "run")) {
        await whole.play(step);
        assert.deepEqual(await truth.untrue(), []);
      }
      return truth.takeCount();
    };
    // Every item is asked about after every step.
    const explained = await tell(chapter, undefined, 0.3);
    console.log(`      ${explained} items explained`);
  });
});
