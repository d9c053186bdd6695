import assert from "node:assert/strict";

import { Anna, anEvent, items, reasonOf } from "./support/client.js";

describe("local Google: incremental sync", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  it("gives the sync token on the last page only", async () => {
    for (const day of ["20", "21", "22"])
      anna.calendar.create({ start: { date: `2026-03-${day}` }, end: { date: `2026-03-${day}` } });
    const first = await anna.list({ maxResults: 2 });
    const last = await anna.list({ maxResults: 2, pageToken: String(first.json["nextPageToken"]) });
    assert.deepEqual(
      [first, last].map(({ json }) => [
        items({ ...first, json }).length,
        "nextPageToken" in json,
        "nextSyncToken" in json,
      ]),
      [
        [2, true, false],
        [1, false, true],
      ],
    );
  });

  it("pages a snapshot: what changes meanwhile comes after the returned token", async () => {
    for (const day of ["20", "21", "22"]) anna.calendar.create(anEvent({ summary: day }));
    const first = await anna.list({ maxResults: 2 });
    const meanwhile = anna.calendar.create(anEvent({ summary: "meanwhile" }));
    const last = await anna.list({ maxResults: 2, pageToken: String(first.json["nextPageToken"]) });
    const delta = await anna.list({ syncToken: String(last.json["nextSyncToken"]) });
    assert.deepEqual(
      [items(last).map(({ summary }) => summary), items(delta).map(({ id }) => id)],
      [["22"], [meanwhile.id]],
    );
  });

  it("answers an empty delta when nothing changed", async () => {
    anna.calendar.create(anEvent());
    assert.deepEqual(items(await anna.list({ syncToken: await anna.syncToken() })), []);
  });

  it("lists the newest state of each changed event once, in the order of the changes", async () => {
    const one = anna.calendar.create(anEvent());
    const other = anna.calendar.create(anEvent());
    const syncToken = await anna.syncToken();
    anna.calendar.patch(one.id, { summary: "first" });
    anna.calendar.patch(other.id, { summary: "second" });
    anna.calendar.patch(one.id, { summary: "third" });
    assert.deepEqual(
      items(await anna.list({ syncToken })).map(({ id, summary }) => [id, summary]),
      [
        [other.id, "second"],
        [one.id, "third"],
      ],
    );
  });

  it("does not apply the window of the first request to deltas", async () => {
    const { json } = await anna.list({ timeMin: "2026-01-01T00:00:00Z", timeMax: "2026-06-01T00:00:00Z" });
    const far = anna.calendar.create({ start: { date: "2040-01-01" }, end: { date: "2040-01-02" } });
    assert.deepEqual(
      items(await anna.list({ syncToken: String(json["nextSyncToken"]) })).map(({ id }) => id),
      [far.id],
    );
  });

  it("shows a deleted event bare in a delta and whole to get and showDeleted", async () => {
    const event = anna.calendar.create(anEvent());
    const syncToken = await anna.syncToken();
    anna.calendar.delete(event.id);
    const [tombstone] = items(await anna.list({ syncToken }));
    const got = await anna.call("GET", `/calendars/primary/events/${event.id}`);
    const [shown] = items(await anna.list({ showDeleted: true }));
    assert.deepEqual(Object.keys(tombstone ?? {}), ["kind", "etag", "id", "status"]);
    assert.deepEqual([got.status, got.json["status"], got.json["summary"]], [200, "cancelled", "Portraits"]);
    assert.deepEqual(shown?.["summary"], "Portraits");
  });

  for (const [name, value] of Object.entries({
    iCalUID: "x",
    orderBy: "updated",
    privateExtendedProperty: "a=b",
    q: "x",
    sharedExtendedProperty: "a=b",
    timeMin: "2026-01-01T00:00:00Z",
    timeMax: "2026-01-01T00:00:00Z",
    updatedMin: "2026-01-01T00:00:00Z",
    showDeleted: "false",
    singleEvents: "true",
    timeZone: "Europe/Paris",
  })) {
    it(`refuses a sync token together with ${name}=${value}`, async () => {
      assert.equal((await anna.list({ syncToken: await anna.syncToken(), [name]: value })).status, 400);
    });
  }

  for (const [name, value] of Object.entries({
    orderBy: "updated",
    q: "x",
    iCalUID: "x",
    privateExtendedProperty: "a=b",
    sharedExtendedProperty: "a=b",
  })) {
    it(`gives no sync token with ${name}`, async () => {
      assert.equal((await anna.list({ [name]: value })).json["nextSyncToken"], undefined);
    });
  }

  it("answers 410 fullSyncRequired to an invalidated token", async () => {
    const syncToken = await anna.syncToken();
    anna.google.invalidateSyncTokens(anna.email, "primary");
    const reply = await anna.list({ syncToken });
    assert.deepEqual([reply.status, reasonOf(reply)], [410, "fullSyncRequired"]);
  });

  it("answers 400 to garbage and to the token of another calendar", async () => {
    const other = anna.google.accounts.get(anna.email).addCalendar({ summary: "Other" });
    const reply = await anna.call("GET", `/calendars/${encodeURIComponent(other.id)}/events`);
    const tokens = ["garbage", String(reply.json["nextSyncToken"])];
    const replies = await Promise.all(tokens.map(async (syncToken) => anna.list({ syncToken })));
    assert.deepEqual(
      replies.map((one) => [one.status, reasonOf(one)]),
      [
        [400, "invalid"],
        [400, "invalid"],
      ],
    );
  });

  it("answers 400 to the token another person got for the same calendar", async () => {
    const bob = anna.google.accounts.add({ email: "bob@example.test" });
    bob.subscribe(anna.email, "reader");
    const syncToken = await anna.syncToken();
    const token = anna.google.grant(bob.email).accessToken;
    const reply = await anna.call("GET", `/calendars/${anna.email}/events`, { token, query: { syncToken } });
    assert.deepEqual([reply.status, reasonOf(reply)], [400, "invalid"]);
  });

  it("keeps every sync token valid while thousands of changes pass", async () => {
    const { id } = anna.calendar.create(anEvent());
    const other = anna.calendar.create(anEvent());
    const syncToken = await anna.syncToken();
    for (let index = 0; index < 3000; index++) anna.calendar.patch(id, { summary: String(index) });
    anna.calendar.patch(other.id, { summary: "last" });
    const delta = items(await anna.list({ syncToken })).map(({ summary }) => summary);
    assert.deepEqual(delta, ["2999", "last"]);
  });

  it("refuses a page token with other parameters", async () => {
    for (const day of ["20", "21"]) anna.calendar.create(anEvent({ summary: day }));
    const { json } = await anna.list({ maxResults: 1 });
    assert.equal(
      (await anna.list({ maxResults: 1, showDeleted: true, pageToken: String(json["nextPageToken"]) })).status,
      400,
    );
  });

  it("lists a cancelled exception in a full listing, and a whole deleted series as one item", async () => {
    const series = anna.calendar.createSeries({ ...anEvent(), recurrence: ["RRULE:FREQ=DAILY;COUNT=5"] });
    anna.calendar.deleteInstance(series.id, "2026-03-26T08:00:00");
    const listed = items(await anna.list());
    const syncToken = await anna.syncToken();
    anna.calendar.delete(series.id);
    assert.deepEqual(
      listed.map(({ id, status }) => [id, status]),
      [
        [series.id, "confirmed"],
        [`${series.id}_20260326T070000Z`, "cancelled"],
      ],
    );
    assert.deepEqual(
      items(await anna.list({ syncToken })).map(({ id }) => id),
      [series.id],
    );
  });

  it("lists the series again with a changed instance", async () => {
    const series = anna.calendar.createSeries({ ...anEvent(), recurrence: ["RRULE:FREQ=DAILY;COUNT=5"] });
    const syncToken = await anna.syncToken();
    anna.calendar.changeInstance(series.id, "2026-03-26T08:00:00", { summary: "late" });
    const delta = items(await anna.list({ syncToken }));
    assert.deepEqual(
      delta.map(({ id, sequence, summary }) => [id, sequence, summary]),
      [
        [series.id, 0, "Portraits"],
        [`${series.id}_20260326T070000Z`, 1, "late"],
      ],
    );
    assert.notEqual(delta[0]?.["etag"], series.etag);
  });
});

describe("local Google: short pages", () => {
  const anna = new Anna();
  afterEach(async () => anna.dispose());

  it("gives short and empty pages, and everything exactly once", async () => {
    await anna.start({ shortPages: true, randomSeed: 5 });
    for (let index = 0; index < 40; index++) anna.calendar.create(anEvent({ summary: String(index) }));
    const sizes: number[] = [];
    const seen = new Set<unknown>();
    let pageToken: unknown;
    do {
      const page = await anna.list({ maxResults: 5, ...(typeof pageToken === "string" && { pageToken }) });
      sizes.push(items(page).length);
      for (const { summary } of items(page)) seen.add(summary);
      ({ nextPageToken: pageToken } = page.json);
    } while (pageToken !== undefined);
    assert.deepEqual([seen.size, sizes.includes(0), sizes.some((size) => size > 0 && size < 5)], [40, true, true]);
  });
});
