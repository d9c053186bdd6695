import assert from "node:assert/strict";

import { GoogleError } from "../../../src/google-sync/google/index.js";
import { backoffMilliseconds, Retrier } from "../../../src/google-sync/google/retrier.js";
import { createRetryBudget } from "../../../src/google-sync/google/retry-budget.js";
import { recordingLogger } from "./support/connected.js";
import { VirtualClock } from "./support/virtual-clock.js";

const ill = new GoogleError({ kind: "retry-later", because: "server", scope: "user" }, "Google is ill");

describe("repeating requests", () => {
  it("G4: waits twice as long each time, with jitter, up to about a minute", () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffMilliseconds(attempt, () => 0.25, undefined));
    assert.deepEqual(waits, [1250, 2250, 4250, 8250, 16_250, 32_250, 64_000, 64_000]);
  });

  it("G4: never waits less than Google asks for", () => {
    assert.equal(
      backoffMilliseconds(0, () => 0, 90_000),
      90_000,
    );
  });

  it("G4: stops when the run's budget is used up, and throws what Google said", async () => {
    const clock = new VirtualClock("2026-03-02T09:00:00Z");
    const budget = createRetryBudget({ repeats: 3, waitingMilliseconds: 60_000 });
    const retrier = new Retrier(clock, recordingLogger([]), budget, new AbortController().signal, () => 0);
    let tries = 0;
    await assert.rejects(
      retrier.run(() => {
        tries += 1;
        return Promise.reject(ill);
      }),
      ill,
    );
    assert.deepEqual([tries, clock.waits], [4, [1000, 2000, 4000]]);
  });

  it("G4: one budget holds for all requests of a run, by number and by waiting", () => {
    const byNumber = createRetryBudget({ repeats: 2, waitingMilliseconds: 10_000 });
    const byWaiting = createRetryBudget({ repeats: 9, waitingMilliseconds: 10_000 });
    assert.deepEqual(
      [1, 1, 1].map((wait) => byNumber.take(wait)),
      [true, true, false],
    );
    assert.deepEqual(
      [6000, 6000, 4000].map((wait) => byWaiting.take(wait)),
      [true, false, true],
    );
  });

  it("repeats nothing Google has refused for good", async () => {
    const refused = new GoogleError({ kind: "refused" }, "No");
    const clock = new VirtualClock("2026-03-02T09:00:00Z");
    const signal = new AbortController().signal;
    const retrier = new Retrier(clock, recordingLogger([]), createRetryBudget(), signal, () => 0);
    await assert.rejects(
      retrier.run(() => Promise.reject(refused)),
      refused,
    );
    assert.deepEqual(clock.waits, []);
  });
});
