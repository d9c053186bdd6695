import assert from "node:assert/strict";

import type { Fault } from "../../../src/local-google/index.js";
import { FaultWorld } from "./support/fault-world.js";
import type { Prepared } from "./support/fault-world.js";

const listing = { operation: "calendar.events.list" };
const inserts = { operation: "calendar.events.insert" };

describe("a run that Google interrupts on the way", () => {
  let world: FaultWorld;

  async function prepare(options: Parameters<typeof FaultWorld.open>[0] = {}): Promise<Prepared> {
    world = await FaultWorld.open(options);
    return world.prepare("list-changes");
  }

  async function expectInStep({ person, wanted }: Prepared): Promise<void> {
    assert.deepEqual(await world.sides(person), { google: wanted, studio: wanted });
    assert.equal((await world.run(person)).report.summary, "Nothing had changed.");
  }

  const refreshes = () =>
    world.bench.google.log.entries().filter(({ operation }) => operation === "oauth.token").length;

  afterEach(() => world.close());

  it("A7: a token that expires between two pages is refreshed once, and the page asked for again", async () => {
    const prepared = await prepare({ pageSizeCap: 1 });
    world.bench.google.faults.add({
      match: { ...listing, nth: 2 },
      fault: { kind: "error", error: "authError" },
      times: 1,
    });

    const { report } = await world.run(prepared.person);

    assert.deepEqual([report.outcome, refreshes()], ["done", 1]);
    await expectInStep(prepared);
  });

  it("A7: a token that expires between two calls of one batch is refreshed, and only those refused are repeated", async () => {
    const prepared = await prepare();
    await world.appointment(prepared.person, "Later", "2026-04-05T10:00:00");
    world.bench.google.faults.add({
      match: { ...inserts, nth: 1 },
      fault: { kind: "error", error: "authError" },
    });
    world.bench.google.faults.add({
      match: { ...inserts, nth: 2 },
      fault: { kind: "error", error: "authError" },
    });

    const { report } = await world.run(prepared.person);

    assert.deepEqual([report.outcome, report.google.created, refreshes()], ["done", 2, 1]);
    await expectInStep({ ...prepared, wanted: [...prepared.wanted, "2026-04-05T10:00 Later"] });
  });

  it("G7: a sync token refused between two pages leads to a full read in the same run, and nothing twice", async () => {
    const prepared = await prepare({ pageSizeCap: 1 });
    prepared.person.google.create({
      summary: "Gym",
      start: { dateTime: "2026-04-05T10:00:00" },
      end: { dateTime: "2026-04-05T11:00:00" },
    });
    world.bench.google.faults.add({
      match: { ...listing, nth: 2 },
      fault: { kind: "error", error: "fullSyncRequired" },
      times: 1,
    });

    const { report } = await world.run(prepared.person);

    assert.deepEqual([report.outcome, report.studio.created], ["done", 2]);
    await expectInStep({ ...prepared, wanted: [...prepared.wanted, "2026-04-05T10:00 Gym"] });
  });

  it("G4: an insert whose answer was lost is recognised, not repeated", async () => {
    const prepared = await prepare();
    world.bench.google.faults.add({
      match: inserts,
      fault: { kind: "error", error: "backendError" },
      when: "after",
      times: 1,
    });

    const { report } = await world.run(prepared.person);

    assert.equal(report.outcome, "done");
    await expectInStep(prepared);
  });

  it("C14: a batch the way to Google answers with 404 says nothing about the events in it", async () => {
    world = await FaultWorld.open();
    const prepared = await world.prepare("get");
    world.bench.google.faults.add({ match: { operation: "batch" }, fault: { kind: "error", error: "notFound" } });

    const { report } = await world.run(prepared.person);

    const { studio } = await world.sides(prepared.person);
    assert.deepEqual(
      [report.studio.deleted, studio.includes("2026-04-01T10:00 Desk"), report.warnings.map(({ code }) => code)],
      [0, true, ["unconfirmed", "google-retry-later"]],
    );
  });

  it("C12: a delete batch the way to Google answers with 404 is not taken for carried out", async () => {
    world = await FaultWorld.open();
    const prepared = await world.prepare("delete");
    const struck = world.bench.google.faults.add({
      match: { operation: "batch" },
      fault: { kind: "error", error: "notFound" },
    });
    await world.run(prepared.person);
    await struck.dispose();

    await world.run(prepared.person);

    await expectInStep(prepared);
  });

  describe("waiting", () => {
    const ill = (retryAfterSeconds?: number): Fault => ({
      kind: "error",
      error: "serviceUnavailable",
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    });

    async function sleepsOf(fault: Fault, times?: number): Promise<readonly number[]> {
      const { person } = await prepare();
      const { sleeps } = world.bench.clock;
      const before = sleeps.length;
      world.bench.google.faults.add({ match: listing, fault, ...(times === undefined ? {} : { times }) });
      await world.run(person);
      return sleeps.slice(before);
    }

    it("G4: waits as long as Google asks for", async () => {
      assert.deepEqual(await sleepsOf(ill(120), 1), [120_000]);
    });

    it("G4: waits doubling times with jitter, and gives a request up after about a minute", async () => {
      assert.deepEqual(await sleepsOf(ill()), [1500, 2500, 4500, 8500, 16_500, 32_500]);
    });

    it("G4: says after a few seconds that Google cannot be reached at all", async () => {
      const { person } = await prepare();
      const { sleeps } = world.bench.clock;
      const before = sleeps.length;
      await world.bench.google.dispose();
      await world.run(person);
      assert.deepEqual(sleeps.slice(before), [1500, 2500, 4500]);
    });

    it("G4: leaves the work to the next run rather than wait longer than the budget", async () => {
      assert.deepEqual(await sleepsOf(ill(3600)), []);
    });

    it("G4: the calls of one run share one budget", async () => {
      const { person } = await prepare();
      const { sleeps } = world.bench.clock;
      const before = sleeps.length;
      world.bench.google.faults.add({ match: { ...listing, nth: 1 }, fault: ill(400) });
      world.bench.google.faults.add({ match: inserts, fault: ill(400) });

      const { report } = await world.run(person);

      assert.deepEqual([sleeps.slice(before), report.leftOver], [[400_000], 1]);
    });
  });
});
