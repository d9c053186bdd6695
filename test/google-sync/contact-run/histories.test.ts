import assert from "node:assert/strict";

import * as fc from "fast-check";

import "../../support/fixed-seed.js";
import { playContacts } from "./play-contacts.js";
import { anyContactStep } from "./contact-steps.js";

/** `npm run soak -- contacts` plays more. */
const histories = Number(process.env["HISTORIES"] ?? 25);

describe("clients and contacts, whatever happens", function () {
  this.timeout(240_000 + histories * 10_000);

  it("K1-K10, G3-G5, C17: after any history both sides are in step, nobody is twice, nothing of others is lost", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyContactStep, { minLength: 3, maxLength: 18 }),
        fc.boolean(),
        async (steps, isTwoWay) => {
          const problems = await playContacts(steps, isTwoWay);
          assert.deepEqual(problems, []);
        },
      ),
      { numRuns: histories },
    );
  });
});
