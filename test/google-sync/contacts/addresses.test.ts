import assert from "node:assert/strict";

import type { PostalAddress } from "../../../src/api/index.js";
import { cardChangesOf, personChangesOf, sidesOfContact } from "../../../src/google-sync/contacts/index.js";
import type { PersonValue } from "../../../src/google-sync/google/index.js";
import { aCard, aContactWith, american } from "./builders.js";

const none: PostalAddress = { street: "", city: "", region: "", postalCode: "", country: "" };
const elm: PostalAddress = { street: "9 Elm St", city: "Aurora", region: "IL", postalCode: "60505", country: "USA" };
const elmInGoogle = { streetAddress: "9 Elm St", city: "Aurora", region: "IL", postalCode: "60505", country: "USA" };
const office: PersonValue = { type: "work", streetAddress: "1 Office Rd" };
const mailing: PersonValue = { type: "Mailing", streetAddress: "PO Box 7" };

/** The addresses a contact's entries are for the studio. */
function addressesOf(...addresses: readonly PersonValue[]) {
  const { mainAddress, mailingAddress } = cardChangesOf(
    ["main address", "mailing address"],
    aContactWith({ addresses }),
    [],
    [],
    american,
  );
  return { main: mainAddress, mailing: mailingAddress };
}

/** A contact's entries after the studio's main address is sent. */
function sentMain(
  mainAddress: PostalAddress,
  ...addresses: readonly PersonValue[]
): readonly PersonValue[] | undefined {
  return personChangesOf(["main address"], aCard({ mainAddress }), { addresses }, [], american).addresses;
}

