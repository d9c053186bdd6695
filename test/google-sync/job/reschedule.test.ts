import assert from "node:assert/strict";

import { whenInWords } from "../../../src/google-sync/job/index.js";

describe("a time in words", () => {
  for (const [text, words] of [
    ["2026-07-04T10:00:00/2026-07-04T11:00:00", "2026-07-04 10:00 to 11:00"],
    ["2026-07-04T22:00:00/2026-07-05T02:00:00", "2026-07-04 22:00 to 2026-07-05 02:00"],
    ["2026-07-04/2026-07-05", "2026-07-04 (all day)"],
    ["2026-07-04/2026-07-07", "2026-07-04 to 2026-07-06 (all day)"],
  ] as const) {
    it(`C21: ${text} is "${words}"`, () => assert.equal(whenInWords(text), words));
  }
});
