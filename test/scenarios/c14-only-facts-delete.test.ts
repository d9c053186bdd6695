import assert from "node:assert/strict";

import type { Fault } from "../../src/local-google/index.js";
import { entriesOf, eventTitled } from "../support/both-sides.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const lab = { description: "Lab", start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };
const both = ["2026-04-01T10:00 Desk", "2026-04-01T10:00 Lab"];

const listing = { operation: "calendar.events.list" };

/** A complete listing without a single event. */
const nothing = {
  status: 200,
  json: { kind: "calendar#events", timeZone: "America/Chicago", accessRole: "owner", items: [], nextSyncToken: "t" },
};

const failures: readonly (readonly [string, Fault])[] = [
  ["401 Unauthorized", { kind: "error", error: "authError" }],
  ["403 Forbidden", { kind: "error", error: "forbidden" }],
  ["403 rate limit", { kind: "error", error: "userRateLimitExceeded" }],
  ["404 Not Found", { kind: "error", error: "notFound" }],
  ["429 Too Many Requests", { kind: "error", error: "tooManyRequests" }],
  ["500 Backend Error", { kind: "error", error: "backendError" }],
  ["503 Service Unavailable", { kind: "error", error: "serviceUnavailable" }],
  ["a cut connection", { kind: "reset" }],
  ["a truncated body", { kind: "truncate" }],
  ["an empty object", { kind: "error", error: { status: 200, json: {} } }],
  [
    "a page without an end",
    { kind: "error", error: { status: 200, json: { ...nothing.json, nextSyncToken: undefined } } },
  ],
];

describe("only a fact deletes", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  async function openInStep(options: Parameters<typeof SyncBench.open>[0] = {}): Promise<void> {
    bench = await SyncBench.open(options);
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    await anAppointment(bench.studio, { ...lab, description: "Desk", users: [anna.id] });
    await bench.run(anna);
  }

  afterEach(() => bench.close());

  for (const [name, fault] of failures) {
    it(`C14: ${name} to a delta deletes nothing`, async () => {
      await openInStep();
      bench.google.faults.add({ match: listing, fault });

      const { outcome } = await bench.run(anna);

      assert.deepEqual([outcome, await entriesOf(bench, anna)], ["failed", both]);
    });

    it(`C14: ${name} to a full listing deletes nothing`, async () => {
      await openInStep();
      bench.google.invalidateSyncTokens(anna.email);
      bench.google.faults.add({ match: { ...listing, nth: 1 }, fault: { kind: "error", error: "fullSyncRequired" } });
      bench.google.faults.add({ match: listing, fault });

      const { outcome } = await bench.run(anna);

      bench.google.faults.clear();
      const next = await bench.run(anna);
      assert.deepEqual([outcome, next.summary, await entriesOf(bench, anna)], ["failed", "Nothing had changed.", both]);
    });
  }

  it("C14: short and empty pages delete nothing", async () => {
    await openInStep({ shortPages: true });
    bench.google.invalidateSyncTokens(anna.email);

    const { summary } = await bench.run(anna);

    assert.deepEqual([summary, await entriesOf(bench, anna)], ["Nothing had changed.", both]);
  });

  it("C14: a listing that breaks off after its first page deletes nothing", async () => {
    await openInStep({ pageSizeCap: 1 });
    bench.google.invalidateSyncTokens(anna.email);
    bench.google.faults.add({ match: { ...listing, nth: 3 }, fault: { kind: "error", error: "forbidden" } });

    const { outcome } = await bench.run(anna);

    assert.deepEqual([outcome, await entriesOf(bench, anna)], ["failed", both]);
  });

  it("C14: a complete listing that lacks an event deletes nothing while the event's own GET finds it", async () => {
    await openInStep();
    bench.google.faults.add({ match: { ...listing, nth: 1 }, fault: { kind: "error", error: "fullSyncRequired" } });
    bench.google.faults.add({ match: listing, fault: { kind: "error", error: nothing }, times: 1 });

    const { summary } = await bench.run(anna);

    assert.deepEqual([summary, await entriesOf(bench, anna)], ["Nothing had changed.", both]);
  });

  it("C14: a complete listing that lacks an event deletes it once its own GET says so", async () => {
    await openInStep();
    anna.google.delete(eventTitled(anna, "Lab").id);
    bench.google.invalidateSyncTokens(anna.email);

    await bench.run(anna);

    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Desk"]);
  });

  it("C14: what could not be confirmed stays, and is confirmed by the next run", async () => {
    await openInStep();
    anna.google.delete(eventTitled(anna, "Lab").id);
    bench.google.invalidateSyncTokens(anna.email);
    const illness = bench.google.faults.add({
      match: { operation: "calendar.events.get" },
      fault: { kind: "error", error: "backendError" },
    });
    const first = await bench.run(anna);
    const entries = await entriesOf(bench, anna);
    await illness.dispose();

    await bench.run(anna);

    assert.deepEqual(
      [first.warnings.map(({ code }) => code), entries, await entriesOf(bench, anna)],
      [["unconfirmed"], both, ["2026-04-01T10:00 Desk"]],
    );
  });
});
