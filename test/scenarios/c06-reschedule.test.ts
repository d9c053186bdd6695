import assert from "node:assert/strict";

import { when } from "../support/google-events.js";
import { storedValues } from "../support/stored-values.js";
import { aClient, anAppointment, anEventLine, aSession, aUser } from "../support/studio.js";
import type { MadeRecord, MadeUser } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const morning = { start: "2026-04-03T09:00:00", end: "2026-04-03T10:00:00" };

describe("C6: a session moved in Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let assistant: MadeUser;
  let booker: MadeUser;
  let clientId: number;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    assistant = await aUser(bench.studio);
    booker = await aUser(bench.studio);
    clientId = (await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" })).id;
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  function session(): Promise<MadeRecord> {
    return aSession(bench.studio, {
      photographer: anna.id,
      assistant: assistant.id,
      bookedBy: booker.id,
      clientId,
      description: "Family",
      isConfirmed: true,
      ...morning,
    });
  }

  async function moveOnlyEvent(change: Readonly<Record<string, unknown>>): Promise<void> {
    await bench.run(anna);
    const [event, ...more] = anna.google.list();
    assert.ok(event !== undefined && more.length === 0, "exactly one event");
    anna.google.patch(event.id, change);
    assert.deepEqual((await bench.run(anna)).errors, []);
  }

  async function row(table: string, id: number): Promise<Readonly<Record<string, unknown>>> {
    const found: Readonly<Record<string, unknown>> = await bench.studio.connection.query()(table).where({ id }).first();
    return storedValues(found);
  }

  async function notesOf({ entryId }: MadeRecord): Promise<readonly string[]> {
    const rows: readonly { readonly note: string }[] = await bench.studio.connection
      .query()("status_notes")
      .where({ entry_guid: entryId })
      .select("note");
    return rows.map(({ note }) => note);
  }

  it("C6: moves that same session, its start and end exactly as Google has them", async () => {
    const made = await session();
    await moveOnlyEvent(when("2026-04-05", "13:07", "15:45"));
    const { starts_at, ends_at, is_all_day } = await row("sessions", made.id);
    assert.deepEqual([starts_at, ends_at, is_all_day], ["2026-04-05T13:07:00", "2026-04-05T15:45:00", 0]);
  });

  it("C6: made an all-day event in Google, it is an all-day session", async () => {
    const made = await session();
    const untimed = { dateTime: null, timeZone: null };
    await moveOnlyEvent({ start: { ...untimed, date: "2026-04-05" }, end: { ...untimed, date: "2026-04-07" } });
    const { starts_at, ends_at, is_all_day } = await row("sessions", made.id);
    assert.deepEqual([starts_at, ends_at, is_all_day], ["2026-04-05T00:00:00", "2026-04-07T00:00:00", 1]);
  });

  it('C6: clears "Confirmed" and writes a status note with old and new time', async () => {
    const made = await session();
    await moveOnlyEvent(when("2026-04-05", "13:00", "14:00"));
    const { is_confirmed } = await row("sessions", made.id);
    assert.deepEqual(
      [is_confirmed, await notesOf(made)],
      [
        0,
        [
          `Moved in Google Calendar by Ursula ${anna.initials}: from 2026-04-03 09:00 to 10:00 to 2026-04-05 13:00 to 14:00`,
        ],
      ],
    );
  });

  it('C6: notifies everyone else on it and "Booked By", with old and new time, and not the user who moved it', async () => {
    await session();
    await moveOnlyEvent(when("2026-04-05", "13:00", "14:00"));
    assert.deepEqual(
      bench.notifications.map(({ audience, text }) => [audience, text]),
      [assistant, booker].map(({ id }) => [
        { kind: "user", userId: id },
        `Ursula ${anna.initials} moved "Ada Smith - Family" from 2026-04-03 09:00 to 10:00 to 2026-04-05 13:00 to 14:00.`,
      ]),
    );
  });

  it('C6: another edit than of the time leaves "Confirmed", notes and people alone', async () => {
    const made = await session();
    await moveOnlyEvent({ location: "Park" });
    const { is_confirmed, location } = await row("sessions", made.id);
    assert.deepEqual([is_confirmed, location, await notesOf(made), bench.notifications], [1, "Park", [], []]);
  });

  it("C6: a moved event line moves itself, the session stays", async () => {
    const made = await session();
    const line = await anEventLine(bench.studio, made, { user: anna.id, description: "Dinner", ...morning });
    await moveOnlyEvent(when("2026-04-03", "18:00", "20:00"));
    const lineRow = await row("session_event_lines", line.id);
    const sessionRow = await row("sessions", made.id);
    assert.deepEqual(
      [lineRow["starts_at"], sessionRow["starts_at"], sessionRow["is_confirmed"]],
      ["2026-04-03T18:00:00", "2026-04-03T09:00:00", 0],
    );
  });

  it("C6: a moved primary line moves the session's date too", async () => {
    const made = await session();
    const line = await anEventLine(bench.studio, made, { user: anna.id, isPrimary: true, ...morning });
    await moveOnlyEvent(when("2026-04-08", "18:00", "20:00"));
    const lineRow = await row("session_event_lines", line.id);
    const sessionRow = await row("sessions", made.id);
    assert.deepEqual(
      [lineRow["starts_at"], sessionRow["starts_at"], sessionRow["ends_at"]],
      ["2026-04-08T18:00:00", "2026-04-08T18:00:00", "2026-04-08T20:00:00"],
    );
    assert.equal((await notesOf(made)).length, 1);
  });

  it("C6: everybody on a visible line of a moved session is notified, once", async () => {
    const made = await session();
    const other = await aUser(bench.studio);
    await anEventLine(bench.studio, made, { user: anna.id, isPrimary: true, ...morning });
    await anEventLine(bench.studio, made, { user: other.id, ...morning });
    await anEventLine(bench.studio, made, { user: other.id, ...morning });
    await moveOnlyEvent(when("2026-04-08", "18:00", "20:00"));
    const told = bench.notifications.map(({ audience }) => (audience.kind === "user" ? audience.userId : undefined));
    assert.deepEqual(told, [assistant.id, booker.id, other.id]);
  });

  it("C6: a moved appointment of several users clears its confirmation and tells the others", async () => {
    const { id } = await anAppointment(bench.studio, {
      users: [anna.id, assistant.id],
      status: "confirmed",
      description: "Staff meeting",
      ...morning,
    });
    await moveOnlyEvent(when("2026-04-05", "13:00", "14:00"));
    const { status } = await row("appointments", id);
    assert.deepEqual([status, bench.notifications.length], ["scheduled", 1]);
  });
});
