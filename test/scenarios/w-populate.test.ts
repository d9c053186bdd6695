import assert from "node:assert/strict";

import { entriesOf, eventsOf } from "../support/both-sides.js";
import { allDay, timed } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";

describe("populate", () => {
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(() => bench.close());

  it("W1: the window begins at midnight three months ago in the sync zone, and has no end", async () => {
    const anna = await bench.person({ populateGoogle: true });
    const times: readonly (readonly [string, string, string])[] = [
      ["ends as it begins", "2025-12-01T23:00:00", "2025-12-02T00:00:00"],
      ["ends within", "2025-12-01T23:00:00", "2025-12-02T00:01:00"],
      ["far ahead", "2041-01-01T09:00:00", "2041-01-01T10:00:00"],
    ];
    for (const [description, start, end] of times)
      await anAppointment(bench.studio, { users: [anna.id], description, start, end });

    await bench.run(anna);

    assert.deepEqual(eventsOf(anna), ["2025-12-01T23:00 ends within", "2041-01-01T09:00 far ahead"]);
  });

  it("W1: how far the window goes back is a studio setting", async () => {
    bench.company["populateMonths"] = 1;
    const anna = await bench.person({ populateStudio: true });
    anna.google.create(timed("January", "2026-01-31", "09:00", "10:00"));
    anna.google.create(allDay("Candlemas", "2026-02-02", "2026-02-03"));

    await bench.run(anna);

    assert.deepEqual(await entriesOf(bench, anna), ["2026-02-02 Candlemas"]);
  });

  it("W2: Populate Spectra brings in every importable event in the window without the Send box", async () => {
    const anna = await bench.person({ populateStudio: true });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    anna.google.create(timed("Maybe", "2026-04-04", "09:00", "10:00", { status: "tentative" }));
    anna.google.create(timed("Long ago", "2025-04-03", "09:00", "10:00"));

    const report = await bench.run(anna);

    assert.deepEqual([await entriesOf(bench, anna), report.leftOut], [["2026-04-03T09:00 Dentist"], { tentative: 1 }]);
  });

  it("W2: Populate Spectra without the Send box brings in once; what comes later stays in Google", async () => {
    const anna = await bench.person({ populateStudio: true });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    anna.google.create(timed("Later", "2026-04-05", "09:00", "10:00"));

    await bench.run(anna);

    assert.deepEqual(await entriesOf(bench, anna), ["2026-04-03T09:00 Dentist"]);
  });

  it("W2: with both boxes each side gets what the other has", async () => {
    const anna = await bench.person({ populateGoogle: true, populateStudio: true });
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));

    await bench.run(anna);

    const both = ["2026-04-01T10:00 Lab", "2026-04-03T09:00 Dentist"];
    assert.deepEqual([eventsOf(anna), await entriesOf(bench, anna)], [both, both]);
  });

  it("W3: both boxes untick by themselves once everything is done", async () => {
    const anna = await bench.person({ populateGoogle: true, populateStudio: true });

    await bench.run(anna);

    const { populateGoogle, populateStudio } = bench.settingsOf(anna);
    assert.deepEqual([populateGoogle, populateStudio], [false, false]);
  });

  it("W3: they stay ticked after a failed run", async () => {
    const anna = await bench.person({ populateGoogle: true });
    bench.google.faults.add({
      match: { operation: "calendar.events.list" },
      fault: { kind: "error", error: "forbidden" },
    });

    const { outcome } = await bench.run(anna);

    assert.deepEqual([outcome, bench.settingsOf(anna)["populateGoogle"]], ["failed", true]);
  });

  it("W3: they stay ticked while an item waits to be tried again, though no run fails meanwhile", async () => {
    const anna = await bench.person({ populateGoogle: true });
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    const illness = bench.google.faults.add({
      match: { operation: "calendar.events.insert" },
      fault: { kind: "error", error: "parseError" },
    });
    await bench.run(anna);
    await bench.run(anna);
    const isStillTicked = bench.settingsOf(anna)["populateGoogle"];
    await illness.dispose();
    bench.clock.advance({ minutes: 30 });

    await bench.run(anna);

    assert.deepEqual(
      [isStillTicked, bench.settingsOf(anna)["populateGoogle"], eventsOf(anna)],
      [true, false, ["2026-04-01T10:00 Lab"]],
    );
  });

  it("W3: they untick once what failed is parked", async () => {
    const anna = await bench.person({ populateGoogle: true });
    await anAppointment(bench.studio, { users: [anna.id], start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" });
    bench.google.faults.add({
      match: { operation: "calendar.events.insert" },
      fault: { kind: "error", error: "parseError" },
    });

    for (let run = 1; run <= 5; run += 1) {
      assert.equal(bench.settingsOf(anna)["populateGoogle"], true);
      await bench.run(anna);
      bench.clock.advance({ minutes: 300 });
    }

    assert.equal(bench.settingsOf(anna)["populateGoogle"], false);
  });

  it("W4: Populate ticked again, months later too, makes nothing twice", async () => {
    const anna = await bench.person({ populateGoogle: true, populateStudio: true });
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-07-01T10:00:00",
      end: "2026-07-01T11:00:00",
    });
    anna.google.create(timed("Dentist", "2026-07-03", "09:00", "10:00"));
    await bench.run(anna);
    bench.clock.advance({ days: 60 });
    bench.setUp(anna, { populateGoogle: true, populateStudio: true });

    const again = await bench.run(anna);

    assert.deepEqual(
      [again.summary, eventsOf(anna).length, (await entriesOf(bench, anna)).length],
      ["Nothing had changed.", 2, 2],
    );
  });

  it("W4: Populate interrupted in the middle goes on without a duplicate", async () => {
    const anna = await bench.person({ populateGoogle: true });
    const times = Array.from({ length: 120 }, (_, index) => `2026-05-${String((index % 28) + 1).padStart(2, "0")}`);
    for (const [index, day] of times.entries())
      await anAppointment(bench.studio, {
        users: [anna.id],
        description: `No ${index}`,
        start: `${day}T10:00:00`,
        end: `${day}T11:00:00`,
      });
    const illness = bench.google.faults.add({
      match: { operation: "batch", nth: 2 },
      fault: { kind: "error", error: "accessNotConfigured" },
      when: "after",
    });
    const interrupted = await bench.run(anna);
    await illness.dispose();

    const next = await bench.run(anna);

    assert.deepEqual(
      [interrupted.outcome, next.outcome, eventsOf(anna).length, bench.settingsOf(anna)["populateGoogle"]],
      ["failed", "done", 120, false],
    );
  });

  it("W5: identical items are paired, as many as there are; only the surplus travels", async () => {
    const anna = await bench.person({ populateGoogle: true, populateStudio: true });
    const same = { users: [anna.id], description: "Shift", start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };
    for (let count = 1; count <= 3; count += 1) await anAppointment(bench.studio, same);
    for (let count = 1; count <= 2; count += 1) anna.google.create(timed("Shift", "2026-04-01", "10:00", "11:00"));

    const report = await bench.run(anna);

    assert.deepEqual([report.google.created, report.studio.created, eventsOf(anna).length], [1, 0, 3]);
  });

  it("W5: what is made a second time, on the side where it was not, is the same thing as what was there before syncing", async () => {
    const anna = await bench.person({ sendAppointments: true });
    const entry = { users: [anna.id], start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };
    await anAppointment(bench.studio, { ...entry, description: "Shift" });
    anna.google.create(timed("Dentist", "2026-04-01", "10:00", "11:00"));
    await bench.run(anna);
    await anAppointment(bench.studio, { ...entry, description: "Dentist" });
    anna.google.create(timed("Shift", "2026-04-01", "10:00", "11:00"));

    const { summary } = await bench.run(anna);

    const both = ["2026-04-01T10:00 Dentist", "2026-04-01T10:00 Shift"];
    assert.deepEqual([eventsOf(anna), await entriesOf(bench, anna), summary], [both, both, "Nothing had changed."]);
  });

  it("W5: anything less than identical is two things", async () => {
    const anna = await bench.person({ populateGoogle: true, populateStudio: true });
    const entry = { users: [anna.id], start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };
    await anAppointment(bench.studio, { ...entry, description: "Shift" });
    await anAppointment(bench.studio, {
      ...entry,
      description: "Day",
      start: "2026-04-02T00:00:00",
      end: "2026-04-03T00:00:00",
    });
    anna.google.create(timed("Shift", "2026-04-01", "10:00", "11:30"));
    anna.google.create(allDay("Day", "2026-04-02", "2026-04-03"));

    await bench.run(anna);

    assert.equal(eventsOf(anna).length, 4);
  });

  it("W5: of a pair found identical empty fields are filled, unequal ones stay and are listed", async () => {
    const anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Shift",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
      location: "Studio 1",
    });
    const event = anna.google.create(
      timed("Shift", "2026-04-01", "10:00", "11:00", { location: "At home", description: "Bring keys" }),
    );

    const report = await bench.run(anna);

    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [entry?.location, entry?.notes, anna.google.get(event.id)["location"], report.warnings.map(({ code }) => code)],
      ["Studio 1", "Bring keys", "At home", ["unequal-fields"]],
    );
  });

  it("W5: an unequal field travels once it is edited on one side", async () => {
    const anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    const { id } = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Shift",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
      location: "Studio 1",
    });
    const event = anna.google.create(timed("Shift", "2026-04-01", "10:00", "11:00", { location: "At home" }));
    await bench.run(anna);
    await bench.edit("appointments", id, { location: "Studio 2" });

    await bench.run(anna);

    assert.equal(anna.google.get(event.id)["location"], "Studio 2");
  });

  it("W7: an item leaving the window is no deletion, one entering it by a setting no creation", async () => {
    const anna = await bench.person({ populateGoogle: true });
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Then",
      start: "2025-12-20T10:00:00",
      end: "2025-12-20T11:00:00",
    });
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Before",
      start: "2025-10-20T10:00:00",
      end: "2025-10-20T11:00:00",
    });
    await bench.run(anna);
    bench.clock.advance({ days: 60 });
    const later = await bench.run(anna);
    bench.company["populateMonths"] = 24;

    const wider = await bench.run(anna);

    assert.deepEqual(
      [later.summary, wider.summary, eventsOf(anna)],
      ["Nothing had changed.", "Nothing had changed.", ["2025-12-20T10:00 Then"]],
    );
  });

  it("W7: a linked item syncs wherever it is moved", async () => {
    const anna = await bench.person({ populateGoogle: true });
    const { id } = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-03-20T10:00:00",
      end: "2026-03-20T11:00:00",
    });
    await bench.run(anna);
    await bench.edit("appointments", id, { starts_at: "2025-03-20T10:00:00", ends_at: "2025-03-20T11:00:00" });

    await bench.run(anna);

    assert.deepEqual(eventsOf(anna), ["2025-03-20T10:00 Lab"]);
  });
});
