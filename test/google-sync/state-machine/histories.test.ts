import * as fc from "fast-check";

import {
  assertExplained,
  assertInStep,
  assertLastEditsHold,
  assertNothingLostOrDouble,
  assertQuiet,
} from "./checks.js";
import { play } from "./play.js";
import { settle } from "./settle.js";
import { anyHistory } from "./steps.js";
import type { History } from "./steps.js";
import { Story } from "./story.js";

const minutes = Number(process.env["HISTORY_MINUTES"] ?? 1);

/**
 * As many histories as there is time for, at most sixty in `npm test`. A failure prints seed and path; `HISTORY_SEED=… HISTORY_PATH=… npm test`
 * repeats it. `npm run soak` takes more minutes and another seed.
 */
const parameters = {
  seed: Number(process.env["HISTORY_SEED"] ?? 20260302),
  ...(process.env["HISTORY_PATH"] === undefined ? {} : { path: process.env["HISTORY_PATH"] }),
  numRuns: Number(process.env["HISTORIES"] ?? 60),
};

async function playToTheEnd({ boxes, steps, answers }: History): Promise<void> {
  const story = await Story.begin(boxes);
  try {
    for (const step of steps) await play(story, step);
    await settle(story, answers);
    await assertExplained(story);
    await assertNothingLostOrDouble(story);
    await assertLastEditsHold(story);
    await assertQuiet(story);

    const everything = { enabled: true, sendAppointments: true, downloadTentative: true };
    for (const person of story.people) story.bench.setUp(person, everything);
    story.memory.letGoUnsynced();
    await settle(story, answers);
    for (const person of story.people) story.bench.setUp(person, { populateGoogle: true, populateStudio: true });
    await settle(story, answers);
    await assertNothingLostOrDouble(story);
    await assertLastEditsHold(story);
    await assertInStep(story);
    await assertQuiet(story);
  } finally {
    await story.bench.close();
  }
}

describe("whatever happens on both sides", () => {
  it("C15, C17, G5, W4: nothing is lost, nothing is double, and both sides end in step", async function () {
    this.timeout((minutes + 2) * 60_000);
    const deadline = performance.now() + minutes * 60_000;
    let histories = 0;
    const property = fc.asyncProperty(anyHistory, async (history) => {
      if (performance.now() > deadline) return;
      histories += 1;
      await playToTheEnd(history);
    });
    await fc.assert(property, parameters);
    console.log(`      ${histories} histories`);
  });
});
