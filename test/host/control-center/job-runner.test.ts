import assert from "node:assert/strict";

import { JobAlreadyRunningError } from "../../../src/host/control-center/index.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const job = "waiting-job.processor";
const never = new AbortController().signal;

describe("the Control Center", () => {
  let studio: TestStudio;
  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("waiting-job")] });
    await studio.host.services.controlCenter.reportIn();
  });
  afterEach(() => studio.close());

  const services = () => studio.host.services;
  const release = (input: Readonly<Record<string, unknown>> = {}) =>
    services().commandRunner.run("waiting-job.release", { input, viewer: undefined, signal: never });

  it("C20, J5: runs a job in the zone of its computer and keeps a line for each user", async () => {
    const { jobRunId, finished } = await services().jobRunner.start(job, { signal: never });
    await release();
    await finished;
    const { outcome, summary, users, computerName } = await services().controlCenter.getRun(jobRunId);
    assert.deepEqual(
      { outcome, summary, users, computerName },
      {
        outcome: "done",
        summary: "Waited in America/Chicago",
        users: [{ userId: 1, outcome: "done", summary: "Waited", warnings: [], errors: [] }],
        computerName: "FRONT-DESK",
      },
    );
  });

  it("J3: hands a job the settings of its own, defaults until they are saved", async () => {
    const { controlCenter } = services();
    const runs: unknown[] = [];
    const run = async (): Promise<void> => {
      const { jobRunId, finished } = await services().jobRunner.start(job, { signal: never });
      await release();
      await finished;
      runs.push((await controlCenter.getRun(jobRunId)).details);
    };
    const settings = {
      isEnabled: false,
      schedule: { kind: "every", minutes: 15 },
      computerName: undefined,
      notification: { when: "Never", address: "" },
    } as const;
    await run();
    await controlCenter.changeSettings(job, { ...settings, own: { patience: 7 } });
    await run();
    await controlCenter.changeSettings(job, settings);
    await run();

    assert.deepEqual(
      runs,
      [3, 7, 7].map((patience) => ({ isPreview: false, settings: { patience } })),
    );
    const [line] = await controlCenter.listJobs();
    assert.deepEqual([line?.settings.own, line?.settingsSchema["title"]], [{ patience: 7 }, "WaitingJobSettings"]);
    await assert.rejects(controlCenter.changeSettings(job, { ...settings, own: { patience: 10 } }), {
      code: "invalid-job-settings",
      message: '"Patience" must be <= 9',
    });
  });

  it("G6: runs a job once at a time, and again when it has ended", async () => {
    const { finished } = await services().jobRunner.start(job, { signal: never });
    await assert.rejects(services().jobRunner.start(job, { signal: never }), JobAlreadyRunningError);
    await release();
    await finished;
    const second = await services().jobRunner.start(job, { signal: never });
    await release();
    assert.equal((await second.finished).outcome, "done");
  });

  it("X4: takes a job that throws as a failed run", async () => {
    const { finished } = await services().jobRunner.start(job, { signal: never });
    await release({ failing: true });
    const { outcome, summary } = await finished;
    assert.equal(outcome, "failed");
    assert.match(summary, /the queue was too long/);
  });

  it("aborts a running job and waits for it when its plugin is switched off", async () => {
    const { jobRunId, finished } = await services().jobRunner.start(job, { signal: never });
    await services().plugins.switch("waiting-job", false);
    await finished;
    assert.equal((await services().controlCenter.getRun(jobRunId)).outcome, "failed");
  });

  it("J4: runs what is due on the chosen computer, every so many minutes", async () => {
    await services().controlCenter.changeSettings(job, {
      isEnabled: true,
      schedule: { kind: "every", minutes: 15 },
      computerName: "FRONT-DESK",
      notification: { when: "Never", address: "" },
    });
    await studio.clock.advance(15 * 60_000);
    const looked = studio.host.scheduler.look(never);
    while ((await services().controlCenter.listJobs())[0]?.lastRun?.endedAt === undefined) {
      await release();
      await studio.clock.advance(0);
    }
    await looked;
    await studio.clock.advance(14 * 60_000);
    await studio.host.scheduler.look(never);
    assert.equal((await services().controlCenter.listRuns({ limit: 10 })).length, 1);
  });

  it("G6: runs once for a moment of the schedule, however many processes look", async () => {
    const plannedFor = studio.clock.now();
    const { finished } = await services().jobRunner.start(job, { plannedFor, signal: never });
    await release();
    await finished;
    await assert.rejects(services().jobRunner.start(job, { plannedFor, signal: never }), /another process was faster/);
  });

  it("G5, J5: closes the run of a process that is gone, and says so", async () => {
    await studio.host.connection.query()("job_runs").insert({
      id: "gone",
      job_id: job,
      computer_name: "BACK-ROOM",
      is_preview: false,
      started_at: studio.clock.now().toISOString(),
      summary: "",
    });
    const { finished } = await services().jobRunner.start(job, { signal: never });
    await release();
    await finished;
    const { outcome, summary } = await services().controlCenter.getRun("gone");
    assert.equal(outcome, "failed");
    assert.match(summary, /^Broken off: the Control Center on BACK-ROOM ended/);
  });

  it("J1: ends a run somebody wants to end, and tells nobody of a trouble", async () => {
    const { jobRunId, finished } = await services().jobRunner.start(job, { signal: never });
    await services().controlCenter.abortRun(jobRunId);
    await Promise.all([finished, advanceUntil(finished)]);
    assert.match((await finished).summary, /^Ended by hand/);
    assert.deepEqual(await services().notifications.listFor(1), []);
  });

  it("J6: tells the administrators under the bell once, and takes it back when the job runs again", async () => {
    const bell = async () => (await services().notifications.listFor(1)).map(({ title }) => title);
    for (const failing of [true, true]) {
      const { finished } = await services().jobRunner.start(job, { signal: never });
      await release({ failing });
      await finished;
    }
    assert.deepEqual(await bell(), ["Waiting Processor could not run"]);
    const { finished } = await services().jobRunner.start(job, { signal: never });
    await release();
    await finished;
    assert.deepEqual(await bell(), []);
  });

  /** Lets time pass until it has happened. */
  async function advanceUntil(happened: Promise<unknown>): Promise<void> {
    const ended = happened.then(() => true);
    const second = (): Promise<boolean> => studio.clock.advance(1000).then(() => false);
    while (!(await Promise.race([ended, second()])));
  }

  it("J3: refuses a job without a computer, or with one that never reported in", async () => {
    const schedule = { kind: "every", minutes: 15 } as const;
    const change = (computerName: string | undefined) =>
      services().controlCenter.changeSettings(job, {
        isEnabled: true,
        schedule,
        computerName,
        notification: { when: "Never", address: "" },
      });
    await assert.rejects(change(undefined), /Choose the computer/);
    await assert.rejects(change("NOWHERE"), /has reported in/);
  });
});
