import assert from "node:assert/strict";

import { day, wallTime } from "../../../src/base/wall-time.js";
import { occurrencesOf } from "../../../src/host/bookings/repeat-rule.js";

const first = { start: wallTime("2026-01-31T09:00:00"), end: wallTime("2026-01-31T10:30:00"), isAllDay: false };
const startsOf = (rule: Parameters<typeof occurrencesOf>[1]): readonly string[] =>
  occurrencesOf(first, rule).map(({ start }) => start.slice(0, 10));

describe("a repeat made in the studio", () => {
  it("C18: comes every so many weeks until its last day, the first included", () => {
    assert.deepEqual(startsOf({ every: "week", interval: 2, until: day("2026-02-28") }), [
      "2026-01-31",
      "2026-02-14",
      "2026-02-28",
    ]);
  });

  it("C18, C21: leaves out months without the day", () => {
    assert.deepEqual(startsOf({ every: "month", interval: 1, until: day("2026-05-31") }), [
      "2026-01-31",
      "2026-03-31",
      "2026-05-31",
    ]);
  });

  it("C18: has occurrences as long as the first, over midnight too", () => {
    const overnight = { start: wallTime("2026-01-30T22:00:00"), end: wallTime("2026-01-31T02:00:00"), isAllDay: false };
    const [, second] = occurrencesOf(overnight, { every: "day", interval: 1, until: day("2026-01-31") });
    assert.deepEqual(second, { start: "2026-01-31T22:00:00", end: "2026-02-01T02:00:00", isAllDay: false });
  });

  it("is refused when it ends before it begins, or never ends to speak of", () => {
    assert.throws(() => startsOf({ every: "day", interval: 1, until: day("2026-01-30") }), /ends before it begins/);
    assert.throws(() => startsOf({ every: "day", interval: 1, until: day("2030-01-01") }), /at most 366/);
  });
});
