import assert from "node:assert/strict";

import { entriesOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { manyInStep } from "../support/many-in-step.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

/** What one run asks of the database; a number that grows with the items is a slow run on a server some milliseconds away. */
describe("statements to the database", function () {
  this.timeout(20_000);
  let bench: SyncBench;
  let anna: BenchPerson;
  let statements: number;

  beforeEach(async () => {
    bench = await SyncBench.openOnSqlServer(() => (statements += 1));
    anna = await bench.person({ populateGoogle: true, populateStudio: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  async function statementsOfRun(): Promise<number> {
    statements = 0;
    const { outcome } = await bench.run(anna);
    assert.equal(outcome, "done");
    return statements;
  }

  it("C17: are as few in a quiet run of many items as of one", async () => {
    await manyInStep(bench, anna, 1);
    const ofOne = await statementsOfRun();
    await manyInStep(bench, anna, 120);

    assert.deepEqual([await statementsOfRun(), ofOne <= 18], [ofOne, true], `${ofOne} statements`);
  });

  it("W2: are a handful for fifty items of a first download", async () => {
    for (let index = 0; index < 200; index += 1)
      anna.google.create(timed(`No ${index}`, "2026-05-01", "09:00", "10:00"));

    const ofRun = await statementsOfRun();

    assert.equal((await entriesOf(bench, anna)).length, 200);
    assert.ok(ofRun <= 45, `${ofRun} statements`);
  });
});
