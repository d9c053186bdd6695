import assert from "node:assert/strict";

import type { JobLine } from "../../src/workbench/api/payloads.js";
import { jobState, outcomeText, scheduleText } from "../../src/workbench/utilities/job-words.js";

const job: JobLine = {
  id: "sample.job",
  title: "Sample",
  description: "",
  settings: {
    isEnabled: true,
    schedule: { kind: "every", minutes: 15 },
    computerName: "STUDIO-1",
    notification: { when: "Never", address: "" },
  },
  settingsSchema: {},
  zone: "America/Chicago",
  isComputerOffline: false,
};
const run = { id: "r", jobId: "sample.job", computerName: "STUDIO-1", isPreview: false, startedAt: "", summary: "" };

describe("the state of a job", () => {
  it("J1: is told in words", () => {
    assert.equal(jobState(job).text, "Waiting");
    assert.equal(jobState({ ...job, settings: { ...job.settings, isEnabled: false } }).text, "Disabled");
    assert.equal(jobState({ ...job, lastRun: run }).text, "Running");
    assert.equal(jobState({ ...job, lastRun: { ...run, endedAt: "x", outcome: "done" } }).text, "Waiting");
  });

  it("J4: asks for care when nothing will run it", () => {
    assert.deepEqual(jobState({ ...job, isComputerOffline: true }), { text: "Computer offline", needsCare: true });
    const { computerName: _, ...settings } = job.settings;
    assert.deepEqual(jobState({ ...job, settings }), { text: "No computer chosen", needsCare: true });
  });

  it("J3: names its times", () => {
    assert.deepEqual(
      [
        scheduleText({ kind: "every", minutes: 15 }, "de-DE"),
        scheduleText({ kind: "every", minutes: 1, from: "08:00", until: "18:00", days: ["Mon", "Tue"] }, "de-DE"),
        scheduleText({ kind: "at", times: ["18:00", "06:30"], days: ["Sat"] }, "en-GB"),
      ],
      ["Every 15 minutes", "Every minute, 08:00 to 18:00, Mon, Tue", "At 06:30, 18:00, Sat"],
    );
  });

  it("has a word for every outcome", () => {
    assert.deepEqual([undefined, "done", "done-with-problems", "held", "failed", "skipped", "other"].map(outcomeText), [
      "Running",
      "Done",
      "Done with problems",
      "Waiting for an answer",
      "Failed",
      "Skipped",
      "other",
    ]);
  });
});
