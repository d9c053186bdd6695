import assert from "node:assert/strict";

import type { RunReport } from "../../src/google-sync/reports/index.js";
import { timed, when } from "../support/google-events.js";
import { writesTo } from "../support/google-writes.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const weekly = { recurrence: ["RRULE:FREQ=WEEKLY;COUNT=5"] };
const organizer = { email: "friend@example.test" };

describe("C19: a repeat made in Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  const aSeries = (from = "19:00", to = "20:00") =>
    anna.google.create(timed("Yoga", "2026-04-01", from, to, weekly)).id;
  const schedule = async () => (await bench.schedule(anna)).map(({ description }) => description);
  const texts = ({ warnings }: RunReport) => warnings.map(({ text }) => text);

  it("C19: does not come in; one warning names title and first date as the studio's clock says it", async () => {
    // At 19:00 in Chicago it is the next day in UTC.
    aSeries();
    const report = await bench.run(anna);
    assert.deepEqual(
      [await schedule(), texts(report)],
      [
        [],
        [
          '"Yoga" (first on 2026-04-01) repeats in Google. Repeating appointments made in Google are not supported; enter it again in the studio.',
        ],
      ],
    );
  });

  it("C19: neither do instances that were changed, and there is no further warning, however it changes", async () => {
    const id = aSeries();
    await bench.run(anna);
    const warned: string[][] = [];
    for (const change of [
      () => anna.google.changeInstance(id, "2026-04-08T19:00:00", { summary: "Hot yoga" }),
      () => anna.google.deleteInstance(id, "2026-04-15T19:00:00"),
      () => anna.google.patch(id, { summary: "Cold yoga" }),
      () => bench.google.invalidateSyncTokens(anna.email),
    ]) {
      change();
      warned.push([...texts(await bench.run(anna))]);
    }
    assert.deepEqual([await schedule(), warned, writesTo(bench.google)], [[], [[], [], [], []], []]);
  });

  it("C19: each series has its own warning", async () => {
    aSeries();
    anna.google.create(timed("Pilates", "2026-04-02", "09:00", "10:00", weekly));
    assert.equal(texts(await bench.run(anna)).length, 2);
  });

  it("C19: a series the user is invited to has one warning, its changed instances none", async () => {
    const { id } = anna.google.receiveInvitation(
      timed("Board", "2026-04-01", "09:00", "10:00", { ...weekly, guestsCanModify: true }),
      organizer,
      "accepted",
    );
    anna.google.changeInstance(id, "2026-04-08T09:00:00", { location: "Room 2" });
    anna.google.changeInstance(id, "2026-04-15T09:00:00", { location: "Room 3" });
    const first = await bench.run(anna);
    anna.google.changeInstance(id, "2026-04-22T09:00:00", { location: "Room 4" });
    const second = await bench.run(anna);
    assert.deepEqual(
      [first, second].map((report) => texts(report).length),
      [1, 0],
    );
  });

  it("C19: a deleted series leaves nothing to say", async () => {
    const id = aSeries();
    await bench.run(anna);
    anna.google.delete(id);
    const report = await bench.run(anna);
    assert.deepEqual([texts(report), await schedule()], [[], []]);
  });

  for (const isTwoWay of [true, false]) {
    describe(`a linked event turned into a series, ${isTwoWay ? "two-way" : "one-way"}`, () => {
      let appointment: number;
      let eventId: string;
      let turned: RunReport;

      beforeEach(async () => {
        bench.setUp(anna, { sendAppointments: isTwoWay });
        ({ id: appointment } = await anAppointment(bench.studio, {
          users: [anna.id],
          description: "Lab",
          start: "2026-04-01T09:00:00",
          end: "2026-04-01T10:00:00",
        }));
        await bench.run(anna);
        eventId = anna.google.list()[0]?.id ?? "";
        anna.google.patch(eventId, { ...weekly, summary: "Labs" });
        bench.google.log.clear();
        await bench.edit("appointments", appointment, { location: "Park" });
        turned = await bench.run(anna);
      });

      const events = () => anna.google.list().map(({ id, summary, location }) => [id, summary, location]);

      it("C19: the link rests: the series is not written, our entry stays, one warning", async () => {
        await bench.edit("appointments", appointment, { location: "Garden" });
        const later = await bench.run(anna);
        assert.deepEqual([events(), await schedule()], [[[eventId, "Labs", undefined]], ["Lab"]]);
        assert.deepEqual(
          [turned, later].map((report) => texts(report).length),
          [isTwoWay ? 1 : 0, 0],
        );
      });

      it("C19: deleting our entry does not delete the series", async () => {
        await bench.edit("appointments", appointment, { deleted_at: bench.clock.now().toISOString() });
        await bench.run(anna);
        await bench.run(anna);
        assert.deepEqual(events(), [[eventId, "Labs", undefined]]);
      });

      it("C19: back to a single event, it resumes with what was changed meanwhile", async () => {
        anna.google.patch(eventId, { recurrence: null, ...when("2026-04-01", "11:00", "12:00") });
        await bench.edit("appointments", appointment, { location: "Garden" });
        await bench.run(anna);
        await bench.run(anna);
        assert.deepEqual(events(), [[eventId, "Labs", "Garden"]]);
        assert.deepEqual(await schedule(), [isTwoWay ? "Labs" : "Lab"]);
      });
    });
  }

  describe("made of an event whose entry then goes", () => {
    let id: number;
    let eventId: string;

    beforeEach(async () => {
      ({ id } = await anAppointment(bench.studio, { users: [anna.id], description: "Yoga" }));
      await bench.run(anna);
      eventId = anna.google.list()[0]?.id ?? "";
      anna.google.patch(eventId, weekly);
      await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });
      await bench.run(anna);
    });

    it("C19, R4: stays in Google, known as a series that is left out", async () => {
      const { links } = bench.services();
      const [stream] = await links.streamsOf(anna.id);
      const link = await links.findByEvent(stream?.id ?? 0, eventId);
      assert.deepEqual(
        [link?.state, link?.leftOutReason, link?.entryId, anna.google.list().length],
        ["left-out", "series", undefined, 1],
      );
      assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
    });

    it("C19: is the entry's again where that is put back, and rests", async () => {
      await bench.edit("appointments", id, { deleted_at: null });
      await bench.run(anna);

      const { outcome, summary } = await bench.run(anna);

      assert.deepEqual([outcome, summary, await schedule()], ["done", "Nothing had changed.", ["Yoga"]]);
    });
  });
});
