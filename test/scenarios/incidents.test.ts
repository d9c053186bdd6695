import assert from "node:assert/strict";

import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { backUp, itWithBackup } from "../support/database-backup.js";
import { timed } from "../support/google-events.js";
import { deleteInGoogle, manyInStep } from "../support/many-in-step.js";
import type { InStep } from "../support/many-in-step.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

/** Each is a page of docs/operations.md, "Incidents". */
describe("incidents", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let made: readonly InStep[];
  const count = 15;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    made = await manyInStep(bench, anna, count);
  });

  afterEach(() => bench.close());

  async function sizes(): Promise<readonly [studio: number, google: number]> {
    return [(await entriesOf(bench, anna)).length, eventsOf(anna).length];
  }

  async function questionKinds(): Promise<readonly string[]> {
    return (await bench.openQuestions(anna)).map(({ kind }) => kind);
  }

  describe("the studio's appointments are gone", () => {
    it("G2: Google keeps its events, the deletion is held, and the user is told", async () => {
      await bench.studio.connection.query()("appointment_users").delete();

      const { outcome } = await bench.run(anna);

      assert.deepEqual([await sizes(), await questionKinds()], [[0, count], ["many-deletions-in-google"]]);
      assert.equal(outcome, "done");
      assert.equal(bench.notifications.at(-1)?.title, "Google Sync needs an answer");
    });

    itWithBackup(
      "G2, G8: once a backup brought them back, nothing is left to answer and nothing is double",
      async () => {
        const backup = await backUp(bench.studio);
        await bench.studio.connection.query()("appointment_users").delete();
        await bench.run(anna);

        await backup.restore();
        backup.dispose();
        await bench.run(anna);

        assert.deepEqual([await sizes(), await questionKinds()], [[count, count], []]);
      },
    );

    it('G8: "Discard" restores in the studio what was deleted there', async () => {
      await bench.studio.connection.query()("appointments").update({ deleted_at: bench.clock.now().toISOString() });
      await bench.run(anna);

      await bench.answer("discard", anna);
      await bench.run(anna);

      assert.deepEqual([await sizes(), await questionKinds()], [[count, count], []]);
    });
  });

  describe("the Google calendar was emptied", () => {
    it("G2: the studio keeps its appointments, the deletion is held, and the user is told", async () => {
      deleteInGoogle(anna, made);

      await bench.run(anna);

      assert.deepEqual([await sizes(), await questionKinds()], [[count, 0], ["many-deletions-in-studio"]]);
      assert.equal(bench.notifications.at(-1)?.title, "Google Sync needs an answer");
    });

    it('G8: "Discard" makes every event anew', async () => {
      deleteInGoogle(anna, made);
      await bench.run(anna);

      await bench.answer("discard", anna);
      await bench.run(anna);

      assert.deepEqual([await sizes(), await questionKinds()], [[count, count], []]);
    });
  });

  describe("the table of links is empty", () => {
    it("W6: nothing travels because of it, and the report says what to do", async () => {
      await bench.loseLinks();

      const { warnings } = await bench.run(anna);

      assert.deepEqual(await sizes(), [count, count]);
      assert.match(warnings.map(({ text }) => text).join(), /Run "Check and Repair"/);
    });

    it("R5: Check and Repair ties both sides again, and edits travel as before", async () => {
      await bench.loseLinks();
      await bench.run(anna);

      await bench.check().repair(anna.id, new AbortController().signal);
      await bench.edit("appointments", made[0]?.id ?? 0, { description: "Edited" });
      await bench.run(anna);

      assert.deepEqual(await sizes(), [count, count]);
      assert.equal(eventTitled(anna, "Edited").id, made[0]?.eventId);
    });
  });

  describe("a backup of last week was restored", () => {
    /** A week of work on both sides after the backup: booked, changed and deleted here and there. */
    async function aWeekOfWork(): Promise<void> {
      const times = { start: "2026-05-01T10:00:00", end: "2026-05-01T11:00:00" };
      await anAppointment(bench.studio, { users: [anna.id], description: "Booked here", ...times });
      anna.google.create(timed("Booked there", "2026-05-02", "10:00", "11:00"));
      await bench.edit("appointments", made[0]?.id ?? 0, { location: "Changed here" });
      anna.google.patch(made[1]?.eventId ?? "", { location: "Changed there" });
      await bench.edit("appointments", made[2]?.id ?? 0, { deleted_at: bench.clock.now().toISOString() });
      anna.google.delete(made[3]?.eventId ?? "");
      await bench.run(anna);
      bench.clock.advance({ days: 7 });
      await bench.run(anna);
    }

    itWithBackup(
      "C24: what was booked here since is asked about, what was booked in Google comes in again, nothing is double",
      async () => {
        const backup = await backUp(bench.studio);
        await aWeekOfWork();
        const google = eventsOf(anna);

        await backup.restore();
        backup.dispose();
        await bench.run(anna);

        assert.deepEqual(await questionKinds(), ["unknown-entry"]);
        assert.deepEqual(eventsOf(anna), google);
        const titles = await entriesOf(bench, anna);
        assert.deepEqual(
          [titles.length, new Set(titles).size, titles.includes("2026-05-02T10:00 Booked there")],
          [count - 2 + 1, count - 2 + 1, true],
        );
        const locations = (await bench.schedule(anna)).map(({ location }) => location).filter(Boolean);
        assert.deepEqual(locations, ["Changed here", "Changed there"]);
      },
    );

    itWithBackup(
      'C24: "Bring it in" completes it: both sides hold the same again, and the next runs are quiet',
      async () => {
        const backup = await backUp(bench.studio);
        await aWeekOfWork();
        await backup.restore();
        backup.dispose();
        await bench.run(anna);

        await bench.answer("bring-in", anna);
        await bench.run(anna);

        assert.deepEqual(await entriesOf(bench, anna), eventsOf(anna));
        assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
      },
    );

    itWithBackup("G7, C24: the same when the sync token of last week is refused", async () => {
      const backup = await backUp(bench.studio);
      await aWeekOfWork();
      const google = eventsOf(anna);
      await backup.restore();
      backup.dispose();
      bench.google.invalidateSyncTokens(anna.email);

      await bench.run(anna);

      assert.deepEqual([await questionKinds(), eventsOf(anna)], [["unknown-entry"], google]);
    });

    itWithBackup("G1: more deletions than a person makes in a week are held", async () => {
      const backup = await backUp(bench.studio);
      deleteInGoogle(anna, made.slice(0, 12));
      await bench.run(anna);
      await bench.answer("apply", anna);
      await bench.run(anna);
      assert.deepEqual(await sizes(), [3, 3]);

      await backup.restore();
      backup.dispose();
      await bench.run(anna);

      assert.deepEqual([await sizes(), await questionKinds()], [[count, 3], ["many-deletions-in-studio"]]);
    });
  });
});
