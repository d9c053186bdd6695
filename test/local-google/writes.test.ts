import assert from "node:assert/strict";

import type { JsonObject } from "../../src/local-google/json.js";
import { Anna, anEvent, items, reasonOf } from "./support/client.js";

const path = "/calendars/primary/events";

describe("local Google: insert", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  it("answers 200 with the event, defaults and empty texts left out", async () => {
    const { status, json } = await anna.insert(
      anEvent({
        id: "abc123",
        location: "",
        transparency: "opaque",
        visibility: "default",
        guestsCanInviteOthers: true,
      }),
    );
    const { etag: _etag, htmlLink: _link, ...rest } = json;
    assert.deepEqual(
      [status, rest],
      [
        200,
        {
          kind: "calendar#event",
          id: "abc123",
          status: "confirmed",
          created: "2026-03-02T09:00:00.000Z",
          updated: "2026-03-02T09:00:00.000Z",
          summary: "Portraits",
          creator: { email: anna.email, self: true },
          organizer: { email: anna.email, self: true },
          start: { dateTime: "2026-03-25T08:00:00+01:00", timeZone: "Europe/Berlin" },
          end: { dateTime: "2026-03-25T09:00:00+01:00", timeZone: "Europe/Berlin" },
          iCalUID: "abc123@google.com",
          sequence: 0,
          reminders: { useDefault: true },
          eventType: "default",
        },
      ],
    );
  });

  for (const id of ["abcd", "xyz12", "ABCDE", "has-dash1"]) {
    it(`refuses the client id ${id}`, async () => {
      assert.equal((await anna.insert(anEvent({ id }))).status, 400);
    });
  }

  it("answers 409 duplicate to an id in use, also after deletion", async () => {
    await anna.insert(anEvent({ id: "abc123" }));
    const live = await anna.insert(anEvent({ id: "abc123" }));
    await anna.call("DELETE", `${path}/abc123`);
    const dead = await anna.insert(anEvent({ id: "abc123" }));
    assert.deepEqual(
      [live, dead].map((reply) => [reply.status, reasonOf(reply)]),
      [
        [409, "duplicate"],
        [409, "duplicate"],
      ],
    );
  });

  const at = (dateTime: string): JsonObject => ({ dateTime, timeZone: "Europe/Berlin" });
  const refused: readonly (readonly [string, JsonObject, number, string])[] = [
    ["no start", { start: null }, 400, "required"],
    ["an end before the start", { end: at("2026-03-25T07:00:00") }, 400, "timeRangeEmpty"],
    ["a day with a time", { end: { date: "2026-03-26" } }, 400, "invalid"],
    ["day and time in one", { start: { date: "2026-03-25", dateTime: "2026-03-25T08:00:00Z" } }, 400, "invalid"],
    ["neither offset nor zone", { start: { dateTime: "2026-03-25T08:00:00" } }, 400, "required"],
    ["an unknown zone", { start: { dateTime: "2026-03-25T08:00:00", timeZone: "Mars/Base" } }, 400, "invalid"],
    ["an impossible day", { start: { date: "2026-02-30" }, end: { date: "2026-03-01" } }, 400, "invalid"],
    [
      "a series without zone",
      { recurrence: ["RRULE:FREQ=DAILY"], start: { dateTime: "2026-03-25T08:00:00+01:00" } },
      400,
      "required",
    ],
    ["an unreadable rule", { recurrence: ["RRULE:FREQ=SOMETIMES"] }, 400, "invalid"],
    ["a rule with a start", { recurrence: ["RRULE:FREQ=DAILY;DTSTART=20260325T080000Z"] }, 400, "invalid"],
    ["colour 12", { colorId: "12" }, 400, "invalid"],
    [
      "six reminders",
      {
        reminders: { useDefault: false, overrides: Array.from({ length: 6 }, () => ({ method: "popup", minutes: 1 })) },
      },
      400,
      "invalid",
    ],
    [
      "a reminder five weeks before",
      { reminders: { useDefault: false, overrides: [{ method: "popup", minutes: 40_321 }] } },
      400,
      "invalid",
    ],
    [
      "default reminders with overrides",
      { reminders: { useDefault: true, overrides: [{ method: "popup", minutes: 1 }] } },
      400,
      "cannotUseDefaultRemindersAndSpecifyOverride",
    ],
    ["an event from Gmail", { eventType: "fromGmail" }, 400, "invalid"],
    ["a guest without address", { attendees: [{ displayName: "Bob" }] }, 400, "required"],
    ["a number as title", { summary: 5 }, 400, "parseError"],
  ];
  for (const [what, change, status, reason] of refused) {
    it(`refuses ${what}`, async () => {
      const reply = await anna.insert(anEvent(change));
      assert.deepEqual([reply.status, reasonOf(reply)], [status, reason]);
    });
  }

  it("drops keys over 44 and cuts values over 1024 characters of extended properties", async () => {
    const { json } = await anna.insert(
      anEvent({ extendedProperties: { private: { ["k".repeat(45)]: "lost", kept: "v".repeat(2000) } } }),
    );
    assert.deepEqual(json["extendedProperties"], { private: { kept: "v".repeat(1024) } });
  });

  it("takes conference data only with conferenceDataVersion=1 and attachments only with supportsAttachments", async () => {
    const body = anEvent({
      conferenceData: { createRequest: { requestId: "r1" } },
      attachments: [{ fileUrl: "https://example.test/plan" }],
    });
    const without = await anna.insert(body);
    const withBoth = await anna.insert(body, { conferenceDataVersion: 1, supportsAttachments: true });
    assert.deepEqual(
      [without, withBoth].map(({ json }) => ["conferenceData" in json, "attachments" in json]),
      [
        [false, false],
        [true, true],
      ],
    );
  });

  it("imports by iCalUID once, without mail, as a private copy", async () => {
    const body = anEvent({ iCalUID: "foreign@example.test", organizer: { email: "bob@example.test" } });
    const first = await anna.call("POST", `${path}/import`, { body });
    const second = await anna.call("POST", `${path}/import`, { body: { ...body, summary: "again" } });
    assert.deepEqual(
      [
        second.json["id"] === first.json["id"],
        second.json["summary"],
        second.json["privateCopy"],
        second.json["organizer"],
      ],
      [true, "again", true, { email: "bob@example.test" }],
    );
  });
});

