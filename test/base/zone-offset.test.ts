import assert from "node:assert/strict";

import { Temporal } from "temporal-polyfill";

import { instantOf, wallTime, wallTimeAt, zoneName } from "../../src/base/wall-time.js";
import { offsetAround, offsetOfDay } from "../../src/base/zone-offset.js";

const hour = 3_600_000;

describe("offsets of whole days", () => {
  it("are there on a day without a clock change only", () => {
    const chicago = (day: string) => offsetOfDay(Date.parse(day), "America/Chicago");
    const days = ["2026-03-07T23:59:59Z", "2026-03-08T00:00:00Z", "2026-03-09T00:00:00Z", "1969-12-31T00:00:00Z"];
    assert.deepEqual(days.map(chicago), [-6 * hour, undefined, -5 * hour, undefined]);
  });

  it("are not told of the days beside a clock change where a wall-clock time is to be an instant", () => {
    const days = ["2026-03-06", "2026-03-07", "2026-03-09", "2026-03-10"];
    const around = days.map((day) => offsetAround(Date.parse(day), "America/Chicago"));
    assert.deepEqual(around, [-6 * hour, undefined, undefined, -5 * hour]);
  });

  // Half an hour of summer time, a day that was left out, a change at midnight UTC, and none at all.
  for (const [zone, around] of [
    ["America/Chicago", "2026-11-01"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Pacific/Apia", "2011-12-30"],
    ["Atlantic/Azores", "2026-03-29"],
    ["Asia/Kathmandu", "2026-06-01"],
  ] as const) {
    it(`C20, C21: give the times Temporal gives in ${zone} around ${around}`, () => {
      const name = zoneName(zone);
      const halfHours = Array.from({ length: 6 * 48 }, (_, index) => Date.parse(around) + (index - 144) * (hour / 2));
      const instants = halfHours.map((at) => Temporal.Instant.fromEpochMilliseconds(at));
      const texts = instants.map((instant) => instant.toString().slice(0, 19));
      assert.deepEqual(
        [
          halfHours.map((at) => wallTimeAt(new Date(at), name)),
          texts.map((text) => instantOf(wallTime(text), name).getTime()),
        ],
        [
          instants.map((instant) => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString().padEnd(19, ":00")),
          texts.map((text) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds),
        ],
      );
    });
  }
});
