import assert from "node:assert/strict";

import { check, constantFrom, integer, property } from "fast-check";

import { addMinutes, day, instantOf, wallTime, zoneName } from "../../../src/base/wall-time.js";
import {
  eventTimesOf,
  googleWhenText,
  movedByMinutes,
  parseWhenText,
  whenText,
  whenTextOfEvent,
} from "../../../src/google-sync/calendar/index.js";
import type { GoogleTime } from "../../../src/google-sync/google/index.js";
import { berlin, chicago } from "./builders.js";

const timed = (start: string, end: string) => ({ start: wallTime(start), end: wallTime(end), isAllDay: false });
const days = (start: string, end: string) => ({
  start: wallTime(`${start}T00:00:00`),
  end: wallTime(`${end}T00:00:00`),
  isAllDay: true,
});
const at = (instant: string): GoogleTime => ({ kind: "time", dateTime: new Date(instant), timeZone: undefined });
const on = (date: string): GoogleTime => ({ kind: "day", date: day(date) });

describe("the canonical text of when something is", () => {
  for (const { when, text } of [
    { when: timed("2026-07-06T10:00:00", "2026-07-06T11:30:00"), text: "2026-07-06T10:00:00/2026-07-06T11:30:00" },
    { when: timed("2026-07-06T10:00:00", "2026-07-06T10:00:00"), text: "2026-07-06T10:00:00/2026-07-06T10:00:00" },
    { when: days("2026-07-06", "2026-07-07"), text: "2026-07-06/2026-07-07" },
    { when: days("2026-12-30", "2027-01-02"), text: "2026-12-30/2027-01-02" },
  ]) {
    it(`C21: is ${text}, and is read back`, () => {
      assert.deepEqual([whenText(when), parseWhenText(text)], [text, when]);
    });
  }

  it("C21: an all-day entry that ends where it begins is one day", () => {
    assert.equal(whenText(days("2026-07-06", "2026-07-06")), "2026-07-06/2026-07-07");
  });

  for (const [text, wrong] of [
    ["", ""],
    ["2026-07-06", ""],
    ["2026-07-06T10:00:00", ""],
    ["2026-07-06/2026-07-06T10:00:00", "2026-07-06T10:00:00"],
    ["soon/later", "soon"],
  ] as const) {
    it(`"${text}" is no such text`, () => {
      assert.throws(() => parseWhenText(text), { code: "invalid-time", message: new RegExp(`^"${wrong}" is not`) });
    });
  }
});

describe("when an event is, as Google is told", () => {
  it("C20: a time is wall-clock plus zone", () => {
    assert.deepEqual(eventTimesOf("2026-07-06T10:00:00/2026-07-06T11:30:00", berlin), {
      start: { kind: "time", dateTime: "2026-07-06T10:00:00", timeZone: "Europe/Berlin" },
      end: { kind: "time", dateTime: "2026-07-06T11:30:00", timeZone: "Europe/Berlin" },
    });
  });

  it("C21: days are days, the end exclusive", () => {
    assert.deepEqual(eventTimesOf("2026-07-06/2026-07-08", berlin), {
      start: { kind: "day", date: "2026-07-06" },
      end: { kind: "day", date: "2026-07-08" },
    });
  });

  for (const { text, zone, end } of [
    { text: "2027-03-14T02:30:00/2027-03-14T03:00:00", zone: chicago, end: "2027-03-14T04:00:00" },
    { text: "2027-03-14T02:30:00/2027-03-14T03:30:00", zone: chicago, end: "2027-03-14T03:30:00" },
    { text: "2027-03-14T02:30:00/2027-03-14T02:45:00", zone: chicago, end: "2027-03-14T02:45:00" },
    { text: "2027-03-14T02:30:00/2027-03-14T02:30:00", zone: chicago, end: "2027-03-14T02:30:00" },
    { text: "2027-03-14T01:30:00/2027-03-14T03:00:00", zone: chicago, end: "2027-03-14T03:00:00" },
    {
      text: "2026-10-04T02:10:00/2026-10-04T02:35:00",
      zone: zoneName("Australia/Lord_Howe"),
      end: "2026-10-04T03:05:00",
    },
    { text: "2026-07-06T10:00:00/2026-07-06T09:00:00", zone: chicago, end: "2026-07-06T09:00:00" },
  ]) {
    it(`C21: ${text} in ${zone} is written with the end ${end}`, () => {
      assert.deepEqual(eventTimesOf(text, zone).end, { kind: "time", dateTime: end, timeZone: zone });
    });
  }
});

