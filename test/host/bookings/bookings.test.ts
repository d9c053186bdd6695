import assert from "node:assert/strict";

import type { Clearances } from "../../../src/api/index.js";
import { day } from "../../../src/base/wall-time.js";
import { BookingRules } from "../../../src/host/bookings/index.js";
import type { TypedAppointment } from "../../../src/host/bookings/index.js";
import { ClientStore, ResourceStore, SessionStore } from "../../../src/host/studio-data/index.js";
import { aClient, aUser } from "../../support/studio.js";
import type { MadeUser } from "../../support/studio.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

describe("booking by hand", () => {
  let studio: TestStudio;
  let anna: MadeUser;
  let ben: MadeUser;
  let clientId: number;

  beforeEach(async () => {
    studio = await openTestStudio();
    anna = await aUser(studio.host, { firstName: "Anna", lastName: "Berg" });
    ben = await aUser(studio.host, { firstName: "Ben", lastName: "Ode" });
    clientId = (await aClient(studio.host)).id;
  });
  afterEach(() => studio.close());

  const appointments = () => studio.host.services.appointmentBookings;
  const sessions = () => studio.host.services.sessionBookings;
  const typed = (values: Partial<TypedAppointment> = {}): TypedAppointment => ({
    description: "Fitting",
    start: "2026-03-10T09:00:00",
    end: "2026-03-10T10:00:00",
    isAllDay: false,
    location: "",
    notes: "",
    status: "scheduled",
    clientId: undefined,
    isPrivate: false,
    isFree: false,
    userIds: [anna.id],
    resourceIds: [],
    ...values,
  });
  const book = async (values: Partial<TypedAppointment> = {}, viewer = anna.id): Promise<number> => {
    const answer = await appointments().create(typed(values), viewer, { anyway: true });
    return answer.kind === "saved" ? answer.id : assert.fail("not booked");
  };
  const session = (values = {}) => ({
    ...typed(),
    status: "scheduled" as const,
    clientId,
    sessionType: "Family",
    isConfirmed: false,
    photographerId: anna.id,
    assistantId: undefined,
    hasAdvancedScheduling: false,
    lines: [],
    ...values,
  });

  const aRoom = (name: string): Promise<number> => {
    const resources = new ResourceStore(studio.host.connection);
    return studio.host.unitOfWork.run((transaction) => resources.create(name, transaction));
  };

  it("keeps an appointment and shows it again", async () => {
    const id = await book({ clientId, userIds: [anna.id, ben.id] });
    const { description, clientName, userIds, origin } = await appointments().open(id, anna.id);
    assert.deepEqual(
      [description, clientName, userIds, origin],
      ["Fitting", "Clara Client", [anna.id, ben.id], "studio"],
    );
  });

  it("tells open windows that the calendar has changed", async () => {
    const heard: string[] = [];
    const subscription = studio.host.services.liveEvents.subscribe(({ kind }) => heard.push(kind));
    await book();
    await subscription.dispose();
    assert.deepEqual(heard, ["calendar-changed"]);
  });

  it("G9: refuses to save over a change made since the record was opened", async () => {
    const id = await book();
    const { version } = await appointments().open(id, anna.id);
    await appointments().save(id, version, typed({ notes: "By Ben" }), ben.id, false);
    await assert.rejects(appointments().save(id, version, typed({ notes: "By Anna" }), anna.id, false), {
      code: "stale-record",
    });
  });

  it("C18: makes a repeat as appointments of their own", async () => {
    const repeat = { every: "week", interval: 1, until: day("2026-03-24") } as const;
    await appointments().create(typed(), anna.id, { anyway: false, repeat });
    const entries = await studio.host.connection.query()("appointments").orderBy("starts_at").pluck("starts_at");
    assert.deepEqual(entries, ["2026-03-10T09:00:00", "2026-03-17T09:00:00", "2026-03-24T09:00:00"]);
  });

  it("C5: converts an appointment to a session that is the same entry", async () => {
    const id = await book();
    const { version } = await appointments().open(id, anna.id);
    const conversion = { clientId, sessionType: "Family", photographerId: anna.id, assistantId: undefined };
    const sessionId = await appointments().convert(id, version, conversion, anna.id);
    const { clientName, sessionType, start } = await sessions().open(sessionId, anna.id);
    assert.deepEqual([clientName, sessionType, start], ["Clara Client", "Family", "2026-03-10T09:00:00"]);
    await assert.rejects(appointments().open(id, anna.id), { code: "record-not-found" });
  });

  it("C8: shows a private appointment to its owner only, and lets nobody else change it", async () => {
    const id = await book({ isPrivate: true, description: "Doctor", userIds: [anna.id, ben.id] });
    const { version, description, isHidden } = await appointments().open(id, ben.id);
    assert.deepEqual([description, isHidden], ["Private appointment", true]);
    await assert.rejects(appointments().save(id, version, typed(), ben.id, false), { code: "private-entry" });
    await assert.rejects(appointments().remove(id, version, ben.id), { code: "private-entry" });
  });

  it("refuses what ends before it begins, and all-day entries that are not of whole days", async () => {
    const book = (values: Partial<TypedAppointment>) =>
      appointments().create(typed(values), anna.id, { anyway: false });
    await assert.rejects(book({ end: "2026-03-10T08:00:00" }), { code: "impossible-booking" });
    await assert.rejects(book({ isAllDay: true }), { code: "impossible-booking" });
    await assert.rejects(book({ userIds: [] }), { code: "impossible-booking" });
    await assert.rejects(book({ clientId: 999 }), { code: "impossible-booking" });
  });

  describe("with the Scheduling Conflict Checker", () => {
    const set = (conflictChecker: string) =>
      studio.host.services.preferencePages.save({ kind: "company" }, "spectra.scheduling", { conflictChecker });
    const bookOver = (anyway: boolean, values: Partial<TypedAppointment> = {}) =>
      appointments().create(typed({ start: "2026-03-10T09:30:00", end: "2026-03-10T11:00:00", ...values }), anna.id, {
        anyway,
      });

    beforeEach(() => book());

    it('S2: "Allow After Prompting" names what is in the way and books when told to', async () => {
      const first = await bookOver(false);
      const again = await bookOver(true);
      assert.deepEqual(
        first.kind === "taken" ? [first.entries.map(({ title }) => title), first.mayBookAnyway] : first,
        [["Fitting"], true],
      );
      assert.equal(again.kind, "saved");
    });

    it('S2: "Never" refuses, whatever is answered', async () => {
      await set("Never");
      const answer = await bookOver(true);
      assert.deepEqual([answer.kind, answer.kind === "taken" && answer.mayBookAnyway], ["taken", false]);
    });

    it('S2: "Allow Always" books', async () => {
      await set("Allow Always");
      assert.equal((await bookOver(false)).kind, "saved");
    });

    it("S1: touching is no overlap, free and other people's time is nobody's", async () => {
      const next = await bookOver(false, { start: "2026-03-10T10:00:00", end: "2026-03-10T11:00:00" });
      const free = await bookOver(false, { isFree: true });
      const bens = await bookOver(false, { userIds: [ben.id] });
      assert.deepEqual([next.kind, free.kind, bens.kind], ["saved", "saved", "saved"]);
    });

    it("S2: a room that is taken is in the way as somebody is, and named", async () => {
      const room = await aRoom("Studio 2");
      const other = await aRoom("Garden");
      await book({ resourceIds: [room], start: "2026-03-12T09:00:00", end: "2026-03-12T10:00:00" });
      const bens = { userIds: [ben.id], start: "2026-03-12T09:30:00", end: "2026-03-12T11:00:00" };
      const taken = await bookOver(false, { ...bens, resourceIds: [room, other] });
      const elsewhere = await bookOver(false, { ...bens, resourceIds: [other] });
      assert.deepEqual(taken.kind === "taken" && taken.entries.map(({ resourceId }) => resourceId), [room]);
      assert.equal(elsewhere.kind, "saved");
    });

    it("S2: an appointment that takes a room later on is checked then, and only for the room", async () => {
      const room = await aRoom("Studio 2");
      await book({ resourceIds: [room], userIds: [ben.id], start: "2026-03-12T09:00:00", end: "2026-03-12T10:00:00" });
      const times = { start: "2026-03-12T09:00:00", end: "2026-03-12T10:00:00" };
      const id = await book(times);
      await book(times);
      const { version } = await appointments().open(id, anna.id);
      const answer = await appointments().save(id, version, typed({ ...times, resourceIds: [room] }), anna.id, false);
      assert.deepEqual(answer.kind === "taken" && answer.entries.map(({ resourceId }) => resourceId), [room]);
    });

    it("S2: holds for sessions, and a record never stands in its own way", async () => {
      const taken = await sessions().create(session(), anna.id, false);
      const booked = await sessions().create(
        session({ start: "2026-03-11T09:00:00", end: "2026-03-11T10:00:00" }),
        anna.id,
        false,
      );
      assert.ok(booked.kind === "saved");
      const { version } = await sessions().open(booked.id, anna.id);
      const later = session({ start: "2026-03-11T09:30:00", end: "2026-03-11T10:30:00" });
      const moved = await sessions().save(booked.id, version, later, anna.id, false);
      assert.deepEqual([taken.kind, moved.kind], ["taken", "saved"]);
    });
  });

  it("C6: moves one event line by itself, and the session with its primary line", async () => {
    const answer = await sessions().create(session(), anna.id, false);
    assert.ok(answer.kind === "saved");
    const { id } = answer;
    const store = new SessionStore(studio.host.connection);
    const { version } = await sessions().open(id, anna.id);
    await studio.host.unitOfWork.run((transaction) => store.setAdvancedScheduling(id, version, true, transaction));
    const opened = await sessions().open(id, anna.id);
    const [line] = opened.lines;
    assert.ok(line?.isPrimary);
    const when = { start: "2026-03-12T09:00:00", end: "2026-03-12T10:00:00", isAllDay: false };
    await sessions().moveLine(id, opened.version, line.id, when, { viewer: anna.id, anyway: false });
    const { start, lines } = await sessions().open(id, anna.id);
    assert.deepEqual([start, lines[0]?.start], [when.start, when.start]);
  });

  it("X1: shows others' records to those with the clearance only", async () => {
    const id = await book();
    const clearances: Clearances = { levelOf: async () => "none", allows: async () => false };
    assert.equal((await appointments().open(id, ben.id)).id, id);
    const { host } = studio;
    const rules = new BookingRules(
      clearances,
      host.services.users,
      new ClientStore(host.connection),
      new ResourceStore(host.connection),
    );
    await assert.rejects(rules.mayView("Appointments", [anna.id], ben.id), { code: "clearance-missing" });
    await rules.mayView("Appointments", [anna.id], anna.id);
  });
});
