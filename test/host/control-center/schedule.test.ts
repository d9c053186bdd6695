import assert from "node:assert/strict";

import { zoneName } from "../../../src/base/wall-time.js";
import { dueOf, nextAfter, nextRuns } from "../../../src/host/control-center/schedule.js";
import type { EverySchedule, JobSchedule } from "../../../src/host/control-center/schedule.js";

const newYork = zoneName("America/New_York");
const berlin = zoneName("Europe/Berlin");
const lordHowe = zoneName("Australia/Lord_Howe");
const at = (...times: string[]): JobSchedule => ({ kind: "at", times });
const every = (minutes: number, more: Partial<EverySchedule> = {}): JobSchedule => ({
  kind: "every",
  minutes,
  ...more,
});
const office = { from: "08:00", until: "18:00" };

describe("J3: when a job runs next", () => {
  const table: [
    title: string,
    schedule: JobSchedule,
    zone: typeof berlin,
    after: string,
    expected: readonly string[],
  ][] = [
    [
      "every so many minutes of the day",
      every(15),
      newYork,
      "2026-03-02T15:00:00Z",
      ["2026-03-02T15:15", "2026-03-02T15:30"],
    ],
    [
      "between two times, the last included",
      every(60, office),
      berlin,
      "2026-01-07T15:30:00Z",
      ["2026-01-07T16:00", "2026-01-07T17:00", "2026-01-08T07:00"],
    ],
    [
      "counted from the first time",
      every(45, office),
      berlin,
      "2026-01-07T07:00:00Z",
      ["2026-01-07T07:45", "2026-01-07T08:30"],
    ],
    [
      "over midnight, as part of the day it begins on",
      every(120, { from: "22:00", until: "02:00", days: ["Fri"] }),
      berlin,
      "2026-01-09T12:00:00Z",
      ["2026-01-09T21:00", "2026-01-09T23:00", "2026-01-10T01:00", "2026-01-16T21:00"],
    ],
    [
      "at given times in any order",
      at("18:00", "06:30"),
      newYork,
      "2026-01-07T12:00:00Z",
      ["2026-01-07T23:00", "2026-01-08T11:30"],
    ],
    [
      "on chosen days",
      { kind: "at", times: ["09:00"], days: ["Mon", "Sat"] },
      berlin,
      "2026-01-05T08:00:00Z",
      ["2026-01-10T08:00", "2026-01-12T08:00"],
    ],
    [
      "once a week",
      { kind: "at", times: ["09:00"], days: ["Mon"] },
      berlin,
      "2026-01-05T08:00:00Z",
      ["2026-01-12T08:00", "2026-01-19T08:00"],
    ],
    // Clocks go forward: New York 2026-03-08 02:00, Berlin 2026-03-29 02:00, Lord Howe 2026-10-04 02:00 by half an hour.
    [
      "C21: a time in the gap moves forward in New York",
      at("02:30"),
      newYork,
      "2026-03-07T12:00:00Z",
      ["2026-03-08T07:30", "2026-03-09T06:30"],
    ],
    [
      "C21: a time in the gap moves forward in Berlin",
      at("02:30"),
      berlin,
      "2026-03-28T12:00:00Z",
      ["2026-03-29T01:30", "2026-03-30T00:30"],
    ],
    [
      "C21: a time in the gap moves forward on Lord Howe",
      at("02:15"),
      lordHowe,
      "2026-10-03T12:00:00Z",
      ["2026-10-03T15:45", "2026-10-04T15:15"],
    ],
    [
      "C21: two times that become one are one",
      at("02:30", "03:30"),
      newYork,
      "2026-03-08T06:00:00Z",
      ["2026-03-08T07:30", "2026-03-09T06:30"],
    ],
    [
      "every half hour across the gap in New York",
      every(30),
      newYork,
      "2026-03-08T06:15:00Z",
      ["2026-03-08T06:30", "2026-03-08T07:00", "2026-03-08T07:30"],
    ],
    [
      "every half hour across the gap in Berlin",
      every(30),
      berlin,
      "2026-03-29T00:15:00Z",
      ["2026-03-29T00:30", "2026-03-29T01:00"],
    ],
    [
      "between two times on the day of the gap",
      every(60, { from: "01:00", until: "04:00" }),
      newYork,
      "2026-03-08T05:00:00Z",
      ["2026-03-08T06:00", "2026-03-08T07:00", "2026-03-08T08:00", "2026-03-09T05:00"],
    ],
    // Clocks go back: New York 2026-11-01 02:00, Berlin 2026-10-25 03:00, Lord Howe 2026-04-05 02:00.
    [
      "C21: a repeated time runs once in New York",
      at("01:30"),
      newYork,
      "2026-11-01T05:00:00Z",
      ["2026-11-01T05:30", "2026-11-02T06:30"],
    ],
    [
      "C21: a repeated time runs once in Berlin",
      at("02:30"),
      berlin,
      "2026-10-24T12:00:00Z",
      ["2026-10-25T00:30", "2026-10-26T01:30"],
    ],
    [
      "C21: a repeated time runs once on Lord Howe",
      at("01:45"),
      lordHowe,
      "2026-04-04T12:00:00Z",
      ["2026-04-04T14:45", "2026-04-05T15:15"],
    ],
    [
      "every half hour without a pause in the repeated hour",
      every(30),
      newYork,
      "2026-11-01T05:15:00Z",
      ["2026-11-01T05:30", "2026-11-01T06:00", "2026-11-01T06:30", "2026-11-01T07:00"],
    ],
    [
      "anew at midnight after a day of 25 hours",
      every(240),
      berlin,
      "2026-10-25T18:30:00Z",
      ["2026-10-25T22:00", "2026-10-25T23:00", "2026-10-26T03:00"],
    ],
  ];
  for (const [title, schedule, zone, after, expected] of table) {
    it(title, () => {
      const runs = nextRuns(schedule, zone, new Date(after), expected.length);
      assert.deepEqual(
        runs.map((run) => run.toISOString().slice(0, 16)),
        expected,
      );
    });
  }

  it("never, where no day is chosen", () => {
    const schedule = { kind: "at", times: ["09:00"], days: [] } as const;
    assert.equal(nextAfter(schedule, berlin, new Date("2026-01-05T08:00:00Z")), undefined);
  });
});

