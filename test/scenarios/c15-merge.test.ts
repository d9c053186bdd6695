import assert from "node:assert/strict";

import { eventTitled } from "../support/both-sides.js";
import { when } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("changes on both sides", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let appointment: MadeRecord;
  let eventId: string;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    appointment = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      location: "Here",
      notes: "None",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    await bench.run(anna);
    eventId = eventTitled(anna, "Lab").id;
  });

  afterEach(() => bench.close());

  function inStudio(values: Readonly<Record<string, unknown>>): Promise<void> {
    return bench.edit("appointments", appointment.id, values);
  }

  /** Title and location on both sides. */
  async function both(): Promise<readonly unknown[]> {
    const [entry] = await bench.schedule(anna);
    const { summary, location } = anna.google.get(eventId);
    return [entry?.description, entry?.location, summary, location];
  }

  it("C15: a field changed in the studio goes to Google", async () => {
    await inStudio({ description: "Print" });

    const { lost } = await bench.run(anna);

    assert.deepEqual([await both(), lost], [["Print", "Here", "Print", "Here"], []]);
  });

  it("C15: a field changed in Google comes to the studio", async () => {
    anna.google.patch(eventId, { location: "There" });

    const { lost } = await bench.run(anna);

    assert.deepEqual([await both(), lost], [["Lab", "There", "Lab", "There"], []]);
  });

  it("C15: different fields changed on the two sides both travel", async () => {
    await inStudio({ description: "Print" });
    anna.google.patch(eventId, { location: "There" });

    const { lost } = await bench.run(anna);

    assert.deepEqual([await both(), lost], [["Print", "There", "Print", "There"], []]);
  });

  it("C15: the same change on both sides is no conflict", async () => {
    await inStudio({ location: "There" });
    anna.google.patch(eventId, { location: "There" });

    const { lost, summary } = await bench.run(anna);

    assert.deepEqual([await both(), lost, summary], [["Lab", "There", "Lab", "There"], [], "Nothing had changed."]);
  });

  it("C15: of two different changes Google's later one wins, and the studio's is named", async () => {
    await inStudio({ location: "Park" });
    bench.clock.advance({ seconds: 61 });
    anna.google.patch(eventId, { location: "Beach" });

    const { lost } = await bench.run(anna);

    assert.deepEqual(await both(), ["Lab", "Beach", "Lab", "Beach"]);
    assert.deepEqual(lost, [
      { field: "location", side: "studio", value: "Park", why: "later-change-won", title: "Lab", isPrivate: false },
    ]);
  });

  it("C15: of two different changes the studio's later one wins, and Google's is named", async () => {
    anna.google.patch(eventId, { location: "Beach" });
    bench.clock.advance({ minutes: 5 });
    await inStudio({ location: "Park" });

    const { lost } = await bench.run(anna);

    assert.deepEqual(await both(), ["Lab", "Park", "Lab", "Park"]);
    assert.deepEqual(
      lost.map(({ side, value, why }) => [side, value, why]),
      [["google", "Beach", "later-change-won"]],
    );
  });

  it("C15: under a minute apart is a tie, and a tie goes to the studio", async () => {
    await inStudio({ location: "Park" });
    bench.clock.advance({ seconds: 59 });
    anna.google.patch(eventId, { location: "Beach" });

    const { lost } = await bench.run(anna);

    assert.deepEqual([await both(), lost.map(({ value }) => value)], [["Lab", "Park", "Lab", "Park"], ["Beach"]]);
  });

  it("C15: start, end and all-day are one field", async () => {
    await inStudio({ ends_at: "2026-04-01T12:00:00" });
    bench.clock.advance({ minutes: 5 });
    anna.google.patch(eventId, when("2026-04-02", "10:00", "11:00"));

    const { lost } = await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [entry?.when.start, entry?.when.end, lost.map(({ field, value }) => [field, value])],
      ["2026-04-02T10:00:00", "2026-04-02T11:00:00", [["when", "2026-04-01T10:00:00/2026-04-01T12:00:00"]]],
    );
  });

  it("C15: a change that came from Google keeps Google's time, so that an older one of the studio's loses to it", async () => {
    anna.google.patch(eventId, { location: "Beach" });
    const { updated } = anna.google.get(eventId);

    await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    assert.equal(entry?.changedAt.toISOString(), updated);
  });

  it("C15: an older change that came from Google makes a later one of the studio no older: it wins in everybody's Google", async () => {
    const ben = await bench.person({ populateGoogle: true, sendAppointments: true });
    await bench.studio.connection
      .query()("appointment_users")
      .insert({ appointment_id: appointment.id, user_id: ben.id, changed_at: bench.clock.now().toISOString() });
    await bench.edit("appointments", appointment.id, {});
    await bench.run(ben);
    anna.google.patch(eventId, { description: "Keys" });
    bench.clock.advance({ minutes: 5 });
    ben.google.patch(eventTitled(ben, "Lab").id, { location: "Beach" });
    bench.clock.advance({ minutes: 5 });
    await inStudio({ location: "Park" });

    await bench.run(anna);
    await bench.run(ben);

    assert.deepEqual([await both(), eventTitled(ben, "Lab")["location"]], [["Lab", "Park", "Lab", "Park"], "Park"]);
  });

  it("C15: an older change that came from Google makes a later one of the studio no older, though that could not be sent at once", async () => {
    anna.google.patch(eventId, { description: "Keys" });
    bench.clock.advance({ minutes: 5 });
    await inStudio({ location: "Park" });
    bench.google.faults.add({
      match: { operation: "calendar.events.patch" },
      fault: { kind: "error", error: "backendError" },
      times: 20,
    });
    const [before] = await bench.schedule(anna);

    await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    const movedOn = Number(entry?.changedAt) - Number(before?.changedAt);
    assert.deepEqual([entry?.notes, movedOn, anna.google.get(eventId)["location"]], ["Keys", 1, "Here"]);
  });

  it("C15: once merged, both sides are in step", async () => {
    await inStudio({ description: "Print", location: "Park" });
    bench.clock.advance({ minutes: 5 });
    anna.google.patch(eventId, { location: "Beach", description: "Keys" });
    await bench.run(anna);

    const { summary } = await bench.run(anna);

    assert.deepEqual([await both(), summary], [["Print", "Beach", "Print", "Beach"], "Nothing had changed."]);
  });

  it("C16: an edit in the studio wins over a deletion in Google: the event is made anew", async () => {
    anna.google.delete(eventId);
    await inStudio({ location: "Park" });

    const report = await bench.run(anna);

    const anew = eventTitled(anna, "Lab");
    assert.deepEqual([report.google.created, anew["location"], anew.id === eventId], [1, "Park", false]);
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it("C16: a deletion in the studio wins over an edit in Google, and the lost edit is named", async () => {
    anna.google.patch(eventId, { location: "Beach" });
    await inStudio({ deleted_at: bench.clock.now().toISOString() });

    const { lost } = await bench.run(anna);

    assert.deepEqual(
      [anna.google.list(), lost.map(({ field, side, value, why }) => [field, side, value, why])],
      [[], [["location", "google", "Beach", "deleted"]]],
    );
  });
});
