import assert from "node:assert/strict";

import { matchPeople, recognizeClient, recognizeContact } from "../../../src/google-sync/contacts/index.js";
import type { Recognizable } from "../../../src/google-sync/contacts/matching.js";
import { aContact } from "../../support/a-contact.js";
import { aCard, american } from "./builders.js";

function person(key: string, values: Partial<Recognizable> = {}): Recognizable {
  return { key, firstName: "Zoë", lastName: "Cruz", company: "", emails: [], phones: [], ...values };
}

const record = {
  id: 7,
  guid: "client-7",
  version: "1",
  changedAt: new Date("2026-03-02T09:00:00Z"),
  isInactive: false,
  isDeleted: false,
  mergedInto: undefined,
};
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
    [
      "first and last name parted elsewhere",
      [person("a", { firstName: "ZoëC", lastName: "ruz", emails: [] })],
      { kind: "none" },
    ],
    ["a name with spaces where the other has none", [person("a", { firstName: "Z oë", emails: [] })], { kind: "none" }],
    ["a last name alone", [person("a", { firstName: "", emails: [] })], { kind: "none" }],
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

  it("K6: half a name is a name: two of one last name alone are not told apart by their companies", () => {
    const alone = { firstName: "", emails: ["zoe@example.test"] };
    const matches = matchPeople([person("c", { ...alone, company: "A" })], [person("a", { ...alone, company: "B" })]);
    assert.deepEqual(matches.get("c"), { kind: "bound", to: "a" });
  });

  it("K6: a client is recognised by its name, company, email and numbers", () => {
    const card = aCard({
      firstName: "Zoë",
      lastName: "Cruz",
      company: "Cruz & Co",
      email: "zoe@example.test",
      phones: [{ id: 1, label: "Mobile", number: "(212) 555-0123" }],
    });
    assert.deepEqual(recognizeClient({ ...card, ...record }, american), {
      key: "7",
      firstName: "Zoë",
      lastName: "Cruz",
      company: "Cruz & Co",
      emails: ["zoe@example.test"],
      phones: ["+12125550123"],
    });
  });

  it("K6: a contact is recognised by all its emails and numbers", () => {
    const contact = aContact(3, 1, {
      fields: {
        names: [{ givenName: "Zoë", familyName: "Cruz" }],
        organizations: [{ name: "Cruz & Co" }],
        emailAddresses: [{ value: "a@example.test" }, { value: "b@example.test" }],
        phoneNumbers: [{ value: "(212) 555-0123", type: "mobile" }, { value: "ask Tim" }],
      },
    });
    assert.deepEqual(recognizeContact(contact, american), {
      key: "people/c3",
      firstName: "Zoë",
      lastName: "Cruz",
      company: "Cruz & Co",
      emails: ["a@example.test", "b@example.test"],
      phones: ["+12125550123", "ask Tim"],
    });
  });
});
