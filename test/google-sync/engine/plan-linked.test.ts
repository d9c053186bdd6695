import assert from "node:assert/strict";

import { plan, planPair } from "../../../src/google-sync/engine/index.js";
import type { Action, Agreed, Fields, Pair, PlanSettings } from "../../../src/google-sync/engine/index.js";
import {
  aPair,
  aSeries,
  calm,
  deleted,
  gone,
  inGoogle,
  inStudio,
  linked,
  notInGoogle,
  notInStudio,
  rules,
} from "./builders.js";

const settings: PlanSettings = { isTwoWay: true, populateGoogle: false, populateStudio: false };

const retitled: Fields = { ...calm, title: "Wedding" };
const moved: Fields = { ...calm, when: "Friday" };
const calmAgreed: Agreed = { studio: calm, google: calm };

const agreed: Action = { kind: "agree", key: "1", agreed: calmAgreed };
const removed: Action = { kind: "remove-from-studio", key: "1" };
const asked: Action = { kind: "ask", key: "1", question: "deleted-in-google" };
const ended: Action = { kind: "end-link", key: "1", isForGood: false };
const endedForGood: Action = { kind: "end-link", key: "1", isForGood: true };

function anew(fields: Fields): Action {
  return { kind: "create-in-google", key: "1", fields, agreed: { studio: fields, google: fields }, isAnew: true };
}

function rests(reason: string): Action {
  return { kind: "rest", key: "1", reason };
}

const aSession = rules({ isRemovable: false });
const oneWay = rules({ readsGoogle: false, fields: { title: "to-google", when: "to-google", notes: "to-google" } });
const titleUntouched = rules({ fields: { title: "untouched", when: "both", notes: "both" } });

const left: Action = { kind: "leave-set", key: "1" };
const aMember = rules({ leavesSet: true, isRemovable: false, mayDeleteInGoogle: false });

