import assert from "node:assert/strict";

import { entriesOf, eventsOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { writesTo } from "../support/google-writes.js";
import { replacing } from "../support/replacing.js";
import { anAppointment, aSession } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const insert = { operation: "calendar.events.insert" };

describe("failures", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    bench.google.log.clear();
  });

  afterEach(() => bench.close());

  function aLab(description = "Lab", users: readonly number[] = [anna.id]): Promise<MadeRecord> {
    return anAppointment(bench.studio, {
      users,
      description,
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
  }

  it("G3: one bad item never stops a run, and the report names it", async () => {
    for (const description of ["One", "Two", "Three"]) await aLab(description);
    bench.google.faults.add({ match: { ...insert, nth: 2 }, fault: { kind: "error", error: "parseError" } });

    const report = await bench.run(anna);

    assert.deepEqual([report.outcome, report.google.created, report.errors.length], ["done-with-problems", 2, 1]);
    const sent = eventsOf(anna).map((text) => text.slice(17));
    assert.deepEqual([...sent, report.errors[0]?.title].toSorted(), ["One", "Three", "Two"]);
  });

  it("G3: a record the studio cannot take over stops nothing either", async () => {
    const { schedule } = bench.services();
    let isRefused = true;
    bench.replaced.schedule = replacing(schedule, {
      createAppointments: (...call: Parameters<typeof schedule.createAppointments>) => {
        const [drafts] = call;
        return isRefused && drafts.some(({ description }) => description === "First")
          ? Promise.reject(new Error("The row is too long."))
          : schedule.createAppointments(...call);
      },
    });
    anna.google.create(timed("First", "2026-04-01", "10:00", "11:00"));
    anna.google.create(timed("Second", "2026-04-02", "10:00", "11:00"));
    const report = await bench.run(anna);
    isRefused = false;
    bench.clock.advance({ minutes: 10 });

    await bench.run(anna);

    assert.deepEqual(
      [report.studio.created, report.errors.map(({ title }) => title), await entriesOf(bench, anna)],
      [1, ["First"], ["2026-04-01T10:00 First", "2026-04-02T10:00 Second"]],
    );
  });

  it("G3: what the studio cannot take over is not agreed on, though another field of it travels to Google", async () => {
    const lab = await aLab();
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", { location: "Beach" });
    await bench.edit("appointments", lab.id, { notes: "Keys" });
    const { schedule } = bench.services();
    bench.replaced.schedule = replacing(schedule, { change: () => Promise.reject(new Error("The row is locked.")) });
    await bench.run(anna);
    delete bench.replaced.schedule;
    bench.clock.advance({ minutes: 10 });

    await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    const { location, description } = anna.google.get(event?.id ?? "");
    assert.deepEqual([entry?.location, entry?.notes, location, description], ["Beach", "Keys", "Beach", "Keys"]);
  });

  it("G3: one bad user never stops the others", async () => {
    const ben = await bench.person();
    await bench.run(ben);
    await aLab("Both", [anna.id, ben.id]);
    bench.google.faults.add({ match: { account: anna.email }, fault: { kind: "error", error: "accessNotConfigured" } });
    const { signal } = new AbortController();

    const result = await bench
      .processor()
      .run({ jobRunId: "job", zone: bench.zone, isPreview: false, settings: {}, signal, userId: undefined });

    assert.deepEqual(
      [result.outcome, result.users.map(({ outcome }) => outcome), eventsOf(ben)],
      ["done-with-problems", ["failed", "done"], ["2026-04-01T10:00 Both"]],
    );
  });

  it("G3: a failed item is tried again with growing spacing and parked after five tries", async () => {
    await aLab();
    bench.google.faults.add({ match: insert, fault: { kind: "error", error: "parseError" } });
    await bench.run(anna);
    const tries: (readonly number[])[] = [];
    const warnings: string[] = [];
    const run = async (): Promise<number> => {
      const report = await bench.run(anna);
      warnings.push(...report.warnings.map(({ code }) => code));
      return bench.google.log.count(insert.operation);
    };

    for (const minutes of [5, 15, 60, 240, 10_000]) {
      // Two minutes have passed since the last try and two more pass before a run: the first is a minute too early.
      bench.clock.advance({ minutes: minutes - 5 });
      tries.push([await run(), await run()]);
    }

    assert.deepEqual(
      [tries, warnings],
      [
        [
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 5],
          [5, 5],
        ],
        ["parked"],
      ],
    );
  });

  it("G3: a parked item is released when it changes, and gets five tries again", async () => {
    const { id } = await aLab();
    const illness = bench.google.faults.add({ match: insert, fault: { kind: "error", error: "parseError" } });
    for (let run = 1; run <= 5; run += 1) {
      await bench.run(anna);
      bench.clock.advance({ minutes: 300 });
    }
    const resting = await bench.run(anna);
    await bench.edit("appointments", id, { description: "Print" });
    const stillIll = await bench.run(anna);
    await illness.dispose();
    bench.clock.advance({ minutes: 10 });

    await bench.run(anna);

    assert.deepEqual(
      [resting.summary, stillIll.errors.length, stillIll.warnings, eventsOf(anna)],
      ["Nothing had changed; 1 left alone until they change.", 1, [], ["2026-04-01T10:00 Print"]],
    );
  });

  it("G3: a failed change of a linked item is tried again", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    const illness = bench.google.faults.add({
      match: { operation: "calendar.events.patch" },
      fault: { kind: "error", error: "parseError" },
    });
    await bench.edit("appointments", id, { description: "Print" });
    await bench.run(anna);
    await illness.dispose();
    const tooEarly = await bench.run(anna);
    bench.clock.advance({ minutes: 10 });

    await bench.run(anna);

    assert.deepEqual(
      [tooEarly.summary, eventsOf(anna)],
      ["Nothing had changed; 1 to be tried again.", ["2026-04-01T10:00 Print"]],
    );
  });

  it("G3: what somebody answered is tried again with growing spacing too, and in the end done", async () => {
    await aSession(bench.studio, { photographer: anna.id, description: "Family" });
    await bench.run(anna);
    anna.google.delete(anna.google.list()[0]?.id ?? "");
    await bench.run(anna);
    await bench.answer("restore", anna);
    const illness = bench.google.faults.add({ match: insert, fault: { kind: "error", error: "parseError" } });
    bench.google.log.clear();
    await bench.run(anna);
    await bench.run(anna);
    const tries = bench.google.log.count(insert.operation);
    await illness.dispose();
    bench.clock.advance({ minutes: 10 });

    await bench.run(anna);

    assert.deepEqual([tries, eventsOf(anna)], [1, ["2026-07-06T10:00 Clara Client - Family"]]);
  });

  it("G4: an ill Google is asked a bounded number of times, and what is left over continues at the next run", async () => {
    for (const description of ["One", "Two", "Three"]) await aLab(description);
    const illness = bench.google.faults.add({
      match: { operation: "batch" },
      fault: { kind: "error", error: "serviceUnavailable" },
    });

    const report = await bench.run(anna);

    assert.deepEqual([report.outcome, report.leftOver], ["done-with-problems", 3]);
    assert.ok(bench.google.log.httpRequests <= 62, `${bench.google.log.httpRequests} requests`);
    await illness.dispose();
    const next = await bench.run(anna);
    assert.deepEqual([next.outcome, next.google.created, eventsOf(anna).length], ["done", 3, 3]);
  });

  it("G4: waits grow, and are never shorter than Google asks for", async () => {
    await aLab();
    bench.google.faults.add({
      match: insert,
      fault: { kind: "error", error: "userRateLimitExceeded", retryAfterSeconds: 30 },
      times: 1,
    });
    bench.google.faults.add({ match: insert, fault: { kind: "error", error: "backendError" }, times: 3 });

    await bench.run(anna);

    const { sleeps } = bench.clock;
    assert.deepEqual([sleeps.length, sleeps[0], eventsOf(anna).length], [4, 30_000, 1]);
    assert.ok((sleeps[1] ?? 0) < (sleeps[2] ?? 0) && (sleeps[2] ?? 0) < (sleeps[3] ?? 0), String(sleeps));
  });

  it("G4: calls refused inside a batch are repeated alone, and nothing is done twice", async () => {
    for (const description of ["One", "Two", "Three"]) await aLab(description);
    bench.google.faults.add({ match: { ...insert, nth: 2 }, fault: { kind: "error", error: "tooManyRequests" } });

    const { google } = await bench.run(anna);

    assert.deepEqual([google.created, bench.google.log.count(insert.operation), eventsOf(anna).length], [3, 4, 3]);
  });

  it("G6: a user another run is at work on is skipped", async () => {
    await aLab();

    const [one, other] = await Promise.all([bench.run(anna), bench.run(anna)]);

    assert.deepEqual([one.outcome, other.outcome, eventsOf(anna).length], ["done", "skipped", 1]);
  });

  it("G3: what Google refuses although its copy is the one we know has failed, and is tried again later", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    const match = { operation: "calendar.events.patch" };
    bench.google.faults.add({ match, fault: { kind: "error", error: "forbiddenForNonOrganizer" } });
    await bench.edit("appointments", id, { location: "Park" });
    bench.google.log.clear();

    const refused = await bench.run(anna);
    const next = await bench.run(anna);

    assert.deepEqual(
      [refused.errors.map(({ title }) => title), writesTo(bench.google).length, next.summary],
      [["Lab"], 1, "Nothing had changed; 1 to be tried again."],
    );
  });

  it("G6: a claim is given back when its run fails", async () => {
    const illness = bench.google.faults.add({ fault: { kind: "error", error: "accessNotConfigured" } });
    await bench.run(anna);
    await illness.dispose();

    const { outcome } = await bench.run(anna);

    assert.equal(outcome, "done");
  });
});
