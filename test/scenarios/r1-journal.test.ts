import assert from "node:assert/strict";

import type { JournalEntry } from "../../src/google-sync/journal/index.js";
import { eventTitled, eventsOf, entriesOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { replacing } from "../support/replacing.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("the journal of a run", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  function aLab(description = "Lab"): ReturnType<typeof anAppointment> {
    return anAppointment(bench.studio, {
      users: [anna.id],
      description,
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
  }

  function effectsOf(runId: number): Promise<readonly JournalEntry[]> {
    return bench.services().journal.effectsOf(runId);
  }

  it("R1: keeps what was done on which side, from what to what", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await bench.edit("appointments", id, { location: "Park" });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));

    const { runId } = await bench.run(anna);

    const effects = await effectsOf(runId);
    assert.deepEqual(
      effects.map(({ side, action, before, after, state }) => [
        side,
        action,
        before["location"],
        after["location"],
        state,
      ]),
      [
        ["studio", "create-in-studio", undefined, "", "done"],
        ["google", "change", "", "Park", "done"],
      ],
    );
    assert.deepEqual(
      effects.map(({ entryId, eventId }) => [entryId === undefined, eventId === undefined]),
      [
        [false, false],
        [false, false],
      ],
    );
  });

  it("R1: keeps what an item held that was deleted", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });

    const { runId } = await bench.run(anna);

    const [effect] = await effectsOf(runId);
    assert.deepEqual([effect?.action, effect?.before["title"], effect?.after], ["delete-in-google", "Lab", {}]);
  });

  it("R1: the intent is written before Google is asked", async () => {
    await aLab();
    let requestsAtIntent = -1;
    const { journal } = bench.services();
    bench.replaced.journal = replacing(journal, {
      intend: (...call: Parameters<typeof journal.intend>) => {
        requestsAtIntent = bench.google.log.count("batch");
        return journal.intend(...call);
      },
    });

    await bench.run(anna);

    assert.deepEqual([requestsAtIntent, bench.google.log.count("batch")], [0, 1]);
  });

  it("R1: an effect whose answer never came stays an intent, and the next run finds out what became of it", async () => {
    await aLab();
    const { unitOfWork } = bench.studio;
    bench.replaced.unitOfWork = {
      run: (work) =>
        bench.google.log.count("batch") > 0 ? Promise.reject(new Error("Power cut")) : unitOfWork.run(work),
    };
    const { runId } = await bench.run(anna);
    delete bench.replaced.unitOfWork;

    const next = await bench.run(anna);

    const states = (await effectsOf(runId)).map(({ state }) => state);
    assert.deepEqual([states, next.outcome, eventsOf(anna)], [["intended"], "done", ["2026-04-01T10:00 Lab"]]);
  });

  it("R1: a refused effect is kept as failed, with the reason", async () => {
    await aLab();
    bench.google.faults.add({
      match: { operation: "calendar.events.insert" },
      fault: { kind: "error", error: "parseError" },
    });

    const { runId } = await bench.run(anna);

    const [effect] = await effectsOf(runId);
    assert.deepEqual([effect?.state, effect?.problem?.includes("Parse Error")], ["failed", true]);
  });

  it("R1: each run has its outcome, its summary and its report, failed ones too", async () => {
    await bench.run(anna);
    bench.google.faults.add({ fault: { kind: "error", error: "accessNotConfigured" } });

    const { runId } = await bench.run(anna);

    const runs = await bench.services().journal.runs({ userId: anna.id, limit: 10 });
    assert.deepEqual(
      runs.map(({ id, outcome, endedAt }) => [id, outcome, endedAt === undefined]),
      [
        [runId, "failed", false],
        [runId - 1, "done", false],
      ],
    );
  });

  it("R3: Preview says what the next run would do and writes nothing on either side", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await aLab("New here");
    await bench.edit("appointments", id, { location: "Park" });
    anna.google.create(timed("New there", "2026-04-03", "09:00", "10:00"));
    const before = [eventsOf(anna), await entriesOf(bench, anna)];
    bench.google.log.clear();

    const { report, plan } = await bench.runForResult(anna, { isPreview: true });

    assert.deepEqual(plan?.planned.map(({ action }) => action.kind).toSorted(), [
      "change",
      "create-in-google",
      "create-in-studio",
    ]);
    assert.deepEqual([eventsOf(anna), await entriesOf(bench, anna)], before);
    assert.deepEqual(
      [report.runId, bench.google.log.counts(), (await bench.services().journal.runs({ limit: 10 })).length],
      [0, { "calendar.events.list": 1 }, 1],
    );
  });

  it("R3: Preview shows what populate would do and leaves its boxes ticked", async () => {
    await aLab();
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    bench.setUp(anna, { populateStudio: true });

    const { plan } = await bench.runForResult(anna, { isPreview: true });

    const { populateGoogle, populateStudio } = bench.settingsOf(anna);
    assert.deepEqual(
      [plan?.planned.map(({ action }) => action.kind).toSorted(), populateGoogle, populateStudio],
      [["create-in-google", "create-in-studio"], true, true],
    );
  });

  it("R3: Preview shows what would be held and asks nobody", async () => {
    for (const title of ["One", "Two", "Three"]) await aLab(title);
    await bench.run(anna);
    for (const title of ["One", "Two", "Three"]) anna.google.delete(eventTitled(anna, title).id);

    const { plan } = await bench.runForResult(anna, { isPreview: true });

    assert.deepEqual(
      [plan?.held.map(({ question }) => question), await bench.openQuestions(anna), bench.notifications],
      [["many-deletions-in-studio"], [], []],
    );
  });

  it("R3: after Preview the run does what it would have done without", async () => {
    await aLab();
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    bench.setUp(anna, { populateStudio: true });
    await bench.run(anna, { isPreview: true });

    await bench.run(anna);

    const both = ["2026-04-01T10:00 Lab", "2026-04-03T09:00 Dentist"];
    assert.deepEqual([eventsOf(anna), await entriesOf(bench, anna)], [both, both]);
  });
});
