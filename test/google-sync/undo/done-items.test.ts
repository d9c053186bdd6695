import assert from "node:assert/strict";

import { zoneName } from "../../../src/base/wall-time.js";
import type { JournalEntry } from "../../../src/google-sync/journal/index.js";
import { asGoogleHolds, cutOffEffects, titleOf } from "../../../src/google-sync/undo/done-items.js";
import type { DoneItem } from "../../../src/google-sync/undo/done-items.js";

const chicago = zoneName("America/Chicago");
/** Half past two is left out in Chicago on 8 March 2026. */
const [sent, held] = ["2026-03-08T02:30:00/2026-03-08T02:45:00", "2026-03-08T03:30:00/2026-03-08T03:45:00"];

const item: DoneItem = {
  key: "google event",
  side: "google",
  entryId: "entry",
  eventId: "event",
  before: { title: "A", when: sent },
  after: { title: "B", when: sent },
  written: {},
  isPrivate: false,
};

describe("what a run did to one item", () => {
  it("C21, R2: a time in a clock change's gap is compared as Google gave it back", () => {
    const expected = { ...item, before: { title: "A", when: held }, after: { title: "B", when: held } };
    assert.deepEqual(asGoogleHolds(item, chicago), expected);
  });

  it("C21, R2: without a time there is nothing Google holds otherwise", () => {
    const other = { ...item, before: {}, after: { title: "B" } };
    assert.deepEqual(asGoogleHolds(other, chicago), other);
  });

  it("C21, R2: the studio holds its times as they were", () => {
    const ofStudio: DoneItem = { ...item, side: "studio" };
    assert.deepEqual(asGoogleHolds(ofStudio, chicago), ofStudio);
  });

  for (const [before, after, title] of [
    [{ title: "A" }, { title: "B" }, "A"],
    [{}, { title: "B", company: "no" }, "B"],
    [{ title: "" }, { title: "" }, ""],
    [{ name: "Zoë\tCruz", company: "no", email: "no" }, {}, "Zoë Cruz"],
    [{ name: "", company: "Cruz & Co", email: "no" }, {}, "Cruz & Co"],
    [{ email: "zoe@example.test" }, { name: "" }, "zoe@example.test"],
    [{}, {}, ""],
  ] as const) {
    it(`R2: an item from ${JSON.stringify(before)} to ${JSON.stringify(after)} is called "${title}"`, () => {
      assert.equal(titleOf({ before, after }), title);
    });
  }

  it("G5: effects whose answer never came are told from done and failed ones", () => {
    const effects = (["intended", "done", "failed"] as const).map((state): JournalEntry => {
      const { side, entryId, eventId, before, after, isPrivate } = item;
      const ids = { id: 1, runId: 1, side, entryId, eventId, before, after, isPrivate };
      return { ...ids, action: "change", state, problem: undefined };
    });
    assert.deepEqual(
      cutOffEffects(effects).map(({ state }) => state),
      ["intended"],
    );
  });
});
