import assert from "node:assert/strict";

import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("the calendar of a user", () => {
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

  function verdictHeard(): string | undefined {
    return bench.heard.get(anna.id)?.verdict.kind;
  }

  it("A11: gone (404), nothing is read as deleted and nothing is written", async () => {
    anna.google.removeCalendar();
    await anAppointment(bench.studio, { users: [anna.id], description: "New" });

    const { outcome, google, studio } = await bench.run(anna);

    assert.deepEqual(
      [outcome, verdictHeard(), google, studio, (await entriesOf(bench, anna)).length],
      [
        "failed",
        "calendar-not-available",
        { created: 0, changed: 0, deleted: 0 },
        { created: 0, changed: 0, deleted: 0 },
        2,
      ],
    );
  });

  it("A11: without write access nothing is read as deleted and nothing is written", async () => {
    anna.google.delete(eventTitled(anna, "Lab").id);
    anna.google.setAccessRole("reader");
    await anAppointment(bench.studio, { users: [anna.id], description: "New" });
    bench.google.log.clear();

    const { outcome } = await bench.run(anna);

    assert.deepEqual(
      [outcome, verdictHeard(), (await entriesOf(bench, anna)).length, bench.google.log.count("batch")],
      ["failed", "calendar-not-available", 2, 0],
    );
  });

  it("A11: with access back, everything goes on", async () => {
    anna.google.setAccessRole("reader");
    await bench.edit("appointments", lab.id, { location: "Park" });
    await bench.run(anna);
    anna.google.setAccessRole("writer");

    const { outcome } = await bench.run(anna);

    assert.deepEqual(
      [outcome, eventTitled(anna, "Lab")["location"], bench.heard.get(anna.id)],
      ["done", "Park", undefined],
    );
  });

  it("A11: one way, where nothing is listed, a calendar that is gone is not taken for a deleted event", async () => {
    bench.setUp(anna, { sendAppointments: false });
    await bench.run(anna);
    const { id } = eventTitled(anna, "Lab");
    anna.google.removeCalendar();
    await bench.edit("appointments", lab.id, { location: "Park" });
    const { outcome } = await bench.run(anna);
    const heard = verdictHeard();
    bench.google.accounts.get(anna.email).subscribe(anna.email, "owner");

    await bench.run(anna);

    assert.deepEqual(
      [outcome, heard, eventsOf(anna), eventTitled(anna, "Lab").id, eventTitled(anna, "Lab")["location"]],
      ["failed", "calendar-not-available", ["2026-04-01T10:00 Lab"], id, "Park"],
    );
  });

  it("A11: one way, an entry deleted while the calendar is gone is deleted in Google once it is back", async () => {
    bench.setUp(anna, { sendAppointments: false });
    await bench.run(anna);
    anna.google.removeCalendar();
    await bench.edit("appointments", lab.id, { deleted_at: bench.clock.now().toISOString() });
    await bench.run(anna);
    bench.google.accounts.get(anna.email).subscribe(anna.email, "owner");

    await bench.run(anna);

    assert.deepEqual(eventsOf(anna), []);
  });

  it("A8: another calendar never touches these links: nothing of the first is changed or deleted", async () => {
    const other = bench.google.accounts.get(anna.email).addCalendar({ summary: "Work", timeZone: bench.zone });
    other.create(timed("At work", "2026-04-05", "09:00", "10:00"));
    bench.chooseCalendar(anna, other.id);

    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [summary, eventsOf(anna), (await entriesOf(bench, anna)).length],
      ["Nothing had changed.", ["2026-04-01T10:00 Lab"], 1],
    );
  });

  it("A5, A8: back at the first calendar, it resumes without a duplicate", async () => {
    const other = bench.google.accounts.get(anna.email).addCalendar({ summary: "Work", timeZone: bench.zone });
    bench.chooseCalendar(anna, other.id);
    bench.setUp(anna, { populateGoogle: true });
    await bench.run(anna);
    bench.chooseCalendar(anna, anna.email);
    await bench.edit("appointments", lab.id, { location: "Park" });

    await bench.run(anna);

    assert.deepEqual(
      [eventsOf(anna), eventTitled(anna, "Lab")["location"], other.list().length],
      [["2026-04-01T10:00 Lab"], "Park", 1],
    );
  });

  it("A7: a revoked permission touches no data, and the account is told", async () => {
    bench.google.revokeGrants(anna.email);
    await bench.edit("appointments", lab.id, { location: "Park" });
    bench.google.faults.add({ match: { operation: "oauth.token" }, fault: { kind: "error", error: "invalidGrant" } });
    bench.google.faults.add({ fault: { kind: "error", error: "authError" } });

    const { outcome } = await bench.run(anna);

    assert.deepEqual(
      [outcome, verdictHeard(), eventTitled(anna, "Lab")["location"], (await entriesOf(bench, anna)).length],
      ["failed", "needs-reconnecting", undefined, 1],
    );
  });
});
