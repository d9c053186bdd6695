import assert from "node:assert/strict";

import { aUser } from "../../support/studio.js";
import type { MadeUser } from "../../support/studio.js";
import { AccountWorld, signal } from "./support/account-world.js";

const anna = "anna@example.test";

describe("removing a Google account", () => {
  let world: AccountWorld;
  let user: MadeUser;

  beforeEach(async () => {
    world = await AccountWorld.open();
    user = await aUser(world.studio, { initials: "AN" });
    await world.connect(user.id, anna);
  });

  afterEach(() => world.close());

  it("A5: revokes the permission at Google and forgets the tokens", async () => {
    assert.deepEqual(await world.removal.remove(user.id, signal), { isRevoked: true });
    assert.equal(world.google.log.count("oauth.revoke"), 1);
    assert.deepEqual([await world.store.find(user.id), await world.store.tokensOf(user.id)], [undefined, undefined]);
    await assert.rejects(world.connections.connectionFor(user.id, { signal }), /none/);
  });

  it("A5: forgets the tokens also when Google does not answer", async () => {
    world.google.faults.add({ fault: { kind: "reset" }, match: { operation: "oauth.revoke" } });
    assert.deepEqual(await world.removal.remove(user.id, signal), { isRevoked: false });
    assert.equal(await world.store.tokensOf(user.id), undefined);
  });

  it("A5: forgets tokens that cannot be read any more", async () => {
    const accounts = world.studio.pluginDatabase().query()("google_sync_accounts");
    await accounts.where({ user_id: user.id }).update({ tokens: "v1.a.b.c" });
    assert.deepEqual(await world.removal.remove(user.id, signal), { isRevoked: false });
    assert.equal(await world.store.find(user.id), undefined);
  });

  it("A5: nothing is deleted in Google", async () => {
    const calendar = world.google.accounts.get(anna).calendar();
    const { id } = calendar.create({
      summary: "Smith family",
      start: { dateTime: "2026-03-05T10:00:00" },
      end: { dateTime: "2026-03-05T11:00:00" },
    });
    await world.removal.remove(user.id, signal);
    assert.equal(calendar.get(id).status, "confirmed");
  });

  it("A5: the same account can be connected again, by its lasting id, and another one starts clean", async () => {
    const { sub } = (await world.store.find(user.id)) ?? {};
    await world.removal.remove(user.id, signal);
    assert.equal((await world.connect(user.id, anna)).sub, sub);
    await world.removal.remove(user.id, signal);
    const other = await world.connect(user.id, "bert@example.test");
    assert.deepEqual([other.sub === sub, other.calendar], [false, undefined]);
  });

  it("takes back what was told about the account", async () => {
    await world.states.trouble(user.id, "needs-reconnecting");
    await world.removal.remove(user.id, signal);
    assert.equal(world.notifications.shown.size, 0);
  });

  it("A6: the token goes in the body of the request, not in its address", async () => {
    await world.removal.remove(user.id, signal);
    const request = world.google.log.entries().find(({ operation }) => operation === "oauth.revoke");
    assert.deepEqual(request?.query, {});
  });
});
