import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import type { AppointmentDraft, ScheduleEntry } from "../../src/api/index.js";
import { wallTime } from "../../src/base/wall-time.js";
import { aClient, aSession, aUser, anAppointment, anEventLine } from "../support/studio.js";
import type { MadeUser, TestStudio } from "../support/studio.js";
import { lookAt } from "./schedule-look.js";

const changedAt = new Date("2026-05-04T08:15:30.250Z");

/** Reading, versions and times of change. */
export function scheduleReadingContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let anna: MadeUser;
  let ben: MadeUser;
  const { entriesOf, idsOf, table } = lookAt(() => studio);

  beforeEach(async () => {
    studio = await open();
    anna = await aUser(studio, {});
    ben = await aUser(studio, {});
  });

  afterEach(() => studio.close());

  describe("reading", () => {
    it("C1: a schedule holds appointments, sessions by seat and visible lines, each for the users it names", async () => {
      const appointment = await anAppointment(studio, { users: [anna.id, ben.id] });
      const session = await aSession(studio, { photographer: anna.id, assistant: ben.id });
      const advanced = await aSession(studio, { photographer: anna.id });
      await anEventLine(studio, advanced, { user: ben.id });
      const second = await anEventLine(studio, advanced, { user: ben.id });
      await anEventLine(studio, advanced, { user: anna.id, isPrimary: true });

      const annas = [appointment, session, advanced].map(({ entryId }) => entryId);
      assert.deepEqual(await idsOf(anna), annas.toSorted());
      assert.deepEqual(await idsOf(ben), [...annas, second.entryId].toSorted());
    });

    it("C5: the first visible line of each user bears the session's GUID, the primary one before any other", async () => {
      const session = await aSession(studio, { photographer: anna.id, assistant: ben.id });
      await anEventLine(studio, session, { user: ben.id, description: "Hidden", isVisible: false });
      await anEventLine(studio, session, { user: ben.id, description: "First" });
      await anEventLine(studio, session, { user: anna.id, description: "Earlier" });
      await anEventLine(studio, session, { user: anna.id, description: "Primary", isPrimary: true });

      const named = async (user: MadeUser) =>
        (await entriesOf(user)).filter(({ entryId }) => entryId === session.entryId).map((entry) => entry.description);

      assert.deepEqual([await named(anna), await named(ben)], [["Primary"], ["First"]]);
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
        isHiddenFromUser: false,
        isFree: false,
      });
    });

    it("C8: hides a private appointment from everyone on it but its owner", async () => {
      const { entryId } = await anAppointment(studio, { users: [anna.id, ben.id], isPrivate: true });
      const [own] = await studio.schedule.find(anna.id, [entryId]);
      const [other] = await studio.schedule.find(ben.id, [entryId]);
      assert.deepEqual(
        [own, other].map((entry) => [entry?.isPrivate, entry?.isHiddenFromUser]),
        [
          [true, false],
          [true, true],
        ],
      );
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
