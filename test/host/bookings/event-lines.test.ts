import assert from "node:assert/strict";

import type { BookingAnswer, ShownSession, TypedLine, TypedSession } from "../../../src/host/bookings/index.js";
import { ResourceStore } from "../../../src/host/studio-data/index.js";
import { aClient, aUser, anAppointment } from "../../support/studio.js";
import type { MadeUser } from "../../support/studio.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

describe("event lines of a session", () => {
  let studio: TestStudio;
  let anna: MadeUser;
  let ben: MadeUser;
  let clientId: number;
  let room: number;

  beforeEach(async () => {
    studio = await openTestStudio();
    const { host } = studio;
    anna = await aUser(host, { firstName: "Anna", lastName: "Berg" });
    ben = await aUser(host, { firstName: "Ben", lastName: "Ode" });
    clientId = (await aClient(host)).id;
    const resources = new ResourceStore(host.connection);
    room = await host.unitOfWork.run((transaction) => resources.create("Studio 2", transaction));
  });
  afterEach(() => studio.close());

  const sessions = () => studio.host.services.sessionBookings;
  const at = (from: string, to: string) => ({
    start: `2026-03-10T${from}:00`,
    end: `2026-03-10T${to}:00`,
    isAllDay: false,
  });
  const aLine = (values: Partial<TypedLine> = {}): TypedLine => ({
    id: undefined,
    isPrimary: false,
    description: "Set up",
    ...at("08:00", "09:00"),
    userId: ben.id,
    resourceId: undefined,
    isVisible: true,
    ...values,
  });
  const primary = (values: Partial<TypedLine> = {}): TypedLine =>
    aLine({ isPrimary: true, description: "", userId: anna.id, ...values });
  const typed = (values: Partial<TypedSession> = {}): TypedSession => ({
    ...at("09:00", "10:00"),
    clientId,
    sessionType: "Wedding",
    description: "Ceremony",
    location: "",
    notes: "",
    status: "scheduled",
    isConfirmed: false,
    photographerId: anna.id,
    assistantId: undefined,
    resourceIds: [],
    hasAdvancedScheduling: true,
    lines: [primary(), aLine()],
    ...values,
  });
  const book = async (values: Partial<TypedSession> = {}): Promise<ShownSession> => {
    const answer = await sessions().create(typed(values), anna.id, true);
    return answer.kind === "saved" ? sessions().open(answer.id, anna.id) : assert.fail("not booked");
  };
  const save = (opened: ShownSession, values: Partial<TypedSession>, anyway = false): Promise<BookingAnswer> =>
    sessions().save(opened.id, opened.version, { ...opened, ...values }, anna.id, anyway);
  const shown = async (id: number) =>
    (await sessions().open(id, anna.id)).lines.map(({ description, start, userId }) => [
      description,
      start.slice(11, 16),
      userId,
    ]);

  it("C5: are booked with the session, whose own time and description the primary line has", async () => {
    const { id } = await book();
    assert.deepEqual(await shown(id), [
      ["Ceremony", "09:00", anna.id],
      ["Set up", "08:00", ben.id],
    ]);
  });

  it("C5: keep everybody's entry what it was when advanced scheduling is switched on and off", async () => {
    const opened = await book({ assistantId: ben.id, hasAdvancedScheduling: false, lines: [] });
    const entries = () =>
      studio.host.connection.query()("schedule_entries").orderBy("user_id").select("user_id", "entry_guid");
    const before = await entries();
    await save(opened, { hasAdvancedScheduling: true, lines: [primary(), aLine()] });
    const on = await entries();
    await save(await sessions().open(opened.id, anna.id), { hasAdvancedScheduling: false });
    assert.deepEqual([on, await entries()], [before, before]);
    assert.equal((await shown(opened.id)).length, 2);
  });

  it("are added, changed and removed with the session", async () => {
    const opened = await book();
    const [own, setUp] = opened.lines;
    assert.ok(own && setUp);
    const party = aLine({ description: "Party", ...at("18:00", "20:00"), resourceId: room });
    await save(opened, { ...at("09:30", "10:30"), lines: [own, { ...setUp, userId: anna.id }, party] }, true);
    assert.deepEqual(await shown(opened.id), [
      ["Ceremony", "09:30", anna.id],
      ["Set up", "08:00", anna.id],
      ["Party", "18:00", ben.id],
    ]);
    const again = await sessions().open(opened.id, anna.id);
    await save(again, { lines: again.lines.filter(({ description }) => description !== "Set up") });
    assert.deepEqual(
      (await shown(opened.id)).map(([description]) => description),
      ["Ceremony", "Party"],
    );
  });

  it("tell which entry each is: a user's first line is the session's own", async () => {
    const opened = await book({ lines: [primary(), aLine(), aLine({ description: "Clear up" })] });
    const entries: readonly string[] = await studio.host.connection
      .query()("schedule_entries")
      .where({ user_id: ben.id })
      .orderBy("starts_at")
      .pluck("entry_guid");
    assert.deepEqual(
      opened.lines
        .filter(({ userId }) => userId === ben.id)
        .map(({ entryId }) => entryId)
        .toSorted(),
      entries.toSorted(),
    );
  });

  it("C15: a line that stays as it is keeps its version", async () => {
    const opened = await book();
    const versions = () =>
      studio.host.connection.query()("session_event_lines").where({ is_primary: false }).pluck("row_version");
    const before = await versions();
    await save(opened, { notes: "Bring the ladder" });
    assert.deepEqual(await versions(), before);
  });

  it("G9: refuse to be saved over a line that changed meanwhile", async () => {
    const opened = await book();
    await studio.host.connection.query()("session_event_lines").update({ description: "Elsewhere" });
    await assert.rejects(save(opened, {}), { code: "stale-record" });
  });

  it("refuse what cannot be, naming the line", async () => {
    const refused = (lines: readonly TypedLine[]) => sessions().create(typed({ lines }), anna.id, false);
    const isAbout = (message: string) => ({ code: "impossible-booking", message });
    await assert.rejects(
      refused([primary(), aLine(at("09:00", "08:00"))]),
      isAbout('Event line "Set up": It ends before it begins.'),
    );
    await assert.rejects(
      refused([primary(), aLine({ description: "", userId: undefined })]),
      isAbout("Event line 2: choose a user or a room."),
    );
    await assert.rejects(refused([aLine()]), { code: "impossible-booking" });
    await assert.rejects(refused([primary(), aLine({ userId: 999 })]), { code: "impossible-booking" });
    await assert.rejects(refused([primary(), aLine({ id: 999 })]), { code: "impossible-booking" });
  });

  it("are not offered where the studio has advanced scheduling off; sessions that have it keep it", async () => {
    const opened = await book();
    await studio.host.services.preferencePages.save({ kind: "company" }, "spectra.scheduling", {
      conflictChecker: "Allow Always",
      advancedScheduling: false,
    });
    assert.equal(await sessions().offersAdvancedScheduling(), false);
    await assert.rejects(sessions().create(typed(), anna.id, false), { code: "impossible-booking" });
    assert.equal((await save(opened, { notes: "More" })).kind, "saved");
  });

  describe("with the Scheduling Conflict Checker", () => {
    const whatIsTaken = (answer: BookingAnswer) =>
      answer.kind === "taken" ? answer.entries.map(({ title, resourceId }) => [title, resourceId]) : answer.kind;

    it("S2: each line is checked for its user, at its own time", async () => {
      await anAppointment(studio.host, { users: [ben.id], description: "Dentist", ...at("08:30", "09:30") });
      const early = await sessions().create(typed(), anna.id, false);
      const late = await sessions().create(typed({ lines: [primary(), aLine(at("09:30", "10:00"))] }), anna.id, false);
      assert.deepEqual([whatIsTaken(early), whatIsTaken(late)], [[["Dentist", undefined]], "saved"]);
    });

    it("S2: each line is checked for its room, also against lines that name no user", async () => {
      await book({ lines: [primary(), aLine({ description: "Decorate", userId: undefined, resourceId: room })] });
      const times = at("08:30", "08:45");
      const answer = await sessions().create(
        typed({ ...times, photographerId: ben.id, lines: [primary({ userId: ben.id, resourceId: room })] }),
        anna.id,
        false,
      );
      assert.deepEqual(whatIsTaken(answer), [["Decorate", room]]);
    });

    it("S2: the session's own room is taken at the session's time, whatever its lines are at", async () => {
      await book({ resourceIds: [room], lines: [primary(), aLine(at("18:00", "20:00"))] });
      const bens = { photographerId: ben.id, resourceIds: [room], hasAdvancedScheduling: false, lines: [] };
      const same = await sessions().create(typed({ ...bens, ...at("09:30", "11:00") }), anna.id, false);
      const evening = await sessions().create(typed({ ...bens, ...at("20:00", "21:00") }), anna.id, false);
      assert.deepEqual([whatIsTaken(same), whatIsTaken(evening)], [[["Ceremony", room]], "saved"]);
    });

    it("S2: a line dragged to another time is checked, and the session is not in its own way", async () => {
      const opened = await book({ lines: [primary(), aLine({ userId: anna.id, resourceId: room })] });
      const line = opened.lines.find(({ isPrimary }) => !isPrimary) ?? assert.fail("no line");
      await anAppointment(studio.host, { users: [anna.id], description: "Fitting", ...at("12:00", "13:00") });
      const move = (from: string, to: string) =>
        sessions().moveLine(opened.id, opened.version, line.id, at(from, to), { viewer: anna.id, anyway: false });
      assert.deepEqual(whatIsTaken(await move("12:30", "12:45")), [["Fitting", undefined]]);
      assert.deepEqual(whatIsTaken(await move("09:30", "09:45")), "saved");
    });
  });
});
