import assert from "node:assert/strict";

import { sidesOfContact, writtenByClient, writtenByContact } from "../../../src/google-sync/contacts/index.js";
import { aCard, aContactWith, american } from "./builders.js";

const plain = { id: 18, label: "", number: "+12125550188" };
const card = aCard({
  email: " Zoe@Example.test ",
  phones: [{ id: 17, label: "Mobile", number: "(212) 555-0123" }, plain],
});
const contact = aContactWith({
  emailAddresses: [{ value: "ZOE@example.test" }],
  phoneNumbers: [{ type: "home", value: "+1 212-555-0199" }, { value: plain.number }],
});

describe("written forms beside the compared ones", () => {
  const sides = sidesOfContact(card, contact, undefined, american);

  it("K5: are a client's email and phones as the studio has them, where they differ", () => {
    assert.deepEqual(writtenByClient(card, sides), {
      email: "Zoe@Example.test",
      "phone 17": "Mobile\t(212) 555-0123",
    });
  });

  it("K5: are a contact's email and phones as Google has them, where they differ", () => {
    assert.deepEqual(writtenByContact(contact, sides, american), {
      email: "ZOE@example.test",
      "phone new 1": "home\t+1 212-555-0199",
    });
  });

  it("K5: are none where the client and the contact have neither email nor phones", () => {
    const [nobody, empty] = [aCard(), aContactWith({})];
    const none = sidesOfContact(nobody, empty, undefined, american);
    assert.deepEqual([writtenByClient(nobody, none), writtenByContact(empty, none, american)], [{}, {}]);
  });
});
