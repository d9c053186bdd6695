import assert from "node:assert/strict";

import * as fc from "fast-check";

import "../../support/fixed-seed.js";
import { playToTheEnd } from "./play-to-the-end.js";
import { anyHistory } from "./any-history.js";

/** `npm test` plays so many, half of them in each of its two processes: some two minutes on two quiet cores. `npm run soak` plays as many as there is time for. */
const wanted = Number(process.env["HISTORIES"] ?? 2000);
const minutes = process.env["HISTORY_MINUTES"];
const seed = Number(process.env["HISTORY_SEED"] ?? 20260302);
const path = process.env["HISTORY_PATH"];

/**
 * One of two halves of the random histories, each with a seed of its own. A failure prints seed and path;
 * `HISTORY_SEED=… HISTORY_PATH=… npm test` repeats it, in the first half.
 */
export function describeHistories(half: 1 | 2): void {
  const parameters: fc.Parameters<unknown> = {
    seed: path === undefined ? seed + half - 1 : seed,
    ...(path === undefined ? {} : { path }),
    numRuns: minutes === undefined ? Math.ceil(wanted / 2) : 1_000_000,
    ...(minutes === undefined ? {} : { interruptAfterTimeLimit: Number(minutes) * 60_000 }),
    endOnFailure: process.env["HISTORY_ENDS_ON_FAILURE"] !== undefined,
  };

  describe("whatever happens on both sides", () => {
    it("C15, C17, G5, W4: nothing is lost, nothing is double, and both sides end in step", async function () {
      if (path !== undefined && half === 2) this.skip();
      // No limit stops them early: what takes too long fails.
      this.timeout((Number(minutes ?? 10) + 10) * 60_000);
      let played = 0;
      const property = fc.asyncProperty(anyHistory, async (history) => {
        played += 1;
        await playToTheEnd(history);
      });
      await fc.assert(property, parameters);
      console.log(`      ${played} histories`);
      if (minutes === undefined && path === undefined) assert.equal(played, parameters.numRuns);
    });
  });
}
