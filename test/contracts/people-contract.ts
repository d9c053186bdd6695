import "reflect-metadata";

import assert from "node:assert/strict";

import { container } from "tsyringe";
import type { DependencyContainer } from "tsyringe";

import { Clearances, Notifications, Users } from "../../src/api/index.js";
import type { Notification, Transaction } from "../../src/api/index.js";
import { zoneName } from "../../src/base/wall-time.js";
import {
  CompanyStore,
  InitialsTakenError,
  KnexNotifications,
  PreferenceStore,
  SecurityGroupStore,
  SignInStore,
  UserStore,
  registerStudioData,
} from "../../src/host/studio-data/index.js";
import { aUser } from "../support/studio.js";
import type { TestStudio } from "../support/studio.js";

/** Users, what they may do, and what they are told. */
export function peopleContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let rooms: DependencyContainer;

  beforeEach(async () => {
    studio = await open();
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

    it("G9: are saved only as they were opened", async () => {
      const store = rooms.resolve(UserStore);
      const id = await run((transaction) => store.create(fields, transaction));
      const [listed] = await store.list();
      const { version, ...opened } = listed ?? assert.fail("nobody is listed");
      const { initials, ...names } = fields;
      assert.deepEqual(opened, { id, initials, ...names });
      await run((transaction) => store.saveIfCurrent(id, version, { ...fields, lastName: "Moe" }, transaction));

      const late = run((transaction) => store.saveIfCurrent(id, version, { ...fields, email: undefined }, transaction));

      await assert.rejects(late, { code: "stale-record" });
      assert.deepEqual(
        (await store.list()).map(({ lastName, email }) => [lastName, email]),
        [["Moe", fields.email]],
      );
    });

    it("X2: sign in with a password hash unless inactive", async () => {
      const store = rooms.resolve(UserStore);
      const id = await run((transaction) => store.create(fields, transaction));
      assert.deepEqual(await store.withPassword(), new Set());
      await store.savePasswordHash(id, "scrypt$hash");
      assert.deepEqual(await store.withPassword(), new Set([id]));
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
      await store.create("left", user.id, new Date(now + 60_000));
      await store.remove("left");
      assert.deepEqual([await store.findUser("valid"), await store.findUser("left")], [user.id, undefined]);
      await store.create("here", user.id, new Date(now + 60_000));
      await store.removeOf(user.id, "here");
      assert.deepEqual([await store.findUser("valid"), await store.findUser("here")], [undefined, user.id]);
      await store.removeAll();
      assert.equal(await store.findUser("here"), undefined);
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
      const [{ version, ...kept } = { version: "" }] = await groups.list();
      assert.deepEqual(kept, changed);
      await run((transaction) => groups.saveIfCurrent({ ...changed, name: "Desk", version }, transaction));
      const again = run((transaction) => groups.saveIfCurrent({ ...changed, version }, transaction));
      await assert.rejects(again, { code: "stale-record" });
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
}
