import assert from "node:assert/strict";

import { matchPeople } from "../../../src/google-sync/contacts/index.js";
import type { Recognizable } from "../../../src/google-sync/contacts/matching.js";

function person(key: string, values: Partial<Recognizable> = {}): Recognizable {
  return { key, firstName: "Zoë", lastName: "Cruz", company: "", emails: [], phones: [], ...values };
}

const zoe = person("client", { emails: ["zoe@example.test"], phones: ["+12125550123"] });

describe("who is the same person", () => {
  for (const [what, others, match] of [
    ["an equal name and email", [person("a", { emails: ["ZOE@example.test"] })], { kind: "bound", to: "a" }],
    ["an equal name and phone", [person("a", { phones: ["+12125550123"] })], { kind: "bound", to: "a" }],
    [
      "an equal name written otherwise",
      [person("a", { firstName: "ZOË ", lastName: " cruz", phones: ["+12125550123"] })],
      { kind: "bound", to: "a" },
    ],
    ["an equal name alone", [person("a")], { kind: "unclear", candidates: ["a"] }],
    [
      "an equal email alone",
      [person("a", { firstName: "Paul", emails: ["zoe@example.test"] })],
      { kind: "unclear", candidates: ["a"] },
    ],
    [
      "two alike",
      [person("a", { emails: ["zoe@example.test"] }), person("b", { emails: ["zoe@example.test"] })],
      { kind: "unclear", candidates: ["a", "b"] },
    ],
    [
      "one sure and one less so",
      [person("a", { emails: ["zoe@example.test"] }), person("b")],
      { kind: "bound", to: "a" },
    ],
    ["nobody alike", [person("a", { firstName: "Paul", emails: ["paul@example.test"] })], { kind: "none" }],
    ["somebody without a name", [person("a", { firstName: "", lastName: "" })], { kind: "none" }],
  ] as const) {
    it(`K6: ${what}: ${match.kind}`, () => {
      assert.deepEqual(matchPeople([zoe], others).get("client"), match);
    });
  }

  it("K6: two people who could both be the same one are not bound", () => {
    const contact = person("a", { emails: ["zoe@example.test"] });
    const matches = matchPeople([zoe, person("other", { emails: ["zoe@example.test"] })], [contact]);
    assert.deepEqual(
      [...matches.values()].map(({ kind }) => kind),
      ["unclear", "unclear"],
    );
  });

  it("K6, K7: a company without a person goes by its own name; nameless people are never alike by having none", () => {
    const acme = person("acme", { firstName: "", lastName: "", company: "Acme", phones: ["5550100"] });
    const nameless = person("nobody", { firstName: "", lastName: "" });
    const matches = matchPeople(
      [acme, nameless],
      [
        { ...acme, key: "a" },
        { ...nameless, key: "b" },
      ],
    );
    assert.deepEqual(Object.fromEntries(matches), { acme: { kind: "bound", to: "a" }, nobody: { kind: "none" } });
  });
});
