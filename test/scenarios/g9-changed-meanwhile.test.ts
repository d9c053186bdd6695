import assert from "node:assert/strict";

import { entriesOf, eventTitled } from "../support/both-sides.js";
import { when } from "../support/google-events.js";
import { replacing } from "../support/replacing.js";
import { anAppointment } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("a record that changes while a run is at work", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let lab: MadeRecord;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    lab = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  /** Somebody edits the record the moment a run has read it and before it writes. */
  function onceRead(values: Readonly<Record<string, unknown>>): void {
    const { schedule } = bench.services();
    let isRead = false;
    bench.replaced.schedule = replacing(schedule, {
      find: async (...call: Parameters<typeof schedule.find>) => {
        const entries = await schedule.find(...call);
        if (!isRead) await bench.edit("appointments", lab.id, values);
        isRead = true;
        return entries;
      },
    });
  }

  it("G9: is planned anew, and both changes survive", async () => {
    anna.google.patch(eventTitled(anna, "Lab").id, when("2026-04-02", "15:00", "16:00"));
    onceRead({ location: "Park" });

    const { outcome } = await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [outcome, entry?.when.start, entry?.location, eventTitled(anna, "Lab")["location"]],
      ["done", "2026-04-02T15:00:00", "Park", "Park"],
    );
  });

  it("G9: merges with the same field changed at that moment: the later change wins", async () => {
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Beach" });
    onceRead({ location: "Park" });

    const { lost } = await bench.run(anna);

    assert.deepEqual(
      [eventTitled(anna, "Lab")["location"], lost.map(({ side, value }) => [side, value])],
      ["Park", [["google", "Beach"]]],
    );
  });

  it("G9, C16: is not deleted because its event was, when somebody edits it at that moment", async () => {
    anna.google.delete(eventTitled(anna, "Lab").id);
    onceRead({ location: "Park" });

    await bench.run(anna);

    assert.deepEqual(
      [await entriesOf(bench, anna), eventTitled(anna, "Lab")["location"]],
      [["2026-04-01T10:00 Lab"], "Park"],
    );
  });

  it("G9: deleted at that moment, it is gone from Google too, and the edit made there is named", async () => {
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Beach" });
    onceRead({ deleted_at: bench.clock.now().toISOString() });

    const { lost, errors } = await bench.run(anna);

    assert.deepEqual([anna.google.list(), lost.map(({ value }) => value), errors], [[], ["Beach"], []]);
  });

  it("G9: what was written to Google from the older version is brought up to date by the next run", async () => {
    await bench.edit("appointments", lab.id, { location: "Park" });
    onceRead({ location: "Beach" });
    await bench.run(anna);

    await bench.run(anna);

    assert.equal(eventTitled(anna, "Lab")["location"], "Beach");
  });

  it("K9: an event changed in Google at that moment is read again and merged again", async () => {
    await bench.edit("appointments", lab.id, { location: "Park" });
    const { schedule } = bench.services();
    let isRead = false;
    bench.replaced.schedule = replacing(schedule, {
      find: async (...call: Parameters<typeof schedule.find>) => {
        const entries = await schedule.find(...call);
        if (!isRead) anna.google.patch(eventTitled(anna, "Lab").id, { summary: "Print lab" });
        isRead = true;
        return entries;
      },
    });

    const { outcome } = await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [outcome, entry?.description, eventTitled(anna, "Print lab")["location"]],
      ["done", "Print lab", "Park"],
    );
  });
});
