import assert from "node:assert/strict";
import { createHash } from "node:crypto";

import { auth as authentication, calendar } from "googleapis/build/src/apis/calendar/index.js";

import { Anna, anEvent, send } from "./support/client.js";

describe("local Google: Google's own Node client", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  const oauth = () =>
    new authentication.OAuth2({
      clientId: "local-desktop-client",
      clientSecret: "local-desktop-secret",
      redirectUri: "http://127.0.0.1:7777/",
      endpoints: {
        oauth2AuthBaseUrl: `${anna.google.url}/o/oauth2/v2/auth`,
        oauth2TokenUrl: `${anna.google.url}/token`,
        oauth2RevokeUrl: `${anna.google.url}/revoke`,
        oauth2FederatedSignonPemCertsUrl: `${anna.google.url}/oauth2/v1/certs`,
      },
    });

  it("lists, inserts, patches with If-Match and deletes", async () => {
    const auth = oauth();
    auth.setCredentials({ access_token: anna.token });
    const { events } = calendar({ version: "v3", auth, rootUrl: `${anna.google.url}/`, retry: false });
    const { data: made } = await events.insert({ calendarId: "primary", requestBody: anEvent({ id: "abc123" }) });
    const headers = { "If-Match": made.etag ?? "" };
    const { data: patched } = await events.patch(
      { calendarId: "primary", eventId: "abc123", requestBody: { summary: "x" } },
      { headers },
    );
    await assert.rejects(events.patch({ calendarId: "primary", eventId: "abc123", requestBody: {} }, { headers }), {
      status: 412,
    });
    await events.delete({ calendarId: "primary", eventId: "abc123" });
    const { data: listed } = await events.list({ calendarId: "primary", showDeleted: true });
    assert.deepEqual(
      [patched.summary, listed.items?.map(({ id, status }) => [id, status])],
      ["x", [["abc123", "cancelled"]]],
    );
  });

  it("goes through consent, token, id_token, refresh and revoke", async () => {
    // The library checks the token against the real clock.
    anna.clock.forward({ seconds: (Date.now() - anna.clock.now().getTime()) / 1000 });
    const auth = oauth();
    const codeVerifier = "v".repeat(43);
    const code_challenge = createHash("sha256").update(codeVerifier).digest("base64url");
    const link = auth.generateAuthUrl({
      access_type: "offline",
      scope: ["openid", "email"],
      code_challenge,
      code_challenge_method: "S256" as never,
    });
    const page = await send(link, "GET", "");
    const request = /name="request" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const decided = await send(anna.google.url, "POST", "/o/oauth2/v2/auth/decision", {
      body: new URLSearchParams({ request, decision: "allow", account: anna.email }).toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    const code = new URL(decided.headers["location"] ?? "").searchParams.get("code") ?? "";
    const { tokens } = await auth.getToken({ code, codeVerifier });
    const ticket = await auth.verifyIdToken({ idToken: tokens.id_token ?? "", audience: "local-desktop-client" });
    auth.setCredentials(tokens);
    const { credentials } = await auth.refreshAccessToken();
    await auth.revokeToken(credentials.access_token ?? "");
    auth.setCredentials({ refresh_token: tokens.refresh_token ?? "" });
    assert.deepEqual([ticket.getPayload()?.email, typeof credentials.access_token], [anna.email, "string"]);
    await assert.rejects(auth.getAccessToken(), /invalid_grant/);
  });
});
