import assert from "node:assert/strict";

import type { Transaction } from "../../src/api/index.js";
import { wallTime } from "../../src/base/wall-time.js";
import { AppointmentStore, ResourceStore, ScheduleOverview, SessionStore } from "../../src/host/studio-data/index.js";
import { aClient, aUser } from "../support/studio.js";
import type { MadeUser, TestStudio } from "../support/studio.js";
import { aSessionsFields, anAppointmentsFields } from "./record-fields.js";

/** Bookings as the studio's screens keep them, on either database. */
export function bookingsContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let appointments: AppointmentStore;
  let sessions: SessionStore;
  let anna: MadeUser;
  let ben: MadeUser;
  let clientId: number;
  let room: number;

  beforeEach(async () => {
    studio = await open();
    appointments = new AppointmentStore(studio.connection);
    sessions = new SessionStore(studio.connection);
    anna = await aUser(studio);
    ben = await aUser(studio);
    clientId = (await aClient(studio)).id;
    room = await run((transaction) => new ResourceStore(studio.connection).create("Studio 1", transaction));
  });

  afterEach(() => studio.close());

  const run = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => studio.unitOfWork.run(work);
  const idsOf = async (user: MadeUser): Promise<readonly string[]> =>
    (await studio.schedule.list(user.id, undefined)).map(({ entryId }) => entryId);
  const booked = async (values = {}): Promise<NonNullable<Awaited<ReturnType<AppointmentStore["findById"]>>>> => {
    const fields = anAppointmentsFields({ userIds: [anna.id], resourceIds: [room], ...values });
    const [id = 0] = await run((transaction) => appointments.createMany([fields], transaction));
    return (await appointments.findById(id)) ?? assert.fail("no appointment");
  };
  const photographed = async (values = {}): Promise<NonNullable<Awaited<ReturnType<SessionStore["findById"]>>>> => {
    const fields = aSessionsFields({ clientId, photographerId: anna.id, resourceIds: [room], ...values });
    const [id = 0] = await run((transaction) => sessions.createMany([fields], transaction));
    return (await sessions.findById(id)) ?? assert.fail("no session");
  };

  it("keep an appointment whole", async () => {
    const fields = anAppointmentsFields({ userIds: [anna.id, ben.id], resourceIds: [room], privateOwner: anna.id });
    const { id: _id, entryId: _entryId, version: _version, ...kept } = await booked(fields);
    assert.deepEqual(kept, {
      ...fields,
      origin: "studio",
      repeatId: undefined,
      convertedToSessionId: undefined,
      isDeleted: false,
    });
  });

  it("G9: refuse to save over a change, of the users too", async () => {
    const opened = await booked();
    await studio.connection.query()("appointment_users").insert({ appointment_id: opened.id, user_id: ben.id });
    const save = run((transaction) => appointments.save(opened.id, opened.version, opened, transaction));
    await assert.rejects(save, { code: "stale-record" });
    const missing = run((transaction) => appointments.save(999, opened.version, opened, transaction));
    await assert.rejects(missing, { code: "record-not-found" });
  });

  it("C5: link an appointment and change who has it; it stays the same entry", async () => {
    const opened = await booked();
    const values = { ...opened, clientId, userIds: [ben.id], resourceIds: [] };
    const saved = await run((transaction) => appointments.save(opened.id, opened.version, values, transaction));
    assert.deepEqual([saved.clientId, saved.resourceIds], [clientId, []]);
    assert.deepEqual([await idsOf(anna), await idsOf(ben)], [[], [opened.entryId]]);
  });

  it("C12: delete softly", async () => {
    const opened = await booked();
    await run((transaction) => appointments.remove(opened.id, opened.version, transaction));
    assert.deepEqual([await idsOf(anna), (await appointments.findById(opened.id))?.isDeleted], [[], true]);
  });

  it("C18: store a repeat as its occurrences, each editable on its own", async () => {
    const days = ["06", "07", "08"];
    const occurrences = days.map((day) =>
      anAppointmentsFields({
        userIds: [anna.id],
        when: { start: wallTime(`2026-07-${day}T10:00:00`), end: wallTime(`2026-07-${day}T11:00:00`), isAllDay: false },
      }),
    );
    const ids = await run((transaction) => appointments.createRepeat("daily, 3 times", occurrences, transaction));
    const second = (await appointments.findById(ids[1] ?? 0)) ?? assert.fail("no occurrence");
    await run((transaction) =>
      appointments.save(second.id, second.version, { ...second, description: "Moved" }, transaction),
    );

    const entries = await studio.schedule.list(anna.id, undefined);

    assert.deepEqual(
      entries.map(({ description }) => description),
      ["Fitting", "Moved", "Fitting"],
    );
    assert.equal(new Set(entries.map(({ repeatId }) => repeatId)).size, 1);
    assert.equal(new Set(entries.map(({ entryId }) => entryId)).size, 3);
  });

  it("C5: convert an appointment to a session that is the same entry", async () => {
    const opened = await booked({ status: "confirmed" });
    const session = { clientId, sessionType: "Family", photographerId: anna.id, assistantId: ben.id };
    const id = await run((transaction) =>
      appointments.convertToSession(opened.id, opened.version, session, transaction),
    );

    const made = await sessions.findById(id);

    assert.deepEqual(
      [made?.entryId, made?.isConfirmed, made?.when, made?.resourceIds, await idsOf(anna), await idsOf(ben)],
      [opened.entryId, true, opened.when, [room], [opened.entryId], [opened.entryId]],
    );
    const again = run((transaction) => appointments.convertToSession(opened.id, opened.version, session, transaction));
    await assert.rejects(again);
  });

  it("keep a session whole", async () => {
    const fields = aSessionsFields({ clientId, photographerId: anna.id, assistantId: ben.id, resourceIds: [room] });
    const { id: _id, entryId: _entryId, version: _version, ...kept } = await photographed(fields);
    assert.deepEqual(kept, { ...fields, hasAdvancedScheduling: false, lines: [], isDeleted: false });
  });

  it("C5: advanced scheduling keeps the entry of everybody on the session, on and off", async () => {
    const opened = await photographed({ assistantId: ben.id });
    const before = [await idsOf(anna), await idsOf(ben)];
    const on = await run((transaction) => sessions.setAdvancedScheduling(opened.id, opened.version, true, transaction));
    assert.deepEqual([on.lines.map(({ entryId, userId }) => [entryId, userId])], [[[opened.entryId, anna.id]]]);
    assert.deepEqual([await idsOf(anna), await idsOf(ben)], before);
    await run((transaction) => sessions.setAdvancedScheduling(on.id, on.version, false, transaction));
    assert.deepEqual([await idsOf(anna), await idsOf(ben)], before);
  });

  it("C6: the session's time and its primary line's are one", async () => {
    const opened = await photographed();
    const on = await run((transaction) => sessions.setAdvancedScheduling(opened.id, opened.version, true, transaction));
    const when = { start: wallTime("2026-08-01T08:00:00"), end: wallTime("2026-08-01T09:00:00"), isAllDay: false };
    const moved = await run((transaction) => sessions.save(on.id, on.version, { ...on, when }, transaction));
    assert.deepEqual(moved.lines[0]?.when, when);

    const later = { ...when, end: wallTime("2026-08-01T10:00:00") };
    const lines = moved.lines.map((line) => ({ ...line, when: later }));
    const saved = await run((transaction) => sessions.saveLines(moved.id, moved.version, lines, transaction));
    assert.deepEqual([saved.when, saved.lines[0]?.when], [later, later]);
  });

  it("add, change and delete event lines, but never the primary", async () => {
    const opened = await photographed();
    const on = await run((transaction) => sessions.setAdvancedScheduling(opened.id, opened.version, true, transaction));
    const [primary] = on.lines;
    assert.ok(primary);
    const setup = { ...primary, id: undefined, description: "Set up", userId: ben.id, resourceId: room };
    const two = await run((transaction) => sessions.saveLines(on.id, on.version, [primary, setup], transaction));
    assert.deepEqual(
      two.lines.map(({ description, isPrimary }) => [description, isPrimary]),
      [
        ["Autumn portraits", true],
        ["Set up", false],
      ],
    );
    assert.deepEqual(await idsOf(ben), [opened.entryId]);

    const one = await run((transaction) => sessions.saveLines(two.id, two.version, [], transaction));

    assert.deepEqual([one.lines.map(({ id }) => id), await idsOf(ben)], [[primary.id], []]);
  });

  it("G9: refuse to save a session over a changed line, and delete softly", async () => {
    const opened = await photographed();
    const on = await run((transaction) => sessions.setAdvancedScheduling(opened.id, opened.version, true, transaction));
    await studio.connection.query()("session_event_lines").update({ description: "Elsewhere" });
    const save = run((transaction) => sessions.save(on.id, on.version, on, transaction));
    await assert.rejects(save, { code: "stale-record" });
    const now = (await sessions.findById(on.id)) ?? assert.fail("no session");
    await run((transaction) => sessions.remove(now.id, now.version, transaction));
    assert.deepEqual(await idsOf(anna), []);
  });

  it("show several users' schedules side by side", async () => {
    await booked({ userIds: [anna.id, ben.id] });
    await photographed({ assistantId: ben.id });
    const overview = new ScheduleOverview(studio.connection);
    const from = wallTime("2026-07-06T00:00:00");
    const all = await overview.listBetween([anna.id, ben.id], from, wallTime("2026-07-07T00:00:00"));
    const none = await overview.listBetween(
      [anna.id, ben.id],
      wallTime("2026-07-06T11:00:00"),
      wallTime("2026-07-07T00:00:00"),
    );
    assert.deepEqual([all.length, none.length], [4, 0]);
  });

  it("C6: show the status notes of an entry, oldest first", async () => {
    const notes = ["Moved from 10:00", "Moved from 11:00"].map((note) => ({
      entry_guid: "entry-1",
      note,
      created_at: "2026-03-02T12:00:00.000Z",
    }));
    for (const row of [...notes, { ...notes[0], entry_guid: "entry-2" }])
      await studio.connection.query()("status_notes").insert(row);

    const shown = await new ScheduleOverview(studio.connection).listStatusNotes("entry-1");

    assert.deepEqual(
      shown,
      notes.map(({ note }) => note),
    );
  });

  it("are made by the thousand", async () => {
    const many = Array.from({ length: 10_000 }, () => anAppointmentsFields({ userIds: [anna.id] }));
    const ids = await run((transaction) => appointments.createMany(many, transaction));
    assert.equal(new Set(ids).size, 10_000);
  });

  it("tell what a room is booked for, once for each booking", async () => {
    const appointment = await booked({ userIds: [anna.id, ben.id] });
    const session = await photographed();
    await booked({ resourceIds: [] });
    const overview = new ScheduleOverview(studio.connection);
    const found = await overview.listOfResourcesBetween(
      [room],
      wallTime("2026-01-01T00:00:00"),
      wallTime("2027-01-01T00:00:00"),
    );
    const expected = [appointment.entryId, session.entryId].map((entryId) => [room, entryId]);
    assert.deepEqual(
      found.map(({ resourceId, entry }) => [resourceId, entry.entryId]),
      expected,
    );
  });

  it("S2: tell what a room is booked for by event lines of its own, also by lines that name no user", async () => {
    const opened = await photographed({ resourceIds: [] });
    const on = await run((transaction) => sessions.setAdvancedScheduling(opened.id, opened.version, true, transaction));
    const [primary] = on.lines;
    assert.ok(primary);
    const later = { start: wallTime("2026-07-08T10:00:00"), end: wallTime("2026-07-08T11:00:00"), isAllDay: false };
    const decorate = { ...primary, id: undefined, description: "Decorate", userId: undefined, when: later };
    const lines = [primary, decorate].map((line) => ({ ...line, resourceId: room }));
    const saved = await run((transaction) => sessions.saveLines(on.id, on.version, lines, transaction));
    const overview = new ScheduleOverview(studio.connection);

    const found = await overview.listOfResourcesBetween(
      [room],
      wallTime("2026-01-01T00:00:00"),
      wallTime("2027-01-01T00:00:00"),
    );

    const shown = found.map(({ entry }) => [entry.entryId, entry.kind, entry.description, entry.when.start]);
    assert.deepEqual(shown, [
      [opened.entryId, "event-line", "Autumn portraits", opened.when.start],
      [saved.lines[1]?.entryId, "event-line", "Decorate", later.start],
    ]);
    const again = await overview.findBookings(room, [saved.lines[1]?.entryId ?? ""]);
    assert.deepEqual(
      again.map(({ description }) => description),
      ["Decorate"],
    );
  });
}
