import assert from "node:assert/strict";

import type { PhoneOfClient } from "../../../src/api/index.js";
import {
  cardChangesOf,
  isPhoneField,
  personChangesOf,
  sidesOfContact,
} from "../../../src/google-sync/contacts/index.js";
import { phoneLabelOf, phoneTypeOf } from "../../../src/google-sync/contacts/phone-labels.js";
import { canonicalNumber, digitForms } from "../../../src/google-sync/contacts/phone-number.js";
import type { Agreed, Fields } from "../../../src/google-sync/engine/index.js";
import type { PersonValue } from "../../../src/google-sync/google/index.js";
import { aCard, aContactWith, american } from "./builders.js";

const mobile: PhoneOfClient = { id: 17, label: "Mobile", number: "(212) 555-0123" };
const work: PhoneOfClient = { id: 18, label: "Work", number: "212 555 0188" };
const mobileEntry = { value: "+1 212-555-0123", type: "mobile" };
const workEntry = { value: "2125550188", type: "work" };

function both(fields: Fields): Agreed {
  return { studio: fields, google: fields };
}

function phonesIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => isPhoneField(field)));
}

const agreed = both({ "phone 17": "mobile\t+12125550123", "phone 18": "work\t+12125550188" });

describe("phone numbers", () => {
  for (const [written, country, canonical] of [
    ["(212) 555-0123", "US", "+12125550123"],
    ["+1 212 555 0123", "DE", "+12125550123"],
    ["212-555-0123 ext. 4", "US", "+12125550123;ext=4"],
    ["0171 5550123", "DE", "+491715550123"],
    ["555 0100", "US", "5550100"],
    ["٢١٢ ٥٥٥ ٠١٢٣", "US", "+12125550123"],
    ["#31#", "US", "#31#"],
    ["ask Tim", "US", "ask Tim"],
    ["  ", "US", ""],
  ] as const) {
    it(`K5: "${written}" in ${country} compares as ${canonical}`, () => {
      assert.equal(canonicalNumber(written, { country }), canonical);
    });
  }

  it("K6: a number may be written down elsewhere with or without its country", () => {
    assert.deepEqual(digitForms("+1 (212) 555-0123", american), ["12125550123", "2125550123"]);
    assert.deepEqual(digitForms("ask Tim", american), []);
  });

  for (const [label, type] of [
    ["Mobile", "mobile"],
    ["Home", "home"],
    ["Work", "work"],
    ["Fax", "otherFax"],
    ["Home Fax", "homeFax"],
    ["Studio line", "Studio line"],
    ["", ""],
  ] as const) {
    it(`K4: the label "${label}" is Google's type "${type}", both ways`, () => {
      assert.deepEqual([phoneTypeOf(label), phoneLabelOf(type)], [type, label]);
    });
  }
});

