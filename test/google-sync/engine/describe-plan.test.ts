import assert from "node:assert/strict";

import { agreedOn, sideEffectsOf } from "../../../src/google-sync/engine/index.js";
import type { Action, Pair } from "../../../src/google-sync/engine/index.js";

const now = new Date(0);
const sides: Pick<Pair, "studio" | "google"> = {
  studio: { kind: "present", fields: { title: "Ours", when: "1" }, version: "1", changedAt: now, isInWindow: true },
  google: { kind: "present", fields: { title: "Theirs", when: "2" }, etag: "1", updatedAt: now, isInWindow: true },
};
const agreed = agreedOn({});
const fields = { title: "New" };

/** What each kind of action does to the sides, "side what: before → after". */
const rows: readonly (readonly [Action, readonly string[]])[] = [
  [{ kind: "create-in-google", key: "", fields, agreed, isAnew: false }, ["google make:  → title New"]],
  [{ kind: "create-in-studio", key: "", fields, agreed }, ["studio make:  → title New"]],
  [{ kind: "restore-in-studio", key: "", fields }, ["studio make:  → title New"]],
  [
    { kind: "change", key: "", toStudio: { title: "Theirs" }, toGoogle: { when: "1" }, agreed, lost: [] },
    ["studio change: title Ours → title Theirs", "google change: when 2 → when 1"],
  ],
  [{ kind: "delete-in-google", key: "", lost: [] }, ["google remove: title Theirs, when 2 → "]],
  [{ kind: "remove-from-studio", key: "" }, ["studio remove: title Ours, when 1 → "]],
  [{ kind: "cancel-in-studio", key: "" }, ["studio remove: title Ours, when 1 → "]],
  [{ kind: "leave-set", key: "" }, ["studio leave: title Ours, when 1 → "]],
  [{ kind: "ask", key: "", question: "unknown-entry" }, ["studio ask: title Ours, when 1 → title Theirs, when 2"]],
  [{ kind: "agree", key: "", agreed }, []],
  [{ kind: "end-link", key: "", isForGood: false }, []],
  [{ kind: "baseline", key: "" }, []],
  [{ kind: "leave-out", key: "", reason: "series" }, []],
  [{ kind: "rest", key: "", reason: "series" }, []],
];

describe("what an action does to either side", () => {
  for (const [action, expected] of rows) {
    it(`R3: ${action.kind}`, () => {
      const texts = sideEffectsOf(action, sides).map(
        ({ side, what, before, after }) => `${side} ${what}: ${text(before)} → ${text(after)}`,
      );
      assert.deepEqual(texts, expected);
    });
  }
});

function text(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map((entry) => entry.join(" "))
    .join(", ");
}
