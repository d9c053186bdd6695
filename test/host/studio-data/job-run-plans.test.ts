import assert from "node:assert/strict";

import { JobRunStore } from "../../../src/host/studio-data/index.js";
import { openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

const job = "google-sync.processor";
const day = { from: new Date("2026-03-01T00:00:00Z"), before: new Date("2026-03-02T00:00:00Z") };

/** A statement as it was sent. */
interface Sent {
  readonly sql: string;
  readonly bindings: readonly (string | number | null)[];
}

describe("J5: the log of 100,000 job runs", function () {
  this.timeout(30_000);
  let studio: TestStudio;
  let runs: JobRunStore;

  before(async () => {
    studio = await openTestStudio();
    runs = new JobRunStore(studio.connection);
    await studio.connection.query().raw(`
      with recursive n(i) as (select 0 union all select i + 1 from n where i < 99999)
      insert into job_runs (id, job_id, computer_name, is_preview, planned_for, started_at, ended_at, outcome, summary)
      select printf('run-%06d', i), case i % 10 when 0 then 'other.job' else '${job}' end, 'FRONT-DESK', 0,
        strftime('%Y-%m-%dT%H:%M:%fZ', 1767225600 + i * 60, 'unixepoch'),
        strftime('%Y-%m-%dT%H:%M:%fZ', 1767225600 + i * 60, 'unixepoch'),
        case when i = 99999 then null else strftime('%Y-%m-%dT%H:%M:%fZ', 1767225630 + i * 60, 'unixepoch') end,
        case when i = 99999 then null when i % 100 = 0 then 'failed' else 'done' end, 'Run ' || i from n`);
  });
  after(() => studio.close());

  /** The statements a question takes, and how the database goes about them. */
  async function plansOf(ask: () => Promise<unknown>): Promise<readonly string[]> {
    const sent: Sent[] = [];
    const database = studio.connection.query();
    const note = (one: Sent): void => void sent.push(one);
    database.on("query", note);
    await ask();
    database.off("query", note);
    const plans: string[] = [];
    for (const { sql, bindings } of sent) {
      const steps: readonly { readonly detail: string }[] = await database.raw(`explain query plan ${sql}`, [
        ...bindings,
      ]);
      plans.push(steps.map(({ detail }) => detail).join("; "));
    }
    return plans;
  }

  const asked: Readonly<Record<string, () => Promise<unknown>>> = {
    "the newest": () => runs.list({ limit: 100 }),
    "the newest of a job": () => runs.list({ jobId: job, limit: 100 }),
    "the failed ones": () => runs.list({ outcome: "failed", limit: 100 }),
    "those that run": () => runs.list({ outcome: "running", limit: 100 }),
    "those of a job that run": () => runs.list({ jobId: job, outcome: "running" }),
    "those of a day": () => runs.list({ ...day, limit: 100 }),
    "for when the newest was planned": () => runs.lastPlanned(job),
    "when one last succeeded": () => runs.lastSuccess(job),
  };
  for (const [what, ask] of Object.entries(asked)) {
    it(`finds ${what} by an index, with one statement`, async () => {
      const plans = await plansOf(ask);
      assert.equal(plans.length, 1);
      assert.match(plans[0] ?? "", /^(SEARCH|SCAN) job_runs USING (COVERING )?INDEX/);
      // Only runs that started in the same millisecond are put in order.
      assert.doesNotMatch(plans[0] ?? "", /TEMP B-TREE FOR ORDER BY/);
    });
  }

  it('counts them for "Group By Job Type" from an index alone, with one statement', async () => {
    const plans = await plansOf(() => runs.groupByJob());
    assert.deepEqual(plans, ["SCAN job_runs USING COVERING INDEX job_runs_of_job_index"]);
    assert.deepEqual(
      (await runs.groupByJob()).map(({ jobId, runs: many, failed, running }) => [jobId, many, failed, running]),
      [
        [job, 90_000, 0, 1],
        ["other.job", 10_000, 1000, 0],
      ],
    );
  });

  it("searches their words with one statement, and brings one page only", async () => {
    const plans = await plansOf(() => runs.list({ text: "Run 4242", limit: 100 }));
    assert.equal(plans.length, 1);
    assert.deepEqual(
      (await runs.list({ text: "Run 4242", limit: 3 })).map(({ summary }) => summary),
      ["Run 42429", "Run 42428", "Run 42427"],
    );
  });
});
