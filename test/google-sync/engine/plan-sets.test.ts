import assert from "node:assert/strict";

import { planPair } from "../../../src/google-sync/engine/index.js";
import type { Action, Pair, PlanSettings } from "../../../src/google-sync/engine/index.js";
import { aPair, calm, deleted, inGoogle, inStudio, notInStudio, rules } from "./builders.js";

const settings: PlanSettings = { isTwoWay: true, populateGoogle: false, populateStudio: false };
const unknownEntry: Partial<Pair> = {
  known: { kind: "new" },
  studio: notInStudio,
  google: inGoogle(calm, { isOfUnknownEntry: true }),
};
const created: Action = {
  kind: "create-in-studio",
  key: "1",
  fields: calm,
  agreed: { studio: calm, google: calm },
};

describe("items without their other side", () => {
  const table: readonly (readonly [title: string, pair: Partial<Pair>, action: Action])[] = [
    [
      "N14, C24: an event of ours for an unknown entry is asked about",
      unknownEntry,
      { kind: "ask", key: "1", question: "unknown-entry" },
    ],
    [
      "N14, C24: the same without a mark comes in",
      { ...unknownEntry, google: inGoogle(calm, { isOfUnknownEntry: false }) },
      created,
    ],
    [
      "N14, G8: answered to bring it in, it is made in the studio",
      { ...unknownEntry, directive: { kind: "keep", side: "google" } },
      created,
    ],
    [
      "N14, G8: answered to remove it, it is deleted in Google",
      { ...unknownEntry, directive: { kind: "keep", side: "studio" } },
      { kind: "delete-in-google", key: "1", lost: [] },
    ],
    [
      "N14, G8: another answer is none to it",
      { ...unknownEntry, directive: { kind: "approve" } },
      { kind: "ask", key: "1", question: "unknown-entry" },
    ],
    [
      "K3: a member of a set deleted in Google leaves the set, changed or not",
      { studio: inStudio({ ...calm, title: "Other" }), google: deleted, rules: rules({ leavesSet: true }) },
      { kind: "leave-set", key: "1" },
    ],
    [
      "C13: what is in no set is removed",
      { google: deleted, rules: rules({ leavesSet: false }) },
      { kind: "remove-from-studio", key: "1" },
    ],
  ];
  for (const [title, pair, action] of table) {
    it(title, () => assert.deepEqual(planPair(aPair(pair), settings), action));
  }

  it("D6, C15: an edit of another field that the later one beats is named as lost", () => {
    const action = planPair(
      aPair({
        studio: inStudio({ ...calm, when: "Friday", title: "Ours" }),
        google: inGoogle({ ...calm, when: "Sunday", title: "Theirs" }, { updatedAt: new Date("2026-03-02T13:00:00Z") }),
        directive: { kind: "keep-moved", side: "studio" },
      }),
      settings,
    );
    assert.deepEqual(action.kind === "change" && action.lost, [
      { field: "title", side: "studio", value: "Ours", why: "later-change-won" },
    ]);
  });
});
