import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import { aClient, aSession, aUser, anAppointment, anEventLine } from "../support/studio.js";
import type { MadeRecord, MadeUser, TestStudio } from "../support/studio.js";
import { lookAt } from "./schedule-look.js";

const changedAt = new Date("2026-05-04T08:15:30.250Z");
const details = { changedAt, note: "Moved in Google" };

/** Being taken off, cancelling and coming back. */
export function scheduleLeavingContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let anna: MadeUser;
  let ben: MadeUser;
  const { entriesOf, idsOf, reference, table, statusNotes } = lookAt(() => studio);

  beforeEach(async () => {
    studio = await open();
    anna = await aUser(studio, {});
    ben = await aUser(studio, {});
  });

  afterEach(() => studio.close());

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

  it("R2: what was cancelled for others since does not come back to them with whoever was taken off it", async () => {
    const made = await anAppointment(studio, { users: [anna.id, ben.id] });
    await takeOff(anna, made);
    await table("appointments").where({ id: made.id }).update({ status: "cancelled" });
    assert.equal(await restore(anna, made), undefined);
    assert.deepEqual([await idsOf(anna), await idsOf(ben)], [[], []]);
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
      [await idsOf(anna), await idsOf(ben), await statusNotes()],
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
}
