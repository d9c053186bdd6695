import assert from "node:assert/strict";

import { pairIdentical } from "../../../src/google-sync/engine/index.js";

interface Item {
  readonly id: string;
  readonly identity: string;
}

const items = (side: string, ...identities: string[]): readonly Item[] =>
  identities.map((identity, index) => ({ id: `${side}${index + 1}`, identity }));

const identityOf = { studio: (item: Item) => item.identity, google: (item: Item) => item.identity };

/** The ids paired, "s1 g1". */
function paired(studio: readonly Item[], google: readonly Item[]): readonly string[] {
  return pairIdentical(studio, google, identityOf).map((pair) => `${pair.studio.id} ${pair.google.id}`);
}

describe("pairing of identical items", () => {
  const table: readonly (readonly [
    title: string,
    studio: readonly string[],
    google: readonly string[],
    pairs: readonly string[],
  ])[] = [
    ["pairs one with one", ["Portrait"], ["Portrait"], ["s1 g1"]],
    ["leaves what is less than identical", ["Portrait"], ["portrait"], []],
    ["leaves the studio's surplus", ["Portrait", "Portrait", "Portrait"], ["Portrait", "Portrait"], ["s1 g1", "s2 g2"]],
    ["leaves Google's surplus", ["Portrait"], ["Portrait", "Portrait"], ["s1 g1"]],
    [
      "pairs earlier ones first, in the studio's order",
      ["Wedding", "Portrait", "Wedding"],
      ["Portrait", "Wedding", "Party", "Wedding"],
      ["s1 g2", "s2 g1", "s3 g4"],
    ],
    ["pairs nothing with nothing", [], ["Portrait"], []],
    ["pairs nothing where Google is empty", ["Portrait"], [], []],
  ];
  for (const [title, studio, google, pairs] of table) {
    it(`W5: ${title}`, () => {
      assert.deepEqual(paired(items("s", ...studio), items("g", ...google)), pairs);
    });
  }

  it("W5: asks each side for its own identity", () => {
    const pairs = pairIdentical([{ text: "Portrait" }], [{ summary: "Portrait" }], {
      studio: ({ text }) => text,
      google: ({ summary }) => summary,
    });
    assert.deepEqual(pairs, [{ studio: { text: "Portrait" }, google: { summary: "Portrait" } }]);
  });
});
