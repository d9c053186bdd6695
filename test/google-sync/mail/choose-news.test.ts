import assert from "node:assert/strict";

import { chooseNews } from "../../../src/google-sync/mail/choose-news.js";
import type { MailedProblem } from "../../../src/google-sync/mail/mail-state-store.js";
import type { ReportLine, RunReport } from "../../../src/google-sync/reports/index.js";

const now = new Date("2026-03-02T15:00:00.000Z");
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 60 * 60_000);
const line = (code: string, text = code): ReportLine => ({ code, text, title: "", isPrivate: false });
const gone = line("google-calendar-not-available", "The calendar is gone");

function aReport(values: Partial<RunReport> = {}): RunReport {
  const counts = { created: 0, changed: 0, deleted: 0 };
  return {
    runId: 1,
    userId: 1,
    outcome: "done",
    summary: "",
    startedAt: now,
    endedAt: now,
    isPreview: false,
    google: counts,
    studio: counts,
    leftOut: {},
    lost: [],
    warnings: [],
    errors: [],
    questions: [],
    leftOver: 0,
    ...values,
  };
}

const known = (problem: string, text: string, hours: number): MailedProblem => ({
  problem,
  text,
  mailedAt: hoursAgo(hours),
});
const failed = aReport({ outcome: "failed", errors: [gone] });
const key = "run google-calendar-not-available";

describe("what is news to a user", () => {
  for (const [when, before, isNews] of [
    ["never mailed before", [], true],
    ["mailed an hour ago", [known(key, "The calendar is gone", 1)], false],
    ["mailed a day ago, less the minutes a run may come early", [known(key, "The calendar is gone", 23.9)], true],
  ] as const) {
    it(`J6: a failure that was ${when} ${isNews ? "is" : "is not"}`, () => {
      assert.equal(chooseNews(failed, before, true).problems.has(key), isNews);
    });
  }

  it("J6: a failure that is over is said once, in the words it was told in", () => {
    const { cleared, forgotten } = chooseNews(aReport(), [known(key, "The calendar is gone", 1)], true);
    assert.deepEqual([cleared, forgotten], [["The calendar is gone"], [key]]);
  });

  it("J6: another failure does not mean that the first is over", () => {
    const other = aReport({ outcome: "failed", errors: [line("google-retry-later")] });
    const { cleared, problems } = chooseNews(other, [known(key, "The calendar is gone", 1)], true);
    assert.deepEqual([cleared, [...problems]], [[], ["run google-retry-later"]]);
  });

  it("J6: a warning about the zones is not over because a one-way run did not look at Google", () => {
    const before = [known("zones-differ", "Other zones", 1)];
    assert.deepEqual(chooseNews(aReport(), before, false).cleared, []);
    assert.deepEqual(chooseNews(aReport(), before, true).cleared, ["Other zones"]);
  });

  it("C8, R6: of an item's trouble no word is remembered, only that it was told", () => {
    const { mailed } = chooseNews(
      aReport({ warnings: [{ ...line("text-cut", "The notes were cut"), title: "Lab" }] }),
      [],
      true,
    );
    assert.deepEqual(
      mailed.map(({ text, problem }) => [text, /^text-cut [0-9a-f]{32}$/.test(problem)]),
      [["", true]],
    );
  });

  it("J6: what was told of an item is forgotten after a week, and an item's silence is never good news", () => {
    const { cleared, forgotten } = chooseNews(
      aReport(),
      [known("text-cut abc", "", 24 * 8), known("other abc", "", 1)],
      true,
    );
    assert.deepEqual([cleared, forgotten], [[], ["text-cut abc"]]);
  });
});
