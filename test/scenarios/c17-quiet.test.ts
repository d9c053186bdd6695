import assert from "node:assert/strict";

import { allDay, timed, when } from "../support/google-events.js";
import { writesTo } from "../support/google-writes.js";
import { aClient, anAppointment, anEventLine, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson, BenchSettings } from "../support/sync-bench.js";

const tables = ["appointments", "appointment_users", "sessions", "session_event_lines", "clients", "status_notes"];

describe("C17: a quiet run", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let ben: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(() => bench.close());

  /** A bit of everything on both sides. */
  async function fill(settings: BenchSettings): Promise<void> {
    anna = await bench.person(settings);
    ben = await bench.person(settings);
    await sync();
    const client = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" });
    const people = { photographer: anna.id, assistant: ben.id, clientId: client.id };
    await anAppointment(bench.studio, {
      users: [anna.id, ben.id],
      description: " Trim me ",
      notes: "a\r\nb <i>c</i> ",
    });
    await anAppointment(bench.studio, { users: [anna.id], clientId: client.id, notes: "Not sent" });
    await anAppointment(bench.studio, { users: [anna.id], description: "" });
    await anAppointment(bench.studio, {
      users: [ben.id],
      start: "2026-07-06T00:00:00",
      end: "2026-07-08T00:00:00",
      isAllDay: true,
    });
    // In the gap and in the repeated hour of Chicago.
    await anAppointment(bench.studio, { users: [anna.id], start: "2026-03-08T02:30:00", end: "2026-03-08T02:45:00" });
    await anAppointment(bench.studio, { users: [anna.id], start: "2026-11-01T01:30:00", end: "2026-11-01T01:30:00" });
    await aSession(bench.studio, people);
    await anEventLine(bench.studio, await aSession(bench.studio, people), { user: ben.id, description: "Lights" });
    const { google } = anna;
    google.create(timed("Dentist", "2026-04-03", "09:00", "10:00", { description: "<p>Two&nbsp;teeth</p>" }));
    google.create(allDay("Fair", "2026-04-03", "2026-04-05", { transparency: "transparent", visibility: "private" }));
    google.create(timed("x".repeat(300), "2026-04-04", "09:00", "10:00"));
    google.create(timed("Perhaps", "2026-04-05", "09:00", "10:00", { status: "tentative" }));
    google.create(timed("Yoga", "2026-04-06", "09:00", "10:00", { recurrence: ["RRULE:FREQ=WEEKLY"] }));
    google.create({
      summary: "Twice the hour",
      start: { dateTime: "2026-11-01T01:30:00-05:00" },
      end: { dateTime: "2026-11-01T01:15:00-06:00" },
    });
    google.receiveInvitation(
      timed("Party", "2026-04-07", "09:00", "10:00"),
      { email: "friend@example.test" },
      "accepted",
    );
  }

  async function sync(): Promise<void> {
    for (const person of [anna, ben]) assert.deepEqual((await bench.run(person)).errors, []);
  }

  /** Every row of the studio with its version, and every event with its etag. */
  async function bothSides(): Promise<unknown> {
    const rows = await Promise.all(tables.map((table) => bench.studio.connection.query()(table).orderBy("id")));
    return [rows, ...[anna, ben].map(({ google }) => google.list({ showDeleted: true }))];
  }

  async function assertQuiet(): Promise<void> {
    const before = await bothSides();
    bench.google.log.clear();
    for (const person of [anna, ben]) assert.equal((await bench.run(person)).summary, "Nothing had changed.");
    assert.deepEqual([await bothSides(), writesTo(bench.google)], [before, []]);
  }

  for (const settings of [
    { sendAppointments: true },
    { sendAppointments: true, downloadTentative: true },
    { sendAppointments: false },
  ]) {
    it(`C17: writes nothing in studio records or in Google after everything was synced once (${JSON.stringify(settings)})`, async () => {
      await fill(settings);
      await sync();
      await assertQuiet();
    });
  }

  it("C17: changes made on both sides settle in one run of each user, and come back as no change", async () => {
    await fill({ sendAppointments: true });
    await sync();
    for (const { id, summary } of anna.google.list()) {
      if (summary === "Dentist") anna.google.patch(id, when("2026-04-13", "09:00", "10:00"));
      if (summary === "Ada Smith - Meeting") anna.google.patch(id, { location: "Park" });
    }
    const [shared] = await bench.studio.connection.query()("appointments").where({ description: " Trim me " });
    await bench.edit("appointments", Number(shared?.id), { notes: "<u>new</u>", description: "Trimmed" });
    await sync();
    await assertQuiet();
  });

  it("C17: a full listing after an expired token changes nothing either", async () => {
    await fill({ sendAppointments: true });
    await sync();
    for (const { email } of [anna, ben]) bench.google.invalidateSyncTokens(email);
    await assertQuiet();
  });

  it("C17: an edit of what is not ours, such as reminders or colour, changes nothing in the studio", async () => {
    await fill({ sendAppointments: true });
    await sync();
    for (const { id } of ben.google.list()) ben.google.patch(id, { colorId: "5", reminders: { useDefault: false } });
    await assertQuiet();
  });
});
