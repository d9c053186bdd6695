import assert from "node:assert/strict";

import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { when } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("one way", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let lab: MadeRecord;
  let eventId: string;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    await bench.run(anna);
    lab = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      location: "Here",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    await bench.run(anna);
    eventId = eventTitled(anna, "Lab").id;
    bench.google.log.clear();
  });

  afterEach(() => bench.close());

  it("C23: Google is not read", async () => {
    anna.google.patch(eventId, { summary: "Lab!" });

    const { summary } = await bench.run(anna);

    assert.deepEqual([summary, bench.google.log.httpRequests], ["Nothing had changed.", 0]);
  });

  it("C23: a studio change writes the fields it changed with the etag of our last write", async () => {
    const { etag } = anna.google.get(eventId);
    await bench.edit("appointments", lab.id, { location: "There" });

    await bench.run(anna);

    const [batch] = bench.google.log.entries();
    const [patch] = batch?.parts ?? [];
    assert.deepEqual(
      [bench.google.log.httpRequests, patch?.headers["if-match"], patch?.body],
      [1, etag, { location: "There" }],
    );
  });

  it("C23: where Google's copy is another, it is read once and our fields are written again", async () => {
    anna.google.patch(eventId, { summary: "Lab!", colorId: "5" });
    await bench.edit("appointments", lab.id, { location: "There" });

    const { outcome } = await bench.run(anna);

    const event = anna.google.get(eventId);
    assert.deepEqual(
      [outcome, event["summary"], event["location"], event["colorId"], bench.google.log.counts()],
      ["done", "Lab!", "There", "5", { batch: 3, "calendar.events.patch": 2, "calendar.events.get": 1 }],
    );
  });

  it("C23: Google's edit of the same field gives way, and is named", async () => {
    anna.google.patch(eventId, { location: "Beach" });
    bench.clock.advance({ minutes: 10 });
    await bench.edit("appointments", lab.id, { location: "There" });

    const { lost } = await bench.run(anna);

    assert.deepEqual(
      [anna.google.get(eventId)["location"], lost.map(({ side, value, why }) => [side, value, why])],
      ["There", [["google", "Beach", "one-way"]]],
    );
  });

  it("C23: edits made in Google to other fields stay when the studio changes again and again", async () => {
    anna.google.patch(eventId, when("2026-04-02", "15:00", "16:00"));
    await bench.edit("appointments", lab.id, { location: "There" });
    await bench.run(anna);
    await bench.edit("appointments", lab.id, { location: "Elsewhere" });

    await bench.run(anna);

    assert.deepEqual(
      [eventsOf(anna), await entriesOf(bench, anna)],
      [["2026-04-02T15:00 Lab"], ["2026-04-01T10:00 Lab"]],
    );
  });

  it("C23: an event deleted in Google stays deleted while its entry does not change", async () => {
    anna.google.delete(eventId);
    bench.setUp(anna, { populateGoogle: true });

    const { summary } = await bench.run(anna);

    assert.deepEqual([summary, eventsOf(anna)], ["Nothing had changed.", []]);
  });

  it("C23: an event found deleted is made anew when its entry changes", async () => {
    anna.google.delete(eventId);
    await bench.edit("appointments", lab.id, { location: "There" });

    const { outcome } = await bench.run(anna);

    assert.deepEqual(
      [outcome, eventTitled(anna, "Lab")["location"], (await bench.run(anna)).summary],
      ["done", "There", "Nothing had changed."],
    );
  });

  it("C23: Populate reads Google once, to adopt what is there (W5)", async () => {
    bench.setUp(anna, { populateGoogle: true });

    await bench.run(anna);
    await bench.run(anna);

    assert.deepEqual(bench.google.log.counts(), { "calendar.events.list": 1 });
  });

  it("C23: what Populate finds changed in Google neither comes in nor is undone", async () => {
    anna.google.patch(eventId, { location: "Beach" });
    bench.setUp(anna, { populateGoogle: true });

    const { summary } = await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [summary, anna.google.get(eventId)["location"], entry?.location],
      ["Nothing had changed.", "Beach", "Here"],
    );
  });
});
