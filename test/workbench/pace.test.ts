import assert from "node:assert/strict";

import { paceText } from "../../src/workbench/preferences/pace.js";

const begun = { done: 0, total: 1200, at: 0 };

describe("the pace of work", () => {
  it("P2: says how far it is, how fast it goes, and how long it may take", () => {
    assert.equal(
      paceText(begun, { done: 100, total: 1200, at: 30_000 }, "en-US"),
      "100 of 1,200, 200 a minute, about 6 minutes left",
    );
    assert.equal(
      paceText(begun, { done: 1100, total: 1200, at: 330_000 }, "en-US"),
      "1,100 of 1,200, 200 a minute, less than a minute left",
    );
  });

  it("promises nothing while nothing can be known", () => {
    assert.equal(paceText(begun, { done: 10, total: 1200, at: 500 }, "en-US"), "10 of 1,200");
    assert.equal(paceText(begun, { done: 0, total: 1200, at: 60_000 }, "en-US"), "0 of 1,200");
    assert.equal(paceText({ ...begun, total: undefined }, { done: 5, total: undefined, at: 9_000 }, "en-US"), "");
  });
});
