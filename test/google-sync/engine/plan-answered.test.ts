import assert from "node:assert/strict";

import { planPair } from "../../../src/google-sync/engine/index.js";
import type {
  Action,
  Directive,
  FieldRule,
  Fields,
  Pair,
  PlanSettings,
} from "../../../src/google-sync/engine/index.js";
import { aPair, calm, deleted, gone, inGoogle, inStudio, linked, notInGoogle, notInStudio, rules } from "./builders.js";

const settings: PlanSettings = { isTwoWay: true, populateGoogle: false, populateStudio: false };

const ours: Fields = { ...calm, title: "Wedding" };
const theirs: Fields = { ...calm, title: "Party" };
const keepStudio: Directive = { kind: "keep", side: "studio" };
const keepGoogle: Directive = { kind: "keep", side: "google" };

const removed: Action = { kind: "remove-from-studio", key: "1" };
const ended: Action = { kind: "end-link", key: "1", isForGood: false };

function anew(fields: Fields): Action {
  return { kind: "create-in-google", key: "1", fields, agreed: { studio: fields, google: fields }, isAnew: true };
}

function agreedOn(fields: Fields): Action {
  return { kind: "agree", key: "1", agreed: { studio: fields, google: fields } };
}

function changed(toStudio: Fields, toGoogle: Fields, result: Fields): Action {
  return { kind: "change", key: "1", toStudio, toGoogle, agreed: { studio: result, google: result }, lost: [] };
}

function titleRule(rule: FieldRule): Pick<Pair, "rules"> {
  return { rules: rules({ fields: { title: rule, when: "both", notes: "both" } }) };
}

const studioChanged = { studio: inStudio(ours) };
const googleChanged = { google: inGoogle(theirs) };
const putBack = { field: "title", side: "google", value: "Party", why: "put-back" } as const;

