import assert from "node:assert/strict";

import { entryChangeOf, eventBodyOf, eventChangeOf } from "../../../src/google-sync/calendar/index.js";
import { aCanon, anEntry, aSession, chicago } from "./builders.js";

const owner = { studioGuid: "studio", userGuid: "user", entryId: "entry" };
const when = "2026-07-06T10:00:00/2026-07-06T11:00:00";
const written = {
  start: { kind: "time", dateTime: "2026-07-06T10:00:00", timeZone: "America/Chicago" },
  end: { kind: "time", dateTime: "2026-07-06T11:00:00", timeZone: "America/Chicago" },
};

describe("the event of an entry", () => {
  it("C2, C24: holds the id, the fields and the mark, and nothing else", () => {
    const fields = { title: "Meeting", when, location: "Park", notes: "<b>film</b>", private: "yes", free: "yes" };
    assert.deepEqual(eventBodyOf("id1", fields, owner, chicago), {
      id: "id1",
      summary: "Meeting",
      location: "Park",
      description: "&lt;b&gt;film&lt;/b&gt;",
      when: written,
      privateProperties: { spectraStudio: "studio", spectraUser: "user", spectraEntry: "entry" },
    });
  });

  it("C2: has no description where the notes do not go", () => {
    const body = eventBodyOf("id1", { title: "Meeting", when, location: "" }, owner, chicago);
    assert.deepEqual(Object.keys(body).toSorted(), ["id", "location", "privateProperties", "summary", "when"]);
  });

  it("cannot be made without a time", () => {
    assert.throws(() => eventBodyOf("id1", { title: "Meeting" }, owner, chicago), /"" is not/);
  });

  for (const { fields, change } of [
    { fields: {}, change: {} },
    { fields: { title: "New" }, change: { summary: "New" } },
    { fields: { location: "" }, change: { location: "" } },
    { fields: { notes: "a" }, change: { description: "a" } },
    { fields: { when }, change: { when: written } },
    { fields: { private: "yes", free: "yes" }, change: {} },
  ]) {
    it(`C2: a change of ${JSON.stringify(fields)} is sent as that alone`, () => {
      assert.deepEqual(eventChangeOf(fields, chicago), change);
    });
  }
});

describe("the entry of fields that come from Google", () => {
  const parsed = { start: "2026-07-06T10:00:00", end: "2026-07-06T11:00:00", isAllDay: false };
  for (const { fields, change } of [
    { fields: {}, change: {} },
    { fields: { title: "Ada Smith - x" }, change: { description: "Ada Smith - x" } },
    { fields: { location: "" }, change: { location: "" } },
    { fields: { notes: "a" }, change: { notes: "a" } },
    { fields: { when }, change: { when: parsed } },
    { fields: { private: "yes", free: "no" }, change: { isPrivate: true, isFree: false } },
    { fields: { private: "no", free: "yes" }, change: { isPrivate: false, isFree: true } },
  ]) {
    it(`C5: ${JSON.stringify(fields)} of an unlinked appointment change it in just that`, () => {
      assert.deepEqual(
        [entryChangeOf(fields, anEntry(), aCanon()), entryChangeOf(fields, undefined, aCanon())],
        [change, change],
      );
    });
  }

  it("C7: the title of a linked entry changes its Description", () => {
    assert.deepEqual(entryChangeOf({ title: "Ada Smith - Twins" }, aSession(), aCanon()), { description: "Twins" });
  });

  it("C7: a title the Description cannot be told from changes nothing", () => {
    assert.deepEqual(entryChangeOf({ title: "Twins", location: "Park" }, aSession(), aCanon()), { location: "Park" });
  });

  it("C7: the title of a linked entry is not its to change when it does not come in", () => {
    assert.deepEqual(entryChangeOf({ location: "Park" }, aSession(), aCanon()), { location: "Park" });
  });
});
