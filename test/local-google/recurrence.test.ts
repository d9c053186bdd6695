import assert from "node:assert/strict";

import type { JsonObject } from "../../src/local-google/json.js";
import { Anna, anEvent, items, reasonOf } from "./support/client.js";

const path = "/calendars/primary/events";

describe("local Google: series", () => {
  const anna = new Anna();
  let id = "";
  beforeEach(async () => {
    await anna.start();
    ({ id } = anna.calendar.createSeries({ ...anEvent(), recurrence: ["RRULE:FREQ=DAILY;COUNT=10"] }));
  });
  afterEach(async () => anna.dispose());

  const first = (): string => `${id}_20260325T070000Z`;
  const second = (): string => `${id}_20260326T070000Z`;

  it("answers an instance nobody changed by its computed id", async () => {
    const { status, json } = await anna.call("GET", `${path}/${second()}`);
    assert.deepEqual(
      [status, json["recurringEventId"], json["originalStartTime"], json["start"], "recurrence" in json],
      [
        200,
        id,
        { dateTime: "2026-03-26T08:00:00+01:00", timeZone: "Europe/Berlin" },
        { dateTime: "2026-03-26T08:00:00+01:00", timeZone: "Europe/Berlin" },
        false,
      ],
    );
  });

  it("names instances by UTC, also after the clock change", async () => {
    const { json } = await anna.call("GET", `${path}/${id}_20260330T060000Z`);
    assert.deepEqual(json["start"], { dateTime: "2026-03-30T08:00:00+02:00", timeZone: "Europe/Berlin" });
  });

  for (const suffix of ["_20260326T080000Z", "_20260404T060000Z", "_20260324T070000Z", "_20260326"]) {
    it(`answers 404 to an id the rule does not give: ${suffix}`, async () => {
      assert.equal((await anna.call("GET", `${path}/${id}${suffix}`)).status, 404);
    });
  }

  it("makes an exception of a patched instance and relists the series", async () => {
    const syncToken = await anna.syncToken();
    const body = { start: { dateTime: "2026-03-26T10:00:00+01:00" }, end: { dateTime: "2026-03-26T11:00:00+01:00" } };
    const { json } = await anna.call("PATCH", `${path}/${second()}`, { body });
    assert.deepEqual([json["id"], json["sequence"], json["iCalUID"]], [second(), 1, `${id}@google.com`]);
    assert.deepEqual(
      items(await anna.list({ syncToken })).map((event) => event["id"]),
      [id, second()],
    );
  });

  it("makes a cancelled exception of a deleted instance, in the recorded shape; the second time 410", async () => {
    const syncToken = await anna.syncToken();
    const statuses = [
      (await anna.call("DELETE", `${path}/${second()}`)).status,
      (await anna.call("DELETE", `${path}/${second()}`)).status,
    ];
    const [, tombstone] = items(await anna.list({ syncToken }));
    const { etag: _etag, ...rest } = tombstone ?? {};
    assert.deepEqual(
      [statuses, rest],
      [
        [204, 410],
        {
          kind: "calendar#event",
          id: second(),
          status: "cancelled",
          recurringEventId: id,
          originalStartTime: { dateTime: "2026-03-26T08:00:00+01:00", timeZone: "Europe/Berlin" },
        },
      ],
    );
  });

  it("takes If-Match of the series for an instance nobody changed", async () => {
    const { etag } = anna.calendar.get(id);
    const reply = await anna.call("PUT", `${path}/${first()}`, {
      body: anEvent({ summary: "x" }),
      headers: { "If-Match": etag },
    });
    assert.equal(reply.status, 200);
  });

  it("lists instances: changed ones changed, deleted ones only when asked", async () => {
    anna.calendar.changeInstance(id, "2026-03-26T08:00:00", { summary: "changed" });
    anna.calendar.deleteInstance(id, "2026-03-27T08:00:00");
    const shown = items(await anna.call("GET", `${path}/${id}/instances`));
    const all = items(await anna.call("GET", `${path}/${id}/instances`, { query: { showDeleted: true } }));
    assert.deepEqual([shown.length, all.length, shown[1]?.["summary"]], [9, 10, "changed"]);
  });

  it("unfolds a series with singleEvents=true, ordered by start, in the window", async () => {
    anna.calendar.create(anEvent({ id: "single1" }));
    const query = {
      singleEvents: true,
      orderBy: "startTime",
      timeMin: "2026-03-25T00:00:00Z",
      timeMax: "2026-03-27T00:00:00Z",
    };
    const ids = items(await anna.list(query)).map((event) => event["id"]);
    assert.deepEqual(new Set(ids), new Set([first(), "single1", second()]));
  });

  it("refuses orderBy=startTime without singleEvents, and an empty window", async () => {
    const order = await anna.list({ orderBy: "startTime" });
    const window = await anna.list({ timeMin: "2026-03-25T00:00:00Z", timeMax: "2026-03-25T00:00:00Z" });
    assert.deepEqual([order.status, window.status, reasonOf(window)], [400, 400, "timeRangeEmpty"]);
  });

  it("counts a series into a window by its instances", async () => {
    const inside = await anna.list({ timeMin: "2026-04-02T00:00:00Z", timeMax: "2026-04-03T00:00:00Z" });
    const outside = await anna.list({ timeMin: "2026-04-04T00:00:00Z", timeMax: "2026-04-09T00:00:00Z" });
    assert.deepEqual([items(inside).length, items(outside).length], [1, 0]);
  });

  it("lists every instance of a changed series in a delta with singleEvents=true", async () => {
    const { json } = await anna.list({ singleEvents: true });
    anna.calendar.patch(id, { summary: "x" });
    const delta = await anna.list({ singleEvents: true, syncToken: String(json["nextSyncToken"]) });
    assert.equal(items(delta).length, 10);
  });

  it("splits this and following as Google's pages do: UNTIL and a new series _R", async () => {
    const syncToken = await anna.syncToken();
    const following = anna.calendar.splitSeries(id, "2026-03-27T08:00:00", { summary: "later" });
    const delta = items(await anna.list({ syncToken }));
    assert.deepEqual(
      delta.map((event) => [event["id"], event["recurrence"], event["iCalUID"], event["summary"]]),
      [
        [id, ["RRULE:FREQ=DAILY;UNTIL=20260327T065959Z"], `${id}@google.com`, "Portraits"],
        [`${id}_R20260327T070000`, following["recurrence"], `${id}_R20260327T070000@google.com`, "later"],
      ],
    );
  });

  it("drops exceptions whose original start a changed series no longer has", async () => {
    anna.calendar.changeInstance(id, "2026-03-26T08:00:00", { summary: "changed" });
    const syncToken = await anna.syncToken();
    anna.calendar.patch(id, { recurrence: ["RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3"] });
    const delta = items(await anna.list({ syncToken })).map((event) => [event["id"], event["status"]]);
    assert.deepEqual(delta, [
      [id, "confirmed"],
      [second(), "cancelled"],
    ]);
  });

  it("C19: turns a single event into a series and back", async () => {
    const single = anna.calendar.create(anEvent());
    anna.calendar.patch(single.id, { recurrence: ["RRULE:FREQ=WEEKLY"] });
    const series = await anna.call("GET", `${path}/${single.id}`);
    anna.calendar.patch(single.id, { recurrence: null });
    const back = await anna.call("GET", `${path}/${single.id}`);
    assert.deepEqual([series.json["recurrence"], back.json["recurrence"]], [["RRULE:FREQ=WEEKLY"], undefined]);
  });

  it("answers instances of a deleted series as cancelled", async () => {
    anna.calendar.delete(id);
    assert.equal((await anna.call("GET", `${path}/${second()}`)).json["status"], "cancelled");
  });
});