describe("phones tied to entries", () => {
  it("K4: phones never agreed on are tied by their number", () => {
    const { studio, google } = sidesOfContact(
      aCard({ phones: [mobile, work] }),
      aContactWith({ phoneNumbers: [workEntry, { ...mobileEntry, type: "home" }] }),
      undefined,
      american,
    );
    assert.deepEqual(
      [studio["phone 17"], google["phone 17"], studio["phone 18"], google["phone 18"]],
      ["mobile\t+12125550123", "home\t+12125550123", "work\t+12125550188", "work\t+12125550188"],
    );
  });

  it("K4: an entry the studio has no phone for is a field of its own", () => {
    const { studio, google } = sidesOfContact(
      aCard(),
      aContactWith({ phoneNumbers: [workEntry] }),
      undefined,
      american,
    );
    assert.deepEqual([studio["phone new 1"], google["phone new 1"]], ["", "work\t+12125550188"]);
  });

  it("K4: a tied entry is found again when its number, its label or its place has changed", () => {
    const { google } = sidesOfContact(
      aCard({ phones: [mobile, work] }),
      aContactWith({
        phoneNumbers: [
          { value: "212 555 0199", type: "work" },
          { ...mobileEntry, type: "home" },
        ],
      }),
      agreed,
      american,
    );
    assert.deepEqual([google["phone 17"], google["phone 18"]], ["home\t+12125550123", "work\t+12125550199"]);
  });

  it("K4: entries the studio has no phone for are named apart, also from those agreed on", () => {
    const known = both({ "phone 17": "mobile\t+12125550123", "phone new 2": "work\t+12125550188" });
    const others = [{ value: "555 0101" }, { value: "555 0102" }];
    const named = (agreedOn: Agreed | undefined, phoneNumbers: readonly PersonValue[]) =>
      sidesOfContact(aCard({ phones: [mobile] }), aContactWith({ phoneNumbers }), agreedOn, american).google;
    const fields = { ...named(known, [mobileEntry, workEntry, ...others]) };
    assert.deepEqual(phonesIn(fields), {
      "phone 17": "mobile\t+12125550123",
      "phone new 2": "work\t+12125550188",
      "phone new 3": "\t5550101",
      "phone new 4": "\t5550102",
    });
    assert.deepEqual(phonesIn(named(undefined, [mobileEntry, ...others])), {
      "phone 17": "mobile\t+12125550123",
      "phone new 1": "\t5550101",
      "phone new 2": "\t5550102",
    });
  });

  it("K4: an entry without a number is no phone, and a phone without one says nothing", () => {
    const { studio, google } = sidesOfContact(
      aCard({ phones: [{ ...mobile, number: " " }] }),
      aContactWith({ phoneNumbers: [{ type: "mobile" }] }),
      undefined,
      american,
    );
    assert.deepEqual([phonesIn(studio), phonesIn(google)], [{ "phone 17": "" }, { "phone 17": "" }]);
  });

  it("K4: a phone agreed to be missing in Google is not tied to an entry without a type", () => {
    const { google } = sidesOfContact(
      aCard({ phones: [mobile] }),
      aContactWith({ phoneNumbers: [{ value: "555 0101" }] }),
      { studio: { "phone 17": "mobile\t+12125550123" }, google: { "phone 17": "" } },
      american,
    );
    assert.deepEqual(phonesIn(google), { "phone 17": "", "phone new 1": "\t5550101" });
  });

  it("K4: an entry of another type and number is another phone", () => {
    const { google } = sidesOfContact(
      aCard({ phones: [mobile] }),
      aContactWith({ phoneNumbers: [{ value: "555 0101", type: "work" }] }),
      both({ "phone 17": "mobile\t+12125550123" }),
      american,
    );
    assert.deepEqual(phonesIn(google), { "phone 17": "", "phone new 1": "work\t5550101" });
  });

  it("K4: a number is told from one that differs in its first or last digit alone", () => {
    for (const value of ["655 0100", "555 0101"]) {
      const { google } = sidesOfContact(
        aCard({ phones: [{ id: 17, label: "Mobile", number: "555 0100" }] }),
        aContactWith({ phoneNumbers: [{ value, type: "home" }] }),
        undefined,
        american,
      );
      assert.equal(google["phone 17"], "");
    }
  });

  it("K4: a removed phone takes its entry along, and what Google derives from a number goes with a new one", () => {
    const before = { phoneNumbers: [{ ...mobileEntry, canonicalForm: "x", formattedType: "Mobile" }, workEntry] };
    const card = aCard({ phones: [{ ...mobile, number: "212 555 0177" }] });
    const { phones } = sidesOfContact(card, aContactWith(before), agreed, american);
    assert.deepEqual(personChangesOf(["phone 17", "phone 18"], card, before, phones, american), {
      phoneNumbers: [{ value: "212 555 0177", type: "mobile" }],
    });
  });

  it("K4: a removed entry leaves its field empty", () => {
    const { google } = sidesOfContact(
      aCard({ phones: [mobile, work] }),
      aContactWith({ phoneNumbers: [workEntry] }),
      agreed,
      american,
    );
    assert.deepEqual([google["phone 17"], google["phone 18"]], ["", "work\t+12125550188"]);
  });

  it("K4, K5: only the changed entry is replaced, in its place and with the studio's written form", () => {
    const card = aCard({ phones: [{ ...mobile, number: "212.555.0177" }, work] });
    const before = {
      phoneNumbers: [{ value: "999", type: "pager" }, { ...mobileEntry, canonicalForm: "+12125550123" }, workEntry],
    };
    const { phones } = sidesOfContact(card, aContactWith(before), agreed, american);

    assert.deepEqual(personChangesOf(["phone 17"], card, before, phones, american), {
      phoneNumbers: [{ value: "999", type: "pager" }, { value: "212.555.0177", type: "mobile" }, workEntry],
    });
  });

  it("K4, K5: a number that comes back keeps the phone's id, and a label that says the same stays", () => {
    const contact = aContactWith({ phoneNumbers: [{ value: "+1 212 555 0177", type: "mobile" }, workEntry] });
    const { phones } = sidesOfContact(
      aCard({ phones: [{ ...mobile, label: "MOBILE" }, work] }),
      contact,
      agreed,
      american,
    );

    assert.deepEqual(
      cardChangesOf(["phone 17"], contact, [{ ...mobile, label: "MOBILE" }, work], phones, american).phones,
      [{ id: 17, label: "MOBILE", number: "+1 212 555 0177" }, work],
    );
  });
});
