import assert from "node:assert/strict";

import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { replacing } from "../support/replacing.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";

const lab = { description: "Lab", start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };

describe("the baseline", () => {
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(() => bench.close());

  it("W6: what was there when syncing was enabled does not travel without Populate", async () => {
    const anna = await bench.person({ sendAppointments: true });
    await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));

    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [summary, eventsOf(anna), await entriesOf(bench, anna)],
      ["Nothing had changed.", ["2026-04-03T09:00 Dentist"], ["2026-04-01T10:00 Lab"]],
    );
  });

  it("W6: one way, only the studio's is recorded and Google is not read", async () => {
    const anna = await bench.person();
    await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));

    const { summary } = await bench.run(anna);

    assert.deepEqual([summary, bench.google.log.httpRequests], ["Nothing had changed.", 0]);
  });

  it("W6: a new item travels from then on", async () => {
    const anna = await bench.person();
    await bench.run(anna);
    await anAppointment(bench.studio, { ...lab, users: [anna.id] });

    await bench.run(anna);

    assert.deepEqual(eventsOf(anna), ["2026-04-01T10:00 Lab"]);
  });

  it("W6: an item of the baseline travels once a synced field differs from it", async () => {
    const anna = await bench.person({ sendAppointments: true });
    const { id } = await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    const event = anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    await bench.edit("appointments", id, { description: "Print lab" });
    anna.google.patch(event.id, when("2026-04-03", "11:00", "12:00"));

    await bench.run(anna);

    const both = ["2026-04-01T10:00 Print lab", "2026-04-03T11:00 Dentist"];
    assert.deepEqual([eventsOf(anna), await entriesOf(bench, anna)], [both, both]);
  });

  it("W6: a change of something that is not synced does not make it travel", async () => {
    const anna = await bench.person({ sendAppointments: true });
    const { id } = await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    const event = anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    await bench.edit("appointments", id, { status: "confirmed" });
    anna.google.patch(event.id, { colorId: "5" });

    const { summary } = await bench.run(anna);

    assert.equal(summary, "Nothing had changed.");
  });

  it("W6: an item changed back to what it was is still unchanged", async () => {
    const anna = await bench.person();
    const { id } = await anAppointment(bench.studio, {
      ...lab,
      users: [anna.id],
      start: "2024-04-01T10:00:00",
      end: "2024-04-01T11:00:00",
    });
    await bench.run(anna);
    await bench.edit("appointments", id, { description: "Other" });
    await bench.run(anna);
    await bench.edit("appointments", id, { description: lab.description });
    await bench.run(anna);
    await bench.edit("appointments", id, { status: "confirmed", starts_at: "2024-04-01T10:00:00" });

    const { summary } = await bench.run(anna);

    assert.deepEqual([summary, eventsOf(anna)], ["Nothing had changed.", []]);
  });

  it("W6: what is edited after enabling but before the first run travels", async () => {
    const anna = await bench.person({ sendAppointments: true });
    const { id } = await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    await anAppointment(bench.studio, { ...lab, description: "Untouched", users: [anna.id] });
    const event = anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.enable(anna);
    bench.clock.advance({ minutes: 5 });
    await bench.edit("appointments", id, { description: "Print lab" });
    anna.google.patch(event.id, { summary: "Dentist, moved" });

    await bench.run(anna);

    assert.deepEqual(
      [eventsOf(anna), await entriesOf(bench, anna)],
      [
        ["2026-04-01T10:00 Print lab", "2026-04-03T09:00 Dentist, moved"],
        ["2026-04-01T10:00 Print lab", "2026-04-01T10:00 Untouched", "2026-04-03T09:00 Dentist, moved"],
      ],
    );
  });

  it("W6: an unlinked item outside the window does not travel until it is moved into it", async () => {
    const anna = await bench.person();
    await bench.run(anna);
    const { id } = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Old lab",
      start: "2025-04-01T10:00:00",
      end: "2025-04-01T11:00:00",
    });
    await bench.run(anna);
    const before = eventsOf(anna);
    await bench.edit("appointments", id, { starts_at: "2026-05-01T10:00:00", ends_at: "2026-05-01T11:00:00" });

    await bench.run(anna);

    assert.deepEqual([before, eventsOf(anna)], [[], ["2026-05-01T10:00 Old lab"]]);
  });

  it("W6: a baseline cut off in the middle is finished by the next run, and nothing travels because of it", async () => {
    const anna = await bench.person({ sendAppointments: true });
    await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    bench.google.faults.add({
      match: { operation: "calendar.events.list" },
      fault: { kind: "error", error: "accessNotConfigured" },
      times: 1,
    });
    const first = await bench.run(anna);

    const second = await bench.run(anna);

    assert.deepEqual([first.outcome, second.summary], ["failed", "Nothing had changed."]);
  });

  it("W6: a lost baseline is taken anew and nothing travels because of it", async () => {
    const anna = await bench.person({ sendAppointments: true });
    await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    await bench.loseLinks();

    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [summary, eventsOf(anna).length, (await entriesOf(bench, anna)).length],
      ["Nothing had changed.", 1, 1],
    );
  });

  it("W6, R3: a lost baseline is taken anew by the run after a preview, too, and nothing travels because of it", async () => {
    const anna = await bench.person({ sendAppointments: true });
    await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    await bench.loseLinks();
    await bench.run(anna, { isPreview: true });

    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [summary, eventsOf(anna).length, (await entriesOf(bench, anna)).length],
      ["Nothing had changed.", 1, 1],
    );
  });

  it("W6: links that ended before a run was cut off are not taken for lost ones", async () => {
    const anna = await bench.person({ populateGoogle: true });
    const { id } = await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    await bench.run(anna);
    await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });
    const { links } = bench.services();
    bench.replaced.links = replacing(links, {
      // Counted when everything is done.
      count: () => Promise.reject(new Error("The process was killed.")),
    });
    const { outcome } = await bench.run(anna);
    delete bench.replaced.links;
    await anAppointment(bench.studio, { ...lab, description: "New", users: [anna.id] });

    await bench.run(anna);

    assert.deepEqual([outcome, eventsOf(anna)], ["failed", ["2026-04-01T10:00 New"]]);
  });

  it("W6: what is edited after a lost baseline was taken anew travels", async () => {
    const anna = await bench.person({ sendAppointments: true });
    const { id } = await anAppointment(bench.studio, { ...lab, users: [anna.id] });
    await bench.run(anna);
    await bench.loseLinks();
    await bench.run(anna);
    await bench.edit("appointments", id, { description: "Print lab" });

    await bench.run(anna);

    assert.equal(eventTitled(anna, "Print lab").status, "confirmed");
  });
});
