import type { History } from "./any-history.js";
import {
  assertExplained,
  assertInStep,
  assertLastEditsHold,
  assertNothingLostOrDouble,
  assertQuiet,
} from "./checks.js";
import { play } from "./play.js";
import { assertPrivateStaysPrivate } from "./privacy.js";
import { settle } from "./settle.js";
import { Story } from "./story.js";

/** What must hold whenever the dust has settled. */
const always = [
  assertExplained,
  assertNothingLostOrDouble,
  assertLastEditsHold,
  assertPrivateStaysPrivate,
  assertQuiet,
];

/** What must hold in the end, when everything may be on both sides. */
const inTheEnd = [assertNothingLostOrDouble, assertLastEditsHold, assertInStep, assertPrivateStaysPrivate, assertQuiet];

/** Plays a history, lets the dust settle, ticks every box and lets it settle again. */
export async function playToTheEnd({ boxes, steps, answers }: History): Promise<void> {
  const story = await Story.begin(boxes);
  try {
    for (const step of steps) await play(story, step);
    for (const person of story.people) story.bench.reconnect(person);
    await settle(story, answers);
    for (const check of always) await check(story);

    const everything = { enabled: true, sendAppointments: true, downloadTentative: true };
    for (const who of [0, 1] as const) {
      story.bench.setUp(story.person(who), everything);
      for (const level of story.deniedTo(who)) story.allow(who, level, true);
    }
    story.memory.clearancesChanged();
    await settle(story, answers);
    for (const person of story.people) story.bench.setUp(person, { populateGoogle: true, populateStudio: true });
    await settle(story, answers);
    for (const check of inTheEnd) await check(story);
    story.calendars.assertLeftAlone();
  } finally {
    await story.bench.close();
  }
}
