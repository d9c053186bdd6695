import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";

import { serveHealth } from "../../../src/host/health/index.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

describe("health and numbers", () => {
  let studio: TestStudio;
  let served: Awaited<ReturnType<typeof serveHealth>>;

  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("waiting-job")] });
    served = await serveHealth(studio.host.services, 0);
  });
  afterEach(async () => {
    await served.close();
    await studio.close();
  });

  it("says that all is well, and how the jobs are", async () => {
    const answer = await fetch(`${served.address}/health`);
    const { isHealthy, database, jobs } = (await answer.json()) as Record<string, unknown>;
    assert.deepEqual(
      [answer.status, isHealthy, database, jobs],
      [
        200,
        true,
        "ok",
        [{ id: "waiting-job.processor", isEnabled: false, isComputerOffline: false, isRunning: false }],
      ],
    );
  });

  it("says in one line that its port is in use, and which to choose", async () => {
    const port = Number(new URL(served.address).port);
    await assert.rejects(serveHealth(studio.host.services, port), {
      code: "health-port-taken",
      hint: `Choose another one: --health-port ${port + 1}`,
    });
  });

  it("A6: says that the studio key is missing", async () => {
    rmSync(join(studio.folder, "studio.key"));
    const answer = await fetch(`${served.address}/health`);
    const { studioKey } = (await answer.json()) as Record<string, unknown>;
    assert.deepEqual([answer.status, studioKey], [503, "This computer does not have the studio key"]);
  });

  it("counts job runs and says how long ago one succeeded", async () => {
    const { signal } = new AbortController();
    const { jobRunner, commandRunner } = studio.host.services;
    const { finished } = await jobRunner.start("waiting-job.processor", { signal });
    await commandRunner.run("waiting-job.release", { input: {}, viewer: undefined, signal });
    await finished;
    await studio.clock.advance(60_000);
    const text = await (await fetch(`${served.address}/metrics`)).text();
    assert.deepEqual(
      text.split("\n").filter((line) => line.startsWith("spectra_host_job")),
      [
        'spectra_host_job_last_success_age_seconds{job="waiting-job.processor"} 60',
        'spectra_host_job_runs_total{job="waiting-job.processor",outcome="done"} 1',
        'spectra_host_job_users_total{job="waiting-job.processor",outcome="done"} 1',
      ],
    );
  });
});
