import assert from "node:assert/strict";

import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { deleteInGoogle, deleteInStudio, manyInStep } from "../support/many-in-step.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchSettings, BenchPerson } from "../support/sync-bench.js";

/** The minimum of requests for each situation; a batch is one, however many calls it holds (google.md section 7). */
describe("requests to Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  async function open(settings: BenchSettings, options: Parameters<typeof SyncBench.open>[0] = {}): Promise<void> {
    bench = await SyncBench.open(options);
    anna = await bench.person(settings);
  }

  afterEach(() => bench.close());

  /** The requests of one run. */
  async function requestsOfRun(): Promise<Readonly<Record<string, number>>> {
    bench.google.log.clear();
    const { outcome } = await bench.run(anna);
    assert.equal(outcome, "done");
    return { http: bench.google.log.httpRequests, ...bench.google.log.counts() };
  }

  function manyEvents(count: number): void {
    for (let index = 0; index < count; index += 1)
      anna.google.create(timed(`No ${index}`, "2026-05-01", "09:00", "10:00"));
  }

  it("W6: a baseline of 2,600 events takes two pages", async function () {
    this.timeout(20_000);
    await open({ sendAppointments: true });
    manyEvents(2600);

    assert.deepEqual(await requestsOfRun(), { http: 2, "calendar.events.list": 2 });
  });

  it("W2: a first download takes its pages and nothing else", async () => {
    await open({ populateStudio: true, sendAppointments: true }, { pageSizeCap: 25 });
    manyEvents(60);

    const requests = await requestsOfRun();

    assert.deepEqual([requests, (await entriesOf(bench, anna)).length], [{ http: 3, "calendar.events.list": 3 }, 60]);
  });

  it("C23: an idle run one way takes none", async () => {
    await open({ populateGoogle: true });
    await manyInStep(bench, anna, 5);

    assert.deepEqual(await requestsOfRun(), { http: 0 });
  });

  it("C17: an idle run two-way takes one", async () => {
    await open({ populateGoogle: true, sendAppointments: true });
    await manyInStep(bench, anna, 5);

    assert.deepEqual(await requestsOfRun(), { http: 1, "calendar.events.list": 1 });
  });

  it("W2: 500 new entries take ten batches, after the one listing populate adopts by", async function () {
    this.timeout(20_000);
    await open({ populateGoogle: true });
    bench.google.log.clear();

    await manyInStep(bench, anna, 500);

    assert.deepEqual(
      [bench.google.log.httpRequests, bench.google.log.counts(), eventsOf(anna).length],
      [11, { "calendar.events.list": 1, batch: 10, "calendar.events.insert": 500 }, 500],
    );
  });

  it("C17: the echo of our own writes takes nothing extra", async () => {
    await open({ populateGoogle: true, sendAppointments: true });
    await manyInStep(bench, anna, 60);

    assert.deepEqual(await requestsOfRun(), { http: 1, "calendar.events.list": 1 });
  });

  it("C15: one changed on each side of a hundred takes the delta and one batch", async () => {
    await open({ populateGoogle: true, sendAppointments: true });
    const [first, second] = await manyInStep(bench, anna, 100);
    await bench.run(anna);
    await bench.edit("appointments", first?.id ?? 0, { location: "Park" });
    anna.google.patch(second?.eventId ?? "", { location: "Beach" });

    assert.deepEqual(await requestsOfRun(), {
      http: 2,
      "calendar.events.list": 1,
      batch: 1,
      "calendar.events.patch": 1,
    });
  });

  it("C2: creations, changes and deletions share a batch", async () => {
    await open({ populateGoogle: true });
    const made = await manyInStep(bench, anna, 30);
    await bench.edit("appointments", made[0]?.id ?? 0, { location: "Park" });
    await deleteInStudio(bench, made.slice(1, 3));
    await anAppointment(bench.studio, { users: [anna.id], description: "New" });

    assert.deepEqual(await requestsOfRun(), {
      http: 1,
      batch: 1,
      "calendar.events.insert": 1,
      "calendar.events.patch": 1,
      "calendar.events.delete": 2,
    });
  });

  it("G7: an expired token takes the refused delta, the full listing, and one GET for each missing event in batches of fifty", async () => {
    await open({ populateGoogle: true, sendAppointments: true });
    const made = await manyInStep(bench, anna, 70);
    await bench.run(anna);
    deleteInGoogle(anna, made.slice(0, 60));
    bench.google.invalidateSyncTokens(anna.email);

    assert.deepEqual(await requestsOfRun(), {
      http: 4,
      "calendar.events.list": 2,
      batch: 2,
      "calendar.events.get": 60,
    });
  });

  it("C23: a conflict takes one GET and one write more, batched alike", async () => {
    await open({ populateGoogle: true });
    const made = await manyInStep(bench, anna, 20);
    for (const { id, eventId } of made.slice(0, 5)) {
      anna.google.patch(eventId, { summary: "Edited in Google" });
      await bench.edit("appointments", id, { location: "Park" });
    }

    assert.deepEqual(await requestsOfRun(), {
      http: 3,
      batch: 3,
      "calendar.events.patch": 10,
      "calendar.events.get": 5,
    });
  });

  it("G5: lost answers to inserts take one repetition and one GET each, batched alike", async () => {
    await open({ populateGoogle: true, sendAppointments: true });
    await bench.run(anna);
    for (const description of ["One", "Two", "Three"]) {
      await anAppointment(bench.studio, {
        users: [anna.id],
        description,
        start: "2026-04-01T10:00:00",
        end: "2026-04-01T11:00:00",
      });
    }
    bench.google.faults.add({ match: { operation: "batch" }, fault: { kind: "reset" }, when: "after", times: 1 });

    const requests = await requestsOfRun();

    assert.deepEqual(
      [requests, eventTitled(anna, "Two").status],
      [
        { http: 4, "calendar.events.list": 1, batch: 3, "calendar.events.insert": 6, "calendar.events.get": 3 },
        "confirmed",
      ],
    );
  });
});
