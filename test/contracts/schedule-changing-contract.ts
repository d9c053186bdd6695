import assert from "node:assert/strict";

import { StaleEntryError } from "../../src/api/index.js";
import { wallTime } from "../../src/base/wall-time.js";
import { aClient, aSession, aUser, anAppointment, anEventLine } from "../support/studio.js";
import type { MadeRecord, MadeUser, TestStudio } from "../support/studio.js";
import { lookAt } from "./schedule-look.js";

const changedAt = new Date("2026-05-04T08:15:30.250Z");
const details = { changedAt, note: "Moved in Google" };

/** Changing what is behind an entry. */
export function scheduleChangingContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let anna: MadeUser;
  let ben: MadeUser;
  const { entriesOf, reference, table, statusNotes } = lookAt(() => studio);

  beforeEach(async () => {
    studio = await open();
    anna = await aUser(studio, {});
    ben = await aUser(studio, {});
  });

  afterEach(() => studio.close());

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
    assert.deepEqual(
      [entry?.when, written.others, await statusNotes()],
      [when, [ben.id, booker.id], ["Moved in Google"]],
    );
    assert.equal(await table("sessions").where({ is_confirmed: true }).first(), undefined);
  });

  it("C6, C15: a moved appointment is no longer confirmed, and keeps Google's time of change", async () => {
    const client = await aClient(studio, {});
    const made = await anAppointment(studio, {
      users: [anna.id],
      clientId: client.id,
      status: "confirmed",
      bookedBy: ben.id,
      changedAt: "2026-01-01T00:00:00.000Z",
    });
    const future = new Date("2100-01-01T00:00:00.000Z");
    const when = { start: wallTime("2026-07-07T09:00:00"), end: wallTime("2026-07-07T10:00:00"), isAllDay: false };
    const seen = await reference(anna, made);

    const { others } = await studio.unitOfWork.run((transaction) =>
      studio.schedule.change(seen, { when }, { changedAt: future, note: "Moved" }, transaction),
    );

    assert.deepEqual(
      [others, (await entriesOf(anna))[0]?.changedAt, await table("appointments").pluck("status"), await statusNotes()],
      [[ben.id], future, ["scheduled"], ["Moved"]],
    );
  });

  it("C6: a time that is the same moves nothing", async () => {
    const session = await aSession(studio, { photographer: anna.id, isConfirmed: true });
    const seen = await reference(anna, session);
    const [before] = await entriesOf(anna);
    assert.ok(before);

    const written = await studio.unitOfWork.run((transaction) =>
      studio.schedule.change(seen, { when: before.when }, details, transaction),
    );

    assert.deepEqual([written, await statusNotes()], [{ version: seen.version, others: [] }, []]);
  });

  it("C6: the primary line takes the session's date with it, any other line moves alone", async () => {
    const session = await aSession(studio, { photographer: anna.id, assistant: ben.id });
    const primary = await anEventLine(studio, session, { user: anna.id, isPrimary: true });
    await anEventLine(studio, session, { user: ben.id, start: "2026-07-06T15:00:00" });
    const move = async (user: MadeUser, line: MadeRecord, hour: string): Promise<void> => {
      const seen = await reference(user, line);
      const when = {
        start: wallTime(`2026-07-07T${hour}:00:00`),
        end: wallTime(`2026-07-07T${hour}:30:00`),
        isAllDay: false,
      };
      await studio.unitOfWork.run((transaction) => studio.schedule.change(seen, { when }, details, transaction));
    };

    await move(ben, session, "12");
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
}
