import assert from "node:assert/strict";

import type { ScheduleEntry } from "../../../src/api/index.js";
import { wallTime } from "../../../src/base/wall-time.js";
import { shownEntry } from "../../../src/host/calendar/index.js";

const dentist: ScheduleEntry = {
  entryId: "00000000-0000-4000-8000-000000000001",
  userId: 1,
  kind: "appointment",
  recordId: 7,
  description: "Dentist",
  when: { start: wallTime("2026-03-02T09:00:00"), end: wallTime("2026-03-02T10:00:00"), isAllDay: false },
  location: "Main Street 5",
  notes: "Bring the card",
  client: undefined,
  sessionType: "",
  userCount: 1,
  repeatId: undefined,
  origin: "google",
  isPrivate: true,
  isHiddenFromUser: false,
  isFree: false,
  version: "1",
  changedAt: new Date("2026-03-01T12:00:00Z"),
};

describe("an entry on screen", () => {
  it("C8: shows a private one to its owner as it is", () => {
    const { title, location, notes } = shownEntry(dentist, 1);
    assert.deepEqual([title, location, notes], ["Dentist", "Main Street 5", "Bring the card"]);
  });

  it("C8: tells somebody who is on it with its owner only when it is", () => {
    const { title, notes } = shownEntry({ ...dentist, userId: 2, isHiddenFromUser: true }, 2);
    assert.deepEqual([title, notes], ["Private appointment", ""]);
  });

  it("C8: tells everyone else only when it is", () => {
    const { title, location, notes, start } = shownEntry(dentist, 2);
    assert.deepEqual([title, location, notes, start], ["Private appointment", "", "", "2026-03-02T09:00:00"]);
  });
});
