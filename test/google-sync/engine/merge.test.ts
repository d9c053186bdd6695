import assert from "node:assert/strict";

import { changedAtAfter, laterOf, merge } from "../../../src/google-sync/engine/index.js";
import type { Agreed, FieldRule, Later, LostValue } from "../../../src/google-sync/engine/index.js";

/** What was agreed (undefined: never), what the studio and what Google hold, and which is later. */
interface Situation {
  readonly name: string;
  readonly agreed: string | undefined;
  readonly ours: string;
  readonly theirs: string;
  readonly later: Later;
}

const situations = {
  same: { name: "nothing changed", agreed: "old", ours: "old", theirs: "old", later: "google" },
  ours: { name: "the studio changed it", agreed: "old", ours: "ours", theirs: "old", later: "google" },
  theirs: { name: "Google changed it", agreed: "old", ours: "old", theirs: "theirs", later: "studio" },
  bothStudioLater: {
    name: "both changed it, the studio later",
    agreed: "old",
    ours: "ours",
    theirs: "theirs",
    later: "studio",
  },
  bothGoogleLater: {
    name: "both changed it, Google later",
    agreed: "old",
    ours: "ours",
    theirs: "theirs",
    later: "google",
  },
  bothEqual: { name: "both changed it to the same", agreed: "old", ours: "new", theirs: "new", later: "google" },
  neverEqual: {
    name: "it was never agreed on and is equal",
    agreed: undefined,
    ours: "old",
    theirs: "old",
    later: "google",
  },
  neverUnequal: {
    name: "it was never agreed on and differs",
    agreed: undefined,
    ours: "ours",
    theirs: "theirs",
    later: "google",
  },
  neverOursEmpty: {
    name: "it was never agreed on and the studio's is empty",
    agreed: undefined,
    ours: "",
    theirs: "theirs",
    later: "studio",
  },
  neverTheirsEmpty: {
    name: "it was never agreed on and Google's is empty",
    agreed: undefined,
    ours: "ours",
    theirs: "",
    later: "google",
  },
  neverBothEmpty: {
    name: "it was never agreed on and both are empty",
    agreed: undefined,
    ours: "",
    theirs: "",
    later: "google",
  },
} as const satisfies Record<string, Situation>;

type Outcome =
  | "nothing"
  | "nothing, and it stays a difference"
  | "→ google"
  | "→ studio"
  | `→ google, lost ${LostValue["why"]}`
  | `→ studio, lost ${LostValue["why"]}`;

const nothing = "nothing";
const stays = "nothing, and it stays a difference";
const table: Readonly<Record<Exclude<FieldRule, "untouched">, Record<keyof typeof situations, Outcome>>> = {
  both: {
    same: nothing,
    ours: "→ google",
    theirs: "→ studio",
    bothStudioLater: "→ google, lost later-change-won",
    bothGoogleLater: "→ studio, lost later-change-won",
    bothEqual: nothing,
    neverEqual: nothing,
    neverUnequal: nothing,
    neverOursEmpty: "→ studio",
    neverTheirsEmpty: "→ google",
    neverBothEmpty: nothing,
  },
  "to-google": {
    same: nothing,
    ours: "→ google",
    theirs: stays,
    bothStudioLater: "→ google, lost one-way",
    bothGoogleLater: "→ google, lost one-way",
    bothEqual: nothing,
    neverEqual: nothing,
    neverUnequal: nothing,
    neverOursEmpty: nothing,
    neverTheirsEmpty: "→ google",
    neverBothEmpty: nothing,
  },
  "from-google": {
    same: nothing,
    ours: nothing,
    theirs: "→ studio",
    bothStudioLater: "→ studio, lost one-way",
    bothGoogleLater: "→ studio, lost one-way",
    bothEqual: nothing,
    neverEqual: nothing,
    neverUnequal: nothing,
    neverOursEmpty: "→ studio",
    neverTheirsEmpty: nothing,
    neverBothEmpty: nothing,
  },
  "google-holds": {
    same: nothing,
    ours: nothing,
    theirs: "→ studio",
    bothStudioLater: "→ studio, lost one-way",
    bothGoogleLater: "→ studio, lost one-way",
    bothEqual: nothing,
    neverEqual: nothing,
    neverUnequal: "→ studio",
    neverOursEmpty: "→ studio",
    neverTheirsEmpty: "→ studio",
    neverBothEmpty: nothing,
  },
  "studio-rules": {
    same: nothing,
    ours: "→ google",
    theirs: "→ google, lost put-back",
    bothStudioLater: "→ google, lost put-back",
    bothGoogleLater: "→ google, lost put-back",
    bothEqual: nothing,
    neverEqual: nothing,
    neverUnequal: nothing,
    neverOursEmpty: nothing,
    neverTheirsEmpty: "→ google",
    neverBothEmpty: nothing,
  },
};
const numbers: Readonly<Record<keyof typeof table, string>> = {
  both: "C15, W5",
  "to-google": "C23",
  "from-google": "C10",
  "google-holds": "C8",
  "studio-rules": "C7, X1",
};

/** The whole result a table's cell stands for. */
function mergedOf(outcome: Outcome, { ours, theirs }: Situation) {
  const isToStudio = outcome.startsWith("→ studio");
  const isToGoogle = outcome.startsWith("→ google");
  const theirsAgreed = outcome === stays ? "old" : theirs;
  const why = outcome.split(", lost ")[1];
  return {
    toStudio: isToStudio ? { it: theirs } : {},
    toGoogle: isToGoogle ? { it: ours } : {},
    agreed: { studio: { it: isToStudio ? theirs : ours }, google: { it: isToGoogle ? ours : theirsAgreed } },
    lost:
      why === undefined
        ? []
        : [{ field: "it", side: isToStudio ? "studio" : "google", value: isToStudio ? ours : theirs, why }],
  };
}

