import assert from "node:assert/strict";

import { wallTimeAt } from "../../../src/base/wall-time.js";
import type { Question } from "../../../src/google-sync/questions/index.js";
import type { Who } from "./steps.js";
import { guardLimits, tokenOf, tokenOfEvent } from "./story.js";
import type { Story } from "./story.js";

/** One item of a person on one side: when it begins and ends on the wall, or undefined for whole days. */
interface Standing {
  readonly start: string | undefined;
  readonly end: string;
}

interface BothSides {
  readonly studio: ReadonlyMap<string, Standing>;
  readonly google: ReadonlyMap<string, Standing>;
  readonly questions: readonly Question[];
}

/**
 * Watches from outside what one run does to either side, and says when the guards must have held it, or must not have
 * (G1, G2): counted on the items themselves, not on anybody's plan.
 */
export class GuardWatch {
  private constructor(
    private readonly story: Story,
    private readonly who: Who,
    private readonly before: BothSides,
  ) {}

  static async begin(story: Story, who: Who): Promise<GuardWatch> {
    return new GuardWatch(story, who, await bothSides(story, who));
  }

  /** Once the run is over, and nobody else did anything meanwhile. */
  async end(): Promise<void> {
    const after = await bothSides(this.story, this.who);
    const { studio, google } = this.before;
    // No more can be linked than are there.
    const there = new Map([...studio, ...google]);
    const now = wallTimeAt(this.story.bench.clock.now(), await this.story.zoneOf(this.who));
    const toCome = [...there.values()].filter(({ end }) => end > now).length;
    for (const side of ["studio", "google"] as const) {
      const gone = [...this.before[side].keys()].filter((token) => !after[side].has(token) && this.#isUnasked(token));
      assert.ok(!isTooMany(gone.length, there.size), `G1: a run deletes ${gone.length} of ${there.size} in ${side}`);
      for (const [minutes, moved] of this.#moves(this.before[side], after[side], now)) {
        const isHeld = moved >= guardLimits.guardMoves && moved >= (guardLimits.guardMoveShare / 100) * toCome;
        assert.ok(!isHeld, `G1: a run moves ${moved} of ${toCome} by ${minutes} minutes in ${side}`);
      }
    }
    const asked = after.questions.filter(({ id }) => !this.before.questions.some((question) => question.id === id));
    for (const { kind, itemCount } of asked)
      if (kind.startsWith("many-")) assert.ok(itemCount >= 3, `G1: ${kind} holds ${itemCount} for no reason`);
  }

  #isUnasked(token: string): boolean {
    return !this.story.answered.has(`${this.who} ${token}`);
  }

  #moves(before: BothSides["studio"], after: BothSides["studio"], now: string): ReadonlyMap<number, number> {
    const byOffset = new Map<number, number>();
    // "Use the new zone" moves everything, by an answer (C22).
    if (this.story.hasChangedZone) return byOffset;
    for (const [token, { start, end }] of before) {
      const moved = after.get(token);
      if (moved?.start === undefined || start === undefined || moved.start === start) continue;
      // Whether one that ends meanwhile, or only by its move, is still to come is for the guard to say.
      if (end <= now || moved.end <= now || !this.#isUnasked(token) || this.story.memory.areTwins(token)) continue;
      const minutes = (Date.parse(`${moved.start}Z`) - Date.parse(`${start}Z`)) / 60_000;
      byOffset.set(minutes, (byOffset.get(minutes) ?? 0) + 1);
    }
    return byOffset;
  }
}

function isTooMany(count: number, total: number): boolean {
  const { guardDeletions, guardDeletionShare } = guardLimits;
  return count > Math.max(guardDeletions, (guardDeletionShare / 100) * total) || (count >= 3 && count >= total);
}

async function bothSides(story: Story, who: Who): Promise<BothSides> {
  const zone = await story.zoneOf(who);
  const entries = await story.bench.schedule(story.person(who));
  return {
    studio: new Map(
      entries.map(({ description, when: { start, end, isAllDay } }) => [
        tokenOf(description) ?? "",
        { start: isAllDay ? undefined : start, end },
      ]),
    ),
    google: new Map(
      story.events(who).map((event) => {
        const start = wallOf(event["start"]);
        return [tokenOfEvent(event) ?? "", { start, end: wallOf(event["end"]) ?? "9" }];
      }),
    ),
    questions: await story.bench.openQuestions(story.person(who)),
  };

  function wallOf(time: unknown): string | undefined {
    // An event's start and end have either a date or a dateTime (google.md 2.6).
    const { dateTime } = time as { readonly dateTime?: string };
    return dateTime === undefined ? undefined : wallTimeAt(new Date(dateTime), zone);
  }
}
