import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import { StaleEntryError } from "../../src/api/index.js";
import type { AppointmentDraft, EntryReference, ScheduleEntry } from "../../src/api/index.js";
import { wallTime } from "../../src/base/wall-time.js";
import { aClient, aSession, aUser, anAppointment, anEventLine } from "../support/studio.js";
import type { MadeRecord, MadeUser, TestStudio } from "../support/studio.js";

const changedAt = new Date("2026-05-04T08:15:30.250Z");
const details = { changedAt, note: "Moved in Google" };

/** What every implementation of `Schedule` does, with any program writing to the tables beside it. */
export function scheduleContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let anna: MadeUser;
  let ben: MadeUser;

  beforeEach(async () => {
    studio = await open();
    anna = await aUser(studio, {});
    ben = await aUser(studio, {});
  });

  afterEach(() => studio.close());

  const entriesOf = async (user: MadeUser): Promise<readonly ScheduleEntry[]> =>
    studio.schedule.list(user.id, undefined);
  const idsOf = async (user: MadeUser): Promise<readonly string[]> =>
    (await entriesOf(user)).map(({ entryId }) => entryId).toSorted();
  const reference = async (user: MadeUser, record: MadeRecord): Promise<EntryReference> => {
    const [entry] = await studio.schedule.find(user.id, [record.entryId]);
    assert.ok(entry, "the entry is on the schedule");
    return { userId: user.id, entryId: entry.entryId, version: entry.version };
  };
  const table = (name: string): ReturnType<ReturnType<TestStudio["connection"]["query"]>> =>
    studio.connection.query()(name);
  const notes = async (): Promise<readonly string[]> => table("status_notes").pluck("note");

  describe("reading", () => {
    it("C1: a schedule holds appointments, sessions by seat and visible lines, each for the users it names", async () => {
      const appointment = await anAppointment(studio, { users: [anna.id, ben.id] });
      const session = await aSession(studio, { photographer: anna.id, assistant: ben.id });
      const advanced = await aSession(studio, { photographer: anna.id });
      const line = await anEventLine(studio, advanced, { user: ben.id });
      const primary = await anEventLine(studio, advanced, { user: anna.id, isPrimary: true });

      assert.deepEqual(await idsOf(anna), [appointment, session, primary].map((one) => one.entryId).toSorted());
      assert.deepEqual(await idsOf(ben), [appointment, session, line].map((one) => one.entryId).toSorted());
    });

    it("C1: a photographer without a visible line keeps the session itself", async () => {
      const session = await aSession(studio, { photographer: anna.id, assistant: ben.id });
      await anEventLine(studio, session, { user: ben.id, isPrimary: true });
      await anEventLine(studio, session, { user: anna.id, isVisible: false });

      const [annas] = await entriesOf(anna);
      const [bens] = await entriesOf(ben);

      assert.deepEqual(
        [annas?.kind, annas?.entryId, bens?.kind, bens?.entryId],
        ["session", session.entryId, "event-line", session.entryId],
      );
    });

    it("C1: cancelled, deleted and converted records are not on it", async () => {
      const session = await aSession(studio, { status: "cancelled", photographer: anna.id });
      await anAppointment(studio, { users: [anna.id], status: "cancelled" });
      await anAppointment(studio, { users: [anna.id], deletedAt: "2026-01-01T00:00:00.000Z" });
      await anAppointment(studio, { users: [anna.id], convertedToSessionId: session.id });
      await aSession(studio, { photographer: anna.id, deletedAt: "2026-01-01T00:00:00.000Z" });

      assert.deepEqual(await entriesOf(anna), []);
    });

    it("gives every field of a linked appointment", async () => {
      const client = await aClient(studio, { firstName: "Rosa", lastName: "Lee", phones: ["555-0100", "555-0101"] });
      const made = await anAppointment(studio, {
        users: [anna.id, ben.id],
        clientId: client.id,
        description: "Fitting",
        location: "Studio 2",
        notes: "Bring hats",
        start: "2026-03-08T02:30:00",
        end: "2026-03-08T03:30:00",
      });
      const [{ version, changedAt: changed, ...entry } = {} as ScheduleEntry] = await entriesOf(anna);

      assert.ok(version !== "" && !Number.isNaN(changed.getTime()));
      assert.deepEqual(entry, {
        entryId: made.entryId,
        userId: anna.id,
        kind: "appointment",
        recordId: made.id,
        description: "Fitting",
        when: { start: wallTime("2026-03-08T02:30:00"), end: wallTime("2026-03-08T03:30:00"), isAllDay: false },
        location: "Studio 2",
        notes: "Bring hats",
        client: { id: client.id, firstName: "Rosa", lastName: "Lee", company: "", phone: "555-0100" },
        sessionType: "",
        userCount: 2,
        repeatId: undefined,
        origin: "studio",
        isPrivate: false,
        isFree: false,
      });
    });

    it("lists by start what ends after a time", async () => {
      const late = await anAppointment(studio, {
        users: [anna.id],
        start: "2026-07-09T10:00:00",
        end: "2026-07-09T11:00:00",
      });
      const early = await anAppointment(studio, { users: [anna.id], end: "2026-07-08T00:00:01" });
      await anAppointment(studio, { users: [anna.id], end: "2026-07-08T00:00:00" });

      const listed = await studio.schedule.list(anna.id, wallTime("2026-07-08T00:00:00"));

      assert.deepEqual(
        listed.map(({ entryId }) => entryId),
        [early.entryId, late.entryId],
      );
    });

    it("finds more entries than one statement takes parameters", async () => {
      const drafts = Array.from({ length: 2300 }, () => draft(anna.id));
      const versions = await studio.unitOfWork.run((transaction) =>
        studio.schedule.createAppointments(drafts, transaction),
      );

      const found = await studio.schedule.find(anna.id, [...drafts.map(({ entryId }) => entryId), randomUUID()]);

      assert.equal(found.length, 2300);
      const byId = new Map(found.map((entry) => [entry.entryId, entry.version]));
      assert.deepEqual(
        drafts.map(({ entryId }) => byId.get(entryId)),
        versions,
      );
    });
  });

  describe("versions", () => {
    it("C15: change with every row the fields come from, whichever program writes it", async () => {
      const client = await aClient(studio, { phones: ["555-0100"] });
      const session = await aSession(studio, { photographer: anna.id, clientId: client.id });
      await anEventLine(studio, session, { user: anna.id, isPrimary: true });
      const appointment = await anAppointment(studio, { users: [ben.id], clientId: client.id });
      const seen = new Set<string>();
      const look = async (): Promise<void> => {
        const [line] = await entriesOf(anna);
        seen.add(`line ${line?.version}`);
        seen.add(`appointment ${(await entriesOf(ben))[0]?.version}`);
      };

      await look();
      await table("clients").where({ id: client.id }).update({ last_name: "Renamed" });
      await look();
      await table("client_phones").where({ client_id: client.id }).update({ number: "555-0199" });
      await look();
      await table("client_phones").insert({ client_id: client.id, number: "555-0177", position: 1 });
      await look();
      await table("client_phones").where({ client_id: client.id, position: 0 }).del();
      await look();
      assert.equal(seen.size, 10);

      await table("sessions").where({ id: session.id }).update({ location: "Park" });
      await table("appointment_users").insert({ appointment_id: appointment.id, user_id: anna.id });
      const linesVersion = (await studio.schedule.find(anna.id, [session.entryId]))[0]?.version;
      seen.add(`line ${linesVersion}`);
      seen.add(`appointment ${(await entriesOf(ben))[0]?.version}`);
      assert.equal(seen.size, 12);
    });

    it("C15: the time of a change is the database's, unless the writer sets it", async () => {
      const made = await anAppointment(studio, { users: [anna.id], changedAt: "2020-01-01T00:00:00.000Z" });
      const changed = async (): Promise<number> => (await entriesOf(anna))[0]?.changedAt.getTime() ?? Number.NaN;
      assert.equal(await changed(), Date.parse("2020-01-01T00:00:00.000Z"));

      const now = await studio.connection.databaseNow();
      await table("appointments").where({ id: made.id }).update({ description: "By hand" });
      assert.ok((await changed()) >= now.getTime());

      await table("appointments").where({ id: made.id }).update({ changed_at: "2021-02-03T04:05:06.789Z" });
      assert.equal(await changed(), Date.parse("2021-02-03T04:05:06.789Z"));
    });
  });

  describe("making appointments", () => {
    it("C5: makes unlinked appointments of one user with Google's time of change", async () => {
      const first = { ...draft(anna.id), isPrivate: true, isFree: true };
      const second = draft(ben.id);
      const versions = await studio.unitOfWork.run((transaction) =>
        studio.schedule.createAppointments([first, second], transaction),
      );

      const [made] = await entriesOf(anna);
      const [other] = await entriesOf(ben);

      assert.deepEqual(versions, [made?.version, other?.version]);
      assert.deepEqual(
        [made?.origin, made?.isPrivate, made?.isFree, made?.client, made?.changedAt, made?.userCount],
        ["google", true, true, undefined, changedAt, 1],
      );
    });
  });

  describe("changing", () => {
    it("G9: refuses an entry that is no longer as it was seen, and one that is gone", async () => {
      const made = await anAppointment(studio, { users: [anna.id] });
      const seen = await reference(anna, made);
      await table("appointments").where({ id: made.id }).update({ notes: "Meanwhile" });
      const write = (): Promise<unknown> =>
        studio.unitOfWork.run((transaction) =>
          studio.schedule.change(seen, { description: "Late" }, details, transaction),
        );

      await assert.rejects(write, StaleEntryError);
      await table("appointments").where({ id: made.id }).update({ deleted_at: "2026-01-01T00:00:00.000Z" });
      await assert.rejects(write, StaleEntryError);
    });

    it("C15: changes the named fields only and keeps Google's time", async () => {
      const made = await anAppointment(studio, { users: [anna.id], notes: "Stay", status: "confirmed" });
      const seen = await reference(anna, made);

      const written = await studio.unitOfWork.run((transaction) =>
        studio.schedule.change(seen, { description: "New", isPrivate: true }, details, transaction),
      );

      const [entry] = await entriesOf(anna);
      assert.deepEqual(
        [entry?.description, entry?.notes, entry?.isPrivate, entry?.version, written.others],
        ["New", "Stay", true, written.version, []],
      );
      assert.deepEqual(await table("appointments").pluck("status"), ["confirmed"]);
    });

    it("C6: a moved session is rescheduled: not confirmed, noted, and everybody else on it named", async () => {
      const booker = await aUser(studio, {});
      const session = await aSession(studio, {
        photographer: anna.id,
        assistant: ben.id,
        bookedBy: booker.id,
        isConfirmed: true,
      });
      const when = { start: wallTime("2026-07-07T09:00:00"), end: wallTime("2026-07-07T09:00:00"), isAllDay: false };
      const seen = await reference(anna, session);

      const written = await studio.unitOfWork.run((transaction) =>
        studio.schedule.change(seen, { when }, details, transaction),
      );

      const [entry] = await entriesOf(ben);
      assert.deepEqual([entry?.when, written.others, await notes()], [when, [ben.id, booker.id], ["Moved in Google"]]);
      assert.equal(await table("sessions").where({ is_confirmed: true }).first(), undefined);
    });

    it("C6: a time that is the same moves nothing", async () => {
      const session = await aSession(studio, { photographer: anna.id, isConfirmed: true });
      const seen = await reference(anna, session);
      const [before] = await entriesOf(anna);
      assert.ok(before);

      const written = await studio.unitOfWork.run((transaction) =>
        studio.schedule.change(seen, { when: before.when }, details, transaction),
      );

      assert.deepEqual([written, await notes()], [{ version: seen.version, others: [] }, []]);
    });

    it("C6: the primary line takes the session's date with it, any other line moves alone", async () => {
      const session = await aSession(studio, { photographer: anna.id, assistant: ben.id });
      const primary = await anEventLine(studio, session, { user: anna.id, isPrimary: true });
      const other = await anEventLine(studio, session, { user: ben.id, start: "2026-07-06T15:00:00" });
      const move = async (user: MadeUser, line: MadeRecord, hour: string): Promise<void> => {
        const seen = await reference(user, line);
        const when = {
          start: wallTime(`2026-07-07T${hour}:00:00`),
          end: wallTime(`2026-07-07T${hour}:30:00`),
          isAllDay: false,
        };
        await studio.unitOfWork.run((transaction) => studio.schedule.change(seen, { when }, details, transaction));
      };

      await move(ben, other, "12");
      assert.deepEqual(await starts(), ["2026-07-06T10:00:00", "2026-07-06T10:00:00", "2026-07-07T12:00:00"]);
      await move(anna, primary, "08");
      assert.deepEqual(await starts(), ["2026-07-07T08:00:00", "2026-07-07T08:00:00", "2026-07-07T12:00:00"]);

      async function starts(): Promise<readonly string[]> {
        await table("sessions").where({ id: session.id }).update({ has_advanced_scheduling: false });
        const [asSession] = await entriesOf(anna);
        await table("sessions").where({ id: session.id }).update({ has_advanced_scheduling: true });
        const [annas] = await entriesOf(anna);
        const [bens] = await entriesOf(ben);
        return [asSession, annas, bens].map((entry) => entry?.when.start ?? "");
      }
    });

    it("C6: moving the session itself moves its primary line", async () => {
      const session = await aSession(studio, { photographer: anna.id });
      await anEventLine(studio, session, { user: ben.id, isPrimary: true });
      const when = { start: wallTime("2026-07-07T00:00:00"), end: wallTime("2026-07-09T00:00:00"), isAllDay: true };
      const seen = await reference(anna, session);

      const { others } = await studio.unitOfWork.run((transaction) =>
        studio.schedule.change(seen, { when }, details, transaction),
      );

      const [line] = await entriesOf(ben);
      assert.deepEqual([line?.when, others], [when, [ben.id]]);
    });

    it("writes nothing when the unit of work fails", async () => {
      const made = await anAppointment(studio, { users: [anna.id] });
      const seen = await reference(anna, made);
      const work = studio.unitOfWork.run(async (transaction) => {
        await studio.schedule.change(seen, { description: "Lost" }, details, transaction);
        throw new RangeError("no");
      });

      await assert.rejects(work, RangeError);
      assert.equal((await entriesOf(anna))[0]?.version, seen.version);
    });
  });

  describe("leaving and coming back", () => {
    const takeOff = async (user: MadeUser, record: MadeRecord): Promise<void> => {
      const seen = await reference(user, record);
      await studio.unitOfWork.run((transaction) => studio.schedule.takeOff(seen, details, transaction));
    };
    const restore = (user: MadeUser, record: MadeRecord): Promise<string | undefined> =>
      studio.unitOfWork.run((transaction) => studio.schedule.restore(user.id, record.entryId, transaction));

    it("C13: an unlinked appointment of that user alone is deleted softly, and comes back", async () => {
      const made = await anAppointment(studio, { users: [anna.id], description: "Dentist" });
      await takeOff(anna, made);
      assert.deepEqual([await entriesOf(anna), await table("appointments").pluck("description")], [[], ["Dentist"]]);

      const version = await restore(anna, made);

      assert.deepEqual(
        (await entriesOf(anna)).map((entry) => [entry.description, entry.version]),
        [["Dentist", version]],
      );
    });

    it("C13: of an appointment of several users only that one is taken off, and comes back", async () => {
      const made = await anAppointment(studio, { users: [anna.id, ben.id] });
      await takeOff(anna, made);
      assert.deepEqual([await idsOf(anna), await idsOf(ben)], [[], [made.entryId]]);
      await restore(anna, made);
      assert.deepEqual([await idsOf(anna), await idsOf(ben)], [[made.entryId], [made.entryId]]);
    });

    it("C13: a linked appointment is left, not deleted", async () => {
      const client = await aClient(studio, {});
      const made = await anAppointment(studio, { users: [anna.id], clientId: client.id });
      await takeOff(anna, made);
      assert.deepEqual(await table("appointments").whereNull("deleted_at").pluck("id"), [made.id]);
    });

    it("C13: a photographer taken off a session comes back as photographer, unless somebody else is it now", async () => {
      const session = await aSession(studio, { photographer: anna.id, assistant: ben.id });
      await takeOff(anna, session);
      assert.deepEqual(
        [await idsOf(anna), await idsOf(ben), await notes()],
        [[], [session.entryId], ["Moved in Google"]],
      );

      await restore(anna, session);
      assert.deepEqual(await table("sessions").pluck("photographer_id"), [anna.id]);

      await table("sessions").where({ id: session.id }).update({ photographer_id: ben.id, assistant_id: null });
      assert.equal(await restore(anna, session), undefined);
      assert.deepEqual(await idsOf(ben), [session.entryId]);
    });

    it("C13: leaving the primary line leaves the seat too, and both come back", async () => {
      const session = await aSession(studio, { photographer: anna.id });
      const primary = await anEventLine(studio, session, { user: anna.id, isPrimary: true });
      await takeOff(anna, primary);
      assert.deepEqual(await idsOf(anna), []);

      await restore(anna, primary);

      const [entry] = await entriesOf(anna);
      assert.deepEqual([entry?.kind, entry?.entryId], ["event-line", session.entryId]);
      assert.deepEqual(await table("sessions").pluck("photographer_id"), [anna.id]);
    });

    it("C13: a cancelled session keeps everything and comes back", async () => {
      const session = await aSession(studio, { photographer: anna.id, assistant: ben.id });
      const seen = await reference(anna, session);
      await studio.unitOfWork.run((transaction) => studio.schedule.cancel(seen, details, transaction));
      assert.deepEqual([await idsOf(anna), await idsOf(ben)], [[], []]);
      await restore(anna, session);
      assert.deepEqual([await idsOf(anna), await idsOf(ben)], [[session.entryId], [session.entryId]]);
    });

    it("G8: brings back what another program took away", async () => {
      const session = await aSession(studio, { assistant: anna.id });
      const appointment = await anAppointment(studio, { users: [anna.id] });
      await table("sessions").where({ id: session.id }).update({ assistant_id: null });
      await table("appointment_users").where({ appointment_id: appointment.id }).del();
      assert.deepEqual(await idsOf(anna), []);
      await restore(anna, session);
      await restore(anna, appointment);
      assert.deepEqual(await idsOf(anna), [session.entryId, appointment.entryId].toSorted());
    });

    it("does not bring back what never was, what was never theirs, or anything for an inactive user", async () => {
      const made = await anAppointment(studio, { users: [ben.id], deletedAt: "2026-01-01T00:00:00.000Z" });
      const gone = await aUser(studio, { isInactive: true });
      const theirs = await anAppointment(studio, { users: [gone.id], deletedAt: "2026-01-01T00:00:00.000Z" });

      assert.deepEqual(
        [await restore(anna, { id: 0, entryId: randomUUID() }), await restore(anna, made), await restore(gone, theirs)],
        [undefined, undefined, undefined],
      );
    });
  });
}

function draft(userId: number): AppointmentDraft {
  return {
    entryId: randomUUID(),
    userId,
    description: "From Google",
    when: { start: wallTime("2026-07-06T10:00:00"), end: wallTime("2026-07-06T11:00:00"), isAllDay: false },
    location: "",
    notes: "",
    isPrivate: false,
    isFree: false,
    origin: "google",
    changedAt,
  };
}
