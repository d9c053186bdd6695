import assert from "node:assert/strict";

import { eventsOf, eventTitled } from "../support/both-sides.js";
import { anAppointment, aSession } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const lab = { description: "Lab", start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };

describe("an entry gone from the studio", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let appointment: MadeRecord;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true });
    appointment = await anAppointment(bench.studio, { ...lab, users: [anna.id] });
  });

  afterEach(() => bench.close());

  it("C12: deleted, its event is deleted in Google", async () => {
    await bench.run(anna);
    await bench.edit("appointments", appointment.id, { deleted_at: bench.clock.now().toISOString() });

    const report = await bench.run(anna);

    assert.deepEqual([report.google.deleted, eventsOf(anna)], [1, []]);
  });

  it("C12: cancelled, its event is deleted in Google", async () => {
    await aSession(bench.studio, { ...lab, photographer: anna.id });
    const session = await aSession(bench.studio, { ...lab, description: "Family", photographer: anna.id });
    await bench.run(anna);
    await bench.edit("sessions", session.id, { status: "cancelled" });

    await bench.run(anna);

    assert.deepEqual(eventsOf(anna), ["2026-04-01T10:00 Clara Client - Lab", "2026-04-01T10:00 Lab"]);
  });

  it("C12: without the user, only that user's event is deleted", async () => {
    const ben = await bench.person({ populateGoogle: true });
    const shared = await anAppointment(bench.studio, { ...lab, description: "Both", users: [anna.id, ben.id] });
    await bench.run(anna);
    await bench.run(ben);
    await bench.studio.connection
      .query()("appointment_users")
      .where({ appointment_id: shared.id, user_id: anna.id })
      .delete();

    await bench.run(anna);
    await bench.run(ben);

    assert.deepEqual([eventsOf(anna), eventsOf(ben)], [["2026-04-01T10:00 Lab"], ["2026-04-01T10:00 Both"]]);
  });

  it("C12: that its event is gone already is no error", async () => {
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Lab").id);
    await bench.edit("appointments", appointment.id, { deleted_at: bench.clock.now().toISOString() });

    const report = await bench.run(anna);

    assert.deepEqual(
      [report.outcome, report.errors, (await bench.run(anna)).summary],
      ["done", [], "Nothing had changed."],
    );
  });

  it("C12: an event Google does not find any more is no error", async () => {
    await bench.run(anna);
    bench.google.faults.add({
      match: { operation: "calendar.events.delete" },
      fault: { kind: "error", error: "notFound" },
    });
    await bench.edit("appointments", appointment.id, { deleted_at: bench.clock.now().toISOString() });

    const report = await bench.run(anna);

    assert.deepEqual([report.outcome, report.google.deleted], ["done", 1]);
  });

  it("C12: an entry deleted before it ever travelled leaves nothing behind", async () => {
    bench.setUp(anna, { populateGoogle: false });
    await bench.run(anna);
    await bench.edit("appointments", appointment.id, { deleted_at: bench.clock.now().toISOString() });

    const { summary } = await bench.run(anna);

    assert.deepEqual([summary, bench.google.log.httpRequests], ["Nothing had changed.", 0]);
  });
});
