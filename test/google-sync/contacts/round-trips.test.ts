import assert from "node:assert/strict";

import * as fc from "fast-check";

import "../../support/fixed-seed.js";
import type { ClientCard, PostalAddress } from "../../../src/api/index.js";
import { pick } from "../../../src/google-sync/engine/index.js";
import { cardChangesOf, personChangesOf, sidesOfContact } from "../../../src/google-sync/contacts/index.js";
import type { PersonFields, PersonValue } from "../../../src/google-sync/google/index.js";
import { aCard, aContactWith, american } from "./builders.js";

/** Any script, at times nothing, at times with space around it; short enough for every column. */
const text = fc.oneof(
  fc.constant(""),
  fc.string({ maxLength: 8, unit: "grapheme" }).filter((one) => one.length <= 10),
  fc.constantFrom(" Zoë ", "山田", "O'Neil-Smith", "a\tb"),
);
const number = fc.oneof(fc.constantFrom("(212) 555-0123", "+49 171 5550123", "ask Tim", "555 0100"), text);
const label = fc.constantFrom("Mobile", "Home", "Work", "Studio line", "");
const day = fc.constantFrom("", "1984-02-29", "--02-29", "2019-06-15", "--12-31");
const address: fc.Arbitrary<PostalAddress> = fc.record({
  street: text,
  city: text,
  region: text,
  postalCode: text,
  country: text,
});
const card: fc.Arbitrary<ClientCard> = fc
  .record({
    firstName: text,
    lastName: text,
    salutation: text,
    company: text,
    jobTitle: text,
    email: text,
    mainAddress: address,
    mailingAddress: address,
    birthDate: day,
    anniversary: day,
    phones: fc.array(fc.record({ label, number }), { maxLength: 3 }),
  })
  .map((values) => ({ ...values, phones: values.phones.map((phone, index) => ({ id: index + 1, ...phone })) }));

const value = (record: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<PersonValue> =>
  fc.record(record, { requiredKeys: [] });
const person: fc.Arbitrary<PersonFields> = fc.record({
  names: fc.array(value({ givenName: text, familyName: text, middleName: text, honorificPrefix: text }), {
    maxLength: 1,
  }),
  organizations: fc.array(value({ name: text, title: text, department: text }), { maxLength: 2 }),
  emailAddresses: fc.array(value({ value: text, type: text }), { maxLength: 3 }),
  addresses: fc.array(
    value({
      type: fc.constantFrom("home", "work", "Mailing"),
      streetAddress: text,
      extendedAddress: text,
      city: text,
      country: text,
    }),
    { maxLength: 3 },
  ),
  birthdays: fc.array(value({ date: fc.constantFrom({ month: 2, day: 29 }, { year: 1984, month: 5, day: 1 }) }), {
    maxLength: 1,
  }),
  events: fc.array(value({ type: fc.constantFrom("anniversary", "other"), date: fc.constant({ month: 6, day: 15 }) }), {
    maxLength: 2,
  }),
  phoneNumbers: fc.array(value({ value: number, type: fc.constantFrom("mobile", "home", "Studio line") }), {
    maxLength: 3,
  }),
});

describe("round trips of clients and contacts", () => {
  it("C17, K4: a client sent out says the same as the contact that came of it", () => {
    fc.assert(
      fc.property(card, (client) => {
        const { studio, phones } = sidesOfContact(client, undefined, undefined, american);
        const fields = Object.keys(studio).filter((field) => studio[field] !== "");
        const made = aContactWith(personChangesOf(fields, client, {}, phones, american));
        const sides = sidesOfContact(client, made, { studio, google: studio }, american);
        assert.deepEqual(sides.google, sides.studio);
      }),
    );
  });

  it("C17, K4: a contact brought in says the same as the client that came of it", () => {
    fc.assert(
      fc.property(person, (fields) => {
        const contact = aContactWith(fields);
        const { google, phones } = sidesOfContact(undefined, contact, undefined, american);
        const change = cardChangesOf(Object.keys(google), contact, [], phones, american);
        const client = aCard({
          ...change,
          phones: (change.phones ?? []).map((phone, index) => ({ ...phone, id: index + 1 })),
        });
        const sides = sidesOfContact(client, contact, undefined, american);
        // An anniversary without a day takes no part.
        assert.deepEqual(pick(sides.studio, Object.keys(sides.google)), sides.google);
      }),
    );
  });

  it("K4: sending a client's fields over a contact makes the two say the same, once and for all", () => {
    fc.assert(
      fc.property(card, person, (client, before) => {
        const { studio, phones } = sidesOfContact(client, aContactWith(before), undefined, american);
        // What is emptied may uncover another value of the contact's, which is the contact's own.
        const said = Object.keys(studio).filter((field) => studio[field] !== "");
        const after = { ...before, ...personChangesOf(said, client, before, phones, american) };
        const sides = sidesOfContact(client, aContactWith(after), undefined, american);
        assert.deepEqual(pick(sides.google, said), pick(studio, said));
        assert.deepEqual({ ...after, ...personChangesOf(said, client, after, sides.phones, american) }, after);
        assert.deepEqual(others(after), others(before));
      }),
    );
  });

  it("K4: nothing to send replaces no list", () => {
    fc.assert(
      fc.property(card, person, (client, before) => {
        const { phones } = sidesOfContact(client, aContactWith(before), undefined, american);
        assert.deepEqual(personChangesOf([], client, before, phones, american), {});
        assert.deepEqual(cardChangesOf([], aContactWith(before), client.phones, phones, american), {});
      }),
    );
  });
});

/** What of a contact is not ours to write. */
function others({ events, names }: PersonFields): unknown {
  return [events?.filter(({ type }) => type !== "anniversary"), names?.map(({ middleName }) => middleName)[0]];
}