describe("addresses of clients and contacts", () => {
  const home: PersonValue = { type: "home", city: "Chicago" };
  for (const [what, entries, expected] of [
    ["the one of type home", [office, mailing, home], "home"],
    ["the one of type home that comes first", [home, office], "home"],
    ["without one of type home, the first that is not the mailing one", [mailing, office, { type: "other" }], "office"],
    ["without a type, the first", [{ streetAddress: "1 Office Rd" }, { type: "other" }], "office"],
    ["none where only the mailing one is there", [{ ...mailing, type: "MAILING" }], "none"],
  ] as const) {
    it(`K4: the main address is ${what}`, () => {
      const found = { home: { ...none, city: "Chicago" }, office: { ...none, street: "1 Office Rd" }, none }[expected];
      assert.deepEqual(addressesOf(...entries).main, found);
    });
  }

  it("K4: the mailing address is the one of that type alone, however it is written", () => {
    const found = [addressesOf(office, { ...mailing, type: "mailing" }), addressesOf(office)];
    assert.deepEqual(
      found.map((one) => one.mailing),
      [{ ...none, street: "PO Box 7" }, none],
    );
  });

  for (const [what, value, expected] of [
    ["all its parts", elmInGoogle, elm],
    [
      "street, further lines and post box as lines of the street",
      { streetAddress: "9 Elm St", extendedAddress: "Floor 2", poBox: "PO Box 7" },
      { ...none, street: "9 Elm St\nFloor 2\nPO Box 7" },
    ],
    ["a post box alone as the street", { poBox: "PO Box 7" }, { ...none, street: "PO Box 7" }],
    [
      "a country known by its code alone",
      { city: "Bern", countryCode: "CH" },
      { ...none, city: "Bern", country: "CH" },
    ],
    [
      "the country's name before its code",
      { country: "Switzerland", countryCode: "CH" },
      { ...none, country: "Switzerland" },
    ],
    [
      "a text without parts as the street",
      { formattedValue: "9 Elm St, Aurora" },
      { ...none, street: "9 Elm St, Aurora" },
    ],
  ] as const) {
    it(`K4: Google's address comes with ${what}`, () => {
      assert.deepEqual(addressesOf({ type: "home", ...value }).main, expected);
    });
  }

  for (const [part, studioPart] of [
    ["streetAddress", "street"],
    ["extendedAddress", "street"],
    ["poBox", "street"],
    ["city", "city"],
    ["region", "region"],
    ["postalCode", "postalCode"],
    ["country", "country"],
  ] as const) {
    it(`K4: Google's text of a whole address says nothing more where it has the part ${part}`, () => {
      const { main } = addressesOf({ type: "home", [part]: "here", formattedValue: "somewhere, here" });
      assert.deepEqual(main, { ...none, [studioPart]: "here" });
    });
  }

  for (const part of ["street", "city", "region", "postalCode", "country"] as const) {
    it(`C11: Google's ${part} is cut at the studio's column, and comes whole where it just fits`, () => {
      const name = part === "street" ? "streetAddress" : part;
      const most = american.limits[part];
      const found = [most, most + 1].map((length) => addressesOf({ type: "home", [name]: "x".repeat(length) }).main);
      assert.deepEqual(found, [
        { ...none, [part]: "x".repeat(most) },
        { ...none, [part]: "x".repeat(most) },
      ]);
    });
  }

  it("K4: an address sent replaces its own entry; the others, and what they are for, stay in their order", () => {
    assert.deepEqual(sentMain(elm, office, home, mailing), [office, { type: "home", ...elmInGoogle }, mailing]);
  });

  it("K4: an address sent for the first time is a new entry beside the others", () => {
    assert.deepEqual(sentMain(elm, mailing), [mailing, { type: "home", ...elmInGoogle }]);
  });

  it("K4: both addresses sent at once are two entries", () => {
    const card = aCard({ mainAddress: elm, mailingAddress: { ...none, street: "PO Box 7" } });
    assert.deepEqual(personChangesOf(["main address", "mailing address"], card, {}, [], american), {
      addresses: [{ type: "home", ...elmInGoogle }, mailing],
    });
  });

  it("K4: an emptied address goes whole, the others stay", () => {
    const whole = {
      ...elmInGoogle,
      type: "home",
      extendedAddress: "x",
      poBox: "y",
      countryCode: "US",
      formattedType: "Home",
    };
    assert.deepEqual(sentMain(none, office, whole, mailing), [office, mailing]);
    assert.deepEqual(sentMain(none, { type: "home", formattedValue: "9 Elm St" }), []);
  });

  it("K4: an address that is none on both sides adds nothing", () => {
    assert.deepEqual(sentMain(none, mailing), [mailing]);
  });

  it("K4: what Google derives from an address goes, since it would be about the old one", () => {
    const before = { type: "home", city: "Chicago", formattedValue: "Chicago", formattedType: "Home" };
    assert.deepEqual(sentMain({ ...none, city: "Aurora" }, before), [{ type: "home", city: "Aurora" }]);
  });

  it("K4: lines of a street and a country's code stay apart while the studio says the same", () => {
    const before = {
      type: "home",
      streetAddress: "9 Elm St",
      extendedAddress: "Floor 2",
      poBox: "7",
      countryCode: "US",
    };
    const same = { ...none, street: "9 Elm St\nFloor 2\n7", country: "US" };
    assert.deepEqual(sentMain({ ...same, city: "Aurora" }, before), [{ ...before, city: "Aurora" }]);
    assert.deepEqual(sentMain({ ...same, street: "1 Main St" }, before), [
      { type: "home", countryCode: "US", streetAddress: "1 Main St" },
    ]);
    assert.deepEqual(sentMain({ ...same, country: "Canada" }, before), [
      { type: "home", streetAddress: "9 Elm St", extendedAddress: "Floor 2", poBox: "7", country: "Canada" },
    ]);
  });

  it("K5: line ends, tabs and outer spaces of an address are no difference, and lines are kept", () => {
    const { studio, google } = sidesOfContact(
      aCard({ mainAddress: { ...none, street: " 9 Elm St\r\nFloor\t2\rleft " } }),
      aContactWith({ addresses: [{ streetAddress: "9 Elm St", extendedAddress: "Floor 2 left" }] }),
      undefined,
      american,
    );
    const text = "9 Elm St\nFloor 2 left\t\t\t\t";
    assert.deepEqual([studio["main address"], google["main address"]], [text, text]);
  });
});
