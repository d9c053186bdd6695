import assert from "node:assert/strict";

import type { EntryId } from "../../../src/api/index.js";
import { wallTime } from "../../../src/base/wall-time.js";
import type { ShownConflict } from "../../../src/host/scheduling/index.js";
import { aClient, aSession, aUser, anAppointment, anEventLine } from "../../support/studio.js";
import type { MadeRecord, MadeUser } from "../../support/studio.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

describe("schedule conflicts", () => {
  const now = wallTime("2026-03-02T08:00:00");
  let studio: TestStudio;
  let anna: MadeUser;
  let ben: MadeUser;

  beforeEach(async () => {
    studio = await openTestStudio();
    anna = await aUser(studio.host, { firstName: "Anna", lastName: "Berg" });
    ben = await aUser(studio.host, { firstName: "Ben", lastName: "Ode" });
  });
  afterEach(() => studio.close());

  function at(from: string, to: string, values: object = {}): Promise<MadeRecord> {
    return anAppointment(studio.host, {
      users: [anna.id],
      description: from,
      start: `2026-03-10T${from}:00`,
      end: `2026-03-10T${to}:00`,
      ...values,
    });
  }

  function fromGoogle(from: string, to: string, values: object = {}): Promise<MadeRecord> {
    return at(from, to, { origin: "google", ...values });
  }

  function detect(...touched: readonly MadeRecord[]): Promise<number> {
    return studio.host.scheduleConflicts.detect(
      touched.map(({ entryId }) => ({ userId: anna.id, entryId })),
      now,
    );
  }

  function list(viewer = anna.id, userId = anna.id): Promise<readonly ShownConflict[]> {
    return studio.host.services.conflicts.list(userId, viewer, now);
  }

  async function pairs(): Promise<readonly string[]> {
    return (await list()).map(({ sides }) => sides.map(({ title }) => title).join(" + "));
  }

  async function only(): Promise<ShownConflict> {
    const [conflict, ...more] = await list();
    assert.deepEqual(more, []);
    return conflict ?? assert.fail("no conflict");
  }

  async function move({ id }: MadeRecord, from: string, to: string): Promise<void> {
    await studio.host.connection
      .query()("appointments")
      .where({ id })
      .update({ starts_at: `2026-03-10T${from}:00`, ends_at: `2026-03-10T${to}:00` });
  }

  it("S1: records every overlap of a user's busy entries, and prompts the user", async () => {
    await at("10:00", "12:00");
    await at("11:30", "11:45");
    await at("13:00", "14:00");
    const touched = await fromGoogle("11:00", "11:40");

    assert.equal(await detect(touched), 3);

    assert.deepEqual(await pairs(), ["10:00 + 11:00", "10:00 + 11:30", "11:00 + 11:30"]);
    const [prompt] = await studio.host.services.notifications.listFor(anna.id);
    assert.deepEqual(
      [prompt?.title, prompt?.text],
      [
        "Resolve Schedule Conflicts",
        "3 bookings overlap others since the last sync. Open Tools > Resolve Schedule Conflicts.",
      ],
    );
  });

  it("S1: touching is no overlap, nor is what is free or over", async () => {
    await at("09:00", "10:00");
    await at("11:00", "12:00");
    await at("10:15", "10:45", { isFree: true });
    await at("10:00", "11:00", { start: "2026-03-01T10:00:00", end: "2026-03-01T11:00:00" });
    await fromGoogle("10:30", "10:40", { start: "2026-03-01T10:30:00", end: "2026-03-01T10:40:00" });

    assert.equal(await detect(await fromGoogle("10:00", "11:00")), 0);
  });

  it("S1: a second look prompts nobody again", async () => {
    await at("10:00", "12:00");
    const touched = await fromGoogle("11:00", "11:30");
    await detect(touched);

    assert.equal(await detect(touched), 0);
  });

  it("S1: whoever shares the touched record is asked too", async () => {
    await at("10:00", "12:00", { users: [ben.id] });
    const shared = await fromGoogle("11:00", "11:30", { users: [anna.id, ben.id] });

    await detect(shared);

    assert.deepEqual([(await list()).length, (await list(ben.id, ben.id)).length], [0, 1]);
  });

  it('S2: with "Allow Always" nothing is raised', async () => {
    await studio.host.services.preferencePages.save({ kind: "company" }, "spectra.scheduling", {
      conflictChecker: "Allow Always",
    });
    await at("10:00", "12:00");

    assert.deepEqual([await detect(await fromGoogle("11:00", "11:30")), await list()], [0, []]);
  });

  it("S2: a session that clashes on its room is told, with the room", async () => {
    const { id: clientId } = await aClient(studio.host);
    const db = studio.host.connection.query();
    const session = (photographer: number, from: string) =>
      aSession(studio.host, {
        photographer,
        clientId,
        description: from,
        start: `2026-03-10T${from}:00`,
        end: "2026-03-10T15:00:00",
      });
    const mine = await session(anna.id, "13:00");
    const theirs = await session(ben.id, "14:00");
    await db("resources").insert({ name: "Studio 2" });
    const room: { readonly id: number } = await db("resources").where({ name: "Studio 2" }).first("id");
    for (const { id } of [mine, theirs]) await db("session_resources").insert({ session_id: id, resource_id: room.id });

    assert.equal(await detect(mine), 1);

    const { resource, sides } = await only();
    assert.deepEqual([resource, sides.map(({ title }) => title)], ["Studio 2", ["13:00", "14:00"]]);
  });

  it("S2: an event line that clashes on its own room is told, also with a line that names no user", async () => {
    const { id: clientId } = await aClient(studio.host);
    const db = studio.host.connection.query();
    await db("resources").insert({ name: "Studio 2" });
    const room: { readonly id: number } = await db("resources").where({ name: "Studio 2" }).first("id");
    const times = { start: "2026-03-10T13:00:00", end: "2026-03-10T14:00:00" };
    const [mine, theirs] = [
      await aSession(studio.host, { photographer: anna.id, clientId }),
      await aSession(studio.host, { photographer: ben.id, clientId }),
    ];
    await anEventLine(studio.host, mine, { user: anna.id, description: "Party", ...times });
    await anEventLine(studio.host, theirs, { description: "Decorate", ...times });
    await db("session_event_lines").update({ resource_id: room.id });

    assert.equal(await detect(mine), 1);

    const { resource, sides } = await only();
    assert.deepEqual([resource, sides.map(({ title }) => title).toSorted()], ["Studio 2", ["Decorate", "Party"]]);
    await db("session_event_lines").where({ description: "Decorate" }).update({ starts_at: "2026-03-10T13:59:59" });
    assert.equal((await list()).length, 1);
    await db("session_event_lines").where({ description: "Decorate" }).update({ resource_id: null });
    assert.deepEqual(await list(), []);
  });

  it("S3: a conflict vanishes when the overlap does, and the prompt with it", async () => {
    await at("10:00", "12:00");
    const touched = await fromGoogle("11:00", "11:30");
    await detect(touched);

    await move(touched, "12:00", "12:30");

    assert.deepEqual(await list(), []);
    assert.deepEqual(await studio.host.services.notifications.listFor(anna.id), []);
  });

  it('S3: "Keep both" asks no more, until one of them moves', async () => {
    await at("10:00", "12:00");
    const touched = await fromGoogle("11:00", "11:30");
    await detect(touched);
    const { id } = await only();

    await studio.host.services.conflicts.keep(id, anna.id, now);

    assert.deepEqual([await list(), await detect(touched)], [[], 0]);
    await move(touched, "11:10", "11:30");
    assert.deepEqual((await list()).length, 1);
  });

  it("S1: whoever kept both is prompted again, once, after one of them was moved", async () => {
    await at("10:00", "12:00");
    const touched = await fromGoogle("11:00", "11:30");
    await detect(touched);
    const { id } = await only();
    await studio.host.services.conflicts.keep(id, anna.id, now);
    await list();
    await move(touched, "11:10", "11:30");

    const asked = [await detect(touched), await detect(touched)];

    const [prompt] = await studio.host.services.notifications.listFor(anna.id);
    assert.deepEqual([asked, prompt?.title], [[1, 0], "Resolve Schedule Conflicts"]);
  });

  it("S3: the Google-born one can be deleted, the studio's booking cannot", async () => {
    const booked = await at("10:00", "12:00");
    const touched = await fromGoogle("11:00", "11:30");
    await detect(touched);
    const { id, deletable } = await only();
    const { conflicts } = studio.host.services;
    assert.deepEqual(deletable, [touched.entryId]);

    await assert.rejects(conflicts.deleteGoogleBorn(id, booked.entryId, anna.id, now), {
      code: "conflict-action-refused",
    });
    await conflicts.deleteGoogleBorn(id, touched.entryId, anna.id, now);

    assert.deepEqual(await list(), []);
    const kept: readonly EntryId[] = await studio.host.connection
      .query()("schedule_entries")
      .where({ user_id: anna.id })
      .pluck("entry_guid");
    assert.deepEqual(kept, [booked.entryId]);
  });

  it("S4: administrators see any user's conflicts, others only their own", async () => {
    await at("10:00", "12:00");
    await detect(await fromGoogle("11:00", "11:30"));
    const group = await studio.host.connection
      .query()("security_groups")
      .insert({ name: "Assistants" })
      .returning("id");
    assert.equal((await list(ben.id)).length, 1);
    await studio.host.connection.query()("users").where({ id: ben.id }).update({ security_group_id: group[0].id });
    await studio.host.connection.query()("company").update({ is_security_on: true });

    await assert.rejects(list(ben.id), { code: "clearance-missing" });
    assert.equal((await list()).length, 1);
  });

  it("C8: a private entry tells somebody else nothing but its time", async () => {
    await at("10:00", "12:00", { isPrivate: true, description: "Doctor" });
    await detect(await fromGoogle("11:00", "11:30"));

    const [conflict] = await list(ben.id);

    assert.deepEqual(
      conflict?.sides.map(({ title }) => title),
      ["Private appointment", "11:00"],
    );
  });
});