const table: readonly (readonly [title: string, pair: Partial<Pair>, action: Action])[] = [
  [
    "D1, G8: takes a change in Google back",
    { ...googleChanged, directive: keepStudio },
    changed({}, { title: "Portrait" }, calm),
  ],
  [
    "D1, G8: sends the studio's own change",
    { ...studioChanged, directive: keepStudio },
    changed({}, { title: "Wedding" }, ours),
  ],
  [
    "D1, P7: keeps the studio's of two, though Google's is later",
    {
      ...studioChanged,
      google: inGoogle(theirs, { updatedAt: new Date("2026-03-03T12:00:00Z") }),
      directive: keepStudio,
    },
    changed({}, { title: "Wedding" }, ours),
  ],
  ["D1, C17: writes nothing where both are equal", { directive: keepStudio }, agreedOn(calm)],
  [
    "D1, P7: keeps the studio's where nothing was agreed on",
    { known: linked({}), ...studioChanged, directive: keepStudio },
    changed({}, { title: "Wedding" }, ours),
  ],
  [
    "D1, C25: leaves an untouched field",
    { ...googleChanged, ...titleRule("untouched"), directive: keepStudio },
    agreedOn({ when: "Monday", notes: "" }),
  ],
  [
    "D1, C10: leaves both as they are where the event may not be edited",
    { ...googleChanged, ...titleRule("from-google"), directive: keepStudio },
    { kind: "agree", key: "1", agreed: { studio: calm, google: theirs } },
  ],
  [
    "D1, C23: overwrites an edit one way",
    { ...googleChanged, ...titleRule("to-google"), directive: keepStudio },
    changed({}, { title: "Portrait" }, calm),
  ],
  [
    "D1, C7: says what it put back",
    { ...googleChanged, ...titleRule("studio-rules"), directive: keepStudio },
    {
      kind: "change",
      key: "1",
      toStudio: {},
      toGoogle: { title: "Portrait" },
      agreed: { studio: calm, google: calm },
      lost: [putBack],
    },
  ],
  ["D1, C13: restores a deleted event", { google: deleted, directive: keepStudio }, anew(calm)],
  [
    "D1, C13: restores the deleted event of a session",
    { google: deleted, directive: keepStudio, rules: rules({ isRemovable: false }) },
    anew(calm),
  ],
  [
    "D1, G8: deletes the event of an entry that is gone",
    { studio: gone, directive: keepStudio },
    { kind: "delete-in-google", key: "1", lost: [] },
  ],
  [
    "D1, C10: not an event of somebody else's",
    { studio: gone, directive: keepStudio, rules: rules({ mayDeleteInGoogle: false }) },
    { kind: "end-link", key: "1", isForGood: true },
  ],
  ["D1: ends where both are gone", { studio: gone, google: deleted, directive: keepStudio }, ended],

  [
    "D2, G8: takes a change in the studio back",
    { ...studioChanged, directive: keepGoogle },
    changed({ title: "Portrait" }, {}, calm),
  ],
  [
    "D2, G8: brings Google's own change in",
    { ...googleChanged, directive: keepGoogle },
    changed({ title: "Party" }, {}, theirs),
  ],
  [
    "D2, P7: keeps Google's of two, though it is not later",
    { ...studioChanged, ...googleChanged, directive: keepGoogle },
    changed({ title: "Party" }, {}, theirs),
  ],
  [
    "D2, C10: brings in what may not be edited in Google",
    { ...googleChanged, ...titleRule("from-google"), directive: keepGoogle },
    changed({ title: "Party" }, {}, theirs),
  ],
  [
    "D2, G8: takes a change in the studio back one way",
    { ...studioChanged, ...titleRule("to-google"), directive: keepGoogle },
    changed({ title: "Portrait" }, {}, calm),
  ],
  [
    "D2, G8: takes a change in the studio back where the studio rules",
    { ...studioChanged, ...titleRule("studio-rules"), directive: keepGoogle },
    changed({ title: "Portrait" }, {}, calm),
  ],
  [
    "D2, X1: puts an edit that may not come in back",
    { ...googleChanged, ...titleRule("studio-rules"), directive: keepGoogle },
    {
      kind: "change",
      key: "1",
      toStudio: {},
      toGoogle: { title: "Portrait" },
      agreed: { studio: calm, google: calm },
      lost: [putBack],
    },
  ],
  ["D2, G8: removes the entry of a deleted event", { google: deleted, directive: keepGoogle }, removed],
  ["D2, G8: also one that was edited", { ...studioChanged, google: deleted, directive: keepGoogle }, removed],
  [
    "D2, X1: puts a removal without clearance back",
    { google: deleted, directive: keepGoogle, rules: rules({ mayRemoveFromStudio: false }) },
    anew(calm),
  ],
  [
    "D2, G8: restores an entry that is gone",
    { studio: gone, directive: keepGoogle },
    { kind: "restore-in-studio", key: "1", fields: calm },
  ],
  [
    "D2, C25: restores nothing of an untouched field",
    { studio: gone, ...titleRule("untouched"), directive: keepGoogle },
    { kind: "restore-in-studio", key: "1", fields: { when: "Monday", notes: "" } },
  ],
  ["D2: ends where both are gone", { studio: gone, google: deleted, directive: keepGoogle }, ended],
  [
    "D2, C14: an event that was not read removes nothing",
    { google: notInGoogle, directive: keepGoogle },
    { kind: "rest", key: "1", reason: "the event was not read" },
  ],
  [
    "D2, C14: an event that was not read restores nothing",
    { studio: gone, google: notInGoogle, directive: keepGoogle },
    { kind: "rest", key: "1", reason: "the event was not read" },
  ],
  [
    "D1, C14: nor is it made anew",
    { google: notInGoogle, directive: keepStudio },
    { kind: "rest", key: "1", reason: "the event was not read" },
  ],
  [
    "D1, C12: an event that was not read is deleted with its entry",
    { studio: gone, google: notInGoogle, directive: keepStudio },
    { kind: "delete-in-google", key: "1", lost: [] },
  ],
  [
    "D4, C12: also when that was approved",
    { studio: gone, google: notInGoogle, directive: { kind: "approve" } },
    { kind: "delete-in-google", key: "1", lost: [] },
  ],
  [
    "D1, C14: an entry that was not read deletes nothing",
    { studio: notInStudio, directive: keepStudio },
    { kind: "rest", key: "1", reason: "the entry was not read" },
  ],

  [
    "D3, C13: takes the user off",
    { google: deleted, directive: { kind: "take-off" }, rules: rules({ isRemovable: false }) },
    removed,
  ],
  [
    "D3, C13: cancels",
    { google: deleted, directive: { kind: "cancel" }, rules: rules({ isRemovable: false }) },
    { kind: "cancel-in-studio", key: "1" },
  ],
  [
    "D3, C13: the answer counts though the entry moved",
    { studio: inStudio({ ...calm, when: "Friday" }), google: deleted, directive: { kind: "take-off" } },
    removed,
  ],
  ["D3, C13: not when the event is back", { directive: { kind: "take-off" } }, agreedOn(calm)],
  ["D3, C13: nor cancels then", { directive: { kind: "cancel" } }, agreedOn(calm)],
  ["D3, C13: nor where the entry is gone", { studio: gone, google: deleted, directive: { kind: "cancel" } }, ended],
  [
    "D3, C23: nor one way",
    { google: deleted, directive: { kind: "cancel" }, rules: rules({ readsGoogle: false }) },
    agreedOn(calm),
  ],

  ["D4, G8: does a removal that was approved", { google: deleted, directive: { kind: "approve" } }, removed],
  [
    "D4, G8: merges what was approved",
    { ...googleChanged, directive: { kind: "approve" } },
    changed({ title: "Party" }, {}, theirs),
  ],
  [
    "D4, C13: still asks about a session",
    { google: deleted, directive: { kind: "approve" }, rules: rules({ isRemovable: false }) },
    { kind: "ask", key: "1", question: "deleted-in-google" },
  ],
];

