import assert from "node:assert/strict";

import { defaultGuardLimits, guard } from "../../../src/google-sync/engine/index.js";
import type { Action, GuardedItem, GuardLimits, Held, LinkedTotals } from "../../../src/google-sync/engine/index.js";

type Side = "studio" | "google";
type ItemOf = (key: string) => GuardedItem;

const past: GuardedItem = { isToCome: false, repeat: undefined, isApproved: false, moved: undefined };
const toCome: GuardedItem = { ...past, isToCome: true };
const manyOfThem: LinkedTotals = { all: 1000, toCome: 1000 };

function keys(count: number, prefix = "key "): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}

const deletionOn: Readonly<Record<Side, (key: string) => Action>> = {
  studio: (key) => ({ kind: "remove-from-studio", key }),
  google: (key) => ({ kind: "delete-in-google", key, lost: [] }),
};

function changeOf(key: string): Action {
  const when = { when: "Monday" };
  return { kind: "change", key, toStudio: when, toGoogle: when, agreed: { studio: when, google: when }, lost: [] };
}

function movedBy(minutes: number, side: Side = "google"): GuardedItem {
  return { ...toCome, moved: { side, minutes } };
}

function heldOf(actions: readonly Action[], item: GuardedItem | ItemOf, totals: LinkedTotals, limits?: GuardLimits) {
  return guard(actions, typeof item === "function" ? item : () => item, totals, limits).held;
}

