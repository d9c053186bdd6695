import assert from "node:assert/strict";

import type { JournalEntry } from "../../../src/google-sync/journal/index.js";
import { doneItems, planUndo } from "../../../src/google-sync/undo/index.js";
import type { NowSide } from "../../../src/google-sync/undo/index.js";

type Text = Readonly<Record<string, string>>;

function effect(before: Text, after: Text, more: Partial<JournalEntry> = {}): JournalEntry {
  return {
    id: 1,
    runId: 1,
    side: "google",
    action: "change",
    entryId: "entry",
    eventId: "event",
    before,
    after,
    isPrivate: false,
    state: "done",
    problem: undefined,
    ...more,
  };
}

const present = (fields: Text): NowSide => ({ kind: "present", fields });
const filled = (fields: Text): NowSide => ({ kind: "present", fields, holdsMore: true });
const gone: NowSide = { kind: "gone" };
const unknown: NowSide = { kind: "unknown", why: "Google is down" };

/** Each row of the table on top of plan-undo.ts. */
const rows: readonly (readonly [string, Text, Text, NowSide, readonly string[]])[] = [
  ["made, as it was left", {}, { title: "A" }, present({ title: "A", when: "later" }), ["remove"]],
  ["made, changed since", {}, { title: "A" }, present({ title: "B" }), ["changed-since"]],
  ["made, and somebody put more into it", {}, { title: "A" }, filled({ title: "A" }), ["changed-since"]],
  ["made, gone", {}, { title: "A" }, gone, []],
  ["changed, as it was left", { title: "A" }, { title: "B" }, present({ title: "B" }), ["set-back title=A"]],
  [
    "changed, one field changed since",
    { title: "A", when: "1", notes: "n" },
    { title: "B", when: "2", notes: "n" },
    present({ title: "B", when: "3", notes: "other" }),
    ["set-back title=A", "changed-since when"],
  ],
  [
    "changed, and the field means nothing any more",
    { notes: "A" },
    { notes: "B" },
    present({}),
    ["changed-since notes"],
  ],
  ["changed, as before already", { title: "A" }, { title: "B" }, present({ title: "A" }), []],
  ["changed, gone", { title: "A" }, { title: "B" }, gone, ["deleted-since"]],
  ["removed, gone", { title: "A" }, {}, gone, ["bring-back"]],
  ["removed, and cannot return", { title: "A" }, {}, { kind: "gone", cannotReturn: true }, ["changed-since"]],
  ["removed, there again", { title: "A" }, {}, present({ title: "A" }), ["there-again"]],
  ["made, not looked at", {}, { title: "A" }, unknown, ["not-looked-at"]],
  ["removed, not looked at", { title: "A" }, {}, unknown, ["not-looked-at"]],
];

describe("the plan of an undo", () => {
  for (const [name, before, after, now, expected] of rows) {
    it(`R2: ${name}`, () => {
      const { steps, left } = planUndo(doneItems([effect(before, after)]), () => now);
      const told = [
        ...steps.map((step) =>
          step.kind === "set-back"
            ? `set-back ${Object.entries(step.fields)
                .map((entry) => entry.join("="))
                .join()}`
            : step.kind,
        ),
        ...left.map(({ why, field }) => [why, field].filter(Boolean).join(" ")),
      ];
      assert.deepEqual(told, expected);
    });
  }

  it("R2: takes several effects on one item together, from the first to the last", () => {
    const items = doneItems([effect({}, { title: "A" }), effect({ title: "A" }, { title: "B" })]);
    assert.deepEqual(
      items.map(({ before, after }) => [before, after]),
      [[{}, { title: "B" }]],
    );
  });

  it("R2: keeps the two sides of one item apart", () => {
    const items = doneItems([effect({ title: "A" }, { title: "B" }), effect({ title: "C" }, {}, { side: "studio" })]);
    assert.deepEqual(
      items.map(({ key }) => key),
      ["google event", "studio entry"],
    );
  });

  it("R2: leaves out what failed, what was cut off, and what was made and removed again", () => {
    const items = doneItems([
      effect({}, { title: "A" }, { eventId: "1", state: "failed" }),
      effect({}, { title: "A" }, { eventId: "2", state: "intended" }),
      effect({}, { title: "A" }, { eventId: "3" }),
      effect({ title: "A" }, {}, { eventId: "3" }),
    ]);
    assert.deepEqual(items, []);
  });

  it("R2: takes back last what was done first", () => {
    const items = doneItems([
      effect({}, { title: "A" }, { eventId: "1" }),
      effect({}, { title: "B" }, { eventId: "2" }),
    ]);
    const { steps } = planUndo(items, ({ after }) => present(after));
    assert.deepEqual(
      steps.map(({ item }) => item.eventId),
      ["2", "1"],
    );
  });
});
