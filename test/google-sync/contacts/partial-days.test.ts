import assert from "node:assert/strict";

import { cardChangesOf, personChangesOf, sidesOfContact } from "../../../src/google-sync/contacts/index.js";
import type { PersonValue } from "../../../src/google-sync/google/index.js";
import { aCard, aContactWith, american } from "./builders.js";

/** The birth dates of a client and of a contact as fields; undefined for what is no day. */
function birthDates(studio: string, google: PersonValue): readonly (string | undefined)[] {
  const sides = sidesOfContact(
    aCard({ birthDate: studio }),
    aContactWith({ birthdays: [google] }),
    undefined,
    american,
  );
  return [sides.studio["birth date"], sides.google["birth date"]];
}

describe("days whose year may be unknown", () => {
  for (const [month, days] of [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
    const text = (day: number) => `--${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const ofGoogle = (day: number) => ({ date: { month: month + 1, day } });

    it(`K4: month ${month + 1} has the days 1 to ${days}`, () => {
      const found = [0, 1, days, days + 1].map((day) => birthDates(text(day), ofGoogle(day)));
      const [first, last] = [text(1), text(days)];
      assert.deepEqual(found, [
        [undefined, undefined],
        [first, first],
        [last, last],
        [undefined, undefined],
      ]);
    });
  }

  for (const [year, hasLeapDay] of [
    [1984, true],
    [1985, false],
    [1900, false],
    [2000, true],
    [804, true],
    [2100, false],
  ] as const) {
    it(`K4: the year ${year} has ${hasLeapDay ? "a" : "no"} 29 February`, () => {
      const text = `${String(year).padStart(4, "0")}-02-29`;
      const expected = hasLeapDay ? text : undefined;
      assert.deepEqual(birthDates(text, { date: { year, month: 2, day: 29 } }), [expected, expected]);
    });
  }

  it("K4: an early year has four digits in the studio and is a plain number in Google", () => {
    const birthDate = "0987-06-05";
    assert.deepEqual(birthDates(birthDate, { date: { year: 987, month: 6, day: 5 } }), [birthDate, birthDate]);
    assert.deepEqual(personChangesOf(["birth date"], aCard({ birthDate }), {}, [], american), {
      birthdays: [{ date: { year: 987, month: 6, day: 5 } }],
    });
  });

  for (const text of ["2019-13-01", "2019-00-10", "2019-6-5", "5 June 2019", "--6-5", "2019-06-05T00:00", "-"]) {
    it(`K4: "${text}" is no day, takes no part and does not go out`, () => {
      assert.equal(birthDates(text, {})[0], undefined);
      assert.deepEqual(personChangesOf(["birth date", "anniversary"], aCard({ birthDate: text }), {}, [], american), {
        birthdays: [],
        events: [],
      });
    });
  }

  for (const value of [
    { text: "in spring" },
    { date: { year: 1984 } },
    { date: { year: "1984", month: "5", day: "1" } },
  ])
    it(`K4: what is no day in Google leaves the client's alone: ${JSON.stringify(value)}`, () => {
      const contact = aContactWith({ birthdays: [value], events: [{ ...value, type: "anniversary" }] });
      assert.deepEqual(cardChangesOf(["birth date", "anniversary"], contact, [], [], american), {});
    });

  it("K4: a birthday sent over another keeps what is not its day, and its words go", () => {
    const before = { birthdays: [{ metadata: { primary: true }, text: "1 May", date: { month: 5, day: 1 } }] };
    assert.deepEqual(personChangesOf(["birth date"], aCard({ birthDate: "--06-02" }), before, [], american), {
      birthdays: [{ metadata: { primary: true }, date: { month: 6, day: 2 } }],
    });
  });

  it("K4: an anniversary sent over another keeps its place and content, and emptied goes alone", () => {
    const other = { type: "other", date: { month: 1, day: 1 } };
    const before = {
      events: [other, { type: "anniversary", metadata: { verified: true }, date: { month: 5, day: 1 } }],
    };
    const sent = (anniversary: string) =>
      personChangesOf(["anniversary"], aCard({ anniversary }), before, [], american);
    assert.deepEqual(sent("--06-02"), {
      events: [other, { type: "anniversary", metadata: { verified: true }, date: { month: 6, day: 2 } }],
    });
    assert.deepEqual(sent(""), { events: [other] });
  });
});
