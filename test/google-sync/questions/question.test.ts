import assert from "node:assert/strict";

import type { QuestionKind } from "../../../src/google-sync/engine/index.js";
import { answersOf, directiveFor } from "../../../src/google-sync/questions/index.js";

const table: readonly (readonly [QuestionKind, string, string, unknown])[] = [
  ["deleted-in-google", "restore", "Restore in Google", { kind: "keep", side: "studio" }],
  ["deleted-in-google", "take-off", "Take me off it", { kind: "take-off" }],
  ["deleted-in-google", "cancel", "Cancel it in Spectra", { kind: "cancel" }],
  ["differences-at-two-way", "studio", "Keep the studio's", { kind: "keep", side: "studio" }],
  ["differences-at-two-way", "google", "Use Google's", { kind: "keep", side: "google" }],
  ["unknown-entry", "bring-in", "Bring it in", { kind: "keep", side: "google" }],
  ["unknown-entry", "remove", "Remove it", { kind: "keep", side: "studio" }],
  ["zone-changed", "old", "Keep the old zone", undefined],
  ["zone-changed", "new", "Use the new zone", undefined],
  ["many-deletions-in-studio", "apply", "Apply", { kind: "approve" }],
  ["many-deletions-in-studio", "discard", "Discard", { kind: "keep", side: "studio" }],
  ["many-deletions-in-google", "discard", "Discard", { kind: "keep", side: "google" }],
  ["many-moves-in-studio", "discard", "Discard", { kind: "keep-moved", side: "studio" }],
  ["many-moves-in-google", "discard", "Discard", { kind: "keep-moved", side: "google" }],
];

const applyOrNot = ["apply", "discard"];

/** Every kind of question with all of its answers. */
const closedSets: Readonly<Record<QuestionKind, readonly string[]>> = {
  "deleted-in-google": ["restore", "take-off", "cancel"],
  "differences-at-two-way": ["studio", "google"],
  "unknown-entry": ["bring-in", "remove"],
  "zone-changed": ["old", "new"],
  "many-deletions-in-studio": applyOrNot,
  "many-deletions-in-google": applyOrNot,
  "many-moves-in-studio": applyOrNot,
  "many-moves-in-google": applyOrNot,
  "many-leaving-in-studio": applyOrNot,
  "many-leaving-in-google": applyOrNot,
  "many-replacements-in-studio": applyOrNot,
  "many-replacements-in-google": applyOrNot,
  "many-creations-in-studio": applyOrNot,
  "unclear-match": ["create-new"],
  "merged-in-google": ["merge", "keep-both"],
};

describe("answers to questions", () => {
  for (const [kind, id, label, directive] of table) {
    it(`G8: "${label}" is an answer to ${kind}`, () => {
      const answer = answersOf({ kind, options: [] }).find((one) => one.id === id);
      assert.deepEqual([answer?.label, directiveFor(kind, id)], [label, directive]);
    });
  }

  for (const [kind, ids] of Object.entries(closedSets)) {
    it(`G8: ${kind} is answered by ${ids.join(", ")}, and nothing else`, () => {
      // The keys of a Record of kinds are kinds.
      const answers = answersOf({ kind: kind as QuestionKind, options: [] });
      assert.deepEqual(
        answers.map(({ id }) => id),
        ids,
      );
    });
  }

  it("G8: an answer the question does not have decides nothing", () => {
    assert.equal(directiveFor("deleted-in-google", "perhaps"), undefined);
  });
});
