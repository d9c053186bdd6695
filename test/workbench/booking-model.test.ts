import assert from "node:assert/strict";

import {
  bookedUpon,
  newAppointment,
  nextHour,
  whenInputOf,
  whenOf,
  withStart,
} from "../../src/workbench/calendar/booking/booking-model.js";
import { differingNames } from "../../src/workbench/common/put-upon.js";

const timed = { start: "2026-03-08T02:30:00", end: "2026-03-08T03:30:00", isAllDay: false };
const twoDays = { start: "2026-03-07T00:00:00", end: "2026-03-09T00:00:00", isAllDay: true };

describe("a booking as it is typed", () => {
  it("C21: shows the last day of an all-day entry included, and goes round without losing a day", () => {
    const input = whenInputOf(twoDays);
    assert.deepEqual([input.startDay, input.endDay], ["2026-03-07", "2026-03-08"]);
    assert.deepEqual(whenOf(input), twoDays);
  });

  it("C20: goes round with times a daylight-saving gap has in some zone", () => {
    assert.deepEqual(whenOf(whenInputOf(timed)), timed);
  });

  it("stays as long as it was when its start is moved, over midnight too", () => {
    const moved = withStart(whenInputOf(timed), { startTime: "23:30" });
    assert.deepEqual(whenOf(moved), { start: "2026-03-08T23:30:00", end: "2026-03-09T00:30:00", isAllDay: false });
  });

  it("is no time while a part is missing", () => {
    const cleared = withStart(whenInputOf(timed), { startTime: "" });
    assert.deepEqual([cleared.endTime, whenOf(cleared)], ["03:30", undefined]);
    assert.equal(whenOf({ ...whenInputOf(twoDays), endDay: "" }), undefined);
  });

  it("G9: names the values that differ", () => {
    const mine = newAppointment(timed, [1]);
    assert.deepEqual(differingNames(mine, { ...mine, userIds: [1, 2], notes: "Hats" }), ["notes", "userIds"]);
  });

  it("G9: keeps both people's changes, and when it is as one of them has it", () => {
    const opened = newAppointment(timed, [1]);
    const moved = { ...opened, end: "2026-03-08T05:00:00", notes: "Hats" };
    assert.deepEqual(bookedUpon(opened, { ...opened, notes: "Coats" }, moved), { ...moved, notes: "Coats" });
    const elsewhere = { ...moved, start: "2026-03-08T04:00:00", location: "Garden" };
    const mine = { ...opened, ...twoDays };
    assert.deepEqual(bookedUpon(opened, mine, elsewhere), { ...elsewhere, ...twoDays });
  });

  it("begins with the next full hour", () => {
    assert.deepEqual(nextHour("2026-12-31T23:10:00"), {
      start: "2027-01-01T00:00:00",
      end: "2027-01-01T01:00:00",
      isAllDay: false,
    });
  });
});
