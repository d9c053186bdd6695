import assert from "node:assert/strict";

import type { RunReport } from "../../src/google-sync/reports/index.js";
import { eventsOf } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { writesTo } from "../support/google-writes.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const organizer = { email: "friend@example.test" };

describe("C10: an event the user may not edit", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let eventId: string;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    const invitation = timed("Party", "2026-04-03", "09:00", "10:00");
    eventId = anna.google.receiveInvitation(invitation, organizer, "accepted").id;
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  async function edit(values: Readonly<Record<string, unknown>>): Promise<RunReport> {
    const [entry] = await bench.schedule(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, values);
    return bench.run(anna);
  }

  const codes = ({ warnings }: RunReport) => warnings.map(({ code }) => code);
  const schedule = async () => (await bench.schedule(anna)).map(({ description, location }) => [description, location]);

  it("C10: comes in, and the organizer's changes do", async () => {
    anna.google.organizerChanges(eventId, { summary: "Big party", ...when("2026-04-04", "12:00", "13:00") });
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, entry?.when.start], ["Big party", "2026-04-04T12:00:00"]);
  });

  it("C10: edits made in the studio are not pushed, stay, and the user is told once", async () => {
    const first = await edit({ location: "Park", description: "My party" });
    const second = await edit({ location: "Garden" });
    assert.deepEqual([codes(first), codes(second)], [["not-editable"], []]);
    assert.deepEqual([writesTo(bench.google), await schedule()], [[], [["My party", "Garden"]]]);
  });

  it("C10: the user is told as well when the organizer changes it in the same run", async () => {
    anna.google.organizerChanges(eventId, { summary: "Big party" });
    const report = await edit({ location: "Park" });
    assert.deepEqual([codes(report), await schedule()], [["not-editable"], [["Big party", "Park"]]]);
  });

  it("C10: deleting it in the studio removes only our entry, for good, and the user is told once", async () => {
    const report = await edit({ deleted_at: bench.clock.now().toISOString() });
    anna.google.organizerChanges(eventId, { summary: "Big party" });
    const later = await bench.run(anna);
    bench.google.invalidateSyncTokens(anna.email);
    await bench.run(anna);
    assert.deepEqual([codes(report), codes(later)], [["not-editable"], []]);
    assert.deepEqual([writesTo(bench.google), await schedule()], [[], []]);
    assert.equal(anna.google.get(eventId).status, "confirmed");
  });

  it("C10, W4: the entry deleted and brought back in the studio goes on with its event, without a second one", async () => {
    const [entry] = await bench.schedule(anna);
    await edit({ deleted_at: bench.clock.now().toISOString() });
    anna.google.organizerChanges(eventId, { summary: "Big party" });
    await bench.run(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, { deleted_at: null });
    await bench.run(anna);
    assert.deepEqual([eventsOf(anna), await schedule()], [["2026-04-03T09:00 Big party"], [["Big party", ""]]]);
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it("C10, C16: brought back when the organizer has deleted the event, it gets one of its own", async () => {
    const [entry] = await bench.schedule(anna);
    await edit({ deleted_at: bench.clock.now().toISOString() });
    anna.google.delete(eventId);
    await bench.run(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, { deleted_at: null });
    await bench.run(anna);
    assert.deepEqual([eventsOf(anna), await schedule()], [["2026-04-03T09:00 Party"], [["Party", ""]]]);
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it("C10: an invitation whose guests may modify it is edited like an event of one's own", async () => {
    anna.google.organizerChanges(eventId, { guestsCanModify: true });
    await bench.run(anna);
    const report = await edit({ starts_at: "2026-04-03T08:00:00" });
    assert.deepEqual(
      [codes(report), anna.google.get(eventId)["start"]],
      [["guests-not-told"], { dateTime: "2026-04-03T08:00:00-05:00", timeZone: bench.zone }],
    );
  });

  it("C10, X1: taken away by somebody who may change nothing here, it is put back as a whole event of one's own", async () => {
    for (const level of ["add-modify", "delete"] as const) bench.deny(anna, "Appointments", level);
    anna.google.delete(eventId);
    const { outcome } = await bench.run(anna);
    assert.deepEqual([outcome, eventsOf(anna)], ["done", ["2026-04-03T09:00 Party"]]);
  });
});
