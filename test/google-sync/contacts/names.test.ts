import assert from "node:assert/strict";

import {
  displayNameOf,
  displayNameOfContact,
  shownField,
  shownFieldName,
} from "../../../src/google-sync/contacts/index.js";
import { aCard, aContactWith, american } from "./builders.js";

const phones = [
  { id: 1, label: "", number: "555 0100" },
  { id: 2, label: "", number: "555 0101" },
];
const everything = { firstName: "Zoë", lastName: "Cruz", company: "Cruz & Co", email: "zoe@example.test", phones };

describe("what clients and contacts are called", () => {
  for (const [missing, name] of [
    [{}, "Zoë Cruz"],
    [{ firstName: "" }, "Cruz"],
    [{ lastName: "" }, "Zoë"],
    [{ firstName: "", lastName: "" }, "Cruz & Co"],
    [{ firstName: "", lastName: "", company: "" }, "zoe@example.test"],
    [{ firstName: "", lastName: "", company: "", email: "" }, "555 0100"],
    [{ firstName: "", lastName: "", company: "", email: "", phones: [] }, ""],
  ] as const) {
    it(`K7: a client or contact without ${Object.keys(missing).join(", ") || "any lack"} is called "${name}"`, () => {
      const card = { ...everything, ...missing };
      const contact = aContactWith({
        names: [{ givenName: card.firstName, familyName: card.lastName }],
        organizations: [{ name: card.company }],
        emailAddresses: [{ value: card.email }],
        phoneNumbers: card.phones.map(({ number }) => ({ value: number, type: "mobile" })),
      });
      assert.deepEqual([displayNameOf(aCard(card)), displayNameOfContact(contact, american)], [name, name]);
    });
  }

  for (const [field, value, shown] of [
    ["name", "Zoë\tCruz", "Zoë Cruz"],
    ["name", "\tCruz", "Cruz"],
    ["main address", "1 Main St\tChicago\t\t60601\t", "1 Main St, Chicago, 60601"],
    ["phone 17", "mobile\t+12125550123", "mobile, +12125550123"],
    ["company", "Cruz & Co", "Cruz & Co"],
    ["company", "", ""],
  ] as const) {
    it(`K4: reports show the ${field} "${value.replaceAll("\t", "|")}" as "${shown}"`, () => {
      assert.equal(shownField(field, value), shown);
    });
  }

  it("K4: every phone is called phone, and all other fields by their names", () => {
    const shown = ["phone 17", "phone new 1", "name", "phonebook"].map(shownFieldName);
    assert.deepEqual(shown, ["phone", "phone", "name", "phonebook"]);
  });
});
