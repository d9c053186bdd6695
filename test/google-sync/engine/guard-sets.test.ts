import assert from "node:assert/strict";

import { defaultGuardLimits, guard } from "../../../src/google-sync/engine/index.js";
import type { Action, GuardedItem, GuardLimits } from "../../../src/google-sync/engine/index.js";

const item: GuardedItem = { isToCome: false, repeat: undefined, isApproved: false, moved: undefined };
const limits: GuardLimits = {
  ...defaultGuardLimits,
  replacements: { count: 20, share: 0.2 },
  creations: { count: 50, share: 0.2 },
};
const fields = { name: "Ada" };

const made: Readonly<Record<string, (key: string) => Action>> = {
  leaving: (key) => ({ kind: "leave-set", key }),
  ended: (key) => ({ kind: "end-link", key, isForGood: false }),
  changed: (key) => ({
    kind: "change",
    key,
    toStudio: fields,
    toGoogle: fields,
    agreed: { studio: fields, google: fields },
    lost: [],
  }),
  created: (key) => ({ kind: "create-in-studio", key, fields, agreed: { studio: fields, google: fields } }),
  agreed: (key) => ({ kind: "agree", key, agreed: { studio: fields, google: fields } }),
};

interface Case {
  readonly title: string;
  readonly what: string;
  readonly count: number;
  readonly of: number;
  readonly item?: Partial<GuardedItem>;
  readonly limits?: GuardLimits;
  /** The question and why; undefined where all pass. */
  readonly held: readonly [string, string] | undefined;
}

const inStudio: Partial<GuardedItem> = { replaces: ["studio"] };
const inGoogle: Partial<GuardedItem> = { replaces: ["google"] };
const left: Partial<GuardedItem> = { leavesSet: true };

const cases: readonly Case[] = [
  { title: "ten leaving pass", what: "leaving", count: 10, of: 40, held: undefined },
  { title: "eleven are held", what: "leaving", count: 11, of: 40, held: ["many-leaving-in-google", "11 of 40"] },
  { title: "a fifth passes", what: "leaving", count: 40, of: 200, held: undefined },
  { title: "more is held", what: "leaving", count: 41, of: 200, held: ["many-leaving-in-google", "41 of 200"] },
  { title: "both of two pass", what: "leaving", count: 2, of: 2, held: undefined },
  { title: "all three are held", what: "leaving", count: 3, of: 3, held: ["many-leaving-in-google", "3 of 3"] },
  { title: "three of four pass", what: "leaving", count: 3, of: 4, held: undefined },
  {
    title: "all three the studio lets go are held",
    what: "ended",
    count: 3,
    of: 3,
    item: left,
    held: ["many-leaving-in-studio", "3 of 3"],
  },
  { title: "links that end otherwise are none", what: "ended", count: 30, of: 30, held: undefined },
  { title: "other actions of items leaving are none", what: "agreed", count: 30, of: 30, item: left, held: undefined },
  { title: "twenty replaced pass", what: "changed", count: 20, of: 40, item: inStudio, held: undefined },
  {
    title: "21 in the studio are held",
    what: "changed",
    count: 21,
    of: 40,
    item: inStudio,
    held: ["many-replacements-in-studio", "21 of 40"],
  },
  {
    title: "21 in Google are held",
    what: "changed",
    count: 21,
    of: 40,
    item: inGoogle,
    held: ["many-replacements-in-google", "21 of 40"],
  },
  { title: "a fifth replaced passes", what: "changed", count: 200, of: 1000, item: inStudio, held: undefined },
  { title: "changes that replace nothing pass", what: "changed", count: 30, of: 40, held: undefined },
  {
    title: "without a limit replacements pass",
    what: "changed",
    count: 30,
    of: 40,
    item: inStudio,
    limits: defaultGuardLimits,
    held: undefined,
  },
  { title: "fifty new ones pass", what: "created", count: 50, of: 0, held: undefined },
  {
    title: "51 new ones are held",
    what: "created",
    count: 51,
    of: 0,
    held: ["many-creations-in-studio", "51, beside 0"],
  },
  { title: "a fifth of new ones passes", what: "created", count: 200, of: 1000, held: undefined },
  { title: "what is not new is none", what: "agreed", count: 60, of: 0, held: undefined },
  {
    title: "without a limit new ones pass",
    what: "created",
    count: 60,
    of: 0,
    limits: defaultGuardLimits,
    held: undefined,
  },
];

describe("the guards of sets", () => {
  for (const one of cases) {
    const keys = Array.from({ length: one.count }, (_, index) => `key ${index + 1}`);
    const actions = keys.flatMap((key) => made[one.what]?.(key) ?? []);
    const of = (more: Partial<GuardedItem>) => () => ({ ...item, ...one.item, ...more });
    const totals = { all: one.of, toCome: one.of };

    it(`G1, G2: ${one.title}: ${one.count} ${one.what} of ${one.of}`, () => {
      const { held, free } = guard(actions, of({}), totals, one.limits ?? limits);
      const [question, why] = one.held ?? [];
      assert.deepEqual([held, free.length], one.held === undefined ? [[], one.count] : [[{ question, keys, why }], 0]);
    });

    it(`G8: ${one.title}, confirmed they pass`, () => {
      assert.deepEqual(guard(actions, of({ isApproved: true }), totals, one.limits ?? limits).held, []);
    });
  }
});
