import assert from "node:assert/strict";

import * as fc from "fast-check";

import "./fixed-seed.js";

describe("a property that fails", () => {
  const steps = fc.array(fc.record({ does: fc.constant("edit"), which: fc.nat() }), { minLength: 1 });
  const fails = (): never => assert.fail("The title was lost");

  it("says in its message what was found, where, and the steps to it", () => {
    assert.throws(
      () => fc.assert(fc.property(steps, fails), { seed: 7 }),
      (error: Error) => {
        const [first, found, , ...example] = error.message.split("\n");
        assert.match(first ?? "", /seed 7, path \d/);
        assert.deepEqual(
          [found, example.join("").replaceAll(" ", "")],
          ["The title was lost", "[[{does:'edit',which:0}]]"],
        );
        return true;
      },
    );
  });

  it("says the same of a property that waits, and keeps the error it found", async () => {
    await assert.rejects(
      fc.assert(fc.asyncProperty(steps, () => Promise.reject(new Error("It was lost")))),
      (error) => {
        assert.ok(error instanceof Error && error.cause instanceof Error);
        assert.equal(error.cause.message, "It was lost");
        return true;
      },
    );
  });
});
