import assert from "node:assert/strict";

import { cardOfFields, phoneOfText, sidesOfContact } from "../../../src/google-sync/contacts/index.js";
import type { Fields } from "../../../src/google-sync/engine/index.js";
import { aCard, american } from "./builders.js";

const address = { street: "1 Main St", city: "Chicago", region: "IL", postalCode: "60601", country: "US" };
const { phones: _, ...client } = aCard({
  firstName: "Zoë",
  lastName: "Cruz",
  salutation: "Dr.",
  company: "Cruz & Co",
  jobTitle: "Owner",
  email: "zoe@example.test",
  mainAddress: address,
  mailingAddress: { ...address, street: "PO Box 7" },
  birthDate: "--02-29",
  anniversary: "2019-06-15",
});

/** Each field with what of the client it is made of. */
const parts: Readonly<Record<string, readonly (keyof typeof client)[]>> = {
  name: ["firstName", "lastName"],
  salutation: ["salutation"],
  company: ["company"],
  "job title": ["jobTitle"],
  email: ["email"],
  "main address": ["mainAddress"],
  "mailing address": ["mailingAddress"],
  "birth date": ["birthDate"],
  anniversary: ["anniversary"],
};

function fieldsOf(card: Partial<typeof client>): Fields {
  return sidesOfContact(aCard(card), undefined, undefined, american).studio;
}

function only(card: typeof client, keys: readonly string[]): unknown {
  return Object.fromEntries(Object.entries(card).filter(([key]) => keys.includes(key)));
}

describe("a client made of fields again", () => {
  it("K4: says what the client said whose fields they are", () => {
    assert.deepEqual(cardOfFields(fieldsOf(client)), client);
  });

  it("K4: has no field more than a client and a contact share", () => {
    assert.deepEqual(Object.keys(fieldsOf(client)), Object.keys(parts));
  });

  for (const [field, keys] of Object.entries(parts)) {
    it(`K4: the ${field} alone says nothing of the rest`, () => {
      assert.deepEqual(cardOfFields({ [field]: fieldsOf(client)[field] ?? "" }), only(client, keys));
    });

    it(`K4: an empty ${field} empties it`, () => {
      assert.deepEqual(fieldsOf({})[field], "");
      const { phones: __, ...empty } = aCard();
      assert.deepEqual(cardOfFields({ [field]: "" }), only(empty, keys));
    });
  }

  it("K4: a phone has the studio's label for Google's type, and its number", () => {
    assert.deepEqual(phoneOfText("homeFax\t+12125550123", 17), { id: 17, label: "Home Fax", number: "+12125550123" });
    assert.deepEqual(phoneOfText("\task Tim", undefined), { id: undefined, label: "", number: "ask Tim" });
  });

  it("K4: an empty text is no phone", () => {
    assert.equal(phoneOfText("", 17), undefined);
  });
});
