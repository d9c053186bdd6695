import type { TouchedEntry } from "../../api/index.js";
import type { Run } from "../journal/index.js";
import type { RunContext } from "./run-context.js";

/** So many runs in a row that failed or were cut off are looked back on. */
const mostUnfinishedRuns = 5;

/**
 * After a successful run: has what it made or moved in the studio double booked somebody (S1)? What earlier
 * runs did that never came so far is looked at too, so that a run cut off hides no conflict (G5).
 */
export async function lookForConflicts({ services, user, runId, nowWallTime }: RunContext): Promise<void> {
  const { journal, conflicts } = services;
  const runs = await journal.runs({ userId: user.id, limit: mostUnfinishedRuns + 1 });
  const touched: TouchedEntry[] = [];
  for (const { id } of [{ id: runId }, ...unfinishedBefore(runs, runId)]) {
    for (const entryId of await journal.movedInStudio(id)) touched.push({ userId: user.id, entryId });
  }
  if (touched.length > 0) await conflicts.detect(touched, nowWallTime);
}

function unfinishedBefore(runs: readonly Run[], runId: number): readonly Run[] {
  const before = runs.filter(({ id }) => id < runId);
  const lastFinished = before.findIndex(({ outcome }) => outcome?.startsWith("done") === true);
  return lastFinished === -1 ? before : before.slice(0, lastFinished);
}
