import "reflect-metadata";

import assert from "node:assert/strict";

import { container } from "tsyringe";

import type { Transaction } from "../../src/api/index.js";
import { wallTime } from "../../src/base/wall-time.js";
import { ScheduleConflictStore, ScheduleOverview, registerStudioData } from "../../src/host/studio-data/index.js";
import type { Overlap } from "../../src/host/studio-data/index.js";
import { aSession, aUser, anAppointment, anEventLine } from "../support/studio.js";
import type { MadeRecord, MadeUser, TestStudio } from "../support/studio.js";

/** The search for overlaps, and what is remembered of them (S1). */
export function scheduleConflictsContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let store: ScheduleConflictStore;
  let overview: ScheduleOverview;
  let anna: MadeUser;
  const now = wallTime("2026-07-01T00:00:00");

  beforeEach(async () => {
    studio = await open();
    const rooms = container.createChildContainer();
    registerStudioData(rooms, studio.connection);
    store = rooms.resolve(ScheduleConflictStore);
    overview = rooms.resolve(ScheduleOverview);
    anna = await aUser(studio, {});
  });

  afterEach(() => studio.close());

  const run = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => studio.unitOfWork.run(work);

  function at(from: string, to: string, more: object = {}): Promise<MadeRecord> {
    const times = { start: `2026-07-06T${from}:00`, end: `2026-07-06T${to}:00` };
    return anAppointment(studio, { users: [anna.id], ...times, ...more });
  }

  describe("schedule conflicts", () => {
    it("S1: every pair that overlaps is found once, long ones with all they cover, touching ones not", async () => {
      const [long, early, late] = [await at("08:00", "18:00"), await at("09:00", "10:00"), await at("10:00", "11:00")];
      await at("18:00", "19:00");
      await at("09:30", "09:45", { isFree: true });
      const ben = await aUser(studio, { initials: "BB" });
      await at("09:00", "10:00", { users: [ben.id] });

      const found = await store.overlaps([anna.id, ben.id], now);

      const pair = (first: MadeRecord, second: MadeRecord): Overlap => ({
        userId: anna.id,
        resourceId: undefined,
        first: first.entryId,
        second: second.entryId,
      });
      assert.deepEqual(found, [pair(long, early), pair(long, late)]);
      assert.deepEqual(await store.overlaps([anna.id], wallTime("2026-07-06T18:00:00")), []);
    });

    it("S1: event lines of one session are one booking", async () => {
      const session = await aSession(studio, { photographer: anna.id, hasAdvancedScheduling: true });
      const times = { user: anna.id, start: "2026-07-06T10:00:00", end: "2026-07-06T11:00:00" };
      await anEventLine(studio, session, times);
      await anEventLine(studio, session, times);

      assert.deepEqual(await store.overlaps([anna.id], now), []);
    });

    it("S2: knows the resources of what was touched, and who shares it", async () => {
      const ben = await aUser(studio, { initials: "BB" });
      const shared = await at("09:00", "10:00", { users: [anna.id, ben.id] });
      const db = studio.connection.query();
      await db("resources").insert({ name: "Studio 2" });
      const { id: resourceId } = (await db("resources").first("id")) as { readonly id: number };
      await db("appointment_resources").insert({ appointment_id: shared.id, resource_id: resourceId });

      assert.deepEqual(await store.resourcesOf([shared.entryId]), [resourceId]);
      assert.deepEqual(
        (await store.sharersOf([shared.entryId])).map(({ userId }) => userId).toSorted((a, b) => a - b),
        [anna.id, ben.id],
      );
      assert.deepEqual(
        (await overview.findEntries([shared.entryId])).map(({ userId }) => userId),
        [anna.id, ben.id],
      );
    });

    it("S3: what was found is kept until it is forgotten", async () => {
      const overlap = { userId: anna.id, resourceId: undefined, first: "a", second: "b" };
      await run((transaction) => store.add([overlap, { ...overlap, resourceId: 7 }], transaction));
      const [first, second] = await store.listOf([anna.id]);
      assert.deepEqual(
        [first, second],
        [
          { id: first?.id, ...overlap, keptAs: "" },
          { id: second?.id, ...overlap, resourceId: 7, keptAs: "" },
        ],
      );

      await run((transaction) => store.keep([first?.id ?? 0], "times", transaction));
      await run((transaction) => store.forget([second?.id ?? 0], transaction));

      assert.deepEqual(
        [(await store.find(first?.id ?? 0))?.keptAs, (await store.listOf([anna.id])).length],
        ["times", 1],
      );
    });
  });
}
