import assert from "node:assert/strict";

import { wallTime, zoneName } from "../../../src/base/wall-time.js";
import { zonesDiffer } from "../../../src/google-sync/job/zone-change.js";

const now = new Date("2026-03-02T15:00:00Z");
const windowStart = wallTime("2025-12-02T00:00:00");

const table: readonly (readonly [string, string, boolean])[] = [
  ["America/Chicago", "America/Chicago", false],
  ["America/Chicago", "America/Winnipeg", false],
  ["America/Chicago", "US/Central", false],
  ["America/Chicago", "America/New_York", true],
  ["America/Chicago", "America/Regina", true],
  ["Europe/Berlin", "Europe/Vienna", false],
  ["Europe/Berlin", "Africa/Lagos", true],
  // The same hours, but the clocks change at another moment of the night, and on the same days.
  ["Europe/Lisbon", "Europe/London", false],
  // Lord Howe moves by half an hour.
  ["Australia/Lord_Howe", "Australia/Sydney", true],
];

describe("a changed sync zone", () => {
  for (const [one, other, isDifferent] of table) {
    it(`C22: ${one} and ${other} ${isDifferent ? "differ" : "give every time the same moment"}`, () => {
      assert.equal(zonesDiffer(zoneName(one), zoneName(other), windowStart, now), isDifferent);
    });
  }
});
