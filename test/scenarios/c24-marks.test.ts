import assert from "node:assert/strict";

import { eventIdOf, marksOf } from "../../src/google-sync/calendar/index.js";
import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const elsewhere = {
  studioGuid: "5a3c0b5e-0000-4000-8000-00000000000f",
  userGuid: "5a3c0b5e-0000-4000-8000-00000000000e",
  entryId: "5a3c0b5e-0000-4000-8000-00000000000d",
};

describe("marks and copies", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let lab: MadeRecord;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    lab = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  async function studioGuid(): Promise<string> {
    return (await bench.services().studio.facts()).guid;
  }

  it("C24: the event's id and marks come from the GUIDs of studio, user and entry", async () => {
    const owner = { studioGuid: await studioGuid(), userGuid: anna.guid, entryId: lab.entryId };

    const event = eventTitled(anna, "Lab");

    assert.deepEqual(
      [event.id, event["extendedProperties"]],
      [eventIdOf(owner, anna.email, 0), { private: marksOf(owner) }],
    );
  });

  it("C24: a copy made in Google, marks and all, is a new Google item", async () => {
    const { extendedProperties } = eventTitled(anna, "Lab");
    anna.google.create(timed("Copy of Lab", "2026-04-02", "10:00", "11:00", { extendedProperties }));

    const { studio } = await bench.run(anna);

    assert.deepEqual(
      [studio.created, await entriesOf(bench, anna)],
      [1, ["2026-04-01T10:00 Lab", "2026-04-02T10:00 Copy of Lab"]],
    );
  });

  it("C24: what Google splits off a series made of our event, single again, is a new Google item", async () => {
    const { id } = eventTitled(anna, "Lab");
    anna.google.patch(id, { recurrence: ["RRULE:FREQ=WEEKLY;COUNT=6"] });
    await bench.run(anna);
    const split = anna.google.splitSeries(id, "2026-04-15T10:00:00");
    await bench.run(anna);
    anna.google.patch(split.id, { recurrence: null });

    await bench.run(anna);

    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Lab", "2026-04-15T10:00 Lab"]);
  });

  describe("an event of ours whose entry the studio does not know", () => {
    beforeEach(async () => {
      const unknown = { studioGuid: await studioGuid(), userGuid: anna.guid, entryId: elsewhere.entryId };
      anna.google.create(
        timed("From the backup", "2026-04-02", "10:00", "11:00", {
          id: eventIdOf(unknown, anna.email, 0),
          extendedProperties: { private: marksOf(unknown) },
        }),
      );
    });

    it("C24: is neither brought in nor deleted but asked about, once", async () => {
      const first = await bench.run(anna);
      const second = await bench.run(anna);

      assert.deepEqual(
        [
          first.questions.map(({ kind }) => kind),
          second.questions,
          eventsOf(anna).length,
          (await entriesOf(bench, anna)).length,
        ],
        [["unknown-entry"], [], 2, 1],
      );
    });

    it('C24: "Bring it in" makes an appointment of it', async () => {
      await bench.run(anna);
      await bench.answer("bring-in", anna);

      await bench.run(anna);

      assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Lab", "2026-04-02T10:00 From the backup"]);
      assert.deepEqual([eventsOf(anna).length, (await bench.run(anna)).summary], [2, "Nothing had changed."]);
    });

    it('C24: "Remove it" deletes the event', async () => {
      await bench.run(anna);
      await bench.answer("remove", anna);

      await bench.run(anna);

      assert.deepEqual([eventsOf(anna), (await entriesOf(bench, anna)).length], [["2026-04-01T10:00 Lab"], 1]);
    });

    it("C24: deleted in Google while the question waits, it is gone and nothing is left to answer", async () => {
      await bench.run(anna);
      anna.google.delete(eventTitled(anna, "From the backup").id);

      await bench.run(anna);

      assert.deepEqual(await bench.openQuestions(anna), []);
    });
  });

  it("G8, C24: the entry back while its event is asked about, nothing is left to answer", async () => {
    await bench.close();
    bench = await SyncBench.open({ deletedEventUpdates: "revive" });
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
    await bench.run(anna);
    const { id } = eventTitled(anna, "Lab");
    anna.google.delete(id);
    const { runId } = await bench.run(anna);
    anna.google.patch(id, { status: "confirmed" });
    await bench.run(anna);
    const [question] = await bench.openQuestions(anna);
    await bench.undo(runId);

    await bench.run(anna);

    assert.deepEqual(
      [question?.kind, await bench.openQuestions(anna), eventsOf(anna).length, (await entriesOf(bench, anna)).length],
      ["unknown-entry", [], 1, 1],
    );
  });

  it("C24: another user's mark is left out", async () => {
    const ben = await bench.person();
    const owner = { studioGuid: await studioGuid(), userGuid: ben.guid, entryId: lab.entryId };
    anna.google.create(
      timed("Ben's", "2026-04-02", "10:00", "11:00", {
        id: eventIdOf(owner, ben.email, 0),
        extendedProperties: { private: marksOf(owner) },
      }),
    );

    const { leftOut } = await bench.run(anna);

    assert.deepEqual([leftOut, (await entriesOf(bench, anna)).length], [{ "another-user": 1 }, 1]);
  });

  it("C24: another studio's comes in as private and stays private when it changes", async () => {
    const event = anna.google.create(
      timed("Their client", "2026-04-02", "10:00", "11:00", {
        id: eventIdOf(elsewhere, anna.email, 0),
        extendedProperties: { private: marksOf(elsewhere) },
      }),
    );
    await bench.run(anna);
    anna.google.patch(event.id, when("2026-04-02", "12:00", "13:00"));

    await bench.run(anna);

    const [, theirs] = await bench.schedule(anna);
    assert.deepEqual([theirs?.when.start, theirs?.isPrivate], ["2026-04-02T12:00:00", true]);
  });

  it("C24: with the table of links emptied, our events are adopted again without one duplicate", async () => {
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    await bench.loseLinks();

    await bench.run(anna);
    await bench.edit("appointments", lab.id, { location: "There" });
    anna.google.patch(eventTitled(anna, "Dentist").id, { location: "Downtown" });
    await bench.run(anna);

    const locations = (await bench.schedule(anna)).map(({ location }) => location);
    assert.deepEqual(
      [eventsOf(anna), await entriesOf(bench, anna), locations, eventTitled(anna, "Lab")["location"]],
      [
        ["2026-04-01T10:00 Lab", "2026-04-03T09:00 Dentist"],
        ["2026-04-01T10:00 Lab", "2026-04-03T09:00 Dentist"],
        ["There", "Downtown"],
        "There",
      ],
    );
  });

  it("C24: one way, with the table of links emptied, a changed entry finds its event by its id", async () => {
    bench.setUp(anna, { sendAppointments: false });
    await bench.run(anna);
    await bench.loseLinks();
    await bench.run(anna);
    await bench.edit("appointments", lab.id, { location: "There" });

    const { outcome } = await bench.run(anna);

    assert.deepEqual(
      [outcome, eventsOf(anna), eventTitled(anna, "Lab")["location"]],
      ["done", ["2026-04-01T10:00 Lab"], "There"],
    );
  });

  it("C24: an event made anew has an id of its own", async () => {
    const before = eventTitled(anna, "Lab").id;
    anna.google.delete(before);
    await bench.edit("appointments", lab.id, { location: "There" });

    await bench.run(anna);

    const owner = { studioGuid: await studioGuid(), userGuid: anna.guid, entryId: lab.entryId };
    assert.equal(eventTitled(anna, "Lab").id, eventIdOf(owner, anna.email, 1));
  });
});
