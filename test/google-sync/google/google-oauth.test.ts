import assert from "node:assert/strict";

import { googleEndpoints } from "../../../src/google-sync/google/endpoints.js";
import { createGoogleOAuth, GoogleError, MalformedAnswerError } from "../../../src/google-sync/google/index.js";
import { account, clientId, idToken, secrets } from "./support/connected.js";
import { startScriptedGoogle } from "./support/scripted-google.js";
import type { ScriptedAnswer, ScriptedGoogle } from "./support/scripted-google.js";
import { VirtualClock } from "./support/virtual-clock.js";

const signal = new AbortController().signal;
const exchange = { code: "the-code", codeVerifier: "the-verifier", redirectUri: "http://127.0.0.1:7777/back", signal };

describe("Google's OAuth endpoints", () => {
  let google: ScriptedGoogle | undefined;

  async function open(answer: ScriptedAnswer) {
    google = await startScriptedGoogle(() => answer);
    const clock = new VirtualClock("2026-03-02T09:00:00Z");
    return createGoogleOAuth({ rootUrl: google.url, clientId, clientSecret: secrets.clientSecret, clock });
  }

  afterEach(async () => {
    await google?.close();
    google = undefined;
  });

  it("lie on Google's hosts, or all on another origin", () => {
    assert.deepEqual(googleEndpoints(undefined), {
      authorization: "https://accounts.google.com/o/oauth2/v2/auth",
      token: "https://oauth2.googleapis.com/token",
      revoke: "https://oauth2.googleapis.com/revoke",
      calendarRoot: "https://www.googleapis.com/",
      calendarBatch: "https://www.googleapis.com/batch/calendar/v3",
      peopleRoot: "https://people.googleapis.com/",
    });
    assert.deepEqual(Object.values(googleEndpoints("http://127.0.0.1:4000/")), [
      "http://127.0.0.1:4000/o/oauth2/v2/auth",
      "http://127.0.0.1:4000/token",
      "http://127.0.0.1:4000/revoke",
      "http://127.0.0.1:4000/",
      "http://127.0.0.1:4000/batch/calendar/v3",
      "http://127.0.0.1:4000/",
    ]);
  });

  it("A1: asks for consent with PKCE, offline access and the choice of an account", () => {
    const oauth = createGoogleOAuth({
      clientId,
      clientSecret: secrets.clientSecret,
      clock: new VirtualClock("2026-03-02T09:00:00Z"),
    });
    const url = new URL(
      oauth.authorizationUrl({
        redirectUri: exchange.redirectUri,
        scopes: ["openid", "email"],
        state: "the-state",
        codeChallenge: "the-challenge",
      }),
    );
    assert.equal(url.origin + url.pathname, "https://accounts.google.com/o/oauth2/v2/auth");
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      client_id: clientId,
      redirect_uri: exchange.redirectUri,
      response_type: "code",
      scope: "openid email",
      state: "the-state",
      code_challenge: "the-challenge",
      code_challenge_method: "S256",
      access_type: "offline",
      prompt: "select_account consent",
    });
  });

  it("A1: exchange a code with its verifier, and say who signed in and what they allowed", async () => {
    const oauth = await open({
      status: 200,
      body: {
        access_token: secrets.accessToken,
        refresh_token: secrets.refreshToken,
        expires_in: 3599,
        scope: "openid https://www.googleapis.com/auth/userinfo.email",
        id_token: idToken({}),
      },
    });
    assert.deepEqual(await oauth.exchangeCode(exchange), {
      accessToken: secrets.accessToken,
      accessTokenExpiresAt: new Date("2026-03-02T09:59:59Z"),
      refreshToken: secrets.refreshToken,
      scopes: ["openid", "https://www.googleapis.com/auth/userinfo.email"],
      identity: { sub: account, email: "anna@example.test" },
    });
    assert.deepEqual(Object.fromEntries(new URLSearchParams(google?.requests[0]?.body)), {
      grant_type: "authorization_code",
      code: "the-code",
      code_verifier: "the-verifier",
      redirect_uri: exchange.redirectUri,
      client_id: clientId,
      client_secret: secrets.clientSecret,
    });
  });

  it("exchange a code once, whatever happens", async () => {
    const oauth = await open({ status: 503, body: "" });
    await assert.rejects(oauth.exchangeCode(exchange), GoogleError);
    assert.equal(google?.requests.length, 1);
  });

  const wrongClaims: readonly (readonly [string, object])[] = [
    ["another issuer", { iss: "https://accounts.example.test" }],
    ["another app", { aud: "another-client" }],
    ["a time gone by", { exp: Date.parse("2026-03-02T08:59:59Z") / 1000 }],
    ["no account", { sub: undefined }],
    ["no email address", { email: undefined }],
  ];
  for (const [what, claims] of wrongClaims) {
    it(`A8: refuse an id_token for ${what}`, async () => {
      const oauth = await open({
        status: 200,
        body: { access_token: secrets.accessToken, expires_in: 3599, id_token: idToken(claims) },
      });
      await assert.rejects(oauth.exchangeCode(exchange), MalformedAnswerError);
    });
  }

  it("A5, A6: revoke a token in the body, never in the address", async () => {
    const oauth = await open({ status: 200, body: {} });
    await oauth.revoke(secrets.refreshToken, signal);
    const [request] = google?.requests ?? [];
    assert.deepEqual(
      [request?.path, request?.query, request?.body],
      ["/revoke", {}, `token=${encodeURIComponent(secrets.refreshToken)}`],
    );
  });
});
