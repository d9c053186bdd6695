import assert from "node:assert/strict";

import { KnexJournal, journalMigration, writtenFormsMigration } from "../../../src/google-sync/journal/index.js";
import type { Effect } from "../../../src/google-sync/journal/index.js";
import { mssqlStandInStudio, openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

const begun = new Date("2026-03-02T15:00:00Z");
const ended = new Date("2026-03-02T15:01:00Z");

const opened: readonly (readonly [string, () => Promise<TestStudio>])[] = [
  ["the embedded database", () => openTestStudio([journalMigration, writtenFormsMigration])],
  ["SQL Server's dialect", () => mssqlStandInStudio(() => undefined, [journalMigration, writtenFormsMigration])],
];

for (const [name, open] of opened) {
  describe(`the journal on ${name}`, () => {
    let studio: TestStudio;
    let journal: KnexJournal;

    beforeEach(async () => {
      studio = await open();
      journal = new KnexJournal(studio.pluginDatabase());
    });

    afterEach(() => studio.close());

    function anEffect(eventId: string, more: Partial<Effect> = {}): Effect {
      const fields = { title: "Lab" };
      return {
        side: "google",
        action: "create-in-google",
        entryId: undefined,
        eventId,
        before: {},
        after: fields,
        isPrivate: false,
        ...more,
      };
    }

    it("R1: gives intents their ids in order, more than one statement holds too", async () => {
      const runId = await journal.begin(1, "job", begun);
      const effects = Array.from({ length: 130 }, (_, index) => anEffect(`event${index}`));

      const ids = await studio.unitOfWork.run((transaction) => journal.intend(runId, effects, transaction));

      const stored = new Map((await journal.effectsOf(runId)).map(({ id, eventId }) => [id, eventId]));
      assert.deepEqual(
        ids.map((id) => stored.get(id)),
        effects.map(({ eventId }) => eventId),
      );
    });

    it("R1: completes an intent with what became of it", async () => {
      const runId = await journal.begin(1, "job", begun);
      await studio.unitOfWork.run(async (transaction) => {
        const [done = 0, refused = 0] = await journal.intend(
          runId,
          [anEffect("a"), anEffect("b"), anEffect("c")],
          transaction,
        );
        await journal.complete([done], "done", undefined, transaction);
        await journal.complete([refused], "failed", "Refused", transaction);
      });

      const effects = await journal.effectsOf(runId);

      assert.deepEqual(
        effects.map(({ eventId, state, problem }) => [eventId, state, problem]),
        [
          ["a", "done", undefined],
          ["b", "failed", "Refused"],
          ["c", "intended", undefined],
        ],
      );
    });

    it("S1: names what a run made, brought back or moved in the studio, and nothing else", async () => {
      const runId = await journal.begin(1, "job", begun);
      const when = (start: string) => ({ when: `${start}/2026-03-05T12:00:00` });
      const studioSide = (entryId: string, action: Effect["action"], more: Partial<Effect> = {}) =>
        anEffect(`event of ${entryId}`, { side: "studio", action, entryId, ...more });
      await studio.unitOfWork.run(async (transaction) => {
        await journal.record(
          runId,
          [
            studioSide("made", "create-in-studio", { before: {}, after: when("2026-03-05T11:00:00") }),
            studioSide("back", "restore-in-studio", { eventId: undefined }),
            studioSide("moved", "change", { before: when("2026-03-05T10:00:00"), after: when("2026-03-05T11:00:00") }),
            studioSide("renamed", "change", {
              before: when("2026-03-05T10:00:00"),
              after: when("2026-03-05T10:00:00"),
            }),
            studioSide("gone", "remove-from-studio"),
            studioSide("client", "create-in-studio", { eventId: "people/c1" }),
            anEffect("sent", { entryId: "sent" }),
          ],
          transaction,
        );
        await journal.intend(runId, [studioSide("cut off", "create-in-studio")], transaction);
      });

      assert.deepEqual(await journal.movedInStudio(runId), ["made", "back", "moved"]);
    });

    it("R1: an intent whose transaction was undone never was", async () => {
      const runId = await journal.begin(1, "job", begun);
      const work = studio.unitOfWork.run(async (transaction) => {
        await journal.intend(runId, [anEffect("a")], transaction);
        throw new Error("Power cut");
      });
      await assert.rejects(work);

      assert.deepEqual(await journal.effectsOf(runId), []);
    });

    it("R6: forgets runs that ended before, with their effects, and no others", async () => {
      const old = await journal.begin(1, "job", begun);
      await studio.unitOfWork.run((transaction) =>
        journal.record(old, [anEffect("a", { isPrivate: true })], transaction),
      );
      await journal.end(old, { endedAt: ended, outcome: "done", summary: "Quiet", report: "{}" });
      const atWork = await journal.begin(1, "job", begun);

      await journal.forgetBefore(new Date(ended.getTime() + 1));

      const runs = await journal.runs({ limit: 10 });
      assert.deepEqual([runs.map(({ id }) => id), await journal.effectsOf(old)], [[atWork], []]);
    });
  });
}
