import assert from "node:assert/strict";

import type { UnitOfWork } from "../../src/api/index.js";
import type { FaultRule } from "../../src/local-google/index.js";
import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

/** What both sides hold once everything below has travelled. */
const inTheEnd = [
  "2026-04-01T10:00 Edited here, twice",
  "2026-04-01T10:00 New here 1",
  "2026-04-01T10:00 New here 2",
  "2026-04-01T10:00 New here 3",
  "2026-04-02T15:00 Moved there",
  "2026-04-03T10:00 New there 1",
  "2026-04-03T10:00 New there 2",
  "2026-04-04T15:00 Changed on both sides",
];

describe("interruptions", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  afterEach(() => bench.close());

  /** Something of every kind is about to happen, on both sides. */
  async function openBeforeManyChanges(): Promise<void> {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    const edited = await anAppointmentOn("2026-04-01", "Edited here");
    const deleted = await anAppointmentOn("2026-04-01", "Deleted here");
    const both = await anAppointmentOn("2026-04-04", "Changed here");
    await anAppointmentOn("2026-04-01", "Moved there");
    await anAppointmentOn("2026-04-01", "Deleted there");
    await anAppointmentOn("2026-04-01", "Deleted there and here");
    await bench.run(anna);
    for (const title of ["New here 1", "New here 2", "New here 3"]) await anAppointmentOn("2026-04-01", title);
    anna.google.create(timed("New there 1", "2026-04-03", "10:00", "11:00"));
    anna.google.create(timed("New there 2", "2026-04-03", "10:00", "11:00"));
    anna.google.patch(eventTitled(anna, "Moved there").id, when("2026-04-02", "15:00", "16:00"));
    anna.google.patch(eventTitled(anna, "Changed here").id, when("2026-04-04", "15:00", "16:00"));
    anna.google.delete(eventTitled(anna, "Deleted there").id);
    await bench.edit("appointments", edited.id, { description: "Edited here, twice" });
    await bench.edit("appointments", both.id, { description: "Changed on both sides" });
    await bench.edit("appointments", deleted.id, { deleted_at: bench.clock.now().toISOString() });
  }

  function anAppointmentOn(day: string, description: string): ReturnType<typeof anAppointment> {
    return anAppointment(bench.studio, {
      users: [anna.id],
      description,
      start: `${day}T10:00:00`,
      end: `${day}T11:00:00`,
    });
  }

  /** Runs until a run goes through and the next is quiet. */
  async function runUntilQuiet(): Promise<void> {
    for (let run = 1; run <= 4; run += 1) {
      bench.clock.advance({ minutes: 10 });
      const { summary } = await bench.run(anna);
      if (summary === "Nothing had changed.") return;
    }
    assert.fail("The runs do not come to rest.");
  }

  async function assertInTheEnd(what: string): Promise<void> {
    const rest = "2026-04-01T10:00 Deleted there and here";
    const expected = [...inTheEnd, rest].toSorted();
    assert.deepEqual([eventsOf(anna), await entriesOf(bench, anna)], [expected, expected], what);
  }

  /** A process that is killed before its n-th transaction: whatever comes later does not happen either. */
  function killedBefore(nth: number, unitOfWork: UnitOfWork): UnitOfWork & { readonly isDead: boolean } {
    let count = 0;
    return {
      get isDead() {
        return count >= nth;
      },
      run(work) {
        count += 1;
        return count >= nth ? Promise.reject(new Error("The process was killed.")) : unitOfWork.run(work);
      },
    };
  }

  it("G5: killed before any of its transactions and started again, a run ends as if it had not been", async function () {
    this.timeout(20_000);
    for (let nth = 1, isDead = true; isDead; nth += 1) {
      await openBeforeManyChanges();
      const killed = killedBefore(nth, bench.studio.unitOfWork);
      bench.replaced.unitOfWork = killed;
      await bench.run(anna);
      ({ isDead } = killed);
      delete bench.replaced.unitOfWork;

      await runUntilQuiet();

      await assertInTheEnd(`killed before transaction ${nth}`);
      if (isDead) await bench.close();
    }
  });

  const lostAnswers: readonly (readonly [string, FaultRule])[] = [
    ["a whole batch", { match: { operation: "batch" }, fault: { kind: "reset" }, when: "after", times: 1 }],
    [
      "a batch cut in the middle",
      { match: { operation: "batch" }, fault: { kind: "truncate" }, when: "after", times: 1 },
    ],
    [
      "inserts",
      {
        match: { operation: "calendar.events.insert" },
        fault: { kind: "error", error: "backendError" },
        when: "after",
        times: 3,
      },
    ],
    [
      "patches",
      {
        match: { operation: "calendar.events.patch" },
        fault: { kind: "error", error: "backendError" },
        when: "after",
        times: 3,
      },
    ],
    [
      "deletions",
      {
        match: { operation: "calendar.events.delete" },
        fault: { kind: "error", error: "backendError" },
        when: "after",
        times: 3,
      },
    ],
    ["a listing", { match: { operation: "calendar.events.list" }, fault: { kind: "reset" }, when: "after", times: 1 }],
  ];

  for (const [name, rule] of lostAnswers) {
    it(`G5: the lost answer to ${name} leads to nothing lost and nothing double`, async () => {
      await openBeforeManyChanges();
      bench.google.faults.add(rule);

      await bench.run(anna);
      await runUntilQuiet();

      assert.ok(bench.google.faults.happened > 0);
      await assertInTheEnd(name);
    });

    it(`G5: so does the lost answer to ${name} as the last thing a run heard`, async () => {
      await openBeforeManyChanges();
      const { times: _once, ...always } = rule;
      const illness = bench.google.faults.add(always);
      await bench.run(anna);
      await illness.dispose();

      await runUntilQuiet();

      await assertInTheEnd(name);
    });
  }

  it("G5: a run that is stopped leaves a true state, and the next one goes on", async () => {
    await openBeforeManyChanges();
    const user = await bench.studio.users.findById(anna.id);
    assert.ok(user);
    const controller = new AbortController();
    const { unitOfWork } = bench.studio;
    bench.replaced.unitOfWork = {
      run(work) {
        controller.abort(new Error("Stop!"));
        return unitOfWork.run(work);
      },
    };
    const run = { user, jobRunId: "bench", zone: bench.zone, isPreview: false, signal: controller.signal };
    await assert.rejects(bench.userSync().run(run), /Stop!|abort/i);
    delete bench.replaced.unitOfWork;

    await runUntilQuiet();

    await assertInTheEnd("stopped");
  });
});
