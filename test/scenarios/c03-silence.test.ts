import assert from "node:assert/strict";

import { writesTo } from "../support/google-writes.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";

describe("C3: nobody is mailed", () => {
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(() => bench.close());

  it("C3: inserts, changes, moves and deletions of events with guests say sendUpdates=none, and Google mails nobody", async () => {
    const anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    const { id } = await anAppointment(bench.studio, { users: [anna.id], description: "Call the lab" });
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", { attendees: [{ email: "guest@example.test" }] });
    await bench.run(anna);
    await bench.edit("appointments", id, { starts_at: "2026-07-06T09:00:00" });
    await bench.run(anna);
    await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });
    await bench.run(anna);
    const writes = writesTo(bench.google);
    assert.deepEqual(
      writes.map(({ method, query }) => [method, query["sendUpdates"]]),
      [
        ["POST", "none"],
        ["PATCH", "none"],
        ["DELETE", "none"],
      ],
    );
    assert.deepEqual(bench.google.mails.entries(), []);
    assert.ok(writes.every(({ body }) => !("attendees" in body)));
  });
});
