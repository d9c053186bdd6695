import assert from "node:assert/strict";

import type { UserRunResult } from "../../../src/google-sync/job/index.js";
import { privateTitle, reportForOthers } from "../../../src/google-sync/reports/index.js";
import type { Who } from "./steps.js";
import { tokenOf, tokenOfEvent } from "./story.js";
import type { Story } from "./story.js";

/** C8: what is private in one person's Google is named to nobody else, in no line, note or log, and in no other calendar. */
export function assertNothingPrivateTold(story: Story, result: UserRunResult | undefined): void {
  const { memory, bench } = story;
  const report = result && reportForOthers(result.report);
  const told = JSON.stringify([
    report?.warnings,
    report?.errors,
    report?.lost,
    report?.questions,
    report?.summary,
    bench.notifications,
    bench.logger.lines,
  ]);
  const leaked = [...told.matchAll(/#\d+\b/g)].map(([token]) => token).filter((token) => memory.isPrivate(token));
  assert.deepEqual(leaked, [], "Something private is told");
}

/** C8: the other person's Google never shows it, and the words shown in its place are stored and sent nowhere. */
export async function assertPrivateStaysPrivate(story: Story): Promise<void> {
  const { memory, bench } = story;
  for (const who of [0, 1] as const satisfies readonly Who[]) {
    const titles = story.events(who).map(({ summary }) => String(summary));
    const entries = await bench.schedule(story.person(who));
    assert.ok(![...titles, ...entries.map(({ description }) => description)].includes(privateTitle), privateTitle);
    const foreign = story
      .events(who)
      .map((event) => tokenOfEvent(event) ?? "")
      .filter((token) => memory.isPrivate(token, who === 0 ? 1 : 0));
    assert.deepEqual(foreign, [], `Somebody else's private items are in the calendar of person ${who}`);
    const untrue = entries.filter(
      ({ isPrivate, description }) => memory.isPrivate(tokenOf(description) ?? "") && !isPrivate,
    );
    assert.deepEqual(untrue, [], "A private item is shown to everybody");
  }
}
