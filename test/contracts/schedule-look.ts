import assert from "node:assert/strict";

import type { EntryReference, ScheduleEntry } from "../../src/api/index.js";
import type { MadeRecord, MadeUser, TestStudio } from "../support/studio.js";

/** What the tests of a schedule look at, again and again. */
export interface ScheduleLook {
  readonly entriesOf: (user: MadeUser) => Promise<readonly ScheduleEntry[]>;
  /** Sorted. */
  readonly idsOf: (user: MadeUser) => Promise<readonly string[]>;
  /** The entry of the record as it is now. */
  readonly reference: (user: MadeUser, record: MadeRecord) => Promise<EntryReference>;
  /** A table as any program sees it. */
  readonly table: (name: string) => ReturnType<ReturnType<TestStudio["connection"]["query"]>>;
  readonly statusNotes: () => Promise<readonly string[]>;
}

export function lookAt(studio: () => TestStudio): ScheduleLook {
  const table: ScheduleLook["table"] = (name) => studio().connection.query()(name);
  const entriesOf: ScheduleLook["entriesOf"] = (user) => studio().schedule.list(user.id, undefined);
  return {
    table,
    entriesOf,
    idsOf: async (user) => (await entriesOf(user)).map(({ entryId }) => entryId).toSorted(),
    async reference(user, record) {
      const [entry] = await studio().schedule.find(user.id, [record.entryId]);
      assert.ok(entry, "the entry is on the schedule");
      return { userId: user.id, entryId: entry.entryId, version: entry.version };
    },
    statusNotes: async () => table("status_notes").pluck("note"),
  };
}
