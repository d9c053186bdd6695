import assert from "node:assert/strict";

import { zoneName } from "../../../src/base/wall-time.js";
import { entriesOf, eventsOf, eventTitled } from "../../support/both-sides.js";
import { anAppointment } from "../../support/studio.js";
import type { MadeRecord } from "../../support/studio.js";
import { SyncBench } from "../../support/sync-bench.js";
import type { BenchPerson } from "../../support/sync-bench.js";

/** What the random histories found about inserts whose answer nobody heard. */
describe("an event whose insert was never answered", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let call: MadeRecord;

  /** The line fails after Google took the event, for as long as the run lasts. */
  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    call = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Call",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    const line = bench.google.faults.add({ match: { operation: "batch" }, fault: { kind: "reset" }, when: "after" });
    await bench.run(anna);
    await line.dispose();
  });

  afterEach(() => bench.close());

  it("C15, G5: takes what was edited in the studio since then", async () => {
    await bench.edit("appointments", call.id, { starts_at: "2026-04-01T12:00:00", ends_at: "2026-04-01T13:00:00" });

    await bench.run(anna);

    assert.deepEqual(eventsOf(anna), ["2026-04-01T12:00 Call"]);
  });

  it("C15, G5: gives the studio what was edited in Google since then", async () => {
    anna.google.patch(eventTitled(anna, "Call").id, { summary: "Call the lab" });

    await bench.run(anna);

    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Call the lab"]);
  });

  it("C22: waits for an answer when the zone changes before the next run, and keeps its clock time in the new one", async () => {
    bench.zone = zoneName("Europe/Berlin");
    const held = await bench.run(anna);
    await bench.answer("new");

    await bench.run(anna);

    const { start } = eventTitled(anna, "Call");
    assert.deepEqual(
      [held.outcome, new Date((start as { readonly dateTime: string }).dateTime).toISOString()],
      ["held", "2026-04-01T08:00:00.000Z"],
    );
  });
});
