import assert from "node:assert/strict";

import { CalendarNotOfferedError, CalendarTakenError } from "../../../src/google-sync/account/index.js";
import { aUser } from "../../support/studio.js";
import type { MadeUser } from "../../support/studio.js";
import { AccountWorld, signal } from "./support/account-world.js";

const anna = "anna@example.test";

describe("choosing a Google calendar", () => {
  let world: AccountWorld;
  let user: MadeUser;

  beforeEach(async () => {
    world = await AccountWorld.open();
    user = await aUser(world.studio, { initials: "AN", firstName: "Anna", lastName: "Novak" });
    const account = world.google.accounts.get(anna);
    account.addCalendar({ id: "studio@example.test", summary: "Studio", timeZone: "Europe/Berlin" });
    account.addCalendar({ id: "shared@example.test", summary: "Shared", accessRole: "writer" });
    account.addCalendar({ id: "holidays@example.test", summary: "Holidays", accessRole: "reader" });
  });

  afterEach(() => world.close());

  it("A2: offers calendars with write access only, the primary one first", async () => {
    await world.connect(user.id, anna);
    const offered = await world.calendars.offered(user.id, signal);
    assert.deepEqual(
      offered.map(({ id, zone, isPrimary }) => [id, zone, isPrimary]),
      [
        [anna, "America/Chicago", true],
        ["shared@example.test", "America/Chicago", false],
        ["studio@example.test", "Europe/Berlin", false],
      ],
    );
  });

  it("A2: does not take a calendar that may not be written, or is not there", async () => {
    await world.connect(user.id, anna);
    for (const id of ["holidays@example.test", "nobody@example.test"]) {
      await assert.rejects(world.calendars.choose(user.id, id, signal), CalendarNotOfferedError);
    }
    assert.equal((await world.store.find(user.id))?.calendar, undefined);
  });

  it("A8: keeps the real id of the primary calendar, never its alias", async () => {
    await world.connect(user.id, anna);
    await world.calendars.choose(user.id, "primary", signal);
    assert.deepEqual((await world.store.find(user.id))?.calendar, { id: anna, name: anna, zone: "America/Chicago" });
  });

  it("A4: without the list of calendars offers the primary one alone, by its real id", async () => {
    await world.connect(user.id, anna, ["calendar.events"]);
    assert.deepEqual(await world.calendars.offered(user.id, signal), [
      { id: anna, name: anna, zone: "America/Chicago", isPrimary: true },
    ]);
    assert.equal(world.google.log.count("calendar.calendarList.list"), 0);
  });

  it("A3: refuses a calendar another user syncs with, naming them", async () => {
    const other = await aUser(world.studio);
    world.google.accounts.get("bert@example.test").addCalendar({ id: "team@example.test", summary: "Team" });
    await world.connect(user.id, anna);
    await world.store.chooseCalendar(user.id, { id: "team@example.test", name: "Team", zone: "Etc/UTC" });
    await world.connect(other.id, "bert@example.test");
    await assert.rejects(
      world.calendars.choose(other.id, "team@example.test", signal),
      (failure) => failure instanceof CalendarTakenError && failure.message.includes("Anna Novak (AN)"),
    );
  });

  it("A3: the database itself refuses a second user of an account or a calendar", async () => {
    const other = await aUser(world.studio);
    await world.connect(user.id, anna);
    await world.connect(other.id, "bert@example.test");
    const calendar = { id: "team@example.test", name: "Team", zone: "Etc/UTC" };
    await world.store.chooseCalendar(user.id, calendar);
    await assert.rejects(world.store.chooseCalendar(other.id, calendar));
    const sub = world.google.accounts.get(anna).sub;
    const tokens = { refreshToken: "x", accessToken: undefined, accessTokenExpiresAt: undefined };
    const permissions = { calendar: true, calendarList: true, contacts: true };
    await assert.rejects(
      world.store.keepConsent({ userId: other.id, sub, email: anna, permissions, tokens }, world.clock.now()),
    );
  });
});
