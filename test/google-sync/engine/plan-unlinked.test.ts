import assert from "node:assert/strict";

import { planPair } from "../../../src/google-sync/engine/index.js";
import type { Action, Fields, Knowledge, Pair, PlanSettings } from "../../../src/google-sync/engine/index.js";
import {
  aPair,
  aSeries,
  calm,
  deleted,
  gone,
  inGoogle,
  inStudio,
  notInGoogle,
  notInStudio,
  rules,
} from "./builders.js";

const twoWay: PlanSettings = { isTwoWay: true, populateGoogle: false, populateStudio: false };
const oneWay: PlanSettings = { ...twoWay, isTwoWay: false };
const populateGoogle: PlanSettings = { ...oneWay, populateGoogle: true };
const populateStudio: PlanSettings = { ...oneWay, populateStudio: true };

const anew: Knowledge = { kind: "new" };
const other: Fields = { ...calm, title: "Wedding" };
const leftOut: Knowledge = { kind: "left-out", reason: "tentative", isBaseline: false };
const leftOutAtBaseline: Knowledge = { kind: "left-out", reason: "tentative", isBaseline: true };

const toGoogle: Action = {
  kind: "create-in-google",
  key: "1",
  fields: calm,
  agreed: { studio: calm, google: calm },
  isAnew: false,
};
const toStudio: Action = {
  kind: "create-in-studio",
  key: "1",
  fields: calm,
  agreed: { studio: calm, google: calm },
};
const remembered: Action = { kind: "baseline", key: "1" };
const forgotten: Action = { kind: "end-link", key: "1", isForGood: false };

function baseline(fields?: Fields): Knowledge {
  return { kind: "baseline", fields };
}

const inStudioOnly = { studio: inStudio(), google: notInGoogle };
const inGoogleOnly = { studio: notInStudio, google: inGoogle() };
const agedInStudio = { studio: inStudio(calm, { isInWindow: false }), google: notInGoogle };
const agedInGoogle = { studio: notInStudio, google: inGoogle(calm, { isInWindow: false }) };

