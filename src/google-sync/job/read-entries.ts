import type { EntryId, ScheduleEntry } from "../../api/index.js";
import type { Candidates } from "../links/index.js";
import type { RunContext } from "./run-context.js";

/** What of the schedule is to be planned. */
export interface ReadEntries {
  /** X1, C8: what the user may not see in the studio does not exist for their Google. */
  readonly entries: ReadonlyMap<EntryId, ScheduleEntry>;
  /** There, but the user's clearance does not show it. */
  readonly hiddenIds: ReadonlySet<EntryId>;
}

/** Reads what a run must look at from the schedule. @param markedIds entries that unlinked events of ours stand for */
export async function readEntries(
  { links, newEntryIds }: Candidates,
  markedIds: readonly EntryId[],
  { services, user, clearances }: RunContext,
): Promise<ReadEntries> {
  const ids = new Set([...newEntryIds, ...links.flatMap(({ entryId }) => entryId ?? []), ...markedIds]);
  const found = ids.size === 0 ? [] : await services.schedule.find(user.id, [...ids]);
  const mayView = ({ kind }: ScheduleEntry) =>
    (kind === "appointment" ? clearances.appointments : clearances.sessions).mayView;
  const seen = found.filter((entry) => mayView(entry) && !entry.isHiddenFromUser);
  return {
    entries: new Map(seen.map((entry) => [entry.entryId, entry])),
    hiddenIds: new Set(found.filter((entry) => !mayView(entry)).map(({ entryId }) => entryId)),
  };
}
