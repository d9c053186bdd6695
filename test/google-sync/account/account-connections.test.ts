import assert from "node:assert/strict";

import { UnreadableSecretError } from "../../../src/api/index.js";
import { AccountNotConnectedError } from "../../../src/google-sync/account/index.js";
import { GoogleError, NeedsReconnectingError, WrongAccountError } from "../../../src/google-sync/google/index.js";
import { aUser } from "../../support/studio.js";
import type { MadeUser } from "../../support/studio.js";
import { AccountWorld, signal } from "./support/account-world.js";

const anna = "anna@example.test";
const hour = 60 * 60_000;

describe("a connection to a user's Google account", () => {
  let world: AccountWorld;
  let user: MadeUser;

  async function start(options?: Parameters<typeof AccountWorld.open>[0]): Promise<void> {
    world = await AccountWorld.open(options);
    user = await aUser(world.studio, { initials: "AN" });
    await world.connect(user.id, anna);
  }

  async function readCalendar(): Promise<number> {
    const { connection } = await world.connections.connectionFor(user.id, { signal });
    let pages = 0;
    for await (const page of connection.calendar.listEvents(anna, undefined)) pages += page.events.length + 1;
    return pages;
  }

  afterEach(() => world.close());

  it("uses the token of the consent and asks for no other", async () => {
    await start();
    await readCalendar();
    assert.deepEqual(world.google.log.counts(), {
      "oauth.auth": 1,
      "oauth.decision": 1,
      "oauth.token": 1,
      "calendar.events.list": 1,
    });
  });

  it("refreshes once an hour at most, also over several runs", async () => {
    await start();
    await world.clock.advance(hour);
    await readCalendar();
    await readCalendar();
    assert.equal(world.google.log.count("oauth.token"), 2);
  });

  it("A7: keeps the old refresh token when the answer has none", async () => {
    await start();
    const before = await world.store.tokensOf(user.id);
    await world.clock.advance(hour);
    await readCalendar();
    const after = await world.store.tokensOf(user.id);
    assert.equal(after?.refreshToken, before?.refreshToken);
    assert.notEqual(after?.accessToken, before?.accessToken);
  });

  it("A7: keeps a rotated refresh token at once, for the next run", async () => {
    await start({ rotateRefreshTokens: true });
    const before = await world.store.tokensOf(user.id);
    await world.clock.advance(hour);
    await readCalendar();
    assert.notEqual((await world.store.tokensOf(user.id))?.refreshToken, before?.refreshToken);
    await world.clock.advance(hour);
    assert.equal(await readCalendar(), 1);
  });

  it("A7: needs reconnecting after the person removed the access; the user and the administrators are told once", async () => {
    await start();
    world.google.revokeGrants(anna);
    for (let run = 0; run < 2; run += 1) {
      const failure: unknown = await readCalendar().catch((error: unknown) => error);
      if (failure instanceof NeedsReconnectingError) await world.states.heard(user.id, failure);
      else assert.ok(failure instanceof AccountNotConnectedError);
    }
    assert.equal((await world.store.find(user.id))?.state, "needs-reconnecting");
    assert.deepEqual(
      [...world.notifications.shown.values()].map(({ audience }) => audience),
      [{ kind: "user", userId: user.id }, { kind: "administrators" }],
    );
    assert.equal(world.notifications.told, 2);
  });

  it("A7: takes the notifications back when the account is connected again", async () => {
    await start();
    await world.states.trouble(user.id, "needs-reconnecting");
    assert.equal(world.notifications.shown.size, 2);
    await world.consent(user.id, anna);
    assert.equal(world.notifications.shown.size, 0);
    assert.equal(await readCalendar(), 1);
  });

  it("A7: other users' accounts stay as they are", async () => {
    await start();
    const other = await aUser(world.studio);
    await world.connect(other.id, "bert@example.test");
    await world.states.trouble(user.id, "needs-reconnecting");
    assert.equal((await world.store.find(other.id))?.state, "connected");
  });

  it("A8: does not use a token of another account that got into the row", async () => {
    await start();
    const { refreshToken } = world.google.grant("bert@example.test");
    const sub = world.google.accounts.get(anna).sub;
    await world.store.saveTokens(user.id, sub, {
      refreshToken,
      accessToken: undefined,
      accessTokenExpiresAt: undefined,
    });
    await assert.rejects(readCalendar(), WrongAccountError);
    assert.equal(world.google.log.count("calendar.events.list"), 0);
    assert.equal((await world.store.tokensOf(user.id))?.refreshToken, refreshToken);
  });

  it("A8: keeps no tokens for an account that was replaced meanwhile", async () => {
    await start();
    const kept = await world.store.saveTokens(user.id, "another-sub", {
      refreshToken: "x",
      accessToken: undefined,
      accessTokenExpiresAt: undefined,
    });
    assert.equal(kept, false);
    assert.notEqual((await world.store.tokensOf(user.id))?.refreshToken, "x");
  });

  it("A6: tokens copied to another user's row cannot be read there", async () => {
    await start();
    const other = await aUser(world.studio);
    await world.connect(other.id, "bert@example.test");
    const accounts = world.studio.pluginDatabase().query();
    const row: { tokens: string } | undefined = await accounts("google_sync_accounts")
      .where({ user_id: user.id })
      .first();
    await accounts("google_sync_accounts").where({ user_id: other.id }).update({ tokens: row?.tokens });
    await assert.rejects(world.store.tokensOf(other.id), UnreadableSecretError);
  });

  it("A11: a calendar that is not available is told, and tried again at the next run", async () => {
    await start();
    await world.states.trouble(user.id, "calendar-not-available");
    assert.equal((await world.store.find(user.id))?.state, "calendar-not-available");
    assert.equal(await readCalendar(), 1);
    await world.states.heard(user.id, undefined);
    assert.equal((await world.store.find(user.id))?.state, "connected");
    assert.equal(world.notifications.shown.size, 0);
  });

  it("A9: a Workspace that does not allow the app is told once to the user and the administrators, and taken back", async () => {
    await start();
    const blocked = new GoogleError({ kind: "workspace-blocked" }, "Access blocked");
    await world.states.heard(user.id, blocked);
    await world.states.heard(user.id, blocked);
    const shown = [...world.notifications.shown.values()].map(({ audience, title }) => [audience.kind, title]);
    const { told } = world.notifications;
    assert.equal(await readCalendar(), 1);
    await world.states.heard(user.id, undefined);

    const title = "Google Workspace does not allow the sync";
    assert.deepEqual(
      [shown, told, (await world.store.find(user.id))?.state, world.notifications.shown.size],
      [
        [
          ["user", title],
          ["administrators", title],
        ],
        2,
        "connected",
        0,
      ],
    );
  });

  for (const [kind, title] of [
    ["client-refused", "Google refuses the studio's Google client"],
    ["api-not-enabled", "The Google Calendar API is switched off"],
  ] as const) {
    it(`A7, A11: ${kind} is the studio's trouble: each user is told, the administrators once, until the last is over`, async () => {
      await start();
      const other = await aUser(world.studio);
      await world.connect(other.id, "bert@example.test");
      const verdict = kind === "client-refused" ? { kind } : { kind, activationUrl: undefined };
      for (const { id } of [user, other, user, other]) await world.states.heard(id, new GoogleError(verdict, "No"));
      const shown = [...world.notifications.shown.values()].map((one) => [one.audience.kind, one.title]);
      const { told } = world.notifications;
      await world.states.heard(user.id, undefined);
      const left = [...world.notifications.shown.values()].map(({ audience }) => audience.kind);
      await world.states.heard(other.id, undefined);

      assert.deepEqual(
        [shown, told, left.toSorted(), world.notifications.shown.size],
        [
          [
            ["user", title],
            ["administrators", title],
            ["user", title],
          ],
          3,
          ["administrators", "user"],
          0,
        ],
      );
    });
  }

  it("A7: another trouble takes the place of the first", async () => {
    await start();
    await world.states.heard(user.id, new GoogleError({ kind: "client-refused" }, "No"));
    await world.states.heard(user.id, new GoogleError({ kind: "needs-reconnecting" }, "invalid_grant"));

    const title = "Google needs reconnecting";
    assert.deepEqual(
      [...world.notifications.shown.values()].map((one) => [one.audience.kind, one.title]),
      [
        ["user", title],
        ["administrators", title],
      ],
    );
  });

  it("A4: a permission that is missing at Google is known from then on", async () => {
    await start();
    await world.states.heard(user.id, new GoogleError({ kind: "scope-missing" }, "Insufficient Permission"));
    assert.equal((await world.store.find(user.id))?.state, "no-calendar-permission");
  });

  it("G4: what Google's servers or the network cause does not touch the account", async () => {
    await start();
    const ill = new GoogleError({ kind: "retry-later", because: "server", scope: "user" }, "Backend Error");
    await world.states.heard(user.id, ill);
    assert.equal((await world.store.find(user.id))?.state, "connected");
    assert.equal(world.notifications.told, 0);
  });

  it("A6: nothing secret is logged", async () => {
    await start();
    const tokens = await world.store.tokensOf(user.id);
    world.google.faults.add({
      fault: { kind: "error", error: { status: 503 } },
      match: { operation: "calendar.events.list" },
      times: 1,
    });
    const reading = readCalendar();
    while (world.clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve));
    await world.clock.advance(5000);
    await reading;
    const logged = JSON.stringify(world.logger.lines);
    assert.ok(logged.length > 10);
    assert.deepEqual(
      [tokens?.accessToken, tokens?.refreshToken].filter((token) => logged.includes(token ?? "")),
      [],
    );
  });
});
