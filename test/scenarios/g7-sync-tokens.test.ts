import assert from "node:assert/strict";

import { entriesOf, eventTitled } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("sync tokens", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    for (const description of ["Lab", "Desk"]) {
      await anAppointment(bench.studio, {
        users: [anna.id],
        description,
        start: "2026-04-01T10:00:00",
        end: "2026-04-01T11:00:00",
      });
    }
    await bench.run(anna);
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Beach" });
    anna.google.delete(eventTitled(anna, "Desk").id);
    bench.google.log.clear();
  });

  afterEach(() => bench.close());

  /** Everything that changed in Google arrived, in one run. */
  async function assertAllArrived(): Promise<void> {
    const { outcome } = await bench.run(anna);
    const [lab] = await bench.schedule(anna);
    assert.deepEqual(
      [outcome, await entriesOf(bench, anna), lab?.location],
      ["done", ["2026-04-01T10:00 Lab", "2026-04-03T09:00 Dentist"], "Beach"],
    );
    assert.deepEqual(bench.google.log.counts(), {
      "calendar.events.list": 2,
      batch: 1,
      "calendar.events.get": 1,
    });
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  }

  it("G7: an expired one (410) leads to a full read in the same run", async () => {
    bench.google.invalidateSyncTokens(anna.email);

    await assertAllArrived();
  });

  it("G7: one that is none (400) does too", async () => {
    await bench.studio.connection.query()("google_sync_streams").update({ sync_token: "garbage" });

    await assertAllArrived();
  });

  it("G7: a full read that fails moves nothing, and the next run reads fully again", async () => {
    bench.google.invalidateSyncTokens(anna.email);
    bench.google.faults.add({
      match: { operation: "calendar.events.list", nth: 2 },
      fault: { kind: "error", error: "accessNotConfigured" },
    });
    const failed = await bench.run(anna);
    const entries = await entriesOf(bench, anna);

    await bench.run(anna);

    assert.deepEqual(
      [failed.outcome, entries, await entriesOf(bench, anna)],
      [
        "failed",
        ["2026-04-01T10:00 Desk", "2026-04-01T10:00 Lab"],
        ["2026-04-01T10:00 Lab", "2026-04-03T09:00 Dentist"],
      ],
    );
  });

  it("G7: a token expiring in the middle of a paged delta loses nothing", async () => {
    bench.google.faults.add({
      match: { operation: "calendar.events.list", nth: 1 },
      fault: { kind: "error", error: "fullSyncRequired" },
      when: "after",
    });

    await assertAllArrived();
  });
});
