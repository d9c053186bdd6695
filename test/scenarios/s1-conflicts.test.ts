import assert from "node:assert/strict";

import { entriesOf, eventTitled } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { replacing } from "../support/replacing.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("looking for schedule conflicts after a run", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true, populateGoogle: true });
    const times = { start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab", ...times });
    await bench.run(anna);
    bench.touched.length = 0;
  });

  afterEach(() => bench.close());

  async function touchedTitles(): Promise<readonly string[]> {
    const ids = new Set(bench.touched.map(({ entryId }) => entryId));
    const entries = await bench.schedule(anna);
    return entries.filter(({ entryId }) => ids.has(entryId)).map(({ description }) => description);
  }

  it("S1: what the run made or moved in the studio is looked at", async () => {
    anna.google.create(timed("Dentist", "2026-04-01", "10:30", "11:30"));
    anna.google.patch(eventTitled(anna, "Lab").id, when("2026-04-01", "10:15", "11:00"));

    await bench.run(anna);

    assert.deepEqual(await touchedTitles(), ["Lab", "Dentist"]);
  });

  it("S1: a changed text moves nothing, nor does what went to Google", async () => {
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Park" });
    const times = { start: "2026-04-01T10:30:00", end: "2026-04-01T11:30:00" };
    await anAppointment(bench.studio, { users: [anna.id], description: "New", ...times });

    await bench.run(anna);

    assert.deepEqual(bench.touched, []);
  });

  it("S1, G5: what a run did that was cut off is looked at by the next one", async () => {
    anna.google.create(timed("Dentist", "2026-04-01", "10:30", "11:30"));
    const { links } = bench.services();
    bench.replaced.links = replacing(links, { count: () => Promise.reject(new Error("Power cut")) });
    await bench.run(anna);
    delete bench.replaced.links;
    assert.deepEqual([bench.touched, (await entriesOf(bench, anna)).length], [[], 2]);

    await bench.run(anna);
    await bench.run(anna);

    assert.deepEqual([await touchedTitles(), bench.touched.length], [["Dentist"], 1]);
  });
});
