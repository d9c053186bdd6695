import "reflect-metadata";

import assert from "node:assert/strict";

import { container } from "tsyringe";
import type { DependencyContainer } from "tsyringe";

import { Clearances, Notifications, Users } from "../../../src/api/index.js";
import type { JobResult, Notification, Transaction } from "../../../src/api/index.js";
import { zoneName } from "../../../src/base/wall-time.js";
import {
  ClientGroupStore,
  ClientStore,
  CompanyStore,
  ComputerStore,
  InitialsTakenError,
  JobRunStore,
  JobSettingsStore,
  KnexNotifications,
  PreferenceStore,
  ResourceStore,
  SecurityGroupStore,
  SignInStore,
  UserStore,
  registerStudioData,
} from "../../../src/host/studio-data/index.js";
import { aUser, openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";
import { aClientsFields } from "./record-fields.js";

describe("what the host keeps", () => {
  let studio: TestStudio;
  let rooms: DependencyContainer;

  beforeEach(async () => {
    studio = await openTestStudio();
    rooms = container.createChildContainer();
    registerStudioData(rooms, studio.connection);
  });

  afterEach(() => studio.close());

  const run = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => studio.unitOfWork.run(work);
  const company = {
    name: "Example Studio",
    edition: "Professional",
    locale: "en-US",
    timeZone: zoneName("America/Chicago"),
  } as const;

  describe("users", () => {
    const fields = {
      initials: "AB",
      firstName: "Anna",
      lastName: "Berg",
      email: "anna@example.test",
      securityGroupId: undefined,
      colour: "#336699",
      isInactive: false,
    };

    it("are listed by initials, found by them without case, and have a GUID", async () => {
      const store = rooms.resolve(UserStore);
      await run((transaction) => store.create({ ...fields, initials: "zz", isInactive: true }, transaction));
      const id = await run((transaction) => store.create(fields, transaction));
      const users = rooms.resolve<Users>(Users);

      assert.deepEqual(
        (await users.list()).map(({ initials }) => initials),
        ["AB", "zz"],
      );
      const { guid, ...found } = (await users.findByInitials("ab")) ?? assert.fail("nobody found");
      assert.match(guid, /^[0-9a-f-]{36}$/);
      const { securityGroupId: _group, colour: _colour, ...expected } = fields;
      assert.deepEqual(found, { id, ...expected });
      assert.equal(await users.findById(id + 1), undefined);
    });

    it("do not share initials, whatever their case", async () => {
      const store = rooms.resolve(UserStore);
      await run((transaction) => store.create(fields, transaction));
      const again = run((transaction) => store.create({ ...fields, initials: "ab" }, transaction));
      await assert.rejects(again, InitialsTakenError);
    });

    it("X2: sign in with a password hash unless inactive", async () => {
      const store = rooms.resolve(UserStore);
      const id = await run((transaction) => store.create(fields, transaction));
      await store.savePasswordHash(id, "scrypt$hash");
      assert.deepEqual(await store.findCredentials("ab"), { userId: id, initials: "AB", passwordHash: "scrypt$hash" });
      await run((transaction) => store.save(id, { ...fields, isInactive: true }, transaction));
      assert.equal(await store.findCredentials("ab"), undefined);
    });

    it("X2: stay signed in until the time is over", async () => {
      const user = await aUser(studio);
      const store = rooms.resolve(SignInStore);
      const now = (await studio.connection.databaseNow()).getTime();
      await store.create("valid", user.id, new Date(now + 60_000));
      await store.create("expired", user.id, new Date(now - 1));
      assert.deepEqual([await store.findUser("valid"), await store.findUser("expired")], [user.id, undefined]);
      await store.removeExpired();
      await store.removeOf(user.id);
      assert.equal(await store.findUser("valid"), undefined);
    });
  });

  describe("clearances", () => {
    const member = async (clearances: Readonly<Record<string, "view" | "add-modify">>): Promise<number> => {
      const groups = rooms.resolve(SecurityGroupStore);
      const securityGroupId = await run((transaction) => groups.create({ name: "Desk", clearances }, transaction));
      const user = await aUser(studio);
      await studio.connection.query()("users").where({ id: user.id }).update({ security_group_id: securityGroupId });
      return user.id;
    };

    it("X1: hold by area, each level with those before it", async () => {
      await rooms.resolve(CompanyStore).create({ ...company, isSecurityOn: true });
      const userId = await member({ Appointments: "add-modify", Clients: "view" });
      const clearances = rooms.resolve<Clearances>(Clearances);
      assert.deepEqual(
        [
          await clearances.allows(userId, "Appointments", "view"),
          await clearances.allows(userId, "Appointments", "add-modify"),
          await clearances.allows(userId, "Appointments", "delete"),
          await clearances.levelOf(userId, "Clients"),
          await clearances.levelOf(userId, "Users"),
        ],
        [true, true, false, "view", "none"],
      );
    });

    it("X1: cover everything while security is off, but for inactive users", async () => {
      const userId = await member({});
      const gone = await aUser(studio, { isInactive: true });
      const { clearances } = studio;
      assert.deepEqual(
        [await clearances.levelOf(userId, "Users"), await clearances.levelOf(gone.id, "Users")],
        ["delete", "none"],
      );
    });

    it("are kept with their group", async () => {
      const groups = rooms.resolve(SecurityGroupStore);
      const id = await run((transaction) =>
        groups.create({ name: "Desk", clearances: { Clients: "view" } }, transaction),
      );
      const changed = { id, name: "Front desk", clearances: { Sessions: "delete" } } as const;
      await run((transaction) => groups.save(changed, transaction));
      assert.deepEqual(await groups.list(), [changed]);
    });
  });

  describe("notifications", () => {
    const moved: Notification = {
      audience: { kind: "administrators" },
      severity: "warning",
      title: "A session was moved",
      text: "From 10:00 to 11:00",
      subject: "session/1",
    };

    it("of the same subject replace an unread one of the same people", async () => {
      const user = await aUser(studio);
      const bell = rooms.resolve(KnexNotifications);
      const told = { ...moved, audience: { kind: "user", userId: user.id }, command: "google-sync.open" } as const;
      await bell.notify(moved);
      await bell.notify({ ...told, text: "Old" });
      await run((transaction) => rooms.resolve<Notifications>(Notifications).notify(told, transaction));

      const [first, second, ...more] = await bell.listFor(user.id);

      const { id: _id, createdAt: _createdAt, readAt, ...newest } = first ?? assert.fail("nothing under the bell");
      assert.deepEqual([newest, readAt, second?.audience, more], [told, undefined, moved.audience, []]);
    });

    it("for administrators are not shown to others", async () => {
      await rooms.resolve(CompanyStore).create({ ...company, isSecurityOn: true });
      const user = await aUser(studio);
      await studio.notifications.notify(moved);
      assert.deepEqual(await studio.notifications.listFor(user.id), []);
    });

    it("that were read are left, others withdrawn when the matter is settled", async () => {
      const user = await aUser(studio);
      const bell = studio.notifications;
      await bell.notify(moved);
      const [read] = await bell.listFor(user.id);
      await bell.markRead(user.id, read?.id ?? 0);
      await bell.notify({ ...moved, text: "Again" });
      await bell.withdraw(moved.subject);
      assert.deepEqual(
        (await bell.listFor(user.id)).map(({ text, readAt }) => [text, readAt !== undefined]),
        [[moved.text, true]],
      );
    });
  });

  describe("preferences", () => {
    it("are kept for each owner and page", async () => {
      const user = await aUser(studio);
      const store = rooms.resolve(PreferenceStore);
      const owner = { kind: "user", userId: user.id } as const;
      await run((transaction) => store.save(owner, "google", { isEnabled: false }, transaction));
      await run((transaction) => store.save(owner, "google", { isEnabled: true }, transaction));
      await run((transaction) => store.save({ kind: "company" }, "google", { clientId: "x" }, transaction));

      assert.deepEqual(
        [
          await store.find(owner, "google"),
          await store.find({ kind: "company" }, "google"),
          await store.find(owner, "other"),
          await store.findOfUsers("google"),
        ],
        [{ isEnabled: true }, { clientId: "x" }, undefined, new Map([[user.id, { isEnabled: true }]])],
      );
    });
  });

  describe("the Control Center", () => {
    it("J4: computers report in under one name, whatever its case", async () => {
      const store = rooms.resolve(ComputerStore);
      const zone = zoneName("America/Chicago");
      await store.heartbeat({ name: "DESK", zone, version: "1.0.0" });
      await store.heartbeat({ name: "desk", zone, version: "1.1.0" });
      assert.deepEqual(
        (await store.list()).map(({ name, version }) => [name, version]),
        [["DESK", "1.1.0"]],
      );
      assert.ok((await store.findByName("Desk"))?.heartbeatAt);
    });

    it("J3: settings are saved and saved again", async () => {
      const store = rooms.resolve(JobSettingsStore);
      const settings = {
        isEnabled: true,
        schedule: { every: 15 },
        computerName: undefined,
        notification: { when: "Failures" },
        general: { userName: "AB" },
      };
      await store.save("google-sync.processor", settings);
      await store.save("google-sync.processor", { ...settings, computerName: "DESK" });
      assert.deepEqual(await store.find("google-sync.processor"), { ...settings, computerName: "DESK" });
      assert.equal(await store.find("other"), undefined);
    });

    it("J5: runs are logged with a line for each user", async () => {
      const user = await aUser(studio);
      const store = rooms.resolve(JobRunStore);
      const started = {
        id: "run-1",
        jobId: "google-sync.processor",
        computerName: "DESK",
        isPreview: false,
        plannedFor: undefined,
        startedAt: new Date("2026-03-02T15:00:00.000Z"),
      };
      const line = { userId: user.id, outcome: "done", summary: "Two sent", warnings: ["A"], errors: [] } as const;
      const result: JobResult = { outcome: "done", summary: "One user", users: [line], details: { sent: 2 } };
      await store.start({ ...started, id: "run-0", startedAt: new Date("2026-03-01T15:00:00.000Z") });
      await store.start(started);
      const endedAt = new Date("2026-03-02T15:00:10.000Z");
      await store.finish("run-1", endedAt, result);

      assert.deepEqual(
        [
          await store.find("run-1"),
          await store.findUserResults("run-1"),
          await store.findDetails("run-1"),
          (await store.list({ outcome: "done", jobId: started.jobId })).map(({ id }) => id),
          (await store.list({ before: started.startedAt })).map(({ id }) => id),
        ],
        [{ ...started, endedAt, outcome: "done", summary: "One user" }, [line], { sent: 2 }, ["run-1"], ["run-0"]],
      );
      await store.removeBefore(new Date("2026-04-01T00:00:00.000Z"));
      assert.deepEqual(await store.list(), []);
    });
  });

  describe("the company", () => {
    it("is one, with a GUID for ever", async () => {
      const store = rooms.resolve(CompanyStore);
      assert.equal(await store.find(), undefined);
      await store.create({ ...company, isSecurityOn: false });
      const made = (await store.find()) ?? assert.fail("no company");
      await store.save({ ...company, name: "Renamed", isSecurityOn: true });
      assert.deepEqual(await store.find(), { ...made, name: "Renamed", isSecurityOn: true });
      await assert.rejects(store.create({ ...company, isSecurityOn: false }));
    });

    it("has rooms by name", async () => {
      const store = rooms.resolve(ResourceStore);
      const id = await run((transaction) => store.create("Studio 1", transaction));
      assert.deepEqual(await store.list(), [{ id, name: "Studio 1", isInactive: false }]);
    });
  });

  describe("clients", () => {
    it("are kept whole, and found by a part of their name and by group", async () => {
      const store = rooms.resolve(ClientStore);
      const groups = rooms.resolve(ClientGroupStore);
      const rosa = aClientsFields({ firstName: "Rosa", lastName: "O'Neil_%" });
      const [id = 0, other = 0] = await run((transaction) =>
        store.createMany([rosa, aClientsFields({ lastName: "Zander" })], transaction),
      );
      const groupId = await run((transaction) => groups.create("Weddings", transaction));
      await run((transaction) => groups.addMembers(groupId, [id, id, other], transaction));
      await run((transaction) => groups.addMembers(groupId, [id], transaction));
      await run((transaction) => groups.removeMembers(groupId, [other], transaction));

      const client = (await store.findById(id)) ?? assert.fail("no client");
      const { guid: _guid, version: _version, isDeleted, mergedInto, phones, ...fields } = client;
      assert.deepEqual(
        [{ id, ...rosa, phones: [] }, rosa.phones, false, undefined],
        [{ ...fields, phones: [] }, phones.map((phone) => ({ ...phone, id: undefined })), isDeleted, mergedInto],
      );
      const ids = async (filter: { readonly text?: string; readonly groupId?: number }): Promise<readonly number[]> =>
        (await store.list(filter)).map((found) => found.id);
      assert.deepEqual(
        [await ids({ text: "neil_%" }), await ids({ groupId }), await ids({})],
        [[id], [id], [id, other]],
      );
      assert.deepEqual(await groups.listMembers(groupId), [id]);
    });

    it("G9: are not saved over a change of theirs or of a phone", async () => {
      const store = rooms.resolve(ClientStore);
      const [id = 0] = await run((transaction) => store.createMany([aClientsFields({})], transaction));
      const opened = (await store.findById(id)) ?? assert.fail("no client");
      await studio.connection.query()("client_phones").where({ client_id: id }).update({ number: "555-0142" });
      const save = run((transaction) => store.save(id, opened.version, opened, transaction));
      await assert.rejects(save, { code: "stale-record" });
    });

    it("keep the ids of phones that stay", async () => {
      const store = rooms.resolve(ClientStore);
      const [id = 0] = await run((transaction) => store.createMany([aClientsFields({})], transaction));
      const opened = (await store.findById(id)) ?? assert.fail("no client");
      const [first, second] = opened.phones;
      assert.ok(first && second);
      const phones = [
        { id: undefined, label: "Work", number: "555-0190" },
        { ...second, number: "555-0191" },
      ];

      const saved = await run((transaction) => store.save(id, opened.version, { ...opened, phones }, transaction));

      assert.deepEqual(
        saved.phones.map((phone) => [phone.id === second.id, phone.number]),
        [
          [false, "555-0190"],
          [true, "555-0191"],
        ],
      );
    });

    it("K3: merged ones hand over groups and bookings, deleted ones stay in the database", async () => {
      const store = rooms.resolve(ClientStore);
      const groups = rooms.resolve(ClientGroupStore);
      const [loser = 0, survivor = 0] = await run((transaction) =>
        store.createMany([aClientsFields({}), aClientsFields({})], transaction),
      );
      const groupId = await run((transaction) => groups.create("Families", transaction));
      await run((transaction) => groups.addMembers(groupId, [loser], transaction));
      await run((transaction) => store.merge(loser, survivor, transaction));
      const merged = await store.findById(loser);
      assert.deepEqual(
        [merged?.mergedInto, merged?.isDeleted, await groups.listMembers(groupId)],
        [survivor, true, [survivor]],
      );
      const kept = (await store.findById(survivor)) ?? assert.fail("no client");
      await run((transaction) => store.remove(survivor, kept.version, transaction));
      assert.deepEqual([await store.list(), (await store.find([survivor]))[0]?.isDeleted], [[], true]);
    });

    it("are made by the thousand", async () => {
      const store = rooms.resolve(ClientStore);
      const many = Array.from({ length: 3000 }, (_, turn) => aClientsFields({ lastName: `Client ${turn}` }));
      const ids = await run((transaction) => store.createMany(many, transaction));
      const found = await store.find([ids[0] ?? 0, ids[2999] ?? 0]);
      assert.deepEqual(
        found.map(({ lastName, phones }) => [lastName, phones.length]),
        [
          ["Client 0", 2],
          ["Client 2999", 2],
        ],
      );
    });
  });
});
