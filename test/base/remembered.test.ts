import assert from "node:assert/strict";

import { spy } from "sinon";

import { remembered } from "../../src/base/remembered.js";

describe("a function that remembers its answers", () => {
  it("works each out once, nothing too", () => {
    const half = spy((number: number) => (number % 2 === 0 ? number / 2 : undefined));
    const known = remembered(half);
    assert.deepEqual([known(4), known(3), known(4), known(3), half.callCount], [2, undefined, 2, undefined, 2]);
  });

  it("keeps no more than it may, and answers on", () => {
    const double = spy((number: number) => number * 2);
    const known = remembered(double, 2);
    assert.deepEqual([1, 2, 3, 3, 1].map(known), [2, 4, 6, 6, 2]);
    assert.deepEqual(double.args.flat(), [1, 2, 3, 1]);
  });
});
