import assert from "node:assert/strict";

import { eventIdOf, marksOf, ownerOfEvent } from "../../../src/google-sync/calendar/index.js";

const owner = {
  studioGuid: "5a3c0b5e-0000-4000-8000-000000000001",
  userGuid: "5a3c0b5e-0000-4000-8000-000000000002",
  entryId: "5a3c0b5e-0000-4000-8000-000000000003",
};
const calendar = "anna@example.test";
/** The beginnings of their SHA-256 in base32hex. */
const ownerPart = "l1s2grkbp7pmui73uo7pgqj8i9";
const calendarPart = "va6b116";

describe("the id we choose for an event", () => {
  it("C24: is always the same for an entry, user, calendar and generation", () => {
    assert.deepEqual(
      [eventIdOf(owner, calendar, 0), eventIdOf(owner, calendar, 1), eventIdOf(owner, calendar, 40)],
      [0, 1, 40].map((generation) => `${ownerPart}${calendarPart}${generation.toString(32)}`),
    );
  });

  it("C24: is as long for a digest that begins with nought", () => {
    assert.equal(eventIdOf(owner, "user23@example.test", 0), `${ownerPart}0vop0bp0`);
  });

  it("C24: holds only characters Google takes", () => {
    assert.match(eventIdOf(owner, calendar, 31), /^[a-v0-9]{34}$/);
  });

  for (const [what, other] of [
    ["studio", { ...owner, studioGuid: "x" }],
    ["user", { ...owner, userGuid: "x" }],
    ["entry", { ...owner, entryId: "x" }],
  ] as const) {
    it(`C24: is another for another ${what}`, () => {
      assert.notEqual(eventIdOf(other, calendar, 0).slice(0, 26), ownerPart);
    });
  }

  it("C24: is another in another calendar, but still ours", () => {
    const id = eventIdOf(owner, "other@example.test", 0);
    assert.deepEqual([id === eventIdOf(owner, calendar, 0), ownerOfEvent(id, marksOf(owner))], [false, owner]);
  });

  it("C24: is not ours without a generation, or for another entry", () => {
    assert.deepEqual(
      [
        ownerOfEvent(`${ownerPart}${calendarPart}`, marksOf(owner)),
        ownerOfEvent(`${ownerPart}${calendarPart}0`, marksOf(owner)),
        ownerOfEvent(`${ownerPart}${calendarPart}0`, marksOf({ ...owner, entryId: "x" })),
      ],
      [undefined, owner, undefined],
    );
  });
});

describe("the mark of an event", () => {
  const id = eventIdOf(owner, calendar, 2);

  it("C24: names studio, user and entry", () => {
    assert.deepEqual(marksOf(owner), {
      spectraStudio: owner.studioGuid,
      spectraUser: owner.userGuid,
      spectraEntry: owner.entryId,
    });
  });

  it("C24: tells whose event it is", () => {
    assert.deepEqual(ownerOfEvent(id, { ...marksOf(owner), other: "x" }), owner);
  });

  it("C24: on an id we did not choose, such as a copy's, it tells nothing", () => {
    assert.equal(ownerOfEvent("0123456789abcdefghijklmnopqrstuvwx", marksOf(owner)), undefined);
  });

  for (const missing of ["spectraStudio", "spectraUser", "spectraEntry"]) {
    it(`C24: without ${missing} it tells nothing`, () => {
      const { [missing]: _missing, ...rest } = marksOf(owner);
      assert.equal(ownerOfEvent(id, rest), undefined);
    });
  }
});
