import assert from "node:assert/strict";

import { guardPlan } from "../../../src/google-sync/engine/index.js";
import type { Action, GuardedItem, Pair } from "../../../src/google-sync/engine/index.js";
import { aPair } from "./builders.js";

interface Item {
  readonly pair: Pair;
  readonly isNewlyTwoWay: boolean;
}

const nothing: GuardedItem = { isToCome: true, repeat: undefined, isApproved: false, moved: undefined };

function itemOf(key: string, more: Partial<Pair> = {}, isNewlyTwoWay = true): readonly [string, Item] {
  return [key, { pair: aPair({ key, ...more }), isNewlyTwoWay }];
}

function guarded(actions: readonly Action[], items: readonly (readonly [string, Item])[]) {
  return guardPlan(actions, new Map(items), {
    guarded: () => nothing,
    totals: { all: 100, toCome: 100 },
    limits: { deletions: 10, deletionShare: 0.2, moves: 10, moveShare: 0.5 },
    isNewlyTwoWay: (item) => item.isNewlyTwoWay,
  });
}

describe("a guarded plan", () => {
  const fromGoogle: readonly Action[] = [
    { kind: "remove-from-studio", key: "a" },
    { kind: "leave-set", key: "a" },
    { kind: "ask", key: "a", question: "deleted-in-google" },
    { kind: "create-in-google", key: "a", fields: {}, agreed: { studio: {}, google: {} }, isAnew: true },
    { kind: "change", key: "a", toStudio: { title: "x" }, toGoogle: {}, agreed: { studio: {}, google: {} }, lost: [] },
    {
      kind: "change",
      key: "a",
      toStudio: {},
      toGoogle: { title: "x" },
      agreed: { studio: {}, google: {} },
      lost: [{ field: "title", side: "google", value: "y", why: "later-change-won" }],
    },
  ];
  for (const action of fromGoogle) {
    const lost = action.kind === "change" && action.lost.length > 0 ? " at the cost of Google's value" : "";
    it(`P7: asks about "${action.kind}"${lost} when two-way was just switched on`, () => {
      const { planned, held, waiting } = guarded([action], [itemOf("a")]);
      assert.deepEqual(planned, []);
      assert.deepEqual(held, [{ question: "differences-at-two-way", keys: ["a"], why: "" }]);
      assert.deepEqual(
        waiting.map((one) => one.action),
        [action],
      );
    });
  }

  it("P7: asks about no item that was two-way before, that is new, or that was answered about", () => {
    const action: Action = { kind: "remove-from-studio", key: "a" };
    const others = [
      itemOf("a", {}, false),
      itemOf("a", { known: { kind: "new" } }),
      itemOf("a", { directive: { kind: "keep", side: "google" } }),
    ];
    for (const item of others) assert.deepEqual(guarded([action], [item]).held, []);
  });

  it("P7: asks about nothing that the studio did", () => {
    const actions: readonly Action[] = [
      {
        kind: "change",
        key: "a",
        toStudio: {},
        toGoogle: { title: "x" },
        agreed: { studio: {}, google: {} },
        lost: [],
      },
      { kind: "delete-in-google", key: "a", lost: [] },
      { kind: "create-in-google", key: "a", fields: {}, agreed: { studio: {}, google: {} }, isAnew: false },
    ];
    for (const action of actions) assert.deepEqual(guarded([action], [itemOf("a")]).held, []);
  });

  it("G1: keeps what the guards hold apart from what may be done, each with its item", () => {
    const deleted = Array.from({ length: 30 }, (_, index) => `d${index}`);
    const actions: readonly Action[] = [
      ...deleted.map((key) => ({ kind: "delete-in-google" as const, key, lost: [] })),
      { kind: "rest", key: "a", reason: "" },
    ];
    const items = [...deleted, "a"].map((key) => itemOf(key, {}, false));
    const { planned, held, waiting } = guarded(actions, items);
    assert.deepEqual(
      planned.map(({ item }) => item.pair.key),
      ["a"],
    );
    assert.deepEqual(
      held.map(({ question }) => question),
      ["many-deletions-in-google"],
    );
    assert.deepEqual(
      waiting.map(({ item }) => item.pair.key),
      deleted,
    );
  });
});
