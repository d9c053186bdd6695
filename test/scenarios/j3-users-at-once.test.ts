import assert from "node:assert/strict";

import { replacing } from "../support/replacing.js";
import { SyncBench } from "../support/sync-bench.js";

describe("users synced side by side", () => {
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open();
    for (const initials of ["AA", "BB", "CC", "DD"]) await bench.person({}, initials);
  });

  afterEach(() => bench.close());

  /** How many runs were under way at the same time at most. */
  async function most(usersAtOnce: number): Promise<number> {
    const { journal } = bench.services();
    let underWay = 0;
    let highest = 0;
    bench.replaced.journal = replacing(journal, {
      begin: (...call: Parameters<typeof journal.begin>) => {
        underWay += 1;
        highest = Math.max(highest, underWay);
        return journal.begin(...call);
      },
      end: (...call: Parameters<typeof journal.end>) => {
        underWay -= 1;
        return journal.end(...call);
      },
    });
    const { signal } = new AbortController();
    const call = { jobRunId: "job", zone: bench.zone, userId: undefined, isPreview: false, signal };
    const { outcome } = await bench.processor().run({ ...call, settings: { usersAtOnce } });
    assert.equal(outcome, "done");
    return highest;
  }

  it("J3: are as many as the job's settings say", async () => {
    assert.deepEqual([await most(1), await most(3)], [1, 3]);
  });
});