describe("local Google: patch, put and delete", () => {
  const anna = new Anna();
  beforeEach(async () => {
    await anna.start();
    await anna.insert(
      anEvent({ id: "abc123", description: "bring props", extendedProperties: { private: { a: "1", b: "2" } } }),
    );
  });
  afterEach(async () => anna.dispose());

  const patch = async (body: JsonObject, headers: Record<string, string> = {}) =>
    anna.call("PATCH", `${path}/abc123`, { body, headers });

  it("merges a PATCH: null removes a field or a key, the rest stays", async () => {
    const { json } = await patch({
      description: null,
      location: "Studio",
      extendedProperties: { private: { a: null, c: "3" } },
    });
    assert.deepEqual(
      [json["summary"], json["description"], json["location"], json["extendedProperties"]],
      ["Portraits", undefined, "Studio", { private: { b: "2", c: "3" } }],
    );
  });

  it("replaces with a PUT", async () => {
    const { json } = await anna.call("PUT", `${path}/abc123`, { body: anEvent({ summary: "New" }) });
    assert.deepEqual([json["summary"], "description" in json, "extendedProperties" in json], ["New", false, false]);
  });

  it("ignores read-only fields", async () => {
    const { json } = await patch({
      etag: "x",
      htmlLink: "x",
      created: "x",
      creator: { email: "x" },
      organizer: { email: "x" },
      iCalUID: "x",
    });
    assert.deepEqual(
      [json["created"], json["organizer"], json["iCalUID"]],
      ["2026-03-02T09:00:00.000Z", { email: anna.email, self: true }, "abc123@google.com"],
    );
  });

  it("changes from timed to whole days when the other key is null, and refuses both", async () => {
    const both = await patch({ start: { date: "2026-03-25" }, end: { date: "2026-03-26" } });
    const { json } = await patch({
      start: { date: "2026-03-25", dateTime: null, timeZone: null },
      end: { date: "2026-03-26", dateTime: null, timeZone: null },
    });
    assert.deepEqual([both.status, json["start"], json["end"]], [400, { date: "2026-03-25" }, { date: "2026-03-26" }]);
  });

  it("gives every change a higher etag, twice the microseconds of updated, though the clock stands still", async () => {
    const etags = [];
    for (const summary of ["one", "two", "three"])
      etags.push(Number(String((await patch({ summary })).json["etag"]).replaceAll('"', "")));
    const { json } = await anna.call("GET", `${path}/abc123`);
    assert.deepEqual(
      [...new Set(etags)].sort((a, b) => a - b),
      etags,
    );
    assert.equal(Math.floor(Number(etags.at(-1)) / 2000), Date.parse(String(json["updated"])));
  });

  it("moves the etag but not updated when only reminders change, and lists it", async () => {
    const syncToken = await anna.syncToken();
    const before = (await anna.call("GET", `${path}/abc123`)).json;
    anna.clock.forward({ minutes: 5 });
    const { json } = await patch({ reminders: { useDefault: false, overrides: [{ method: "popup", minutes: 10 }] } });
    assert.deepEqual(
      [
        json["etag"] === before["etag"],
        json["updated"] === before["updated"],
        items(await anna.list({ syncToken })).length,
      ],
      [false, true, 1],
    );
  });

  it("answers 412 conditionNotMet to a stale If-Match on PATCH, PUT and DELETE", async () => {
    const headers = { "If-Match": '"1"' };
    const replies = [
      await patch({ summary: "x" }, headers),
      await anna.call("PUT", `${path}/abc123`, { body: anEvent(), headers }),
      await anna.call("DELETE", `${path}/abc123`, { headers }),
    ];
    assert.deepEqual(
      replies.map((reply) => [reply.status, reasonOf(reply)]),
      Array.from({ length: 3 }, () => [412, "conditionNotMet"]),
    );
  });

  it("accepts the current etag and * as If-Match", async () => {
    const { json } = await anna.call("GET", `${path}/abc123`);
    const first = await patch({ summary: "x" }, { "If-Match": String(json["etag"]) });
    const second = await patch({ summary: "y" }, { "If-Match": "*" });
    assert.deepEqual([first.status, second.status], [200, 200]);
  });

  it("answers 304 to If-None-Match of the current etag", async () => {
    const { json } = await anna.call("GET", `${path}/abc123`);
    assert.equal(
      (await anna.call("GET", `${path}/abc123`, { headers: { "If-None-Match": String(json["etag"]) } })).status,
      304,
    );
  });

  it("deletes with 204, then 410 deleted, but 412 first when the etag is stale; never used is 404", async () => {
    const replies = [
      await anna.call("DELETE", `${path}/abc123`),
      await anna.call("DELETE", `${path}/abc123`),
      await anna.call("DELETE", `${path}/abc123`, { headers: { "If-Match": '"1"' } }),
      await anna.call("DELETE", `${path}/neverused1`),
    ];
    assert.deepEqual(
      replies.map((reply) => [reply.status, reasonOf(reply)]),
      [
        [204, undefined],
        [410, "deleted"],
        [412, "conditionNotMet"],
        [404, "notFound"],
      ],
    );
  });

  it("treats PATCH status=cancelled as a deletion", async () => {
    await patch({ status: "cancelled" });
    assert.equal((await anna.call("DELETE", `${path}/abc123`)).status, 410);
  });

  it("answers 403 to an update of a deleted event", async () => {
    await anna.call("DELETE", `${path}/abc123`);
    assert.equal((await patch({ summary: "again", status: "confirmed" })).status, 403);
  });

  it("does not change the type of an event", async () => {
    assert.equal((await patch({ eventType: "focusTime" })).status, 400);
  });

  it("refuses a sequence below the current one", async () => {
    await patch({ sequence: 5 });
    assert.equal((await patch({ sequence: 4 })).status, 400);
  });

  it("moves an event to another calendar, keeping its id and leaving a cancelled entry", async () => {
    const other = anna.google.accounts.get(anna.email).addCalendar({ summary: "Other" });
    const { json } = await anna.call("POST", `${path}/abc123/move`, { query: { destination: other.id } });
    assert.deepEqual(
      [json["id"], json["organizer"], anna.calendar.get("abc123").status],
      ["abc123", { email: other.id, displayName: "Other", self: true }, "cancelled"],
    );
  });
});