const table: readonly (readonly [title: string, pair: Partial<Pair>, action: Action])[] = [
  ["L1, C17: does nothing where nothing changed", {}, agreed],
  ["L14, K3: leaves the synced set where it was deleted in Google", { google: deleted, rules: aMember }, left],
  [
    "L14, K3: leaves the synced set though it was changed in the studio",
    { studio: inStudio(moved), google: deleted, rules: aMember },
    left,
  ],
  ["L14, K3: leaves the synced set one way too", { google: deleted, rules: { ...aMember, readsGoogle: false } }, left],
  [
    "D1, K3: comes back where the studio's side was chosen",
    { google: deleted, rules: aMember, directive: { kind: "keep", side: "studio" } },
    anew(calm),
  ],
  [
    "D4, K3: leaves the synced set where that was approved",
    { google: deleted, rules: aMember, directive: { kind: "approve" } },
    left,
  ],
  ["L4, K3: ends for good where it is gone from the studio", { studio: gone, rules: aMember }, endedForGood],
  [
    "L1, C17: does nothing where both sides differ as agreed",
    { known: linked({ studio: calm, google: retitled }), google: inGoogle(retitled) },
    { ...agreed, agreed: { studio: calm, google: retitled } },
  ],
  [
    "L1, C15: agrees where both sides changed to the same",
    { studio: inStudio(moved), google: inGoogle(moved) },
    { ...agreed, agreed: { studio: moved, google: moved } },
  ],
  [
    "L1, C2: does nothing about an untouched field",
    { google: inGoogle(retitled), rules: titleUntouched },
    {
      ...agreed,
      agreed: { studio: { when: "Monday", notes: "" }, google: { when: "Monday", notes: "" } },
    },
  ],
  [
    "L2, C15: sends what changed in the studio and brings what changed in Google",
    { studio: inStudio(moved), google: inGoogle(retitled) },
    {
      kind: "change",
      key: "1",
      toStudio: { title: "Wedding" },
      toGoogle: { when: "Friday" },
      agreed: { studio: { ...moved, title: "Wedding" }, google: { ...moved, title: "Wedding" } },
      lost: [],
    },
  ],
  [
    "L2, C15: only to the studio",
    { google: inGoogle(moved) },
    {
      kind: "change",
      key: "1",
      toStudio: { when: "Friday" },
      toGoogle: {},
      agreed: { studio: moved, google: moved },
      lost: [],
    },
  ],
  [
    "L2, C15: a tie goes to the studio",
    { studio: inStudio(moved), google: inGoogle({ ...calm, when: "Sunday" }) },
    {
      kind: "change",
      key: "1",
      toStudio: {},
      toGoogle: { when: "Friday" },
      agreed: { studio: moved, google: moved },
      lost: [{ field: "when", side: "google", value: "Sunday", why: "later-change-won" }],
    },
  ],
  [
    "L2, C15: the change made later in Google wins",
    {
      studio: inStudio(moved),
      google: inGoogle({ ...calm, when: "Sunday" }, { updatedAt: new Date("2026-03-02T12:01:00Z") }),
    },
    {
      kind: "change",
      key: "1",
      toStudio: { when: "Sunday" },
      toGoogle: {},
      agreed: { studio: { ...calm, when: "Sunday" }, google: { ...calm, when: "Sunday" } },
      lost: [{ field: "when", side: "studio", value: "Friday", why: "later-change-won" }],
    },
  ],

  [
    "L3, C12: deletes the event of an entry that is gone",
    { studio: gone },
    { kind: "delete-in-google", key: "1", lost: [] },
  ],
  [
    "L3, C16: names the edit that goes with the event",
    { studio: gone, google: inGoogle({ ...moved, colour: "red" }) },
    {
      kind: "delete-in-google",
      key: "1",
      lost: [{ field: "when", side: "google", value: "Friday", why: "deleted" }],
    },
  ],
  [
    "L3, C2: names no edit of an untouched field",
    { studio: gone, google: inGoogle(retitled), rules: titleUntouched },
    { kind: "delete-in-google", key: "1", lost: [] },
  ],
  [
    "L3, C12: deletes the event though it was not read",
    { studio: gone, google: notInGoogle },
    { kind: "delete-in-google", key: "1", lost: [] },
  ],
  [
    "L4, C10: not one of somebody else's",
    { studio: gone, google: notInGoogle, rules: rules({ mayDeleteInGoogle: false }) },
    endedForGood,
  ],
  [
    "L3, C23: deletes the event one way",
    { studio: gone, rules: oneWay },
    { kind: "delete-in-google", key: "1", lost: [] },
  ],
  [
    "L4, C10: leaves an event of somebody else's",
    { studio: gone, rules: rules({ mayDeleteInGoogle: false }) },
    endedForGood,
  ],
  ["L5: ends where both are gone", { studio: gone, google: deleted }, ended],
  [
    "L5: ends where both are gone, also somebody else's",
    { studio: gone, google: deleted, rules: rules({ mayDeleteInGoogle: false }) },
    ended,
  ],

  ["L6, C13: removes the entry of a deleted event", { google: deleted }, removed],
  [
    "L6, C2: an edit of an untouched field does not keep it",
    { studio: inStudio(retitled), google: deleted, rules: titleUntouched },
    removed,
  ],
  [
    "L6, C16: Google's last edit does not keep it",
    { known: linked({ studio: calm, google: moved }), google: deleted },
    removed,
  ],
  ["L7, C16: an edited entry gets its event anew", { studio: inStudio(retitled), google: deleted }, anew(retitled)],
  ["L7, C16: a moved entry too", { studio: inStudio(moved), google: deleted }, anew(moved)],
  [
    "L7, C16: an edited entry gets its event anew without clearance too",
    { studio: inStudio(moved), google: deleted, rules: rules({ mayRemoveFromStudio: false }) },
    anew(moved),
  ],

  ["L8, C13: asks about a session", { google: deleted, rules: aSession }, asked],
  ["L8, C13: an edit is no answer", { studio: inStudio(retitled), google: deleted, rules: aSession }, asked],
  [
    "L8, C13: a changed time makes the event anew",
    { studio: inStudio(moved), google: deleted, rules: aSession },
    anew(moved),
  ],
  [
    "L8, C13: a time never agreed on is no changed time",
    { known: linked({ title: "Portrait" }), google: deleted, rules: aSession },
    asked,
  ],
  [
    "L8, C2: a time that is untouched is no changed time",
    {
      studio: inStudio(moved),
      google: deleted,
      rules: rules({ isRemovable: false, fields: { title: "both", when: "untouched" } }),
    },
    asked,
  ],

  ["L9, C23: one way a deleted event stays so", { google: deleted, rules: oneWay }, agreed],
  ["L9, C23: until its entry changes", { studio: inStudio(retitled), google: deleted, rules: oneWay }, anew(retitled)],
  [
    "L9, C23: a session neither asks nor returns one way",
    { google: deleted, rules: { ...oneWay, isRemovable: false } },
    agreed,
  ],
  [
    "L9, C2: an untouched field is forgotten, its edit is no change",
    { studio: inStudio(retitled), google: deleted, rules: { ...titleUntouched, readsGoogle: false } },
    {
      ...agreed,
      agreed: { studio: { when: "Monday", notes: "" }, google: { when: "Monday", notes: "" } },
    },
  ],

  ["L10, C19: rests while the event is a series", { google: aSeries }, rests("a series")],
  ["L10, C19: rests though the entry changed", { studio: inStudio(moved), google: aSeries }, rests("a series")],
  [
    "L10, C19: rests whatever was answered",
    { google: aSeries, directive: { kind: "keep", side: "studio" } },
    rests("a series"),
  ],
  ["L11, C19: ends when the entry goes, and the series stays", { studio: gone, google: aSeries }, ended],
  [
    "L12, X1: puts a removal without clearance back",
    { google: deleted, rules: rules({ mayRemoveFromStudio: false }) },
    anew(calm),
  ],
  [
    "L12, X1: also that of a session",
    { google: deleted, rules: rules({ mayRemoveFromStudio: false, isRemovable: false }) },
    anew(calm),
  ],

  ["L13, C14: an event that was not read is not deleted", { google: notInGoogle }, rests("the event was not read")],
  [
    "L13, C14: nor when the entry changed",
    { studio: inStudio(moved), google: notInGoogle },
    rests("the event was not read"),
  ],
  ["L13, C14: an entry that was not read is not gone", { studio: notInStudio }, rests("the entry was not read")],
  [
    "L13, C14: nor when the event is deleted",
    { studio: notInStudio, google: deleted },
    rests("the entry was not read"),
  ],
  [
    "L13, C14: nor when the event is a series",
    { studio: notInStudio, google: aSeries },
    rests("the entry was not read"),
  ],
];

describe("the plan for what is linked", () => {
  for (const [title, pair, action] of table) {
    it(title, () => {
      assert.deepEqual(planPair(aPair(pair), settings), action);
    });
  }

  it("C2, C25: makes nothing anew from a field that is untouched", () => {
    const part = { when: "Friday", notes: "" };
    assert.deepEqual(
      planPair(aPair({ studio: inStudio(moved), google: deleted, rules: titleUntouched }), settings),
      anew(part),
    );
  });

  it("decides about every pair in the order given", () => {
    const pairs = [aPair({ key: "b", google: deleted }), aPair({ key: "a" })];
    assert.deepEqual(plan(pairs, settings), [
      { ...removed, key: "b" },
      { ...agreed, key: "a" },
    ]);
  });
});