function mergeOne(rule: FieldRule, { agreed, ours, theirs, later }: Situation) {
  const known: Record<string, string> = agreed === undefined ? {} : { it: agreed };
  return merge({
    agreed: { studio: known, google: known },
    studio: { it: ours },
    google: { it: theirs },
    rules: { it: rule },
    later,
  });
}

describe("the merge of one field", () => {
  for (const rule of ["both", "to-google", "from-google", "google-holds", "studio-rules"] as const) {
    for (const id of Object.keys(situations) as (keyof typeof situations)[]) {
      // Object.keys of a constant object: nothing but its own keys.
      const outcome = table[rule][id];
      it(`${numbers[rule]}: ${rule}, ${situations[id].name}: ${outcome}`, () => {
        assert.deepEqual(mergeOne(rule, situations[id]), mergedOf(outcome, situations[id]));
      });
    }
  }

  for (const situation of Object.values(situations)) {
    it(`C2, C25: untouched, ${situation.name}: it is not even remembered`, () => {
      assert.deepEqual(mergeOne("untouched", situation), {
        toStudio: {},
        toGoogle: {},
        agreed: { studio: {}, google: {} },
        lost: [],
      });
    });
  }
});

describe("the merge of several fields", () => {
  it("C15: goes by field", () => {
    assert.deepEqual(
      merge({
        agreed: { studio: { title: "Portrait", when: "Monday" }, google: { title: "Portrait", when: "Monday" } },
        studio: { title: "Wedding", when: "Monday" },
        google: { title: "Portrait", when: "Friday" },
        rules: { title: "both", when: "both" },
        later: "studio",
      }),
      {
        toStudio: { when: "Friday" },
        toGoogle: { title: "Wedding" },
        agreed: { studio: { title: "Wedding", when: "Friday" }, google: { title: "Wedding", when: "Friday" } },
        lost: [],
      },
    );
  });

  it("C11: compares each side with what it held itself", () => {
    const studio = { notes: "A long te" };
    const google = { notes: "A long text" };
    assert.deepEqual(merge({ agreed: { studio, google }, studio, google, rules: { notes: "both" }, later: "google" }), {
      toStudio: {},
      toGoogle: {},
      agreed: { studio, google },
      lost: [],
    });
  });

  it("C15: leaves a field that is absent on a side, or has no rule", () => {
    assert.deepEqual(
      merge({
        agreed: { studio: { title: "Portrait" }, google: { title: "Portrait" } },
        studio: { title: "Wedding", notes: "Bring the dog", colour: "red" },
        google: { when: "Friday", colour: "blue" },
        rules: { title: "both", when: "both", notes: "both" },
        later: "studio",
      }),
      { toStudio: {}, toGoogle: {}, agreed: { studio: {}, google: {} }, lost: [] },
    );
  });

  const onlyOne: readonly (readonly [side: string, agreed: Agreed])[] = [
    ["the studio", { studio: { it: "old" }, google: {} }],
    ["Google", { studio: {}, google: { it: "old" } }],
  ];
  for (const [side, agreed] of onlyOne) {
    it(`W5: what only ${side} is known to have held was never agreed on`, () => {
      const sides = { agreed, studio: { it: "ours" }, google: { it: "theirs" }, later: "studio" } as const;
      assert.deepEqual(merge({ ...sides, rules: { it: "both" } }), {
        toStudio: {},
        toGoogle: {},
        agreed: { studio: { it: "ours" }, google: { it: "theirs" } },
        lost: [],
      });
    });
  }
});

describe("the later of two changes", () => {
  const noon = new Date("2026-03-02T12:00:00Z");
  const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
  const table: readonly (readonly [string, Date | undefined, Date | undefined, Later])[] = [
    ["the same instant is a tie", noon, noon, "studio"],
    ["Google 59 s later is a tie", noon, after(59), "studio"],
    ["Google 59.999 s later is a tie", noon, after(59.999), "studio"],
    ["Google 60 s later wins", noon, after(60), "google"],
    ["the studio 59 s later is a tie", after(59), noon, "studio"],
    ["the studio 60 s later wins", after(60), noon, "studio"],
    ["the studio's unknown is a tie", undefined, after(3600), "studio"],
    ["Google's unknown is a tie", noon, undefined, "studio"],
    ["both unknown is a tie", undefined, undefined, "studio"],
  ];
  for (const [title, studio, google, later] of table) {
    it(`C15: ${title}`, () => {
      assert.equal(laterOf(studio, google), later);
    });
  }
});

describe("the clock of a record that took a change of Google's", () => {
  const noon = new Date("2026-03-02T12:00:00Z");
  const after = (milliseconds: number) => new Date(noon.getTime() + milliseconds);
  const table: readonly (readonly [string, Date | undefined, Date])[] = [
    ["a new record has Google's", undefined, noon],
    ["one changed before has Google's", after(-60_000), noon],
    ["one changed at the same instant moves on all the same", noon, after(1)],
    ["one changed later keeps its own, moved on", after(5000), after(5001)],
  ];
  for (const [title, studio, expected] of table) {
    it(`C15: ${title}`, () => {
      assert.deepEqual(changedAtAfter(studio, noon), expected);
    });
  }
});
