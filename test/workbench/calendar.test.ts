import assert from "node:assert/strict";

import type { ShownEntry } from "../../src/workbench/api/payloads.js";
import { calendarLines, calendarPath, kindOf, shownHours } from "../../src/workbench/calendar/entry-kind.js";
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
  isHidden: false,
};
const staff = {
  people: [
    { id: 1, initials: "AB", name: "Anna Berg", colour: "#7048e8" },
    { id: 2, initials: "CD", name: "Carl Dahl" },
  ],
  resources: [{ id: 5, name: "Camera Room" }],
};
const mayMove = { appointment: true, session: false };

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
    const [line] = calendarLines([appointment], staff, mayMove);
    assert.deepEqual([line?.start, line?.end, line?.allDay], ["2026-03-08T02:30:00", "2026-03-08T03:30:00", false]);
  });

  it("C21: are whole days where they are all-day", () => {
    const allDay = { ...appointment, isAllDay: true, start: "2026-03-08T00:00:00", end: "2026-03-10T00:00:00" };
    const [line] = calendarLines([allDay], staff, mayMove);
    assert.deepEqual([line?.start, line?.end, line?.allDay], ["2026-03-08", "2026-03-10", true]);
    assert.match(shownWhen(allDay, "en-US"), /March 8.*March 9/);
    const one = { ...allDay, end: "2026-03-09T00:00:00" };
    assert.equal(shownWhen(one, "en-US"), "Sunday, March 8, 2026");
  });

  it("stand there once with everybody whose they are, named once several schedules are shown", () => {
    const shared = [appointment, { ...appointment, userId: 2 }, { ...appointment, resourceId: 5 }];
    assert.deepEqual(
      calendarLines(shared, staff, mayMove).map(({ extendedProps: { owners, namesOwners } }) => [
        owners.map(({ short }) => short),
        namesOwners,
      ]),
      [[["AB", "CD", "Camera Room"], true]],
    );
    assert.equal(calendarLines([appointment], staff, mayMove)[0]?.extendedProps.namesOwners, false);
  });

  it("C8: are read by who may read them, although they are hidden from another whose they are", () => {
    const shared = [{ ...appointment, userId: 2, isHidden: true, title: "Private appointment" }, appointment];
    assert.equal(calendarLines(shared, staff, mayMove)[0]?.title, "Dentist");
  });

  it("carry the client's name", () => {
    const [line] = calendarLines([{ ...appointment, clientName: "Ida Moe", title: "" }], staff, mayMove);
    assert.equal(line?.title, "Ida Moe - No description");
  });

  it("X1, C8: are moved only by those who may, and never while hidden", () => {
    const lines = [appointment, { ...appointment, isHidden: true }, { ...appointment, kind: "session" as const }];
    assert.deepEqual(
      lines.flatMap((entry) => calendarLines([entry], staff, mayMove).map(({ editable }) => editable)),
      [true, false, false],
    );
  });

  it("have the colour of their person, or of the room they are shown for", () => {
    const [line] = calendarLines([appointment, { ...appointment, resourceId: 5 }], staff, mayMove);
    assert.deepEqual(
      line?.extendedProps.owners.map(({ colour }) => colour),
      ["#7048e8", "#e8590c"],
    );
  });

  it("C21: are never outside of the hours shown", () => {
    const late = { ...appointment, start: "2026-03-08T20:00:00", end: "2026-03-08T21:15:00" };
    const overnight = { ...appointment, start: "2026-03-08T22:00:00", end: "2026-03-09T01:00:00" };
    const allDay = { ...appointment, isAllDay: true, start: "2026-03-08T00:00:00", end: "2026-03-09T00:00:00" };
    assert.deepEqual(
      [[allDay], [appointment], [late], [overnight]].map((entries) => Object.values(shownHours(entries)).join(" ")),
      ["07:00:00 20:00:00", "02:00:00 20:00:00", "07:00:00 22:00:00", "00:00:00 24:00:00"],
    );
  });

  it("are asked for by day, user and room", () => {
    assert.equal(
      calendarPath("2026-03-01", "2026-04-01", { userIds: [1, 2], resourceIds: [] }),
      "/api/calendar?from=2026-03-01&to=2026-04-01&users=1%2C2",
    );
    assert.equal(
      calendarPath("2026-03-01", "2026-04-01", { userIds: [], resourceIds: [5] }),
      "/api/calendar?from=2026-03-01&to=2026-04-01&users=&resources=5",
    );
  });
});

describe("texts on screen", () => {
  const writing = { locale: "en-US", timeZone: "America/Chicago" };

  it("write instants in the studio's zone and leave everything else as it is", () => {
    assert.match(shownText("2026-07-01T17:05:00.000Z", writing), /Jul 1, 2026, 12:05\sPM/);
    assert.equal(shownText("Never", writing), "Never");
    assert.match(shownText("Synced 2026-07-01T17:05:00.123Z.", writing), /^Synced Jul 1, 2026, 12:05\sPM\.$/);
  });

  it("spans in plugins' texts are shown in the locale's way, a day that is both start and end once", () => {
    assert.match(
      shownText("2026-07-01 09:30 to 10:15, Fitting", writing),
      /^Jul 1, 2026, 9:30\sAM to 10:15\sAM, Fitting$/,
    );
    assert.match(
      shownText("2026-07-01 23:30 to 2026-07-02 00:15", writing),
      /^Jul 1, 2026, 11:30\sPM to Jul 2, 2026, 12:15\sAM$/,
    );
    assert.equal(
      shownText("2026-07-01 (all day); 2026-07-01 to 2026-07-03 (all day)", writing),
      "Jul 1, 2026 (all day); Jul 1, 2026 to Jul 3, 2026 (all day)",
    );
    assert.equal(shownText("2026-13-01 09:30 to 10:15", writing), "2026-13-01 09:30 to 10:15");
  });

  it("C20: write wall-clock times in the studio's manner, whatever zone the browser is in", () => {
    assert.match(
      shownText("Lens, 2026-07-01 17:05:00 to 2026-07-01T18:00:00", writing),
      /^Lens, Jul 1, 2026, 5:05\sPM to Jul 1, 2026, 6:00\sPM$/,
    );
    assert.equal(shownText("Off, 2026-12-21 to 2026-12-22", writing), "Off, Dec 21, 2026 to Dec 22, 2026");
    assert.equal(shownText("Order 2026-12-21", writing), "Order 2026-12-21");
  });

  it("know what time it is in the studio", () => {
    assert.equal(wallTimeIn("America/Chicago", new Date("2026-07-01T03:05:09Z")), "2026-06-30T22:05:09");
  });
});