describe("the guard against deletions", () => {
  const table: readonly (readonly [
    title: string,
    count: number,
    item: GuardedItem,
    totals: LinkedTotals,
    isHeld: boolean,
  ])[] = [
    ["10 of 49 pass", 10, past, { all: 49, toCome: 0 }, false],
    ["11 of 49 are held", 11, past, { all: 49, toCome: 0 }, true],
    ["10 of 50 pass", 10, past, { all: 50, toCome: 0 }, false],
    ["11 of 51 are held", 11, past, { all: 51, toCome: 0 }, true],
    ["11 of 55 are 20 % and pass", 11, past, { all: 55, toCome: 0 }, false],
    ["12 of 55 are held", 12, past, { all: 55, toCome: 0 }, true],
    ["200 of 1000 pass", 200, past, manyOfThem, false],
    ["201 of 1000 are held", 201, past, manyOfThem, true],
    ["200 of 999 are held", 200, past, { all: 999, toCome: 0 }, true],
    ["11 of the 20 to come are held though few of all", 11, toCome, { all: 1000, toCome: 20 }, true],
    ["10 of the 20 to come pass", 10, toCome, { all: 1000, toCome: 20 }, false],
    ["11 past ones do not count against those to come", 11, past, { all: 1000, toCome: 20 }, false],
    ["two of two pass", 2, toCome, { all: 2, toCome: 2 }, false],
    ["three of three are held", 3, past, { all: 3, toCome: 0 }, true],
    ["three of four pass", 3, toCome, { all: 4, toCome: 4 }, false],
    ["ten of ten are held", 10, toCome, { all: 10, toCome: 10 }, true],
    ["all three to come are held though few of all", 3, toCome, { all: 500, toCome: 3 }, true],
    ["both of two to come pass", 2, toCome, { all: 500, toCome: 2 }, false],
    ["one more than are linked is held", 4, past, { all: 3, toCome: 0 }, true],
  ];
  for (const side of ["studio", "google"] as const) {
    for (const [title, count, item, totals, isHeld] of table) {
      it(`G1: in ${side}, ${title}`, () => {
        const actions = keys(count).map(deletionOn[side]);
        const question = `many-deletions-in-${side}`;
        assert.deepEqual(
          heldOf(actions, item, totals).map((held) => ({ question: held.question, keys: held.keys })),
          isHeld ? [{ question, keys: keys(count) }] : [],
        );
      });
    }
  }

  it("G2: holds what a side that looks emptied would delete, and says how much that is", () => {
    const item = (key: string) => (key === "key 1" ? past : toCome);
    assert.deepEqual(heldOf(keys(4).map(deletionOn.studio), item, { all: 4, toCome: 3 }), [
      {
        question: "many-deletions-in-studio",
        keys: keys(4),
        why: "4 of 4 linked items would be deleted, 3 of the 3 still to come",
      },
    ]);
  });

  it("C13: counts a question about a deletion as a deletion, and no other question", () => {
    const asks = keys(3).map((key): Action => ({ kind: "ask", key, question: "deleted-in-google" }));
    const others = keys(3).map((key): Action => ({ kind: "ask", key, question: "zone-changed" }));
    const totals = { all: 3, toCome: 3 };
    assert.deepEqual(
      [heldOf(asks, toCome, totals), heldOf(others, toCome, totals)].map((held) => held.map(({ keys }) => keys)),
      [[keys(3)], []],
    );
  });

  it("G1: counts each side on its own", () => {
    const actions = [...keys(10, "s").map(deletionOn.studio), ...keys(10, "g").map(deletionOn.google)];
    assert.deepEqual(
      guard(actions, () => past, { all: 50, toCome: 0 }),
      { free: actions, held: [] },
    );
  });

  it("G1: holds both sides where both delete too much", () => {
    const actions = [...keys(11, "s").map(deletionOn.studio), ...keys(11, "g").map(deletionOn.google)];
    assert.deepEqual(
      heldOf(actions, past, { all: 50, toCome: 0 }).map(({ question, keys }) => [question, keys]),
      [
        ["many-deletions-in-studio", keys(11, "s")],
        ["many-deletions-in-google", keys(11, "g")],
      ],
    );
  });

  it("G1: lets everything else go on", () => {
    const create: Action = { kind: "create-in-studio", key: "new", fields: {}, agreed: { studio: {}, google: {} } };
    const others: readonly Action[] = [
      changeOf("changed"),
      create,
      { kind: "cancel-in-studio", key: "cancelled" },
      { kind: "end-link", key: "ended", isForGood: false },
    ];
    const actions = [...others, ...keys(3).map(deletionOn.google)];
    assert.deepEqual(guard(actions, () => toCome, { all: 3, toCome: 3 }).free, others);
  });

  it("G1: counts the occurrences of one repeat once, but holds each", () => {
    const weekly = { ...toCome, repeat: "weekly" };
    const item = (key: string) => (key.startsWith("weekly") ? weekly : toCome);
    const held = (singles: number) => {
      const actions = [...keys(30, "weekly ").map(deletionOn.google), ...keys(singles).map(deletionOn.google)];
      return heldOf(actions, item, { all: 50, toCome: 50 }).map(({ keys }) => keys.length);
    };
    assert.deepEqual([held(9), held(10)], [[], [40]]);
  });

  it("G1: says so where a repeat was counted once", () => {
    const item = (key: string) => ({ ...past, repeat: key === "key 1" || key === "key 2" ? "weekly" : undefined });
    const [held] = heldOf(keys(4).map(deletionOn.google), item, { all: 3, toCome: 0 });
    assert.equal(held?.why, "3 of 3 linked items would be deleted, 0 of the 0 still to come, one repeat counted once");
  });

  it("G1: takes an item named like a repeat for one of its own", () => {
    const item = (key: string) => (key === "weekly" ? toCome : { ...toCome, repeat: "weekly" });
    const actions = ["weekly", ...keys(2)].map(deletionOn.google);
    assert.deepEqual(
      [2, 3].map((all) => heldOf(actions, item, { all, toCome: all }, { ...defaultGuardLimits, deletions: 1 }).length),
      [1, 1],
    );
  });

  it("G8: lets approved ones pass without counting them", () => {
    const approved = { ...past, isApproved: true };
    const item = (key: string) => (key.startsWith("approved") ? approved : past);
    const held = (others: number) =>
      guard([...keys(50, "approved ").map(deletionOn.google), ...keys(others).map(deletionOn.google)], item, {
        all: 50,
        toCome: 0,
      });
    assert.deepEqual(
      [held(10), held(11)].map(({ free, held }) => [free.length, held.map(({ keys }) => keys.length)]),
      [
        [60, []],
        [50, [11]],
      ],
    );
  });

  it("G1: obeys the studio's limits", () => {
    const limits: GuardLimits = { deletions: 1, deletionShare: 0.5, moves: 10, moveShare: 0.5 };
    const held = (count: number, all: number) =>
      heldOf(keys(count).map(deletionOn.google), past, { all, toCome: 0 }, limits).length;
    assert.deepEqual([held(2, 4), held(3, 5), held(2, 3)], [0, 1, 1]);
  });
});