/** The sides agreed on times that meant the same then and do not any more. */
const apart: Partial<Pair> = {
  known: { kind: "linked", agreed: { studio: calm, google: { ...calm, when: "Tuesday" } } },
  google: inGoogle({ ...calm, when: "Tuesday" }),
};
const rewriteFromStudio: Directive = { kind: "rewrite", side: "studio", fields: ["when"] };
const rewriteFromGoogle: Directive = { kind: "rewrite", side: "google", fields: ["when"] };
const tuesday = { ...calm, when: "Tuesday" };

const rewrites: typeof table = [
  ["D5, C22: the studio's holds", { ...apart, directive: rewriteFromStudio }, changed({}, { when: "Monday" }, calm)],
  ["D5, C22: Google's holds", { ...apart, directive: rewriteFromGoogle }, changed({ when: "Tuesday" }, {}, tuesday)],
  [
    "D5, C22: Google's holds one way too",
    { ...apart, rules: rules({ fields: { when: "to-google" } }), directive: rewriteFromGoogle },
    changed({ when: "Tuesday" }, {}, { when: "Tuesday" }),
  ],
  [
    "D5, X1: the studio's holds where Google's may not come in",
    { ...apart, rules: rules({ fields: { when: "studio-rules" } }), directive: rewriteFromGoogle },
    changed({}, { when: "Monday" }, { when: "Monday" }),
  ],
  [
    "D5, C10: both stay where the event may not be edited",
    { ...apart, rules: rules({ fields: { when: "from-google" } }), directive: rewriteFromStudio },
    { kind: "agree", key: "1", agreed: { studio: { when: "Monday" }, google: { when: "Tuesday" } } },
  ],
  [
    "D5, C8: both stay where only Google says what is so",
    { ...apart, rules: rules({ fields: { when: "google-holds" } }), directive: rewriteFromStudio },
    { kind: "agree", key: "1", agreed: { studio: { when: "Monday" }, google: { when: "Tuesday" } } },
  ],
  [
    "D5, C15: an edit of the studio's comes before it",
    { studio: inStudio({ ...calm, when: "Friday" }), directive: rewriteFromGoogle },
    changed({}, { when: "Friday" }, { ...calm, when: "Friday" }),
  ],
  [
    "D5, C15: an edit of Google's comes before it",
    { google: inGoogle({ ...calm, when: "Friday" }), directive: rewriteFromStudio },
    changed({ when: "Friday" }, {}, { ...calm, when: "Friday" }),
  ],
  ["D5, C17: nothing where both are equal", { directive: rewriteFromStudio }, agreedOn(calm)],
  [
    "D5, C15: an edit made meanwhile comes first, of these fields and of others",
    {
      ...apart,
      google: inGoogle({ ...calm, when: "Friday", notes: "Keys" }),
      directive: rewriteFromStudio,
    },
    changed({ when: "Friday", notes: "Keys" }, {}, { ...calm, when: "Friday", notes: "Keys" }),
  ],
  [
    "D6, G8: takes a move in Google back and brings in what else was edited there",
    {
      google: inGoogle({ ...calm, when: "Friday", notes: "Keys" }),
      directive: { kind: "keep-moved", side: "studio" },
    },
    changed({ notes: "Keys" }, { when: "Monday" }, { ...calm, notes: "Keys" }),
  ],
  [
    "D6, G8: takes a move in the studio back and sends what else was edited there",
    {
      studio: inStudio({ ...calm, when: "Friday", notes: "Keys" }),
      directive: { kind: "keep-moved", side: "google" },
    },
    changed({ when: "Monday" }, { notes: "Keys" }, { ...calm, notes: "Keys" }),
  ],
  [
    "D6, C13: a deleted event stays deleted",
    { google: deleted, directive: { kind: "keep-moved", side: "studio" } },
    removed,
  ],
  ["D5, C13: a deleted event stays deleted", { google: deleted, directive: rewriteFromStudio }, removed],
  [
    "D5, C12: an entry that is gone stays gone",
    { studio: gone, directive: rewriteFromGoogle },
    { kind: "delete-in-google", key: "1", lost: [] },
  ],
];

describe("the plan for what was answered", () => {
  for (const [title, pair, action] of [...table, ...rewrites]) {
    it(title, () => {
      assert.deepEqual(planPair(aPair(pair), settings), action);
    });
  }
});