describe("local Google: deleted events that may be revived", () => {
  const anna = new Anna();
  afterEach(async () => anna.dispose());

  it("revives by update when switched so", async () => {
    await anna.start({ deletedEventUpdates: "revive" });
    await anna.insert(anEvent({ id: "abc123" }));
    await anna.call("DELETE", `${path}/abc123`);
    const { json } = await anna.call("PUT", `${path}/abc123`, { body: anEvent() });
    assert.equal(json["status"], "confirmed");
  });
});

describe("local Google: somebody else's event", () => {
  const anna = new Anna();
  let id = "";
  beforeEach(async () => {
    await anna.start();
    ({ id } = anna.calendar.receiveInvitation(
      anEvent({ attendees: [{ email: "carl@example.test", responseStatus: "accepted" }] }),
      { email: "bob@example.test" },
    ));
  });
  afterEach(async () => anna.dispose());

  const patch = async (body: JsonObject) => anna.call("PATCH", `${path}/${id}`, { body });

  for (const change of [
    { summary: "mine" },
    { start: { dateTime: "2026-03-25T08:30:00" } },
    { location: "here" },
    { extendedProperties: { shared: { a: "1" } } },
  ]) {
    it(`refuses a change of ${Object.keys(change).join()}`, async () => {
      const reply = await patch(change);
      assert.deepEqual([reply.status, reasonOf(reply)], [403, "forbiddenForNonOrganizer"]);
    });
  }

  it("takes the own answer, reminders, colour and private properties, and keeps the other guests", async () => {
    const { status, json } = await patch({
      attendees: [{ email: anna.email, responseStatus: "declined" }],
      colorId: "3",
      reminders: { useDefault: false },
      extendedProperties: { private: { a: "1" } },
    });
    assert.deepEqual(
      [status, json["attendees"], json["colorId"]],
      [
        200,
        [
          { email: "carl@example.test", responseStatus: "accepted" },
          { email: anna.email, responseStatus: "declined", self: true },
        ],
        "3",
      ],
    );
  });

  it("lets guests change it when the organizer allows that", async () => {
    anna.calendar.organizerChanges(id, { guestsCanModify: true });
    assert.equal((await patch({ summary: "ours" })).status, 200);
  });
});

describe("local Google: mails it would have sent", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());
  const guests = { attendees: [{ email: "bob@example.test" }] };

  it("C3: notes none with sendUpdates=none, nor without guests", async () => {
    await anna.insert(anEvent(guests), { sendUpdates: "none" });
    await anna.insert(anEvent(), { sendUpdates: "all" });
    assert.deepEqual(anna.google.mails.entries(), []);
  });

  it("C3: notes one for all, externalOnly and a request that says nothing", async () => {
    const { json } = await anna.insert(anEvent(guests), { sendUpdates: "all" });
    await anna.call("PATCH", `${path}/${String(json["id"])}`, {
      body: { summary: "x" },
      query: { sendUpdates: "externalOnly" },
    });
    await anna.call("DELETE", `${path}/${String(json["id"])}`);
    assert.deepEqual(
      anna.google.mails.entries().map(({ kind, to, sendUpdates }) => [kind, to, sendUpdates]),
      [
        ["invitation", ["bob@example.test"], "all"],
        ["update", ["bob@example.test"], "externalOnly"],
        ["cancellation", ["bob@example.test"], "unspecified"],
      ],
    );
  });
});
