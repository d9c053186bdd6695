import assert from "node:assert/strict";

import {
  InvalidTimeError,
  addDays,
  addMinutes,
  day,
  instantOf,
  wallTime,
  wallTimeAt,
  zoneName,
} from "../../src/base/wall-time.js";

const chicago = zoneName("America/Chicago");
const berlin = zoneName("Europe/Berlin");

describe("wall-clock times", () => {
  it("C21: move forward in the gap of a clock change", () => {
    assert.equal(instantOf(wallTime("2026-03-08T02:30:00"), chicago).toISOString(), "2026-03-08T08:30:00.000Z");
    assert.equal(instantOf(wallTime("2026-03-29T02:30:00"), berlin).toISOString(), "2026-03-29T01:30:00.000Z");
  });

  it("C21: take the earlier of a repeated hour", () => {
    assert.equal(instantOf(wallTime("2026-11-01T01:30:00"), chicago).toISOString(), "2026-11-01T06:30:00.000Z");
  });

  it("go to an instant and back", () => {
    const time = wallTime("2026-07-04T16:05:09");
    assert.equal(wallTimeAt(instantOf(time, chicago), chicago), time);
  });

  it("know no day after the last that can be written", () => {
    assert.equal(addDays(day("9999-12-31"), 1), "9999-12-31");
    assert.equal(addDays(day("2026-12-31"), 1), "2027-01-01");
  });

  for (const instant of ["+010000-01-01T05:59:59Z", "0000-12-31T23:59:59Z"]) {
    it(`have no words for ${instant}, whose year no database holds`, () => {
      assert.throws(() => wallTimeAt(new Date(instant), zoneName("UTC")), InvalidTimeError);
    });
  }

  it("do not go past the year 9999 by the minute", () => {
    assert.throws(() => addMinutes(wallTime("9999-12-31T23:59:00"), 1), InvalidTimeError);
  });

  it("know no day of the year 0", () => {
    assert.throws(() => day("0000-12-31"), InvalidTimeError);
  });

  for (const real of ["2026-01-31T23:59:59", "2028-02-29T00:00:00", "2026-02-28T10:00:00"]) {
    it(`takes ${real}`, () => {
      assert.equal(wallTime(real), real);
    });
  }

  for (const wrong of [
    "+010000-01-01T00:00:00",
    "0000-01-01T00:00:00",
    "2026-02-30T10:00:00",
    "2026-02-29T10:00:00",
    "2026-04-31T10:00:00",
    "2026-13-01T10:00:00",
    "2026-00-10T10:00:00",
    "yesterday",
    "2026-01-01T25:00:00",
    "2026-01-01",
  ]) {
    it(`refuses ${wrong}`, () => {
      assert.throws(() => (wrong.length === 10 ? zoneName(wrong) : wallTime(wrong)), InvalidTimeError);
    });
  }
});
