import assert from "node:assert/strict";

import { day, wallTime } from "../../../src/base/wall-time.js";
import {
  cutFields,
  fieldsOfEntry,
  fieldsOfEvent,
  identityOf,
  isLinkedEntry,
} from "../../../src/google-sync/calendar/index.js";
import { ada, aCanon, anEntry, anEvent, aSession, berlin } from "./builders.js";

const when = "2026-07-06T10:00:00/2026-07-06T11:00:00";

describe("the canonical fields of an entry", () => {
  it("C2: an unlinked appointment has its Description as title, and its notes", () => {
    const entry = anEntry({ description: " Meeting ", location: " Studio 2 ", notes: " one\r\ntwo " });
    assert.deepEqual(fieldsOfEntry(entry, aCanon()), {
      title: "Meeting",
      when,
      location: "Studio 2",
      notes: "one\ntwo",
      private: "no",
      free: "no",
    });
  });

  it("C2: a linked one has its title from the template, and no notes", () => {
    assert.deepEqual(fieldsOfEntry(aSession(), aCanon()), {
      title: "Ada Smith - Portrait",
      when,
      location: "Studio 2",
      private: "no",
      free: "no",
    });
  });

  it("C2: its notes take part where the studio sends them", () => {
    assert.equal(fieldsOfEntry(aSession(), aCanon({ sendsNotes: true }))["notes"], "Bring film");
  });

  it("C8: private and free are said in words", () => {
    const { private: isPrivate, free } = fieldsOfEntry(anEntry({ isPrivate: true, isFree: true }), aCanon());
    assert.deepEqual([isPrivate, free], ["yes", "yes"]);
  });

  it("C21: all-day is said in days", () => {
    const days = { start: wallTime("2026-07-06T00:00:00"), end: wallTime("2026-07-08T00:00:00"), isAllDay: true };
    assert.equal(fieldsOfEntry(anEntry({ when: days }), aCanon())["when"], "2026-07-06/2026-07-08");
  });

  it("C2: linked are sessions, event lines and appointments with a client", () => {
    assert.deepEqual(
      [
        anEntry(),
        anEntry({ client: ada }),
        anEntry({ kind: "session" }),
        anEntry({ kind: "event-line" }),
        aSession(),
      ].map(isLinkedEntry),
      [false, true, true, true, true],
    );
  });
});

describe("the canonical fields of an event", () => {
  const canon = aCanon();

  it("C9, C20: are trimmed, plain, and in the sync zone", () => {
    const event = anEvent({ summary: " Meeting ", location: " Park ", description: " <b>film</b> " });
    assert.deepEqual(fieldsOfEvent(event, undefined, aCanon({ zone: berlin })), {
      title: "Meeting",
      when: "2026-07-06T17:00:00/2026-07-06T18:00:00",
      location: "Park",
      notes: "film",
      private: "no",
      free: "no",
    });
  });

  for (const { visibility, isPrivate } of [
    { visibility: "default", isPrivate: "no" },
    { visibility: "public", isPrivate: "no" },
    { visibility: "private", isPrivate: "yes" },
    { visibility: "confidential", isPrivate: "yes" },
  ] as const) {
    it(`C8: of ${visibility} visibility, private is ${isPrivate}`, () => {
      assert.equal(fieldsOfEvent(anEvent({ visibility }), undefined, canon)["private"], isPrivate);
    });
  }

  it("C8: transparent is free", () => {
    assert.equal(fieldsOfEvent(anEvent({ transparency: "transparent" }), undefined, canon)["free"], "yes");
  });

  it("C21: days are days", () => {
    const days = {
      start: { kind: "day", date: day("2026-07-06") },
      end: { kind: "day", date: day("2026-07-07") },
    } as const;
    assert.equal(fieldsOfEvent(anEvent(days), undefined, canon)["when"], "2026-07-06/2026-07-07");
  });

  const long = anEvent({ summary: "s".repeat(21), location: "l".repeat(11), description: "d".repeat(31) });
  const fitting = anEvent({
    summary: ` ${"s".repeat(20)} `,
    location: ` ${"l".repeat(10)} `,
    description: ` ${"d".repeat(30)} `,
  });

  it("C11: are cut to the studio's columns", () => {
    const { title, location, notes } = fieldsOfEvent(long, undefined, canon);
    assert.deepEqual([title, location, notes], ["s".repeat(20), "l".repeat(10), "d".repeat(30)]);
  });

  it("C11: which are cut is known; what just fits is not", () => {
    assert.deepEqual(
      [long, fitting].map((event) => cutFields(event, undefined, canon)),
      [["title", "location", "notes"], []],
    );
  });

  for (const { entry, summary, title, isCut } of [
    { entry: anEntry(), summary: `Ada Smith - ${"d".repeat(20)}`, title: "Ada Smith - dddddddd", isCut: true },
    {
      entry: aSession(),
      summary: `Ada Smith - ${"d".repeat(20)}`,
      title: `Ada Smith - ${"d".repeat(20)}`,
      isCut: false,
    },
    {
      entry: aSession(),
      summary: `Ada Smith - ${"d".repeat(21)}`,
      title: `Ada Smith - ${"d".repeat(20)}`,
      isCut: true,
    },
    { entry: aSession(), summary: "Ada Smith -   Twins", title: "Ada Smith - Twins", isCut: false },
    { entry: aSession(), summary: "Ada Smith", title: "Ada Smith", isCut: false },
    { entry: aSession(), summary: "d".repeat(40), title: "d".repeat(40), isCut: false },
  ]) {
    it(`C7, C11: of the ${entry.kind}'s title "${summary}" the studio can hold "${title}"`, () => {
      const event = anEvent({ summary });
      assert.deepEqual(
        [fieldsOfEvent(event, entry, canon)["title"], cutFields(event, entry, canon)],
        [title, isCut ? ["title"] : []],
      );
    });
  }
});

describe("what makes two items the same thing", () => {
  it("W5: is their when and title", () => {
    const [one, other] = [anEntry({ location: "Here" }), anEntry({ notes: "Other" })].map((entry) =>
      identityOf(fieldsOfEntry(entry, aCanon())),
    );
    assert.equal(one, other);
    assert.equal(one, JSON.stringify([when, "Meeting"]));
  });
});
