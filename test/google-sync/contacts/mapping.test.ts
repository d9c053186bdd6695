import assert from "node:assert/strict";

import type { ClientCard } from "../../../src/api/index.js";
import {
  cardChangesOf,
  cutFieldsOf,
  personChangesOf,
  sidesOfContact,
} from "../../../src/google-sync/contacts/index.js";
import type { PersonFields, PersonValue } from "../../../src/google-sync/google/index.js";
import { aCard, aContactWith, american } from "./builders.js";

const home = { street: "1 Main St", city: "Chicago", region: "IL", postalCode: "60601", country: "US" };
const noAddress = { street: "", city: "", region: "", postalCode: "", country: "" };

/** The same thing on both sides, and the field that says it. */
const table: readonly {
  readonly what: string;
  readonly field: string;
  readonly text: string;
  readonly card: Partial<ClientCard>;
  readonly person: PersonFields;
}[] = [
  {
    what: "a name",
    field: "name",
    text: "Zoë\tde la Cruz",
    card: { firstName: "Zoë", lastName: "de la Cruz" },
    person: { names: [{ givenName: "Zoë", familyName: "de la Cruz" }] },
  },
  {
    what: "a name in another script",
    field: "name",
    text: "太郎\t山田",
    card: { firstName: "太郎", lastName: "山田" },
    person: { names: [{ givenName: "太郎", familyName: "山田" }] },
  },
  {
    what: "a last name alone",
    field: "name",
    text: "\tCruz",
    card: { lastName: "Cruz" },
    person: { names: [{ familyName: "Cruz" }] },
  },
  {
    what: "a salutation",
    field: "salutation",
    text: "Dr.",
    card: { salutation: "Dr." },
    person: { names: [{ honorificPrefix: "Dr." }] },
  },
  {
    what: "a company without a person",
    field: "company",
    text: "Cruz & Co",
    card: { company: "Cruz & Co" },
    person: { organizations: [{ name: "Cruz & Co" }] },
  },
  {
    what: "a job title",
    field: "job title",
    text: "Owner",
    card: { jobTitle: "Owner" },
    person: { organizations: [{ title: "Owner" }] },
  },
  {
    what: "an email",
    field: "email",
    text: "zoe@example.test",
    card: { email: "zoe@example.test" },
    person: { emailAddresses: [{ value: "zoe@example.test" }] },
  },
  {
    what: "a main address",
    field: "main address",
    text: "1 Main St\tChicago\tIL\t60601\tUS",
    card: { mainAddress: home },
    person: {
      addresses: [
        { type: "home", city: "Chicago", region: "IL", postalCode: "60601", streetAddress: "1 Main St", country: "US" },
      ],
    },
  },
  {
    what: "a mailing address",
    field: "mailing address",
    text: "PO Box 7\tChicago\t\t\t",
    card: { mailingAddress: { ...noAddress, street: "PO Box 7", city: "Chicago" } },
    person: { addresses: [{ type: "Mailing", city: "Chicago", streetAddress: "PO Box 7" }] },
  },
  {
    what: "a birth date",
    field: "birth date",
    text: "1984-02-29",
    card: { birthDate: "1984-02-29" },
    person: { birthdays: [{ date: { year: 1984, month: 2, day: 29 } }] },
  },
  {
    what: "a birth date without a year",
    field: "birth date",
    text: "--12-31",
    card: { birthDate: "--12-31" },
    person: { birthdays: [{ date: { month: 12, day: 31 } }] },
  },
  {
    what: "an anniversary",
    field: "anniversary",
    text: "2019-06-15",
    card: { anniversary: "2019-06-15" },
    person: { events: [{ type: "anniversary", date: { year: 2019, month: 6, day: 15 } }] },
  },
];

