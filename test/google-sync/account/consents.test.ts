import assert from "node:assert/strict";

import {
  AccountTakenError,
  ClientNotAcceptedError,
  ConsentDeniedError,
  ConsentFailedError,
  ExpiredConsentError,
  missingPermissions,
  OtherAccountConnectedError,
  queryOfPastedAddress,
  RedirectNotAllowedError,
  UnknownConsentError,
  WorkspaceBlockedError,
} from "../../../src/google-sync/account/index.js";
import { aUser } from "../../support/studio.js";
import type { MadeUser } from "../../support/studio.js";
import { AccountWorld, decide, everything, redirectUri, signal } from "./support/account-world.js";

const anna = "anna@example.test";

describe("connecting a Google account", () => {
  let world: AccountWorld;
  let user: MadeUser;

  beforeEach(async () => {
    world = await AccountWorld.open();
    user = await aUser(world.studio, { initials: "AN", firstName: "Anna", lastName: "Novak" });
  });

  afterEach(() => world.close());

  it("A1: asks Google for the least scopes, with PKCE, a random state and offline access", async () => {
    const [first, second] = [
      new URL(await world.consents.begin(user.id, redirectUri)).searchParams,
      new URL(await world.consents.begin(user.id, redirectUri)).searchParams,
    ];
    const { state, code_challenge: challenge, ...rest } = Object.fromEntries(first);
    assert.deepEqual(rest, {
      client_id: "local-desktop-client",
      redirect_uri: redirectUri,
      response_type: "code",
      scope:
        "openid email https://www.googleapis.com/auth/calendar.events https://www.googleapis.com/auth/calendar.calendarlist.readonly https://www.googleapis.com/auth/contacts",
      code_challenge_method: "S256",
      access_type: "offline",
      prompt: "select_account consent",
    });
    assert.match(state ?? "", /^[\w-]{43}$/);
    assert.match(challenge ?? "", /^[\w-]{43}$/);
    assert.notEqual(second.get("state"), state);
    assert.notEqual(second.get("code_challenge"), challenge);
  });

  it("A1: keeps the account unconfirmed until the person says that its email is theirs", async () => {
    const account = await world.consent(user.id, anna);
    assert.deepEqual(account, {
      userId: user.id,
      sub: world.google.accounts.get(anna).sub,
      email: anna,
      permissions: { calendar: true, calendarList: true, contacts: true },
      calendar: undefined,
      state: "connected",
      stateSince: world.clock.now(),
      isConfirmed: false,
    });
    await assert.rejects(world.connections.connectionFor(user.id, { signal }), /not-confirmed/);
    await world.store.confirm(user.id);
    assert.equal((await world.connections.connectionFor(user.id, { signal })).account.email, anna);
  });

  it("A1: takes the address the person pasted, state and PKCE unchanged", async () => {
    const page = await world.consents.begin(user.id, redirectUri);
    const query = await decide(page, { email: anna, ticked: everything });
    const pasted = queryOfPastedAddress(` ${redirectUri}?${new URLSearchParams(query).toString()}\n`);
    assert.equal((await world.consents.finish(pasted, user.id, signal)).email, anna);
    for (const wrong of ["anna", "http://127.0.0.1:7777/", ""]) {
      assert.throws(() => queryOfPastedAddress(wrong), ConsentFailedError);
    }
  });

  it("A1: looks at the state before anything else", async () => {
    const page = await world.consents.begin(user.id, redirectUri);
    const { code } = await decide(page, { email: anna, ticked: everything });
    for (const query of [{ code }, { code, state: "guessed" }, { error: "access_denied", state: "guessed" }]) {
      await assert.rejects(world.consents.finish(query, user.id, signal), UnknownConsentError);
    }
    assert.equal(world.google.log.count("oauth.token"), 0);
  });

  it("A1: takes an answer once only", async () => {
    const page = await world.consents.begin(user.id, redirectUri);
    const query = await decide(page, { email: anna, ticked: everything });
    await world.consents.finish(query, user.id, signal);
    await assert.rejects(world.consents.finish(query, user.id, signal), UnknownConsentError);
  });

  it("A1: does not finish the consent of another user", async () => {
    const other = await aUser(world.studio);
    const page = await world.consents.begin(user.id, redirectUri);
    const query = await decide(page, { email: anna, ticked: everything });
    await assert.rejects(world.consents.finish(query, other.id, signal), UnknownConsentError);
    assert.deepEqual(await world.store.list(), []);
  });

  it("A1: gives a consent up that took too long", async () => {
    const page = await world.consents.begin(user.id, redirectUri);
    const query = await decide(page, { email: anna, ticked: everything });
    await world.clock.advance(30 * 60_000);
    await assert.rejects(world.consents.finish(query, user.id, signal), ExpiredConsentError);
    assert.equal(world.google.log.count("oauth.token"), 0);
  });

  it("A1: says so when the person declined", async () => {
    const query = await decide(await world.consents.begin(user.id, redirectUri), "cancel");
    await assert.rejects(world.consents.finish(query, user.id, signal), ConsentDeniedError);
  });

  it("A9: says so when the Workspace administrator blocks the app", async () => {
    for (const error of ["admin_policy_enforced", "org_internal"]) {
      const state = new URL(await world.consents.begin(user.id, redirectUri)).searchParams.get("state") ?? "";
      await assert.rejects(
        world.consents.finish({ state, error }, user.id, signal),
        (failure) =>
          failure instanceof WorkspaceBlockedError &&
          /administrator of this Google Workspace account does not allow/.test(failure.message),
      );
    }
  });

  it("says which part of the set-up Google does not accept", async () => {
    const refused = async (error: string): Promise<unknown> => {
      const state = new URL(await world.consents.begin(user.id, redirectUri)).searchParams.get("state") ?? "";
      return world.consents.finish({ state, error }, user.id, signal).catch((failure: unknown) => failure);
    };
    assert.ok((await refused("redirect_uri_mismatch")) instanceof RedirectNotAllowedError);
    assert.ok((await refused("invalid_client")) instanceof ClientNotAcceptedError);
    const odd = await refused("<b>odd</b>");
    assert.ok(odd instanceof ConsentFailedError && !odd.message.includes("odd"));
  });

  it("says so when the client secret is wrong", async () => {
    const page = await world.consents.begin(user.id, redirectUri);
    const query = await decide(page, { email: anna, ticked: everything });
    world.client = { ...world.client, clientSecret: "wrong" };
    await assert.rejects(world.consents.finish(query, user.id, signal), ClientNotAcceptedError);
  });

  it("A3: refuses a Google account another user has, naming them", async () => {
    const other = await aUser(world.studio);
    await world.connect(user.id, anna);
    await assert.rejects(
      world.consent(other.id, anna),
      (failure) => failure instanceof AccountTakenError && failure.message.includes("Anna Novak (AN)"),
    );
    assert.deepEqual(
      (await world.store.list()).map(({ userId }) => userId),
      [user.id],
    );
  });

  it("A3: an account nobody ever confirmed does not stand in anybody's way", async () => {
    const other = await aUser(world.studio);
    await world.consent(user.id, anna);
    await world.connect(other.id, anna);
    assert.deepEqual(
      (await world.store.list()).map(({ userId }) => userId),
      [other.id],
    );
  });

  const subsets: readonly (readonly [string, readonly string[], string, RegExp])[] = [
    ["without contacts the calendar syncs", everything.slice(0, 2), "connected", /contacts are not synced/],
    [
      "without the list of calendars the primary one alone can be used",
      ["calendar.events", "contacts"],
      "connected",
      /only the primary calendar/,
    ],
    ["without the calendar nothing is connected", ["contacts"], "no-calendar-permission", /nothing is synced/],
  ];
  for (const [title, ticked, state, words] of subsets) {
    it(`A4: ${title}, and the tab says which permission is missing`, async () => {
      const account = await world.connect(user.id, anna, ticked);
      assert.equal(account.state, state);
      assert.match(missingPermissions(account.permissions).join(" "), words);
    });
  }

  it("A4: opens no connection without the calendar permission", async () => {
    await world.connect(user.id, anna, ["contacts"]);
    await assert.rejects(world.connections.connectionFor(user.id, { signal }), /no-calendar-permission/);
  });

  it("A5: the same account again keeps its calendar and needs no new confirmation", async () => {
    await world.connect(user.id, anna);
    await world.calendars.choose(user.id, "primary", signal);
    await world.states.trouble(user.id, "needs-reconnecting");
    const again = await world.consent(user.id, anna);
    assert.deepEqual([again.calendar?.id, again.isConfirmed, again.state], [anna, true, "connected"]);
  });

  it("A8: does not put another account in the place of the connected one", async () => {
    await world.connect(user.id, anna);
    await assert.rejects(world.consent(user.id, "bert@example.test"), OtherAccountConnectedError);
    assert.equal((await world.store.find(user.id))?.email, anna);
  });

  it("A6: keeps neither state, verifier nor tokens readable", async () => {
    const url = new URL(await world.consents.begin(user.id, redirectUri));
    await world.connect(user.id, anna);
    const tokens = await world.store.tokensOf(user.id);
    const stored = await world.storedText();
    const secrets = [url.searchParams.get("state"), tokens?.accessToken, tokens?.refreshToken];
    assert.deepEqual(
      secrets.map((secret) => typeof secret === "string" && !stored.includes(secret)),
      [true, true, true],
    );
  });
});