describe("when an event is, as Google says it", () => {
  for (const { what, start, end, zone, text } of [
    {
      what: "an instant is the zone's wall clock",
      start: at("2026-07-06T15:00:00Z"),
      end: at("2026-07-06T16:30:00Z"),
      zone: chicago,
      text: "2026-07-06T10:00:00/2026-07-06T11:30:00",
    },
    {
      what: "days are days",
      start: on("2026-07-06"),
      end: on("2026-07-08"),
      zone: berlin,
      text: "2026-07-06/2026-07-08",
    },
    {
      what: "no days are one",
      start: on("2026-07-06"),
      end: on("2026-07-06"),
      zone: berlin,
      text: "2026-07-06/2026-07-07",
    },
    {
      what: "a day that ends at a time is that day",
      start: on("2026-07-06"),
      end: at("2026-07-08T10:00:00Z"),
      zone: berlin,
      text: "2026-07-06/2026-07-07",
    },
    {
      what: "a time that ends on a day has no length",
      start: at("2026-07-06T15:00:00Z"),
      end: on("2026-07-08"),
      zone: chicago,
      text: "2026-07-06T10:00:00/2026-07-06T10:00:00",
    },
    {
      what: "an end that the repeated hour puts before the start is the start",
      start: at("2026-11-01T06:30:00Z"),
      end: at("2026-11-01T07:15:00Z"),
      zone: chicago,
      text: "2026-11-01T01:30:00/2026-11-01T01:30:00",
    },
    {
      what: "an end in the second repeated hour",
      start: at("2026-11-01T06:15:00Z"),
      end: at("2026-11-01T07:30:00Z"),
      zone: chicago,
      text: "2026-11-01T01:15:00/2026-11-01T01:30:00",
    },
  ]) {
    it(`C21: ${what}`, () => {
      assert.equal(whenTextOfEvent(start, end, zone), text);
    });
  }

  const zones = constantFrom("America/Chicago", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC").map(
    zoneName,
  );
  const minutesOfYear = integer({ min: 0, max: 366 * 24 * 60 });
  const newYear = wallTime("2026-01-01T00:00:00");

  it("C21: what is written and read back is the same, but for times in a gap", () => {
    check(
      property(zones, minutesOfYear, integer({ min: 0, max: 3 * 24 * 60 }), (zone, from, length) => {
        const start = addMinutes(newYear, from);
        const text = whenText({ start, end: addMinutes(start, length), isAllDay: false });
        const once = googleWhenText(text, zone, zone);
        const twice = googleWhenText(once, zone, zone);
        assert.equal(twice, once);
        const isInGap = once !== text;
        if (isInGap) assert.notEqual(whenTextOfInstants(text, zone), text);
      }),
    );
  });

  it("C21: days written and read back are the same", () => {
    check(
      property(zones, integer({ min: 0, max: 800 }), integer({ min: 1, max: 40 }), (zone, from, length) => {
        const start = wallTime(`${addMinutes(newYear, from * 24 * 60).slice(0, 10)}T00:00:00`);
        const text = whenText({ start, end: addMinutes(start, length * 24 * 60), isAllDay: true });
        assert.equal(googleWhenText(text, zone, berlin), text);
      }),
    );
  });
});

/** The text of the instants its clock times name: another text only when one of them is in a gap. */
function whenTextOfInstants(text: string, zone: ReturnType<typeof zoneName>): string {
  const { start, end } = parseWhenText(text);
  const instant = (time: typeof start): GoogleTime => ({
    kind: "time",
    dateTime: instantOf(time, zone),
    timeZone: undefined,
  });
  return whenTextOfEvent(instant(start), instant(end), zone);
}

describe("when an event is, written in one zone and read in another", () => {
  for (const { text, back } of [
    { text: "2026-07-06T10:00:00/2026-07-06T11:00:00", back: "2026-07-06T17:00:00/2026-07-06T18:00:00" },
    { text: "2027-03-14T02:30:00/2027-03-14T03:00:00", back: "2027-03-14T09:30:00/2027-03-14T10:00:00" },
    { text: "2026-07-06/2026-07-08", back: "2026-07-06/2026-07-08" },
  ]) {
    it(`C20, C21: ${text} in Chicago is ${back} in Berlin`, () => {
      assert.equal(googleWhenText(text, chicago, berlin), back);
    });
  }
});

describe("by how many minutes an item moved", () => {
  it("C20, C21: whatever the zone of this computer, over a change of its clocks too", () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "America/Chicago";
    try {
      const end = eventTimesOf("2027-03-14T02:30:00/2027-03-14T03:00:00", chicago).end;
      const minutes = movedByMinutes(
        "2027-03-13T10:00:00/2027-03-13T11:00:00",
        "2027-03-14T10:00:00/2027-03-14T11:00:00",
      );
      assert.deepEqual([end, minutes], [{ kind: "time", dateTime: "2027-03-14T04:00:00", timeZone: chicago }, 1440]);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  for (const { before, after, minutes } of [
    {
      before: "2026-07-06T10:00:00/2026-07-06T11:00:00",
      after: "2026-07-06T11:30:00/2026-07-06T12:00:00",
      minutes: 90,
    },
    {
      before: "2026-07-06T10:00:00/2026-07-06T11:00:00",
      after: "2026-07-06T09:00:00/2026-07-06T11:00:00",
      minutes: -60,
    },
    { before: "2026-07-06T10:00:00/2026-07-06T11:00:00", after: "2026-07-06T10:00:00/2026-07-06T12:00:00", minutes: 0 },
    { before: "2026-07-06/2026-07-07", after: "2026-07-07T00:00:00/2026-07-07T01:00:00", minutes: 1440 },
  ]) {
    it(`G1: from ${before} to ${after} by ${minutes}`, () => {
      assert.equal(movedByMinutes(before, after), minutes);
    });
  }
});