const { limits } = american;
/** Each field of text, just as long as its column and longer by one. */
const columns = (
  [
    ["name", limits.firstName, (text: string) => ({ names: [{ givenName: text }] })],
    ["name", limits.lastName, (text: string) => ({ names: [{ familyName: text }] })],
    ["salutation", limits.salutation, (text: string) => ({ names: [{ honorificPrefix: text }] })],
    ["company", limits.company, (text: string) => ({ organizations: [{ name: text }] })],
    ["job title", limits.jobTitle, (text: string) => ({ organizations: [{ title: text }] })],
    ["email", limits.email, (text: string) => ({ emailAddresses: [{ value: text }] })],
    ["main address", limits.street, (text: string) => ({ addresses: [{ type: "home", streetAddress: text }] })],
    ["main address", limits.city, (text: string) => ({ addresses: [{ type: "home", city: text }] })],
    ["main address", limits.region, (text: string) => ({ addresses: [{ type: "home", region: text }] })],
    ["main address", limits.postalCode, (text: string) => ({ addresses: [{ type: "home", postalCode: text }] })],
    ["main address", limits.country, (text: string) => ({ addresses: [{ type: "home", country: text }] })],
    ["mailing address", limits.city, (text: string) => ({ addresses: [{ type: "Mailing", city: text }] })],
  ] as const
).map(([field, most, person]) => [field, person("x".repeat(most)), person("x".repeat(most + 1))] as const);

