import * as fc from "fast-check";

import { anyChapteredHistory } from "./chapters.js";
import { noteSynced, play } from "./play.js";
import { previewedRun } from "./previewed-run.js";
import { settle } from "./settle.js";
import { Story } from "./story.js";
import { assertAtRest, undoRun, watchedRun } from "./undone-run.js";

/** `npm run soak` takes more, and another seed; a failure prints seed and path. */
const parameters = {
  seed: Number(process.env["HISTORY_SEED"] ?? 20260302),
  ...(process.env["TRUST_PATH"] === undefined ? {} : { path: process.env["TRUST_PATH"] }),
  endOnFailure: process.env["HISTORY_SHRINK"] === undefined,
  numRuns: Number(process.env["TRUSTED_HISTORIES"] ?? 60),
};

describe("what people are told, whatever happens on both sides", () => {
  it("R3: a preview writes nothing, and the run does what it said, item by item", async function () {
    this.timeout(30 * 60_000);
    let items = 0;
    const property = fc.asyncProperty(anyChapteredHistory, async ({ boxes, chapters, answers }) => {
      const story = await Story.begin(boxes);
      try {
        for (const { before, who } of chapters) {
          for (const step of before) await play(story, step);
          const { result, compared } = await previewedRun(story, who);
          await noteSynced(story, who, result);
          items += compared;
        }
        await settle(story, answers);
      } finally {
        await story.bench.close();
      }
    });
    await fc.assert(property, parameters);
    console.log(`      ${items} items previewed`);
  });

  it("R2: undoing a run restores both sides, or lists why not, and what was put back rests", async function () {
    this.timeout(30 * 60_000);
    let items = 0;
    const property = fc.asyncProperty(anyChapteredHistory, async ({ boxes, chapters, answers }) => {
      const story = await Story.begin(boxes);
      try {
        for (const { before, who, untilUndo } of chapters) {
          for (const step of before) await play(story, step);
          const run = await watchedRun(story, who);
          if (run === undefined || untilUndo === undefined) continue;
          for (const step of untilUndo) await play(story, step);
          items += await undoRun(story, run);
          if (untilUndo.length === 0) await assertAtRest(story, who);
        }
        await settle(story, answers);
      } finally {
        await story.bench.close();
      }
    });
    await fc.assert(property, parameters);
    console.log(`      ${items} items undone`);
  });
});
