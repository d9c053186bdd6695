import assert from "node:assert/strict";

import { planLines } from "../../src/google-sync/job/index.js";
import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { aClient, aSession, anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("Undo This Run", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  function aLab(description = "Lab"): ReturnType<typeof anAppointment> {
    return anAppointment(bench.studio, {
      users: [anna.id],
      description,
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
  }

  async function bothSides(): Promise<readonly (readonly string[])[]> {
    return [await entriesOf(bench, anna), eventsOf(anna)];
  }

  /** Nothing more happens by itself: what Undo put back rests (R2). */
  async function assertAtRest(): Promise<void> {
    const before = await bothSides();
    for (const _run of [1, 2]) {
      const { google, studio, questions } = await bench.run(anna);
      const none = { created: 0, changed: 0, deleted: 0 };
      assert.deepEqual([google, studio, questions], [none, none, []]);
    }
    await bench.loseSyncToken(anna);
    await bench.run(anna);
    assert.deepEqual(await bothSides(), before);
  }

  it("R2: an event the run made is deleted again, its entry stays and rests", async () => {
    await aLab();
    const { runId } = await bench.run(anna);

    const { report } = await bench.undo(runId);

    assert.deepEqual(await bothSides(), [["2026-04-01T10:00 Lab"], []]);
    assert.deepEqual(report.google, { created: 0, changed: 0, deleted: 1 });
    await assertAtRest();
  });

  for (const [what, more] of [
    ["guests were invited to", { attendees: [{ email: "guest@example.test" }] }],
    ["somebody wrote a text of their own into", { description: "Bring the rings" }],
  ] as const) {
    it(`R2: an event the run made and ${what} since is listed and left`, async () => {
      await aSession(bench.studio, {
        photographer: anna.id,
        start: "2026-04-01T10:00:00",
        end: "2026-04-01T11:00:00",
      });
      const { runId } = await bench.run(anna);
      const [made] = anna.google.list();
      anna.google.patch(String(made?.id), more);

      const { report } = await bench.undo(runId);

      assert.deepEqual([anna.google.list().length, report.google.deleted], [1, 0]);
      assert.match(JSON.stringify(report.warnings), /changed in .* since/);
    });
  }

  it("R2, C21: an event made in the gap of a clock change is deleted again like any other", async () => {
    const inTheGap = { start: "2027-03-14T02:30:00", end: "2027-03-14T03:30:00" };
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab", ...inTheGap });
    const { runId } = await bench.run(anna);

    await bench.undo(runId);

    assert.deepEqual(await bothSides(), [["2027-03-14T02:30 Lab"], []]);
    await assertAtRest();
  });

  it("R2, R3: an event made for an entry that is free here is not said to be free, and is deleted again", async () => {
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab", isFree: true, origin: "google" });
    const { plan } = await bench.runForResult(anna, { isPreview: true });
    const { runId } = await bench.run(anna);

    const { report } = await bench.undo(runId);

    const [line] = plan === undefined ? [] : planLines(plan, undefined);
    assert.deepEqual([line?.after.includes("free"), report.google.deleted, eventsOf(anna)], [false, 1, []]);
  });

  it("R2: what rests travels again once it changes", async () => {
    const { id } = await aLab();
    const { runId } = await bench.run(anna);
    await bench.undo(runId);
    await bench.edit("appointments", id, { description: "Lab moved" });

    await bench.run(anna);

    assert.deepEqual(eventsOf(anna), ["2026-04-01T10:00 Lab moved"]);
  });

  it("R2: an appointment the run made of an event is taken out again, the event stays and rests", async () => {
    await bench.run(anna);
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    const { runId } = await bench.run(anna);

    await bench.undo(runId);

    assert.deepEqual(await bothSides(), [[], ["2026-04-03T09:00 Dentist"]]);
    await assertAtRest();
    anna.google.patch(eventTitled(anna, "Dentist").id, when("2026-04-03", "11:00", "12:00"));
    await bench.run(anna);
    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-03T11:00 Dentist"]);
  });

  it("R2: a change sent to Google is set back there and stays in the studio", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await bench.edit("appointments", id, { description: "Laboratory", location: "Park" });
    const { runId } = await bench.run(anna);

    await bench.undo(runId);

    assert.deepEqual(await bothSides(), [["2026-04-01T10:00 Laboratory"], ["2026-04-01T10:00 Lab"]]);
    assert.equal(eventTitled(anna, "Lab")["location"] ?? "", "");
    await assertAtRest();
  });

  it("R2: a change that came from Google is set back in the studio and stays in Google", async () => {
    await aLab();
    await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Lab").id, { summary: "Laboratory", ...when("2026-04-02", "10:00", "11:00") });
    const { runId } = await bench.run(anna);

    await bench.undo(runId);

    assert.deepEqual(await bothSides(), [["2026-04-01T10:00 Lab"], ["2026-04-02T10:00 Laboratory"]]);
    await assertAtRest();
  });

  it("R2: what was set back in the studio rests though another field of it is edited there", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Lab").id, { summary: "Laboratory" });
    const { runId } = await bench.run(anna);
    await bench.undo(runId);
    await bench.edit("appointments", id, { location: "Park" });

    await bench.run(anna);

    const { location } = eventTitled(anna, "Laboratory");
    assert.deepEqual([await entriesOf(bench, anna), location], [["2026-04-01T10:00 Lab"], "Park"]);
  });

  it("R2: what was set back in Google rests though another field of it is edited there", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await bench.edit("appointments", id, { description: "Laboratory" });
    const { runId } = await bench.run(anna);
    await bench.undo(runId);
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Park" });

    await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [eventsOf(anna), entry?.description, entry?.location],
      [["2026-04-01T10:00 Lab"], "Laboratory", "Park"],
    );
  });

  it("R2: both halves of a merge are set back", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await bench.edit("appointments", id, { location: "Park" });
    anna.google.patch(eventTitled(anna, "Lab").id, { summary: "Laboratory" });
    const { runId } = await bench.run(anna);
    assert.deepEqual(await bothSides(), [["2026-04-01T10:00 Laboratory"], ["2026-04-01T10:00 Laboratory"]]);

    await bench.undo(runId);

    const [entry] = await bench.schedule(anna);
    const event = eventTitled(anna, "Laboratory");
    assert.deepEqual([entry?.description, entry?.location, event["location"] ?? ""], ["Lab", "Park", ""]);
    await assertAtRest();
  });

  it("R2: a deleted event returns as a new one, and the report says what it lacks", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    const old = eventTitled(anna, "Lab").id;
    await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });
    const { runId } = await bench.run(anna);

    const { report } = await bench.undo(runId);

    assert.deepEqual(await bothSides(), [[], ["2026-04-01T10:00 Lab"]]);
    assert.notEqual(eventTitled(anna, "Lab").id, old);
    assert.match(report.warnings.map(({ text }) => text).join(), /new event .* without the guests/);
    await assertAtRest();
  });

  it("R2, G5: a deleted event returns once, however often it is asked for, and again where somebody deleted it since", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });
    const { runId } = await bench.run(anna);
    await bench.undo(runId);

    const again = await bench.undo(runId);
    assert.deepEqual(
      [again.plan.left.map(({ why }) => why), await bothSides()],
      [["there-again"], [[], ["2026-04-01T10:00 Lab"]]],
    );
    anna.google.delete(eventTitled(anna, "Lab").id);
    await bench.run(anna);
    await bench.undo(runId);

    assert.deepEqual(await bothSides(), [[], ["2026-04-01T10:00 Lab"]]);
    await assertAtRest();
  });

  it("R2, G5: where the answer to bringing an event back was lost, the next undo makes no second", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });
    const { runId } = await bench.run(anna);
    const match = { operation: "calendar.events.insert" };
    bench.google.faults.add({ match, fault: { kind: "reset" }, when: "after", times: 1 });
    await bench.undo(runId);
    await bench.run(anna);

    await bench.undo(runId);

    assert.deepEqual(await bothSides(), [[], ["2026-04-01T10:00 Lab"]]);
    await assertAtRest();
  });

  it("R2: an appointment deleted because its event was is restored, and rests", async () => {
    await aLab();
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Lab").id);
    const { runId } = await bench.run(anna);
    assert.deepEqual(await bothSides(), [[], []]);

    await bench.undo(runId);

    assert.deepEqual(await bothSides(), [["2026-04-01T10:00 Lab"], []]);
    await assertAtRest();
  });

  it("R2: what has changed since is listed and left, the rest is put back", async () => {
    const first = await aLab("One");
    await aLab("Two");
    const { runId } = await bench.run(anna);
    await bench.edit("appointments", first.id, { location: "Park" });
    await bench.run(anna);

    const { plan, report } = await bench.undo(runId);

    assert.deepEqual(eventsOf(anna), ["2026-04-01T10:00 One"]);
    assert.deepEqual(
      plan.left.map(({ why, item }) => [why, item.after["title"]]),
      [["changed-since", "One"]],
    );
    assert.deepEqual(
      report.warnings.map(({ title, text }) => [title, text]),
      [["One", "It has changed in Google since; it is left as it is."]],
    );
  });

  it("R2: an edit in Google that no run has seen yet is not overwritten", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await bench.edit("appointments", id, { description: "Laboratory", location: "Park" });
    const { runId } = await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Laboratory").id, { summary: "By hand" });

    const { plan } = await bench.undo(runId);

    assert.deepEqual(
      plan.left.map(({ why, field, now }) => [why, field, now]),
      [["changed-since", "title", "By hand"]],
    );
    assert.equal(eventTitled(anna, "By hand")["location"] ?? "", "");
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, entry?.location], ["By hand", "Park"]);
  });

  it("R2: an edit made between looking and writing is not overwritten", async () => {
    await aLab();
    const { runId } = await bench.run(anna);
    const { id } = eventTitled(anna, "Lab");
    bench.google.faults.add({
      match: { operation: "calendar.events.delete" },
      fault: { kind: "error", error: "conditionNotMet" },
    });

    const { plan } = await bench.undo(runId);

    assert.deepEqual(
      [plan.steps, plan.left.map(({ why }) => why), eventTitled(anna, "Lab").id],
      [[], ["changed-since"], id],
    );
    await assertAtRest();
  });

  it("R2: its preview shows the same and writes nothing", async () => {
    await aLab();
    const { runId } = await bench.run(anna);
    const before = await bothSides();
    bench.google.log.clear();

    const { plan } = await bench.undo(runId, { isPreview: true });

    assert.deepEqual(
      plan.steps.map(({ kind, item }) => [kind, item.side]),
      [["remove", "google"]],
    );
    assert.deepEqual(await bothSides(), before);
    assert.equal((await bench.services().journal.runs({ limit: 10 })).length, 1);
    const { plan: done } = await bench.undo(runId);
    assert.deepEqual(done, plan);
  });

  it("R2: one item alone can be undone", async () => {
    await aLab("One");
    await aLab("Two");
    const { runId } = await bench.run(anna);
    const [first] = (await bench.undo(runId, { isPreview: true })).plan.steps;

    await bench.undo(runId, { itemKey: first?.item.key ?? "" });

    assert.deepEqual(eventsOf(anna), ["2026-04-01T10:00 One"]);
  });

  it("R2: Undo is a run with a journal, and can be undone itself", async () => {
    await aLab();
    await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Lab").id, { summary: "Laboratory" });
    const { runId } = await bench.run(anna);
    const { report } = await bench.undo(runId);
    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Lab"]);

    await bench.undo(report.runId);

    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Laboratory"]);
    const [last] = await bench.services().journal.runs({ limit: 1 });
    assert.match(last?.summary ?? "", new RegExp(`^Undo of run ${report.runId}\\. `));
    await assertAtRest();
  });

  it("R2: it is not held, however much it takes back", async () => {
    for (let index = 0; index < 30; index += 1) await aLab(`Lab ${index}`);
    const { runId } = await bench.run(anna);

    await bench.undo(runId);

    assert.deepEqual([eventsOf(anna), (await entriesOf(bench, anna)).length], [[], 30]);
    await assertAtRest();
  });

  it('R2: a session moved back keeps its status note, and the report says that "Confirmed" is not set again', async () => {
    const client = await aClient(bench.studio, {});
    await aSession(bench.studio, {
      photographer: anna.id,
      clientId: client.id,
      description: "Family",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", when("2026-04-02", "10:00", "11:00"));
    const { runId } = await bench.run(anna);

    const { report } = await bench.undo(runId);

    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-01T10:00 Family"]);
    assert.match(report.warnings.map(({ text }) => text).join(), /"Confirmed" is not set again/);
    await assertAtRest();
  });

  it("R2: cut off while Google is asked, nothing travels as if somebody had edited it", async () => {
    await aLab();
    const { runId } = await bench.run(anna);
    bench.google.faults.add({
      match: { operation: "calendar.events.delete" },
      fault: { kind: "reset" },
      when: "after",
    });
    await bench.undo(runId);
    bench.google.faults.clear();

    await bench.run(anna);

    assert.deepEqual(await bothSides(), [["2026-04-01T10:00 Lab"], []]);
    await assertAtRest();
  });
});