describe("clients and contacts as the same fields", () => {
  for (const { what, field, text, card, person } of table) {
    it(`K4: ${what} means the same on both sides`, () => {
      const { studio, google } = sidesOfContact(aCard(card), aContactWith(person), undefined, american);
      assert.deepEqual([studio[field], google[field]], [text, text]);
    });

    it(`K4: ${what} goes out`, () => {
      assert.deepEqual(personChangesOf([field], aCard(card), {}, [], american), person);
    });

    it(`K4: ${what} comes back`, () => {
      const empty = aCard();
      const change = cardChangesOf([field], aContactWith(person), [], [], american);
      assert.deepEqual({ ...empty, ...change }, aCard(card));
    });

    it(`K4: ${what} emptied in the studio goes from the contact`, () => {
      const [list] = Object.keys(person);
      assert.deepEqual(personChangesOf([field], aCard(), person, [], american), { [list ?? ""]: [] });
    });
  }

  for (const [what, one, other] of [
    [
      "space around a name",
      { firstName: " Zoë ", lastName: "Cruz" },
      { names: [{ givenName: "Zoë", familyName: "Cruz" }] },
    ],
    ["the case of an email", { email: "Zoe@Example.test" }, { emailAddresses: [{ value: "zoe@example.test" }] }],
    [
      "how many lines of Google's make a street",
      { mainAddress: { ...noAddress, street: "1 Main St\nFloor 2" } },
      { addresses: [{ streetAddress: "1 Main St", extendedAddress: "Floor 2" }] },
    ],
    [
      "an address that is one text only",
      { mainAddress: { ...noAddress, street: "1 Main St, Chicago" } },
      { addresses: [{ type: "work", formattedValue: "1 Main St, Chicago" }] },
    ],
    [
      "the year nought of a birthday",
      { birthDate: "--05-01" },
      { birthdays: [{ date: { year: 0, month: 5, day: 1 } }] },
    ],
  ] as const) {
    it(`K4, K5: ${what} is no difference`, () => {
      const { studio, google } = sidesOfContact(aCard(one), aContactWith(other), undefined, american);
      assert.deepEqual(google, studio);
    });
  }

  for (const value of [{ text: "in spring" }, { date: { year: 1984 } }, { date: { month: 2, day: 30 } }]) {
    it(`K4: a birthday that is no day takes no part: ${JSON.stringify(value)}`, () => {
      const { google } = sidesOfContact(undefined, aContactWith({ birthdays: [value] }), undefined, american);
      assert.equal(google["birth date"], undefined);
    });
  }

  it("K4: values beside ours keep their content and order, and what Google derives goes", () => {
    const before: PersonFields = {
      names: [
        { givenName: "Zoë", middleName: "M.", familyName: "Cruz", displayName: "Zoë M. Cruz", unstructuredName: "x" },
      ],
      organizations: [{ name: "Old", department: "Sales", metadata: { primary: true } }, { name: "Second" }],
      emailAddresses: [
        { value: "second@example.test" },
        { value: "old@example.test", type: "work", metadata: { primary: true } },
      ],
    };
    const card = aCard({ firstName: "Zoë", lastName: "Ray", email: "new@example.test" });

    assert.deepEqual(personChangesOf(["name", "company", "email"], card, before, [], american), {
      names: [{ middleName: "M.", givenName: "Zoë", familyName: "Ray" }],
      organizations: [{ department: "Sales", metadata: { primary: true } }, { name: "Second" }],
      emailAddresses: [
        { value: "second@example.test" },
        { type: "work", metadata: { primary: true }, value: "new@example.test" },
      ],
    });
  });

  it("K4: an anniversary leaves other events alone", () => {
    const before: PersonFields = { events: [{ type: "other", date: { month: 1, day: 1 } }] };
    assert.deepEqual(personChangesOf(["anniversary"], aCard({ anniversary: "2019-06-15" }), before, [], american), {
      events: [
        { type: "other", date: { month: 1, day: 1 } },
        { type: "anniversary", date: { year: 2019, month: 6, day: 15 } },
      ],
    });
  });

  it("K4: without a primary value the first is the studio's", () => {
    const values = {
      organizations: [{ name: "A" }, { name: "B" }],
      emailAddresses: [{ value: "a@x" }, { value: "b@x" }],
    };
    assert.deepEqual(cardChangesOf(["company", "email"], aContactWith(values), [], [], american), {
      company: "A",
      email: "a@x",
    });
    assert.deepEqual(
      personChangesOf(["company", "email"], aCard({ company: "C", email: "c@x" }), values, [], american),
      {
        organizations: [{ name: "C" }, { name: "B" }],
        emailAddresses: [{ value: "c@x" }, { value: "b@x" }],
      },
    );
  });

  it("K4: a name sent goes without what Google derives from the old one", () => {
    const derived = { displayName: "x", displayNameLastFirst: "x", unstructuredName: "x" };
    const before: PersonFields = { names: [{ ...derived, familyName: "Cruz" }] };
    assert.deepEqual(personChangesOf(["name"], aCard({ lastName: "Ray" }), before, [], american), {
      names: [{ familyName: "Ray" }],
    });
  });

  it("K4: an emptied email takes along the name shown with it, and no other email", () => {
    const before: PersonFields = {
      emailAddresses: [{ value: "old@example.test", displayName: "Zoë" }, { value: "second@example.test" }],
    };
    assert.deepEqual(personChangesOf(["email"], aCard(), before, [], american), {
      emailAddresses: [{ value: "second@example.test" }],
    });
  });

  it("K4: an entry goes when only what it is for is left of it", () => {
    const shell = { type: "work", formattedType: "Work", current: true, metadata: { primary: true }, title: "" };
    const sent = (more: PersonValue) =>
      personChangesOf(["company"], aCard(), { organizations: [{ ...shell, ...more, name: "Old" }] }, [], american);
    assert.deepEqual(sent({}), { organizations: [] });
    assert.deepEqual(sent({ department: "Sales" }), { organizations: [{ ...shell, department: "Sales" }] });
  });

  it("K4: what is no text in a contact says nothing", () => {
    const { google } = sidesOfContact(undefined, aContactWith({ names: [{ givenName: 7 }] }), undefined, american);
    assert.equal(google["name"], "");
  });

  for (const [field, whole, long] of columns) {
    it(`C11: the ${field} is named as cut when it is longer than its column, and not when it just fits`, () => {
      const found = [whole, long].map((person) => cutFieldsOf(aContactWith(person), american));
      assert.deepEqual(found, [[], [field]]);
    });
  }

  it("C11: texts longer than the columns are cut, never within a character, and named", () => {
    const contact = aContactWith({
      names: [{ givenName: "x".repeat(19) + "👰", familyName: "Cruz" }],
      organizations: [{ name: "y".repeat(21) }],
      addresses: [{ city: "z".repeat(21) }],
    });
    const { firstName, company, mainAddress } = cardChangesOf(
      ["name", "company", "main address"],
      contact,
      [],
      [],
      american,
    );

    assert.deepEqual(
      [firstName, company, mainAddress?.city, cutFieldsOf(contact, american)],
      ["x".repeat(19), "y".repeat(20), "z".repeat(20), ["name", "company", "main address"]],
    );
  });
});