describe("local Google: whole-day series and exception dates", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  const starts = async (event: JsonObject): Promise<unknown[]> => {
    const { json } = await anna.insert(event);
    const reply = await anna.call("GET", `${path}/${String(json["id"])}/instances`);
    return items(reply).map(({ start }) => start);
  };
  const day = (date: string): JsonObject => ({ date });

  it("names whole-day instances by the day", async () => {
    const { id } = anna.calendar.createSeries({
      start: day("2026-03-25"),
      end: day("2026-03-27"),
      recurrence: ["RRULE:FREQ=WEEKLY;COUNT=3"],
    });
    const { json } = await anna.call("GET", `${path}/${id}_20260401`);
    assert.deepEqual(
      [json["start"], json["end"], json["originalStartTime"]],
      [day("2026-04-01"), day("2026-04-03"), day("2026-04-01")],
    );
  });

  it("honours EXDATE, RDATE and EXRULE", async () => {
    const event = { start: day("2026-03-02"), end: day("2026-03-03") };
    const recurrence = [
      "RRULE:FREQ=DAILY;COUNT=4",
      "EXDATE;VALUE=DATE:20260303",
      "RDATE;VALUE=DATE:20260310",
      "EXRULE:FREQ=DAILY;INTERVAL=3",
    ];
    assert.deepEqual(await starts({ ...event, recurrence }), [day("2026-03-04"), day("2026-03-10")]);
  });

  it("counts UNTIL in UTC for timed events", async () => {
    const recurrence = ["RRULE:FREQ=DAILY;UNTIL=20260326T070000Z"];
    assert.equal((await starts(anEvent({ recurrence }))).length, 2);
  });
});
