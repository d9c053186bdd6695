import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";

import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const job = "waiting-job.processor";
const never = new AbortController().signal;
const minute = 60_000;

describe("a job the product manages", () => {
  let studio: TestStudio;
  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("waiting-job")], product: "myStratus" });
  });
  afterEach(() => studio.close());

  const services = () => studio.host.services;
  const runs = () => services().controlCenter.listRuns({ limit: 10 });

  async function look(): Promise<void> {
    const over = new AbortController();
    const looking = studio.host.scheduler.look(never).finally(() => over.abort());
    while (!over.signal.aborted) {
      await services().commandRunner.run("waiting-job.release", { input: {}, viewer: undefined, signal: never });
      await setImmediate();
    }
    await looking;
  }

  it("P6: runs every quarter of an hour, with nothing set up", async () => {
    await look();
    await studio.clock.advance(14 * minute);
    await look();
    await studio.clock.advance(minute);
    await look();
    assert.deepEqual(
      (await runs()).map(({ startedAt, summary }) => [startedAt.toISOString(), summary]),
      [
        ["2026-03-02T15:15:00.000Z", "Waited in America/Chicago"],
        ["2026-03-02T15:00:00.000Z", "Waited in America/Chicago"],
      ],
    );
  });

  it("P6: needs no user name and password while security is on", async () => {
    const company = (await studio.host.company.find()) ?? assert.fail("no company");
    await studio.host.company.save({ ...company, isSecurityOn: true });
    await look();
    assert.deepEqual(
      (await runs()).map(({ outcome }) => outcome),
      ["done"],
    );
  });

  it("P6: is not shown in Control Center; its runs are in the logs", async () => {
    await look();
    assert.deepEqual(await services().controlCenter.listShownJobs(), []);
    assert.throws(() => services().controlCenter.requireShownJob(job), /There is no job/);
    assert.equal((await runs()).length, 1);
  });

  it("P6: counts as enabled for whoever watches the host", async () => {
    const { jobs } = await services().health.report();
    assert.deepEqual(
      jobs.map(({ id, isEnabled }) => [id, isEnabled]),
      [[job, true]],
    );
  });

  it("A6: a computer without the studio key runs nothing and says so", async () => {
    rmSync(join(studio.folder, "studio.key"));
    await look();
    const [run] = await runs();
    const { users } = await services().controlCenter.getRun(run?.id ?? "");
    assert.deepEqual([run?.outcome, users], ["failed", []]);
    assert.match(run?.summary ?? "", /studio key.*\(FRONT-DESK\)/);
  });
});
