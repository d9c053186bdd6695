import assert from "node:assert/strict";

import type { EntryId } from "../../src/api/index.js";
import { AnswerRefusedError } from "../../src/google-sync/job/index.js";
import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { when } from "../support/google-events.js";
import { aClient, anAppointment, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const lab = { description: "Lab", start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };

describe("an event deleted in Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  async function rowOf(table: string, id: number): Promise<Readonly<Record<string, unknown>>> {
    const row: Record<string, unknown> | undefined = await bench.studio.connection.query()(table).where({ id }).first();
    return row ?? {};
  }

  /** A session of Anna's in step with its event, which she then deletes. */
  async function aSessionSwipedAway(): Promise<{ readonly id: number; readonly entryId: EntryId }> {
    const session = await aSession(bench.studio, { ...lab, description: "Family", photographer: anna.id });
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Clara Client - Family").id);
    return session;
  }

  it("C13: of an unlinked appointment of that user alone, deletes it so that it can be brought back", async () => {
    const { id, entryId } = await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Lab").id);

    const report = await bench.run(anna);

    const { deleted_at: deletedAt } = await rowOf("appointments", id);
    assert.deepEqual([report.studio.deleted, await entriesOf(bench, anna)], [1, []]);
    assert.notEqual(deletedAt, null);
    await bench.studio.unitOfWork.run((transaction) => bench.studio.schedule.restore(anna.id, entryId, transaction));
    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Lab"]);
  });

  it("C13: of an appointment of several users, takes that user off it", async () => {
    const ben = await bench.person({ populateGoogle: true, sendAppointments: true });
    await anAppointment(bench.studio, { ...lab, users: [anna.id, ben.id] });
    await bench.run(anna);
    await bench.run(ben);
    anna.google.delete(eventTitled(anna, "Lab").id);

    await bench.run(anna);
    await bench.run(ben);

    assert.deepEqual(
      [await entriesOf(bench, anna), await entriesOf(bench, ben), eventsOf(ben)],
      [[], ["2026-04-01T10:00 Lab"], ["2026-04-01T10:00 Lab"]],
    );
  });

  it("C13: of a session, asks and leaves the session alone until somebody answers", async () => {
    const { id } = await aSessionSwipedAway();

    const asked = await bench.run(anna);
    const next = await bench.run(anna);

    const { status, photographer_id: photographer } = await rowOf("sessions", id);
    assert.deepEqual(
      [asked.questions.map(({ kind }) => kind), next.summary, status, photographer, eventsOf(anna)],
      [["deleted-in-google"], "Nothing had changed; 1 waiting for an answer.", "scheduled", anna.id, []],
    );
  });

  it("C13: of an appointment linked to a client, asks", async () => {
    const { id: clientId } = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" });
    await anAppointment(bench.studio, { ...lab, clientId, users: [anna.id] });
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Ada Smith - Lab").id);

    const { questions } = await bench.run(anna);

    assert.deepEqual(
      questions.map(({ kind }) => kind),
      ["deleted-in-google"],
    );
  });

  it('C13: "Restore in Google" makes the event anew', async () => {
    await aSessionSwipedAway();
    await bench.run(anna);
    await bench.answer("restore", anna);

    await bench.run(anna);

    assert.deepEqual(
      [eventsOf(anna), (await bench.run(anna)).summary],
      [["2026-04-01T10:00 Clara Client - Family"], "Nothing had changed."],
    );
  });

  it('C13: "Take me off it" leaves the session to the others', async () => {
    const { id } = await aSessionSwipedAway();
    await bench.run(anna);
    await bench.answer("take-off", anna);

    await bench.run(anna);

    const { status, photographer_id: photographer } = await rowOf("sessions", id);
    assert.deepEqual([status, photographer, await entriesOf(bench, anna)], ["scheduled", null, []]);
  });

  it('C13: "Cancel it in Spectra" sets the cancelled status', async () => {
    const { id } = await aSessionSwipedAway();
    await bench.run(anna);
    await bench.answer("cancel", anna);

    await bench.run(anna);

    const { status, deleted_at: deletedAt } = await rowOf("sessions", id);
    assert.deepEqual([status, deletedAt, (await bench.run(anna)).summary], ["cancelled", null, "Nothing had changed."]);
  });

  it("C13: cancelling takes the clearance to delete sessions", async () => {
    await aSessionSwipedAway();
    await bench.run(anna);
    bench.deny(anna, "Sessions", "delete");

    await assert.rejects(bench.answer("cancel", anna), AnswerRefusedError);

    assert.equal((await bench.openQuestions(anna)).length, 1);
  });

  it("C13: cancelling a linked appointment takes the clearance to delete appointments, not sessions", async () => {
    const { id: clientId } = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" });
    await anAppointment(bench.studio, { ...lab, clientId, users: [anna.id] });
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Ada Smith - Lab").id);
    await bench.run(anna);
    bench.deny(anna, "Sessions", "delete");

    await bench.answer("cancel", anna);

    await bench.run(anna);
    assert.deepEqual(await entriesOf(bench, anna), []);
  });

  it("C13: somebody else may answer only with the clearance for users", async () => {
    const ben = await bench.person();
    await aSessionSwipedAway();
    await bench.run(anna);
    bench.deny(ben, "Users", "add-modify");

    await assert.rejects(bench.answer("restore", ben), AnswerRefusedError);
  });

  it("C13: a time changed in the studio makes the event anew, without a question", async () => {
    const { id } = await aSessionSwipedAway();
    await bench.edit("sessions", id, { starts_at: "2026-04-02T10:00:00", ends_at: "2026-04-02T11:00:00" });

    const { questions } = await bench.run(anna);

    assert.deepEqual([questions, eventsOf(anna)], [[], ["2026-04-02T10:00 Clara Client - Family"]]);
  });

  it("C13: a time changed while the question waits answers it", async () => {
    const { id } = await aSessionSwipedAway();
    await bench.run(anna);
    await bench.edit("sessions", id, { starts_at: "2026-04-02T10:00:00", ends_at: "2026-04-02T11:00:00" });

    await bench.run(anna);

    assert.deepEqual(
      [eventsOf(anna), await bench.openQuestions(anna)],
      [["2026-04-02T10:00 Clara Client - Family"], []],
    );
  });

  it("C13: the event taken out of Google's trash while the question waits answers it, and is followed again", async () => {
    await bench.close();
    bench = await SyncBench.open({ deletedEventUpdates: "revive" });
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    await aSession(bench.studio, { ...lab, description: "Family", photographer: anna.id });
    await bench.run(anna);
    const { id } = eventTitled(anna, "Clara Client - Family");
    anna.google.delete(id);
    await bench.run(anna);
    anna.google.patch(id, { status: "confirmed", ...when("2026-04-03", "10:00", "11:00") });

    await bench.run(anna);

    assert.deepEqual(
      [await bench.openQuestions(anna), await entriesOf(bench, anna), eventsOf(anna)],
      [[], ["2026-04-03T10:00 Family"], ["2026-04-03T10:00 Clara Client - Family"]],
    );
  });

  it("C13: another edit makes no event anew and asks only once; this comes before C16", async () => {
    const { id } = await aSessionSwipedAway();
    await bench.edit("sessions", id, { location: "Park" });
    const first = await bench.run(anna);
    await bench.edit("sessions", id, { location: "Beach" });

    const second = await bench.run(anna);

    assert.deepEqual(
      [first.questions.length, second.questions.length, (await bench.openQuestions(anna)).length, eventsOf(anna)],
      [1, 0, 1, []],
    );
  });

  it("C13: what changed in the studio meanwhile is in the event made anew", async () => {
    const { id } = await aSessionSwipedAway();
    await bench.run(anna);
    await bench.edit("sessions", id, { location: "Beach" });
    await bench.answer("restore", anna);

    await bench.run(anna);

    assert.equal(eventTitled(anna, "Clara Client - Family")["location"], "Beach");
  });
});
