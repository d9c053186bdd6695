import assert from "node:assert/strict";

import { zoneName } from "../../src/base/wall-time.js";
import type { CalendarActions } from "../../src/local-google/index.js";
import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const chicago = zoneName("America/Chicago");
const newYork = zoneName("America/New_York");

const at = (dateTime: string) => ({ dateTime, timeZone: chicago });

describe("time zones", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let lab: MadeRecord;

  /** A studio-born and a Google-born pair in step, and an event of the baseline. */
  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    anna.google.create(timed("Baseline", "2026-05-01", "09:00", "10:00"));
    await bench.run(anna);
    lab = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  it("C22: a Google calendar in another zone keeps its instants, and a warning names both zones", async () => {
    anna.google.setTimeZone("Europe/Berlin");
    anna.google.create(timed("Call", "2026-04-04", "16:00", "17:00"));

    const { warnings } = await bench.run(anna);

    assert.deepEqual(
      (await entriesOf(bench, anna)).filter((text) => text.endsWith("Call")),
      ["2026-04-04T09:00 Call"],
    );
    assert.deepEqual(
      warnings.map(({ code, text }) => [code, text.includes("Europe/Berlin"), text.includes("America/Chicago")]),
      [["zones-differ", true, true]],
    );
  });

  it("C22: another sync zone holds the run: nothing is written on either side", async () => {
    bench.zone = newYork;
    await bench.edit("appointments", lab.id, { description: "Print" });
    anna.google.patch(eventTitled(anna, "Dentist").id, { summary: "Doctor" });
    bench.google.log.clear();

    const held = await bench.run(anna);
    const again = await bench.run(anna);

    assert.deepEqual(
      [
        held.outcome,
        again.outcome,
        bench.google.log.httpRequests,
        (await bench.openQuestions(anna)).map(({ kind }) => kind),
      ],
      ["held", "held", 0, ["zone-changed"]],
    );
    assert.match(held.summary, /America\/Chicago.*America\/New_York/s);
  });

  describe("with another calendar chosen", () => {
    let work: CalendarActions;

    beforeEach(() => {
      bench.zone = newYork;
      work = bench.google.accounts.get(anna.email).addCalendar({ summary: "Work", timeZone: chicago });
    });

    it("C22, A10: another sync zone holds the run in the new calendar too", async () => {
      bench.chooseCalendar(anna, work.id);
      bench.setUp(anna, { populateGoogle: true });

      const { outcome, questions } = await bench.run(anna);

      assert.deepEqual([outcome, questions.length, work.list()], ["held", 1, []]);
    });

    it('C22, A10: "Keep the old zone" holds on', async () => {
      await bench.run(anna);
      await bench.answer("old");
      bench.chooseCalendar(anna, work.id);
      bench.setUp(anna, { populateGoogle: true });

      await bench.run(anna);

      assert.deepEqual(
        work.list().map(({ summary, start }) => [summary, start]),
        [
          ["Lab", at("2026-04-01T10:00:00-05:00")],
          ["Dentist", at("2026-04-03T09:00:00-05:00")],
        ],
      );
    });
  });

  it("C22: a zone whose offsets are the same does not hold the run", async () => {
    bench.zone = zoneName("America/Winnipeg");

    const { outcome } = await bench.run(anna);

    assert.equal(outcome, "done");
  });

  it("C22: a zone that differs only in summer does", async () => {
    bench.zone = zoneName("America/Regina");

    const { outcome } = await bench.run(anna);

    assert.equal(outcome, "held");
  });

  it('C22: "Keep the old zone" goes on as before', async () => {
    bench.zone = newYork;
    await bench.run(anna);
    await bench.answer("old", anna);

    const next = await bench.run(anna);

    assert.deepEqual(
      [next.summary, eventsOf(anna), await entriesOf(bench, anna)],
      [
        "Nothing had changed.",
        ["2026-04-01T10:00 Lab", "2026-04-03T09:00 Dentist", "2026-05-01T09:00 Baseline"],
        ["2026-04-01T10:00 Lab", "2026-04-03T09:00 Dentist"],
      ],
    );
  });

  it('C22: "Use the new zone" keeps the clock time of what the studio made and the instant of what Google made', async () => {
    bench.zone = newYork;
    await bench.run(anna);
    await bench.answer("new", anna);

    const { outcome } = await bench.run(anna);

    assert.equal(outcome, "done");
    assert.deepEqual(eventTitled(anna, "Lab")["start"], {
      dateTime: "2026-04-01T09:00:00-05:00",
      timeZone: "America/New_York",
    });
    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Lab", "2026-04-03T10:00 Dentist"]);
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it('C22: "Use the new zone" leaves events of the baseline where they are, and they still travel once changed', async () => {
    bench.zone = newYork;
    await bench.run(anna);
    await bench.answer("new", anna);
    await bench.run(anna);
    const before = await entriesOf(bench, anna);
    anna.google.patch(eventTitled(anna, "Baseline").id, when("2026-05-02", "09:00", "10:00"));

    await bench.run(anna);

    assert.deepEqual(
      [before.length, (await entriesOf(bench, anna)).filter((text) => text.endsWith("Baseline"))],
      [2, ["2026-05-02T10:00 Baseline"]],
    );
  });

  it("C22: what was edited while the run was held survives the answer, whichever zone it was", async () => {
    bench.zone = newYork;
    await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Beach" });
    const [dentist] = (await bench.schedule(anna)).filter(({ description }) => description === "Dentist");
    await bench.edit("appointments", dentist?.recordId ?? 0, { description: "Doctor" });
    await bench.answer("new", anna);

    await bench.run(anna);

    const [, doctor] = await bench.schedule(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [entry?.location, doctor?.description, doctor?.when.start, eventTitled(anna, "Doctor").status],
      ["Beach", "Doctor", "2026-04-03T10:00:00", "confirmed"],
    );
  });

  it("C22: what was moved in Google while the run was held keeps that move", async () => {
    bench.zone = newYork;
    await bench.run(anna);
    bench.clock.advance({ minutes: 5 });
    anna.google.patch(eventTitled(anna, "Lab").id, when("2026-04-08", "15:00", "16:00"));
    await bench.answer("new", anna);

    await bench.run(anna);

    assert.equal((await entriesOf(bench, anna))[1], "2026-04-08T16:00 Lab");
  });

  it("C22: what was deleted while the run was held stays deleted", async () => {
    bench.zone = newYork;
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Lab").id);
    const [dentist] = (await bench.schedule(anna)).filter(({ description }) => description === "Dentist");
    await bench.edit("appointments", dentist?.recordId ?? 0, { deleted_at: bench.clock.now().toISOString() });
    await bench.answer("new", anna);

    await bench.run(anna);

    assert.deepEqual([eventsOf(anna), await entriesOf(bench, anna)], [["2026-05-01T09:00 Baseline"], []]);
  });

  describe("with a dozen more, all deleted in the studio", () => {
    const days = Array.from({ length: 12 }, (_, index) => `2026-04-${index + 10}`);

    beforeEach(async () => {
      for (const day of days) {
        const times = { start: `${day}T10:00:00`, end: `${day}T11:00:00` };
        await anAppointment(bench.studio, { users: [anna.id], description: "Print", ...times });
      }
      await bench.run(anna);
    });

    async function deleteThem(): Promise<void> {
      const deleted = { deleted_at: bench.clock.now().toISOString() };
      await bench.studio.connection.query()("appointments").where({ description: "Print" }).update(deleted);
    }

    it("G8, C22: what somebody answered before the zone changed holds on after it", async () => {
      await deleteThem();
      await bench.run(anna);
      await bench.answer("discard", anna);
      bench.zone = newYork;
      await bench.run(anna);
      await bench.answer("new", anna);

      await bench.run(anna);

      const [events, entries] = [eventsOf(anna), await entriesOf(bench, anna)];
      assert.deepEqual(
        [events, entries].map((items) => items.filter((text) => text.endsWith("Print")).length),
        [days.length, days.length],
      );
    });

    it("G8, C22: what Google made and was deleted while the zone was asked about has Google's moment once it is restored", async () => {
      bench.zone = newYork;
      await bench.run(anna);
      await deleteThem();
      const [dentist] = (await bench.schedule(anna)).filter(({ description }) => description === "Dentist");
      await bench.edit("appointments", dentist?.recordId ?? 0, { deleted_at: bench.clock.now().toISOString() });
      await bench.answer("new", anna);
      await bench.run(anna);
      await bench.answer("discard", anna);

      await bench.run(anna);

      const entries = await entriesOf(bench, anna);
      assert.deepEqual(
        [entries.filter((text) => text.endsWith("Dentist")), eventTitled(anna, "Dentist")["start"]],
        [["2026-04-03T10:00 Dentist"], at("2026-04-03T09:00:00-05:00")],
      );
    });

    it("G1, C22: an answer about the zone lets no deletions pass", async () => {
      bench.zone = newYork;
      await bench.run(anna);
      await bench.answer("new", anna);
      await deleteThem();

      const { questions } = await bench.run(anna);

      assert.deepEqual(
        questions.map(({ kind }) => kind),
        ["many-deletions-in-google"],
      );
    });
  });

  it("C22: Preview of a held run asks nobody", async () => {
    bench.zone = newYork;

    const report = await bench.run(anna, { isPreview: true });

    assert.deepEqual([report.outcome, await bench.openQuestions(anna), bench.notifications], ["held", [], []]);
  });

  it("R2, C22: while the zone is asked about, Undo brings an event back at the moment it had", async () => {
    const { start } = eventTitled(anna, "Lab");
    await bench.edit("appointments", lab.id, { deleted_at: bench.clock.now().toISOString() });
    const { runId } = await bench.run(anna);
    bench.zone = newYork;

    await bench.undo(runId);

    assert.deepEqual(eventTitled(anna, "Lab").start, start);
  });

  it("R5, C22: while the zone is asked about, Check finds nothing inconsistent", async () => {
    bench.zone = newYork;
    const { signal } = new AbortController();

    assert.deepEqual(await bench.check().check(anna.id, signal), []);
  });

  it("R3, C22: back in the old zone, a preview leaves the question to the next run", async () => {
    bench.zone = newYork;
    await bench.run(anna);
    bench.zone = chicago;

    await bench.run(anna, { isPreview: true });

    assert.equal((await bench.openQuestions()).length, 1);
  });

  it("C22: back in the old zone before anybody answered, the run goes on", async () => {
    bench.zone = newYork;
    await bench.run(anna);
    bench.zone = chicago;

    const { outcome } = await bench.run(anna);

    assert.deepEqual([outcome, await bench.openQuestions(anna)], ["done", []]);
  });
});
