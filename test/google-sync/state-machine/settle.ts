import assert from "node:assert/strict";

import type { RunReport } from "../../../src/google-sync/reports/index.js";
import { GuardWatch } from "./guard-watch.js";
import { giveAnswer, noteSynced } from "./play.js";
import { assertNothingPrivateTold } from "./privacy.js";
import type { Story } from "./story.js";

/** Rounds of questions and runs after which nothing may be left to do. */
const mostRounds = 14;

/** Lets the dust settle: no faults any more, whatever is asked gets an answer, and runs until they do nothing. */
export async function settle(story: Story, answers: readonly number[]): Promise<void> {
  const { bench } = story;
  bench.google.faults.clear();
  let last: readonly RunReport[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    // Longer than the longest wait of an item that failed (G3).
    bench.clock.advance({ minutes: 5 * 60 });
    const open = await bench.openQuestions();
    for (const [index, question] of open.entries())
      await giveAnswer(story, question, answers[(round + index) % answers.length] ?? 0);
    last = [await runFor(story, 0), await runFor(story, 1)];
    if (open.length === 0 && last.every(isQuiet) && (await bench.openQuestions()).length === 0) return;
  }
  const said = last.map(({ outcome, summary, errors, warnings }) => ({ outcome, summary, errors, warnings }));
  assert.fail(`It never comes to rest: ${JSON.stringify(said, undefined, 1)}`);
}

async function runFor(story: Story, who: 0 | 1): Promise<RunReport> {
  const watch = await GuardWatch.begin(story, who);
  const result = await story.run(who);
  await watch.end();
  assertNothingPrivateTold(story, result);
  if (result === undefined) throw new Error("A run was stopped although nobody stopped it");
  await noteSynced(story, who, result);
  return result.report;
}

export function isQuiet({ outcome, summary }: RunReport): boolean {
  return outcome === "skipped" || summary.startsWith("Nothing had changed");
}
