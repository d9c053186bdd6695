import assert from "node:assert/strict";

import type { ShownEntry } from "../../src/workbench/api/payloads.js";
import { calendarLines, calendarPath, kindOf, recordPath } from "../../src/workbench/calendar/entry-kind.js";
import { shownText, shownWhen, wallTimeIn } from "../../src/workbench/common/shown-text.js";

const appointment: ShownEntry = {
  entryId: "e1",
  userId: 1,
  kind: "appointment",
  recordId: 17,
  title: "Dentist",
  start: "2026-03-08T02:30:00",
  end: "2026-03-08T03:30:00",
  isAllDay: false,
  location: "",
  notes: "",
  clientName: "",
  origin: "studio",
  isPrivate: false,
  isFree: false,
};
const people = [
  { id: 1, initials: "AB", name: "Anna Berg" },
  { id: 2, initials: "CD", name: "Carl Dahl" },
];

describe("entries of the calendar", () => {
  it("C8: are private before anything else", () => {
    assert.equal(kindOf({ ...appointment, kind: "session", isPrivate: true }), "private");
  });

  it("tell sessions, client appointments and unlinked appointments apart", () => {
    assert.equal(kindOf(appointment), "unlinked");
    assert.equal(kindOf({ ...appointment, clientName: "Ida Moe" }), "client-appointment");
    assert.equal(kindOf({ ...appointment, kind: "event-line" }), "session");
  });

  it("C20: keep their wall-clock times, even ones a daylight-saving gap has in some zone", () => {
    const [line] = calendarLines([appointment], people);
    assert.deepEqual([line?.start, line?.end, line?.allDay], ["2026-03-08T02:30:00", "2026-03-08T03:30:00", false]);
  });

  it("C21: are whole days where they are all-day", () => {
    const allDay = { ...appointment, isAllDay: true, start: "2026-03-08T00:00:00", end: "2026-03-10T00:00:00" };
    const [line] = calendarLines([allDay], people);
    assert.deepEqual([line?.start, line?.end, line?.allDay], ["2026-03-08", "2026-03-10", true]);
    assert.match(shownWhen(allDay, "en-US"), /March 8.*March 9/);
    const one = { ...allDay, end: "2026-03-09T00:00:00" };
    assert.equal(shownWhen(one, "en-US"), "Sunday, March 8, 2026");
  });

  it("name their user once several are shown, and stand there once for each", () => {
    const shared = [appointment, { ...appointment, userId: 2 }];
    assert.deepEqual(
      calendarLines(shared, people).map(({ id, extendedProps }) => [id, extendedProps.who]),
      [
        ["e1/1", "AB"],
        ["e1/2", "CD"],
      ],
    );
    assert.equal(calendarLines([appointment], people)[0]?.extendedProps.who, "");
  });

  it("carry the client's name", () => {
    const [line] = calendarLines([{ ...appointment, clientName: "Ida Moe", title: "" }], people);
    assert.equal(line?.title, "Ida Moe - No description");
  });

  it("lead to the record behind them, an event line to its session", () => {
    assert.equal(recordPath(appointment), "/api/records/appointment/17/status");
    assert.equal(recordPath({ ...appointment, kind: "event-line" }), "/api/records/session/17/status");
  });

  it("are asked for by day and user", () => {
    assert.equal(
      calendarPath("2026-03-01", "2026-04-01", [1, 2]),
      "/api/calendar?from=2026-03-01&to=2026-04-01&users=1%2C2",
    );
    assert.equal(calendarPath("2026-03-01", "2026-04-01", []), "/api/calendar?from=2026-03-01&to=2026-04-01");
  });
});

describe("texts on screen", () => {
  const writing = { locale: "en-US", timeZone: "America/Chicago" };

  it("write instants in the studio's zone and leave everything else as it is", () => {
    assert.match(shownText("2026-07-01T17:05:00.000Z", writing), /Jul 1, 2026, 12:05\sPM/);
    assert.equal(shownText("Never", writing), "Never");
    assert.match(shownText("Synced 2026-07-01T17:05:00.123Z.", writing), /^Synced Jul 1, 2026, 12:05\sPM\.$/);
    assert.equal(shownText("at 2026-07-01T17:05:00, here", writing), "at 2026-07-01T17:05:00, here");
  });

  it("know what time it is in the studio", () => {
    assert.equal(wallTimeIn("America/Chicago", new Date("2026-07-01T03:05:09Z")), "2026-06-30T22:05:09");
  });
});