describe("the guard against moves", () => {
  const table: readonly (readonly [title: string, count: number, minutes: number, toCome: number, isHeld: boolean])[] =
    [
      ["9 of 9 pass", 9, 60, 9, false],
      ["10 of 10 are held", 10, 60, 10, true],
      ["10 of 20 are half and held", 10, 60, 20, true],
      ["10 of 21 pass", 10, 60, 21, false],
      ["11 of 21 are held", 11, -60, 21, true],
      ["10 moved by nothing pass", 10, 0, 10, false],
    ];
  for (const side of ["studio", "google"] as const) {
    for (const [title, count, minutes, toCome, isHeld] of table) {
      it(`G1: in ${side}, ${title}`, () => {
        const question = `many-moves-in-${side}`;
        assert.deepEqual(
          heldOf(keys(count).map(changeOf), movedBy(minutes, side), { all: 1000, toCome }).map((held) => [
            held.question,
            held.keys,
          ]),
          isHeld ? [[question, keys(count)]] : [],
        );
      });
    }
  }

  const offsets: readonly (readonly [minutes: number, words: string])[] = [
    [60, "1 hour later"],
    [-60, "1 hour earlier"],
    [120, "2 hours later"],
    [-330, "330 minutes earlier"],
    [1, "1 minute later"],
    [90, "90 minutes later"],
  ];
  for (const [minutes, words] of offsets) {
    it(`G1: names the zone problem, ${words}`, () => {
      assert.deepEqual(
        heldOf(keys(10).map(changeOf), movedBy(minutes), { all: 30, toCome: 12 }).map(({ why }) => why),
        [`10 of the 12 linked items still to come would move by ${words}, which looks like a time zone problem`],
      );
    });
  }

  const unmoved: readonly (readonly [title: string, item: GuardedItem])[] = [
    ["G1: changes that move nothing pass", toCome],
    ["G1: moves of past items pass", { ...movedBy(60), isToCome: false }],
    ["G8: approved moves pass", { ...movedBy(60), isApproved: true }],
  ];
  for (const [title, item] of unmoved) {
    it(title, () => {
      assert.deepEqual(heldOf(keys(20).map(changeOf), item, { all: 20, toCome: 20 }), []);
    });
  }

  it("G1: only a change moves", () => {
    const actions = keys(20).map((key): Action => ({ kind: "cancel-in-studio", key }));
    assert.deepEqual(heldOf(actions, movedBy(60), { all: 100, toCome: 20 }), []);
  });

  it("G1: mixed offsets do not add up", () => {
    const item = (key: string) => movedBy(Number(key) % 2 === 0 ? 60 : 120);
    assert.deepEqual(heldOf(keys(18, "").map(changeOf), item, { all: 18, toCome: 18 }), []);
  });

  it("G1: holds only those of the one offset", () => {
    const item = (key: string) => movedBy(key.startsWith("hour") ? 60 : 15);
    const actions = [...keys(10, "hour").map(changeOf), ...keys(9, "other").map(changeOf)];
    assert.deepEqual(guard(actions, item, { all: 20, toCome: 20 }).free, actions.slice(10));
  });

  it("G1: holds both halves where half moves forward and half back", () => {
    const item = (key: string) => movedBy(key.startsWith("later") ? 60 : -60);
    const actions = [...keys(10, "later").map(changeOf), ...keys(10, "earlier").map(changeOf)];
    assert.deepEqual(
      heldOf(actions, item, { all: 20, toCome: 20 }).map(({ keys }) => keys),
      [keys(10, "later"), keys(10, "earlier")],
    );
  });

  it("G1: counts each side on its own", () => {
    const item = (key: string) => movedBy(60, key.startsWith("s") ? "studio" : "google");
    const actions = [...keys(9, "s").map(changeOf), ...keys(9, "g").map(changeOf)];
    assert.deepEqual(heldOf(actions, item, { all: 18, toCome: 18 }), []);
  });

  it("G1: counts a repeat once", () => {
    const item = (key: string) => ({ ...movedBy(60), repeat: key.startsWith("weekly") ? "weekly" : undefined });
    const held = (singles: number): readonly Held[] =>
      heldOf([...keys(9, "weekly ").map(changeOf), ...keys(singles).map(changeOf)], item, { all: 12, toCome: 12 });
    assert.deepEqual([held(8).length, held(9).length], [0, 1]);
  });

  it("G1: obeys the studio's limits", () => {
    const limits: GuardLimits = { deletions: 10, deletionShare: 0.2, moves: 2, moveShare: 0.1 };
    const held = (count: number) =>
      heldOf(keys(count).map(changeOf), movedBy(60), { all: 20, toCome: 20 }, limits).length;
    assert.deepEqual([held(1), held(2)], [0, 1]);
  });
});