describe("J4: what is due", () => {
  const table: [title: string, schedule: JobSchedule, since: string, now: string, expected: string | undefined][] = [
    ["nothing before the first moment", at("09:00"), "2026-01-07T06:00:00Z", "2026-01-07T07:59:59Z", undefined],
    ["the moment itself", at("09:00"), "2026-01-07T06:00:00Z", "2026-01-07T08:00:00Z", "2026-01-07T08:00"],
    ["nothing again after it was run for", at("09:00"), "2026-01-07T08:00:00Z", "2026-01-07T12:00:00Z", undefined],
    [
      "one of many that were missed, the newest",
      every(15),
      "2026-01-01T08:00:00Z",
      "2026-01-07T12:07:00Z",
      "2026-01-07T12:00",
    ],
    ["yesterday's, missed overnight", at("22:00"), "2026-01-05T21:00:00Z", "2026-01-07T06:00:00Z", "2026-01-06T21:00"],
    [
      "last week's, missed since",
      { kind: "at", times: ["09:00"], days: ["Mon"] },
      "2026-01-01T00:00:00Z",
      "2026-01-11T12:00:00Z",
      "2026-01-05T08:00",
    ],
    [
      "the evening's, after midnight",
      every(60, { from: "22:00", until: "02:00" }),
      "2026-01-06T22:30:00Z",
      "2026-01-07T00:30:00Z",
      "2026-01-07T00:00",
    ],
    ["a repeated time not a second time", at("02:30"), "2026-10-25T00:30:00Z", "2026-10-25T01:45:00Z", undefined],
  ];
  for (const [title, schedule, since, now, expected] of table) {
    it(title, () => {
      const { now: due } = dueOf(schedule, berlin, new Date(since), new Date(now));
      assert.equal(due?.toISOString().slice(0, 16), expected);
    });
  }
});
