import assert from "node:assert/strict";

import type { JobResult } from "../../../src/api/index.js";
import { JobSettingsStore } from "../../../src/host/studio-data/index.js";
import { MailServer } from "../../support/mail-server.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const job = "waiting-job.processor";
const { signal } = new AbortController();

describe("mails about jobs", () => {
  let studio: TestStudio;
  let server: MailServer;
  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("waiting-job")] });
    server = await MailServer.open();
    await studio.host.services.preferencePages.save({ kind: "company" }, "spectra.email", {
      server: "127.0.0.1",
      port: server.port,
      security: "None",
      fromAddress: "studio@example.test",
      workbenchAddress: "https://studio.example.test",
    });
  });
  afterEach(async () => {
    await studio.close();
    await server.close();
  });

  async function notify(when: "Never" | "Failures" | "Always"): Promise<void> {
    await new JobSettingsStore(studio.host.connection).save(job, {
      isEnabled: false,
      schedule: { kind: "every", minutes: 15 },
      computerName: undefined,
      notification: { when, address: "ad@example.test" },
      general: {},
    });
  }

  async function run(options: { readonly failing?: boolean; readonly isPreview?: boolean } = {}): Promise<JobResult> {
    const { failing = false, isPreview = false } = options;
    const { jobRunner, commandRunner } = studio.host.services;
    const { finished } = await jobRunner.start(job, { signal, isPreview });
    await commandRunner.run("waiting-job.release", { input: { failing }, viewer: undefined, signal });
    const result = await finished;
    await studio.host.mailPost.flush();
    return result;
  }

  const subjects = () => server.mails.map(({ subject }) => subject);
  const hours = (some: number) => studio.clock.advance(some * 60 * 60_000);

  it('J3, J6: "Failures" mails at first, then daily, and once when the job runs again', async () => {
    await notify("Failures");
    await run();
    await run({ failing: true });
    await run({ failing: true });
    await hours(24);
    await run({ failing: true });
    await run();
    await run();
    assert.deepEqual(subjects(), [
      "Waiting Processor could not run",
      "Waiting Processor could not run",
      "Waiting Processor runs again",
    ]);
  });

  it("J6: says why, on which computer, what to do and where the log is", async () => {
    await notify("Failures");
    await run({ failing: true });
    const { text = "" } = server.only();
    assert.match(text, /could not run: .*the queue was too long/);
    assert.match(text, /See that the computer FRONT-DESK is on and has an Internet connection/);
    assert.match(text, /https:\/\/studio\.example\.test\/control-center\/logs\//);
  });

  it('J3: "Always" mails every run, "Never" none, and a preview is none', async () => {
    await notify("Always");
    await run();
    await run();
    await run({ isPreview: true });
    const always = subjects().length;
    await notify("Never");
    await run({ failing: true });
    assert.deepEqual([always, subjects().length], [2, 2]);
  });

  it("G3: a mail server that is down does not fail the job", async () => {
    await notify("Always");
    await server.close();
    assert.equal((await run()).outcome, "done");
  });
});
