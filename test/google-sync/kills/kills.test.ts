import assert from "node:assert/strict";

import { SyncBench } from "../../support/sync-bench.js";
import type { BenchPerson } from "../../support/sync-bench.js";
import { bothSides } from "./both-sides.js";
import { calendarScenes } from "./calendar-scenes.js";
import { contactScenes } from "./contact-scenes.js";
import { runInProcess } from "./killable-run.js";
import type { KillPoint } from "./killable-run.js";
import type { Scene } from "./scene.js";
import { undoScenes } from "./undo-scenes.js";

/** How many points of each scene are tried; `npm run soak -- kills` tries all. */
const sample = process.env["KILL_POINTS"] === "all" ? Number.POSITIVE_INFINITY : 4;
const mostRuns = 6;

async function runToQuiet(bench: SyncBench, person: BenchPerson): Promise<void> {
  for (let run = 0; run < mostRuns; run += 1) {
    bench.clock.advance({ minutes: 5 * 60 });
    const { summary } = await bench.run(person);
    if (summary.startsWith("Nothing had changed")) return;
  }
  assert.fail("It never comes to rest");
}

/** Plays the scene, dies at the point, starts again. */
async function endStateOf(scene: Scene, killAt: KillPoint | undefined) {
  const bench = await SyncBench.open();
  try {
    const start = await scene.prepare(bench);
    const { person, task } = start;
    bench.clock.advance({ minutes: 5 });
    const run = await runInProcess(bench, start, killAt);
    // Whoever sees that Undo was cut off asks for it again.
    if (task.kind === "undo" && run.trace === undefined) await bench.undo(task.runId);
    await runToQuiet(bench, person);
    return { run, state: await bothSides(bench, person) };
  } finally {
    await bench.close();
  }
}

function allPoints(commits: number, requests: number): readonly KillPoint[] {
  const from = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
  return [
    ...from(commits).flatMap((nth) =>
      (["before", "after"] as const).map((when) => ({ at: "commit" as const, nth, when })),
    ),
    ...from(requests).flatMap((nth) =>
      (["before", "applied", "answered"] as const).map((when) => ({ at: "request" as const, nth, when })),
    ),
  ];
}

/** Spread over all, the same each time. */
function sampleOf(points: readonly KillPoint[]): readonly KillPoint[] {
  const step = Math.max(1, points.length / sample);
  return points.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

describe("a process killed on its way", function () {
  this.timeout(20 * 60_000);
  for (const scene of [...calendarScenes, ...contactScenes, ...undoScenes]) {
    it(`G5, ${scene.title}: killed anywhere and started again, it ends as if it had not been`, async () => {
      const undisturbed = await endStateOf(scene, undefined);
      assert.equal(undisturbed.run.trace?.outcome, "done");
      const points = allPoints(undisturbed.run.trace.commits, undisturbed.run.requests);
      const tried = sampleOf(points);
      for (const point of tried) {
        const { run, state } = await endStateOf(scene, point);
        const where = `killed ${point.when} ${point.at} ${point.nth}`;
        // After its last answer a process may be done before it can be killed.
        if (point.when !== "answered") assert.equal(run.trace, undefined, `It was not ${where}`);
        assert.deepEqual(state, undisturbed.state, where);
      }
      console.log(`      ${tried.length} of ${points.length} points`);
    });
  }
});
