import assert from "node:assert/strict";

import { onOffer } from "../../../src/google-sync/engine/merge.js";
import type { LostValue } from "../../../src/google-sync/engine/merge.js";

describe("values on offer after a merge", () => {
  it("C15: are those that time alone decided against", () => {
    const lost = (["later-change-won", "put-back", "one-way", "deleted"] as const).map((why): LostValue => ({
      field: "title",
      side: "google",
      value: "x",
      why,
    }));
    assert.deepEqual(onOffer(lost), lost.slice(0, 1));
  });
});