describe("the guard of synced sets", () => {
  const limits: GuardLimits = {
    ...defaultGuardLimits,
    replacements: { count: 20, share: 0.2 },
    creations: { count: 50, share: 0.2 },
  };
  const leaving: GuardedItem = { ...toCome, leavesSet: true };
  const inGoogle = (key: string): Action => ({ kind: "leave-set", key });
  const inStudio = (key: string): Action => ({ kind: "end-link", key, isForGood: true });
  const made = (key: string): Action => ({
    kind: "create-in-studio",
    key,
    fields: {},
    agreed: { studio: {}, google: {} },
  });

  for (const [title, action, item, count, all, question] of [
    ["ten leaving in Google pass", inGoogle, leaving, 10, 50, undefined],
    ["eleven leaving in Google are held", inGoogle, leaving, 11, 50, "many-leaving-in-google"],
    ["all three leaving in Google are held", inGoogle, leaving, 3, 3, "many-leaving-in-google"],
    ["eleven gone from the group are held", inStudio, leaving, 11, 50, "many-leaving-in-studio"],
    ["ends that are no leaving pass", inStudio, toCome, 11, 50, undefined],
    ["approved ones pass", inGoogle, { ...leaving, isApproved: true }, 11, 50, undefined],
    ["fifty new ones pass", made, toCome, 50, 0, undefined],
    ["fifty-one new ones are held", made, toCome, 51, 0, "many-creations-in-studio"],
    ["a fifth of many new ones passes", made, toCome, 200, 1000, undefined],
    ["twenty replaced pass", changeOf, { ...toCome, replaces: ["google"] }, 20, 50, undefined],
    [
      "twenty-one replaced in Google are held",
      changeOf,
      { ...toCome, replaces: ["google"] },
      21,
      50,
      "many-replacements-in-google",
    ],
    [
      "twenty-one replaced in the studio are held",
      changeOf,
      { ...toCome, replaces: ["studio"] },
      21,
      50,
      "many-replacements-in-studio",
    ],
  ] as const) {
    it(`G1, G2: ${title}`, () => {
      const held = heldOf(keys(count).map(action), item, { all, toCome: all }, limits);
      assert.deepEqual(
        held.map((one) => [one.question, one.keys.length]),
        question === undefined ? [] : [[question, count]],
      );
    });
  }

  it("G1: without limits for them neither new items nor replaced fields are counted", () => {
    const replaced: GuardedItem = { ...toCome, replaces: ["google", "studio"] };
    assert.deepEqual(heldOf([...keys(500).map(made), ...keys(500, "other ").map(changeOf)], replaced, manyOfThem), []);
  });
});
