import type { EntryId, Transaction } from "../../api/index.js";
import type { RunContext } from "../job/index.js";
import type { ScheduleFinding } from "./finding.js";

/**
 * Prepares the next run to put findings about the schedule right; writes our own books only. What then happens on either
 * side is planned, guarded and reported like anything else (R5).
 */
export async function prepareSchedule(findings: readonly ScheduleFinding[], context: RunContext): Promise<void> {
  const { services, stream } = context;
  await services.unitOfWork.run(async (transaction) => {
    for (const finding of findings) await prepare(finding, context, transaction);
    // A complete listing brings back what a delta would never name again (G7).
    await services.links.changeStream(stream.id, { syncToken: undefined }, transaction);
  });
}

async function prepare(finding: ScheduleFinding, context: RunContext, transaction: Transaction): Promise<void> {
  const { links } = context.services;
  const { kind, linkIds, entryId, eventId } = finding;
  const changeAll = async (change: Parameters<typeof links.change>[1]): Promise<void> => {
    for (const id of linkIds) await links.change(id, change, transaction);
  };
  switch (kind) {
    case "missing-link":
      await changeAll({ state: "new" });
      // Without a row of its own the entry would pass for one that was there before syncing began (W6).
      if (entryId !== undefined && !(await hasRow(entryId, context)))
        await links.insert(context.stream.id, [{ state: "new", entryId }], transaction);
      return undefined;
    case "dangling-link":
      // One way no listing is read; the event is made anew because somebody asked for it (C23).
      return context.isTwoWay
        ? undefined
        : changeAll({ isDeletedInGoogle: true, directive: { kind: "keep", side: "studio" } });
    case "field-drift":
      return changeAll({ studioVersion: undefined, decidedEtag: undefined });
    case "double": {
      const directive = { kind: "keep", side: "studio" } as const;
      if (linkIds.length > 0) return changeAll({ state: "new", directive });
      await links.insert(context.stream.id, [{ state: "new", eventId, directive }], transaction);
      return;
    }
    case "wrong-owner":
      return links.delete(linkIds, transaction);
    case "stuck":
      return changeAll({ questionId: undefined });
    case "foreign-mark":
    case "unknown-entry":
      return undefined;
  }
}

async function hasRow(entryId: EntryId, { services, stream }: RunContext): Promise<boolean> {
  return (await services.links.findByEntry(entryId)).some(({ streamId }) => streamId === stream.id);
}
