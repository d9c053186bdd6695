import type { EntryId } from "../../api/index.js";
import type { RunContext } from "../job/index.js";

/** Nothing failed: what was tried is taken back. */
class TriedOnly extends Error {}

/**
 * Whether an entry that left the schedule can be put back on it: its appointment may be somebody else's session by now.
 * Only the studio knows, so it is tried, in a transaction that is taken back (R2, R3).
 */
export async function canReturn(
  entryId: EntryId,
  { services: { unitOfWork, schedule }, user }: RunContext,
): Promise<boolean> {
  let isBack = false;
  try {
    await unitOfWork.run(async (transaction) => {
      isBack = (await schedule.restore(user.id, entryId, transaction)) !== undefined;
      throw new TriedOnly();
    });
  } catch (error) {
    if (!(error instanceof TriedOnly)) throw error;
  }
  return isBack;
}
