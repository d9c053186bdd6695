import assert from "node:assert/strict";

import { nextTry } from "../../../src/google-sync/engine/index.js";

describe("the next try of an item that failed", () => {
  const now = new Date("2026-03-02T09:00:00Z");

  for (const [triesSoFar, minutes] of [
    [0, 5],
    [1, 15],
    [2, 60],
    [3, 240],
  ] as const) {
    it(`G3: is ${minutes} minutes away after try ${triesSoFar + 1}`, () => {
      const retryAt = new Date(now.getTime() + minutes * 60_000);
      assert.deepEqual(nextTry(triesSoFar, now), { attempts: triesSoFar + 1, isParked: false, retryAt });
    });
  }

  it("G3: is nobody's business any more after five tries, however many came before", () => {
    assert.equal(nextTry(4, now).isParked, true);
    assert.equal(nextTry(40, now).isParked, true);
  });
});