const table: readonly (readonly [title: string, pair: Partial<Pair>, settings: PlanSettings, action: Action])[] = [
  ["N1, W6: sends a new entry", { known: anew, ...inStudioOnly }, twoWay, toGoogle],
  ["N1, W6: sends a new entry one way", { known: anew, ...inStudioOnly }, oneWay, toGoogle],
  ["N2, W6: remembers a new entry that ended before the window", { known: anew, ...agedInStudio }, twoWay, remembered],
  [
    "N2, W7: an entry before the window stays with Populate",
    { known: anew, ...agedInStudio },
    populateGoogle,
    remembered,
  ],

  ["N3, C5: brings a new event in", { known: anew, ...inGoogleOnly }, twoWay, toStudio],
  ["N3, W2: Populate brings a new event in one way", { known: anew, ...inGoogleOnly }, populateStudio, toStudio],
  ["N4, W6: remembers a new event one way", { known: anew, ...inGoogleOnly }, oneWay, remembered],
  ["N4, W2: Populate Google brings no event in", { known: anew, ...inGoogleOnly }, populateGoogle, remembered],
  ["N4, W7: remembers a new event before the window", { known: anew, ...agedInGoogle }, twoWay, remembered],
  [
    "N4, W7: an event before the window stays with Populate",
    { known: anew, ...agedInGoogle },
    populateStudio,
    remembered,
  ],

  ...[anew, baseline(calm), leftOut].map(
    (known) =>
      [
        `N5, C4, C19: leaves out, with the reason, what is ${known.kind}`,
        { known, studio: notInStudio, google: aSeries },
        { ...populateStudio, isTwoWay: true },
        { kind: "leave-out", key: "1", reason: "a series" },
      ] as const,
  ),
  ...[anew, baseline(calm), leftOut].map(
    (known) =>
      [
        `N6, C14: forgets a deleted event that is ${known.kind}`,
        { known, studio: notInStudio, google: deleted },
        twoWay,
        forgotten,
      ] as const,
  ),

  ["N7, W6: sends an entry edited since the baseline", { known: baseline(other), ...inStudioOnly }, oneWay, toGoogle],
  [
    "N7, W2: Populate sends an entry of the baseline",
    { known: baseline(calm), ...inStudioOnly },
    populateGoogle,
    toGoogle,
  ],
  ["N7, W2: Populate sends an entry left out before", { known: leftOut, ...inStudioOnly }, populateGoogle, toGoogle],
  [
    "N8, W6: keeps an unedited entry of the baseline here",
    { known: baseline(calm), ...inStudioOnly },
    twoWay,
    remembered,
  ],
  ["N8, W6: a baseline without fields is no edit", { known: baseline(), ...inStudioOnly }, twoWay, remembered],
  ["N8, W2: Populate Spectra sends no entry", { known: baseline(calm), ...inStudioOnly }, populateStudio, remembered],
  [
    "N8, W7: an edited entry before the window stays",
    { known: baseline(other), ...agedInStudio },
    populateGoogle,
    remembered,
  ],
  [
    "N8, W6: an edit of a field that is not synced is none",
    { known: baseline(other), ...inStudioOnly, rules: rules({ fields: { title: "untouched", when: "both" } }) },
    twoWay,
    remembered,
  ],
  ["N8, C4: an entry that was left out is not new", { known: leftOut, ...inStudioOnly }, twoWay, remembered],

  [
    "N9, W6: brings in an event edited since the baseline",
    { known: baseline(other), ...inGoogleOnly },
    twoWay,
    toStudio,
  ],
  ["N9, W2: Populate brings in the baseline", { known: baseline(calm), ...inGoogleOnly }, populateStudio, toStudio],
  ["N10, W6: leaves an unedited event of the baseline", { known: baseline(calm), ...inGoogleOnly }, twoWay, remembered],
  ["N10, W6: leaves an edited event one way", { known: baseline(other), ...inGoogleOnly }, oneWay, remembered],
  [
    "N10, W2: Populate Google leaves the baseline",
    { known: baseline(calm), ...inGoogleOnly },
    populateGoogle,
    remembered,
  ],
  [
    "N10, W7: leaves an edited event before the window",
    { known: baseline(other), ...agedInGoogle },
    twoWay,
    remembered,
  ],

  ["N11, C4: brings in an event that became importable", { known: leftOut, ...inGoogleOnly }, twoWay, toStudio],
  ["N11, C4: not one way", { known: leftOut, ...inGoogleOnly }, oneWay, remembered],
  ["N11, W7: not before the window", { known: leftOut, ...agedInGoogle }, twoWay, remembered],
  [
    "N11, P7: a setting brings in nothing that was there when syncing began",
    { known: leftOutAtBaseline, ...inGoogleOnly },
    twoWay,
    remembered,
  ],
  ["N11, P7, W2: but Populate does", { known: leftOutAtBaseline, ...inGoogleOnly }, populateStudio, toStudio],

  ...[anew, baseline(calm), leftOut].map(
    (known) =>
      [
        `N12, W5: adopts two items paired, ${known.kind}, and fills the empty field`,
        { known, studio: inStudio(), google: inGoogle({ ...other, notes: "Bring the dog" }) },
        oneWay,
        {
          kind: "change",
          key: "1",
          toStudio: { notes: "Bring the dog" },
          toGoogle: {},
          agreed: { studio: { ...calm, notes: "Bring the dog" }, google: { ...other, notes: "Bring the dog" } },
          lost: [],
        },
      ] as const,
  ),
  [
    "N12, W5: adopts identical items without a write",
    { known: anew, studio: inStudio(), google: inGoogle() },
    twoWay,
    { kind: "agree", key: "1", agreed: { studio: calm, google: calm } },
  ],
  [
    "N13: forgets an entry gone before it was ever sent",
    { known: anew, studio: gone, google: notInGoogle },
    twoWay,
    forgotten,
  ],
  [
    "N13: forgets a baseline that is gone",
    { known: baseline(calm), studio: gone, google: notInGoogle },
    twoWay,
    forgotten,
  ],
];

describe("the plan for what is not linked", () => {
  for (const [title, pair, settings, action] of table) {
    it(title, () => {
      assert.deepEqual(planPair(aPair(pair), settings), action);
    });
  }

  it("C5, C8: brings a new event in whole, though one way nothing of it is touched later", () => {
    const untouched = rules({ fields: { title: "untouched", when: "to-google", notes: "untouched" } });
    const part = { when: "Monday" };
    assert.deepEqual(planPair(aPair({ known: anew, ...inGoogleOnly, rules: untouched }), populateStudio), {
      ...toStudio,
      agreed: { studio: part, google: part },
    });
  });

  it("C2, C25: sends nothing of a field that is untouched", () => {
    const part = { title: "Portrait", when: "Monday" };
    const withoutNotes = rules({ fields: { title: "both", when: "to-google", notes: "untouched" } });
    assert.deepEqual(planPair(aPair({ known: anew, ...inStudioOnly, rules: withoutNotes }), twoWay), {
      ...toGoogle,
      fields: part,
      agreed: { studio: part, google: part },
    });
  });
});
