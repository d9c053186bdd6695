import assert from "node:assert/strict";

import { Anna, anEvent, items, reasonOf } from "./support/client.js";
import type { Reply, Sending } from "./support/client.js";

describe("local Google: calendar list", () => {
  const anna = new Anna();
  beforeEach(async () => {
    await anna.start();
    const account = anna.google.accounts.get(anna.email);
    account.addCalendar({ id: "second", summary: "Second" });
    account.addCalendar({
      id: "addressbook#contacts@group.v.calendar.google.com",
      summary: "Birthdays",
      accessRole: "reader",
    });
    account.addCalendar({ id: "busy", summary: "Busy", accessRole: "freeBusyReader" });
    account.addCalendar({ id: "hidden", summary: "Hidden", isHidden: true });
  });
  afterEach(async () => anna.dispose());

  const list = async (query: Sending["query"] = {}): Promise<Reply> =>
    anna.call("GET", "/users/me/calendarList", { query });
  const ids = (reply: Reply): unknown[] => items(reply).map(({ id }) => id);

  it("A2: shows the primary and the other calendars with what the person may do", async () => {
    const shown = items(await list()).map(({ id, accessRole, primary }) => [id, accessRole, primary]);
    assert.deepEqual(shown, [
      [anna.email, "owner", true],
      ["second", "owner", undefined],
      ["addressbook#contacts@group.v.calendar.google.com", "reader", undefined],
      ["busy", "freeBusyReader", undefined],
    ]);
  });

  it("filters by role, and shows hidden ones when asked", async () => {
    assert.deepEqual(
      [ids(await list({ minAccessRole: "writer" })), ids(await list({ showHidden: true })).length],
      [[anna.email, "second"], 5],
    );
  });

  it("pages, with the sync token on the last page only", async () => {
    const first = await list({ maxResults: 3 });
    const last = await list({ maxResults: 3, pageToken: String(first.json["nextPageToken"]) });
    assert.deepEqual(
      [items(first).length, first.json["nextSyncToken"], items(last).length, typeof last.json["nextSyncToken"]],
      [3, undefined, 1, "string"],
    );
  });

  it("A11: tells changes and removals since a sync token, and answers 404 for a removed calendar", async () => {
    const { json } = await list();
    const account = anna.google.accounts.get(anna.email);
    account.calendar("second").removeCalendar();
    account.calendar("busy").setAccessRole("reader");
    const delta = await list({ syncToken: String(json["nextSyncToken"]) });
    assert.deepEqual(
      items(delta).map(({ id, deleted, accessRole }) => [id, deleted, accessRole]),
      [
        ["second", true, undefined],
        ["busy", undefined, "reader"],
      ],
    );
    assert.equal((await anna.call("GET", "/calendars/second/events")).status, 404);
  });

  it("refuses a sync token with a role or with hidden or deleted ones excluded, and an invalidated one", async () => {
    const syncToken = String((await list()).json["nextSyncToken"]);
    const refused: readonly NonNullable<Sending["query"]>[] = [
      { minAccessRole: "owner" },
      { showHidden: false },
      { showDeleted: false },
    ];
    const replies = await Promise.all(refused.map(async (query) => list({ syncToken, ...query })));
    anna.google.invalidateSyncTokens(anna.email);
    const gone = await list({ syncToken });
    assert.deepEqual(
      [...replies.map(({ status }) => status), gone.status, reasonOf(gone)],
      [400, 400, 400, 410, "fullSyncRequired"],
    );
  });

  it("ends the sync token of a calendar whose access role changes", async () => {
    const { json } = await anna.call("GET", "/calendars/second/events");
    anna.google.accounts.get(anna.email).calendar("second").setAccessRole("writer");
    const reply = await anna.call("GET", "/calendars/second/events", {
      query: { syncToken: String(json["nextSyncToken"]) },
    });
    assert.equal(reply.status, 410);
  });

  it("shows somebody who sees only busy times no titles and no series", async () => {
    const busy = anna.google.accounts.get(anna.email).calendar("busy");
    busy.createSeries({ ...anEvent(), recurrence: ["RRULE:FREQ=DAILY;COUNT=2"] });
    const shown = items(await anna.call("GET", "/calendars/busy/events"));
    assert.deepEqual(
      shown.map(({ summary, recurrence, visibility }) => [summary, recurrence, visibility]),
      [
        [undefined, undefined, "private"],
        [undefined, undefined, "private"],
      ],
    );
  });

  it("shares a calendar between two accounts: a reader sees a private event as busy", async () => {
    const bob = anna.google.accounts.add({ email: "bob@example.test" });
    bob.subscribe("second", "reader");
    anna.google.accounts
      .get(anna.email)
      .calendar("second")
      .create(anEvent({ visibility: "private" }));
    const token = anna.google.grant(bob.email).accessToken;
    const [seen] = items(await anna.call("GET", "/calendars/second/events", { token }));
    const [own] = items(await anna.call("GET", "/calendars/second/events"));
    assert.deepEqual([seen?.["summary"], own?.["summary"]], [undefined, "Portraits"]);
  });

  it("C22: answers times in the calendar's zone, also after it changes, and in the zone asked for", async () => {
    anna.calendar.create(anEvent());
    anna.calendar.setTimeZone("America/Chicago");
    const [own] = items(await anna.list());
    const [asked] = items(await anna.list({ timeZone: "Asia/Tokyo" }));
    assert.deepEqual(
      [own?.["start"], asked?.["start"]],
      [
        { dateTime: "2026-03-25T02:00:00-05:00", timeZone: "Europe/Berlin" },
        { dateTime: "2026-03-25T16:00:00+09:00", timeZone: "Europe/Berlin" },
      ],
    );
  });

  it("answers settings, colours and the calendar itself", async () => {
    const { accessToken: token } = anna.google.grant(anna.email, { scopes: ["calendar"] });
    const paths = [
      "/users/me/settings/timezone",
      "/users/me/settings/nothing",
      "/colors",
      "/calendars/primary",
      "/users/me/calendarList/primary",
    ];
    const replies = await Promise.all(paths.map(async (path) => anna.call("GET", path, { token })));
    assert.deepEqual(
      replies.map(({ status, json }) => [
        status,
        json["value"] ?? json["timeZone"] ?? Object.keys(Object(json["event"])).length,
      ]),
      [
        [200, "Europe/Berlin"],
        [404, 0],
        [200, 11],
        [200, "Europe/Berlin"],
        [200, "Europe/Berlin"],
      ],
    );
  });

  for (const [query, what] of [
    [{ q: "PORTRAITS" }, "full text"],
    [{ iCalUID: "abc123@google.com" }, "iCalUID"],
    [{ privateExtendedProperty: "entry=1" }, "private property"],
    [{ sharedExtendedProperty: "kind=x" }, "shared property"],
    [{ eventTypes: "outOfOffice" }, "event type"],
    [{ updatedMin: "2026-03-02T09:10:00Z" }, "time of change"],
  ] as const) {
    it(`finds events by ${what}`, async () => {
      anna.calendar.create({ start: { date: "2026-03-25" }, end: { date: "2026-03-26" } });
      anna.clock.forward({ minutes: 30 });
      const extendedProperties = { private: { entry: "1" }, shared: { kind: "x" } };
      anna.calendar.create(anEvent({ id: "abc123", eventType: "outOfOffice", extendedProperties }));
      assert.deepEqual(ids(await anna.list(query)), ["abc123"]);
    });
  }

  it("answers 410 to an updatedMin too long ago, and orders by change", async () => {
    anna.calendar.create(anEvent({ id: "one11" }));
    anna.calendar.create(anEvent({ id: "other2" }));
    anna.clock.forward({ minutes: 1 });
    anna.calendar.patch("one11", { summary: "x" });
    const gone = await anna.list({ updatedMin: "2020-01-01T00:00:00Z" });
    assert.deepEqual(
      [reasonOf(gone), ids(await anna.list({ orderBy: "updated" }))],
      ["updatedMinTooLongAgo", ["other2", "one11"]],
    );
  });

  it("cuts guests to the person's own entry with maxAttendees", async () => {
    const guests = ["bob@example.test", "carl@example.test"].map((email) => ({ email }));
    anna.calendar.create(anEvent({ attendees: [{ email: anna.email }, ...guests] }));
    const [shown] = items(await anna.list({ maxAttendees: 1 }));
    assert.deepEqual([shown?.["attendeesOmitted"], Object(shown?.["attendees"]).length], [true, 1]);
  });
});
