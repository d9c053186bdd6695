import assert from "node:assert/strict";

import { dayText, readDay, shiftedMonth, weeksOf } from "../../src/workbench/dates/day-text.js";
import { readTime, shiftedTime, timeText } from "../../src/workbench/dates/time-text.js";
import { enteredSchedule, typedSchedule } from "../../src/workbench/utilities/schedule-form.js";

const locales = ["en-US", "en-GB", "de-DE", "fr-CA", "sv-SE", "ja-JP", "ar-EG", "hu-HU"];

describe("days as a locale writes them", () => {
  for (const locale of locales) {
    it(`are read as they are written: ${locale}`, () => {
      for (const day of ["2026-11-03", "2024-02-29", "1999-12-31"]) {
        assert.deepEqual(readDay(dayText(day, locale), locale, 2026), { day, isWhole: true });
      }
    });
  }

  const read = (text: string, locale = "en-US") => readDay(text, locale, 2026)?.day;

  it("are read in the locale's order", () => {
    assert.deepEqual(
      [read("3/4/2026", "en-US"), read("3/4/2026", "en-GB"), read("3.4.2026", "de-DE"), read("2026/3/4", "ja-JP")],
      ["2026-03-04", "2026-04-03", "2026-04-03", "2026-03-04"],
    );
  });

  it("are read without a year, with two figures of it, with the month's name, and as ISO 8601 writes them", () => {
    assert.deepEqual(
      [
        read("11/3"),
        read("11-3-27"),
        read("11 3 99"),
        read("Nov 3"),
        read("3. Nov. 2027", "de-DE"),
        read("2026-11-03"),
      ],
      ["2026-11-03", "2027-11-03", "1999-11-03", "2026-11-03", "2027-11-03", "2026-11-03"],
    );
  });

  it("are not whole while the year may go on", () => {
    assert.deepEqual(readDay("11/3/20", "en-US", 2026), { day: "2020-11-03", isWhole: false });
  });

  it("are none where there is no such day", () => {
    assert.deepEqual(
      ["2/30/2026", "13/1/2026", "soon", "", "11", "1/2/3/4", "11/3/202"].map((text) => read(text)),
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it("make months of whole weeks that begin where the locale's do", () => {
    const weeks = weeksOf("2026-11-15", 0);
    assert.deepEqual([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)], [5, "2026-11-01", "2026-12-05"]);
    assert.equal(weeksOf("2026-11-15", 1)[0]?.[0], "2026-10-26");
  });

  it("keep to the month when it is shorter", () => {
    assert.deepEqual(
      [shiftedMonth("2026-01-31", 1), shiftedMonth("2024-02-29", -12), shiftedMonth("2026-12-15", 1)],
      ["2026-02-28", "2023-02-28", "2027-01-15"],
    );
  });
});

describe("times of day as a locale writes them", () => {
  for (const locale of locales) {
    it(`are read as they are written: ${locale}`, () => {
      for (const time of ["00:00", "00:30", "09:05", "12:00", "14:30", "23:59"]) {
        assert.equal(readTime(timeText(time, locale), locale), time);
      }
    });
  }

  it("are read however somebody types them", () => {
    const typed = ["2:30 pm", "2.30p", "14:30", "1430", "14.30", "2pm", "930", "12 am", "12:15 a.m.", "9", "14h30"];
    assert.deepEqual(
      typed.map((text) => readTime(text, "en-US")),
      ["14:30", "14:30", "14:30", "14:30", "14:30", "14:00", "09:30", "00:00", "00:15", "09:00", "14:30"],
    );
  });

  it("are none where there is no such time", () => {
    assert.deepEqual(
      ["25:00", "9:60", "13 pm", "noon", "", "9 o'clock", "1:2:3:4"].map((text) => readTime(text, "en-US")),
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it("go around the clock", () => {
    assert.deepEqual([shiftedTime("23:50", 15), shiftedTime("00:05", -15)], ["00:05", "23:50"]);
  });

  it("J3: are the studio's in a job's schedule too", () => {
    const typed = typedSchedule({ kind: "at", times: ["09:00", "13:30"] }, "en-US");
    assert.match(typed.times, /^9:00\sAM, 1:30\sPM$/u);
    assert.deepEqual(enteredSchedule(typed, "en-US"), { kind: "at", times: ["09:00", "13:30"] });
    assert.deepEqual(enteredSchedule({ ...typed, times: "late, 7" }, "en-US"), {
      kind: "at",
      times: ["late", "07:00"],
    });
  });
});
