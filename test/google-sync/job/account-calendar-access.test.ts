import assert from "node:assert/strict";

import { GoogleError } from "../../../src/google-sync/google/index.js";
import { AccountCalendarAccess } from "../../../src/google-sync/job/index.js";
import { aUser } from "../../support/studio.js";
import type { MadeUser } from "../../support/studio.js";
import { AccountWorld, everything, signal } from "../account/support/account-world.js";

const anna = "anna@example.test";

describe("opening a user's account for a run", () => {
  let world: AccountWorld;
  let access: AccountCalendarAccess;
  let user: MadeUser;

  beforeEach(async () => {
    world = await AccountWorld.open();
    access = new AccountCalendarAccess(world.connections, world.states);
    user = await aUser(world.studio);
  });

  afterEach(() => world.close());

  async function open(ticked: readonly string[]) {
    await world.connect(user.id, anna, ticked);
    await world.store.chooseCalendar(user.id, { id: anna, name: "Anna", zone: "America/Chicago" });
    return access.open(user.id, signal);
  }

  it("A4: gives calendar and contacts where both are permitted", async () => {
    const access = await open(everything);
    assert.ok("opened" in access && access.opened.contacts !== undefined);
    assert.equal(
      (await access.opened.contacts.listLabels()).some(({ isSystem }) => isSystem),
      true,
    );
  });

  it("A4: gives the calendar alone where contacts were left unticked", async () => {
    const access = await open(everything.filter((scope) => scope !== "contacts"));
    assert.ok("opened" in access);
    assert.deepEqual([access.opened.calendarId, access.opened.contacts], [anna, undefined]);
  });

  it("A4: contacts that turn out not to be permitted leave the account connected", async () => {
    await open(everything);
    await access.heard(user.id, new GoogleError({ kind: "contacts-not-permitted" }, "Insufficient scopes"));
    assert.equal((await world.store.find(user.id))?.state, "connected");
  });
});
