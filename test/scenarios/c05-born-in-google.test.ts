import assert from "node:assert/strict";

import { timed } from "../support/google-events.js";
import { aClient, anEventLine, aSession } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("C5: what is made in Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let eventId: string;
  let clientId: number;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    clientId = (await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" })).id;
    const event = anna.google.create(
      timed("Portrait", "2026-04-03", "09:00", "10:00", { location: "Park", description: "Bring film" }),
    );
    eventId = event.id;
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  const events = () => anna.google.list().map(({ id, summary }) => [id, summary]);

  async function onlyAppointment(): Promise<{ readonly id: number; readonly entryId: string }> {
    const [entry, ...more] = await bench.schedule(anna);
    assert.ok(entry !== undefined && more.length === 0, "exactly one entry");
    return { id: entry.recordId, entryId: entry.entryId };
  }

  /** The studio's own program converts: the session takes over the appointment's GUID. */
  async function convert(): Promise<{ readonly id: number; readonly entryId: string }> {
    const { id, entryId } = await onlyAppointment();
    const session = await aSession(bench.studio, {
      entryId,
      photographer: anna.id,
      clientId,
      description: "Portrait",
      start: "2026-04-03T09:00:00",
      end: "2026-04-03T10:00:00",
      location: "Park",
    });
    await bench.edit("appointments", id, { converted_to_session_id: session.id });
    return session;
  }

  it("C5: arrives as an unlinked appointment of that user, origin Google", async () => {
    const [entry] = await bench.schedule(anna);
    const { kind, description, location, notes, client, origin, userCount, when } = entry ?? {};
    assert.deepEqual(
      { kind, description, location, notes, client, origin, userCount, when },
      {
        kind: "appointment",
        description: "Portrait",
        location: "Park",
        notes: "Bring film",
        client: undefined,
        origin: "google",
        userCount: 1,
        when: { start: "2026-04-03T09:00:00", end: "2026-04-03T10:00:00", isAllDay: false },
      },
    );
  });

  it("C5: without a title it comes in without a description", async () => {
    anna.google.create({ start: { dateTime: "2026-04-04T09:00:00" }, end: { dateTime: "2026-04-04T10:00:00" } });
    const report = await bench.run(anna);
    const [, entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, report.errors], ["", []]);
  });

  it("C5: linked to a client it keeps its event, whose title follows at the next run", async () => {
    const { id } = await onlyAppointment();
    await bench.edit("appointments", id, { client_id: clientId });
    await bench.run(anna);
    assert.deepEqual(events(), [[eventId, "Ada Smith - Portrait"]]);
  });

  it("C5: converted to a session it keeps its event, whose title follows", async () => {
    await convert();
    const { google, studio } = await bench.run(anna);
    assert.deepEqual(events(), [[eventId, "Ada Smith - Portrait"]]);
    assert.deepEqual(
      [google, studio],
      [
        { created: 0, changed: 1, deleted: 0 },
        { created: 0, changed: 0, deleted: 0 },
      ],
    );
  });

  it("C5: with advanced scheduling the primary line keeps the event, and its description is the title's", async () => {
    const session = await convert();
    await bench.run(anna);
    await anEventLine(bench.studio, session, {
      user: anna.id,
      isPrimary: true,
      description: "Portrait in the park",
      start: "2026-04-03T09:00:00",
      end: "2026-04-03T10:00:00",
    });
    await bench.run(anna);
    assert.deepEqual(events(), [[eventId, "Ada Smith - Portrait in the park"]]);
  });

  it("C5: advanced scheduling switched off again keeps the event too", async () => {
    const session = await convert();
    const line = await anEventLine(bench.studio, session, {
      user: anna.id,
      isPrimary: true,
      description: "Portrait in the park",
      start: "2026-04-03T09:00:00",
      end: "2026-04-03T10:00:00",
    });
    await bench.run(anna);
    await bench.edit("session_event_lines", line.id, { deleted_at: bench.clock.now().toISOString() });
    await bench.edit("sessions", session.id, { has_advanced_scheduling: false });
    await bench.run(anna);
    assert.deepEqual(events(), [[eventId, "Ada Smith - Portrait"]]);
  });

  describe("a session of two", () => {
    let ben: BenchPerson;
    let session: MadeRecord;
    let bensEvent: string | undefined;

    beforeEach(async () => {
      ben = await bench.person({ sendAppointments: true });
      await bench.run(ben);
      session = await aSession(bench.studio, {
        photographer: anna.id,
        assistant: ben.id,
        clientId,
        description: "Family",
        start: "2026-04-04T09:00:00",
        end: "2026-04-04T10:00:00",
      });
      await bench.run(anna);
      await bench.run(ben);
      bensEvent = ben.google.list()[0]?.id;
    });

    const bens = () => ben.google.list().map(({ id, summary }) => [id, summary]);
    const aLine = (user: BenchPerson, description: string, isPrimary = false): Promise<MadeRecord> =>
      anEventLine(bench.studio, session, {
        user: user.id,
        isPrimary,
        description,
        start: "2026-04-04T09:00:00",
        end: "2026-04-04T10:00:00",
      });

    it("C5: advanced scheduling keeps the event of everybody who stays on it, not only the primary line's", async () => {
      const annasEvents = events();
      await aLine(anna, "Shooting", true);
      await aLine(ben, "Light");

      await bench.run(anna);
      const { google } = await bench.run(ben);

      assert.deepEqual(
        [bens(), events().map(([id]) => id), google],
        [[[bensEvent, "Ada Smith - Light"]], annasEvents.map(([id]) => id), { created: 0, changed: 1, deleted: 0 }],
      );
    });

    it("C5: more lines of one user are more events, and switched off again the first one's stays", async () => {
      await aLine(anna, "Shooting", true);
      await aLine(ben, "Light");
      await aLine(ben, "Cleaning");
      await bench.run(ben);
      const on = bens();
      await bench.edit("sessions", session.id, { has_advanced_scheduling: false });
      await bench.run(ben);

      assert.deepEqual(
        [on.length, on.find(([id]) => id === bensEvent), bens()],
        [2, [bensEvent, "Ada Smith - Light"], [[bensEvent, "Ada Smith - Family"]]],
      );
    });

    it("C5, C13: left and restored, a line that took over an event has it again", async () => {
      await aLine(anna, "Shooting", true);
      const line = await aLine(ben, "Light");
      await bench.run(ben);
      const { links, schedule, unitOfWork } = bench.services();
      await bench.edit("session_event_lines", line.id, { user_id: null });
      await bench.edit("sessions", session.id, { assistant_id: null });

      const version = await unitOfWork.run((transaction) => schedule.restore(ben.id, session.entryId, transaction));
      await bench.run(ben);

      const [link] = await links.findByEntry(session.entryId);
      assert.deepEqual(
        [version !== undefined, bens(), link?.state],
        [true, [[bensEvent, "Ada Smith - Light"]], "linked"],
      );
    });
  });

  it("C5: unlinked again its title is its Description again", async () => {
    const { id } = await onlyAppointment();
    await bench.edit("appointments", id, { client_id: clientId });
    await bench.run(anna);
    await bench.edit("appointments", id, { client_id: null });
    await bench.run(anna);
    assert.deepEqual(events(), [[eventId, "Portrait"]]);
  });

  it("C5: what was linked in the studio is still edited from Google", async () => {
    const { id } = await onlyAppointment();
    await bench.edit("appointments", id, { client_id: clientId });
    await bench.run(anna);
    anna.google.patch(eventId, { summary: "Ada Smith - Two portraits", location: "Studio" });
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, entry?.location], ["Two portraits", "Studio"]);
  });
});
