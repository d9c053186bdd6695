import assert from "node:assert/strict";
import { createHash, createPublicKey, createVerify } from "node:crypto";

import { isObject } from "../../src/local-google/json.js";
import type { JsonObject } from "../../src/local-google/json.js";
import { Anna, send } from "./support/client.js";
import type { Reply } from "./support/client.js";

const verifier = "a-verifier-of-at-least-forty-three-characters-0123";
const challenge = createHash("sha256").update(verifier).digest("base64url");
const auth = "https://www.googleapis.com/auth/";
const desktop = { clientId: "desk", clientSecret: "s1", type: "desktop", name: "<b>Sync</b>" } as const;
const web = {
  clientId: "web",
  clientSecret: "s2",
  type: "web",
  redirectUris: ["https://studio.example.test/back"],
} as const;
const clients = [desktop, web];

const asked = {
  client_id: "desk",
  redirect_uri: "http://127.0.0.1:5555/back",
  response_type: "code",
  scope: `openid email ${auth}calendar.events ${auth}contacts`,
  state: "st<ate",
  code_challenge: challenge,
  code_challenge_method: "S256",
  access_type: "offline",
  prompt: "select_account consent",
};

class Browser {
  constructor(private readonly anna: Anna) {}

  async ask(change: Record<string, string> = {}): Promise<Reply> {
    return send(this.anna.google.url, "GET", "/o/oauth2/v2/auth", { query: { ...asked, ...change } });
  }

  /** Submits the form of a consent page, with the scopes ticked. */
  async decide(page: Reply, form: Record<string, string | readonly string[]>): Promise<URL> {
    const fields = new URLSearchParams({ request: /name="request" value="([^"]+)"/.exec(page.text)?.[1] ?? "" });
    for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) fields.append(name, one);
    const reply = await send(this.anna.google.url, "POST", "/o/oauth2/v2/auth/decision", {
      body: fields.toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    assert.equal(reply.status, 302);
    return new URL(reply.headers["location"] ?? "");
  }

  async allow(
    change: Record<string, string> = {},
    scope: readonly string[] = [`${auth}calendar.events`, `${auth}contacts`],
  ): Promise<URL> {
    return this.decide(await this.ask(change), { decision: "allow", account: this.anna.email, scope });
  }

  async post(path: string, form: Record<string, string>): Promise<Reply> {
    return send(this.anna.google.url, "POST", path, {
      body: new URLSearchParams(form).toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
  }

  async exchange(back: URL, change: Record<string, string> = {}): Promise<Reply> {
    const code = back.searchParams.get("code") ?? "";
    const form = { code, client_id: "desk", client_secret: "s1", code_verifier: verifier };
    const rest = { redirect_uri: asked.redirect_uri, grant_type: "authorization_code" };
    return this.post("/token", { ...form, ...rest, ...change });
  }

  async refresh(token: unknown): Promise<Reply> {
    const form = { client_id: "desk", client_secret: "s1", grant_type: "refresh_token" };
    return this.post("/token", { ...form, refresh_token: String(token) });
  }
}

function problem({ status, json }: Reply): unknown[] {
  return [status, json["error"], json["error_description"]];
}

function payloadOf(token: unknown): JsonObject {
  const value: unknown = JSON.parse(Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString());
  return isObject(value) ? value : {};
}

describe("local Google: consent page", () => {
  const anna = new Anna();
  const browser = new Browser(anna);
  beforeEach(async () => anna.start({ clients }));
  afterEach(async () => anna.dispose());

  it("lets choose an account and tick each scope that is not about signing in, and shows every text escaped", async () => {
    anna.google.accounts.add({ email: "bob@example.test", name: '<script>"x"' });
    const page = await browser.ask();
    assert.deepEqual(
      [
        page.text.match(/type="radio"/g)?.length,
        page.text.match(/type="checkbox"/g)?.length,
        /<script>|<b>Sync/.test(page.text),
      ],
      [2, 2, false],
    );
  });

  it("preselects the account of login_hint", async () => {
    anna.google.accounts.add({ email: "bob@example.test" });
    assert.match(
      (await browser.ask({ login_hint: "bob@example.test" })).text,
      /value="bob@example.test" required checked/,
    );
  });

  it("shows no tick box when only one thing is asked for", async () => {
    const page = await browser.ask({ scope: `openid ${auth}contacts` });
    assert.doesNotMatch(page.text, /type="checkbox"/);
  });

  it("sends back state, code and the scopes that were ticked", async () => {
    const back = await browser.allow({}, [`${auth}contacts`]);
    assert.deepEqual(
      [back.origin, back.searchParams.get("state"), back.searchParams.get("scope")?.split(" ")],
      ["http://127.0.0.1:5555", "st<ate", ["openid", `${auth}userinfo.email`, `${auth}contacts`]],
    );
  });

  it("sends back access_denied when cancelled", async () => {
    const back = await browser.decide(await browser.ask(), { decision: "cancel" });
    assert.deepEqual(Object.fromEntries(back.searchParams), { state: "st<ate", error: "access_denied" });
  });

  it("grants nothing that was not asked for", async () => {
    const back = await browser.allow({}, [`${auth}calendar`]);
    assert.deepEqual(back.searchParams.get("scope")?.split(" "), ["openid", `${auth}userinfo.email`]);
  });

  const refused: readonly (readonly [string, Record<string, string>, number, string])[] = [
    ["an unknown client", { client_id: "x" }, 401, "invalid_client"],
    ["another host for a desktop client", { redirect_uri: "http://example.test/" }, 400, "redirect_uri_mismatch"],
    ["an address a web client did not register", { client_id: "web" }, 400, "redirect_uri_mismatch"],
    ["a response type but code", { response_type: "token" }, 400, "unsupported_response_type"],
    ["an unknown scope", { scope: "openid everything" }, 400, "invalid_scope"],
    ["a plain challenge", { code_challenge_method: "plain" }, 400, "invalid_request"],
  ];
  for (const [what, change, status, error] of refused) {
    it(`shows a page and redirects nowhere for ${what}`, async () => {
      const reply = await browser.ask(change);
      assert.deepEqual(
        [reply.status, reply.text.includes(`<code>${error}</code>`), reply.headers["location"]],
        [status, true, undefined],
      );
    });
  }

  it("sends a web client back to its registered address", async () => {
    const back = await browser.allow({ client_id: "web", redirect_uri: "https://studio.example.test/back" });
    assert.equal(back.origin, "https://studio.example.test");
  });
});

describe("local Google: tokens", () => {
  const anna = new Anna();
  const browser = new Browser(anna);
  beforeEach(async () => anna.start({ clients }));
  afterEach(async () => anna.dispose());

  it("exchanges a code for tokens that work", async () => {
    const { status, json } = await browser.exchange(await browser.allow());
    const list = await anna.call("GET", "/calendars/primary/events", { token: String(json["access_token"]) });
    assert.deepEqual(
      [status, Object.keys(json), json["expires_in"], json["token_type"], list.status],
      [200, ["access_token", "expires_in", "refresh_token", "scope", "token_type", "id_token"], 3599, "Bearer", 200],
    );
  });

  it("takes a code once, within ten minutes", async () => {
    const back = await browser.allow();
    const late = await browser.allow();
    await browser.exchange(back);
    const again = await browser.exchange(back);
    anna.clock.forward({ minutes: 10 });
    assert.deepEqual(
      [again, await browser.exchange(late)].map(problem),
      Array.from({ length: 2 }, () => [400, "invalid_grant", "Bad Request"]),
    );
  });

  const wrong: readonly (readonly [string, Record<string, string>, unknown[]])[] = [
    ["another verifier", { code_verifier: "b".repeat(43) }, [400, "invalid_grant", "Invalid code verifier."]],
    ["no verifier", { code_verifier: "" }, [400, "invalid_grant", "Missing code verifier."]],
    ["another port", { redirect_uri: "http://127.0.0.1:6666/back" }, [400, "redirect_uri_mismatch", "Bad Request"]],
    ["a wrong secret", { client_secret: "x" }, [401, "invalid_client", "Unauthorized"]],
    ["an unknown client", { client_id: "x" }, [401, "invalid_client", "The OAuth client was not found."]],
    ["another client's code", { client_id: "web", client_secret: "s2" }, [400, "invalid_grant", "Bad Request"]],
    [
      "an unknown grant type",
      { grant_type: "password" },
      [400, "unsupported_grant_type", "Invalid grant_type: password"],
    ],
  ];
  for (const [what, change, expected] of wrong) {
    it(`refuses a code with ${what}`, async () => {
      assert.deepEqual(problem(await browser.exchange(await browser.allow(), change)), expected);
    });
  }

  it("signs the id_token with RS256 and shows the key as JWK and PEM", async () => {
    const { json } = await browser.exchange(await browser.allow({ nonce: "n1" }));
    const [head = "", body = "", signature = ""] = String(json["id_token"]).split(".");
    const jwks = await send(anna.google.url, "GET", "/oauth2/v3/certs");
    const pems = await send(anna.google.url, "GET", "/oauth2/v1/certs");
    const [jwk]: unknown[] = Array.isArray(jwks.json["keys"]) ? jwks.json["keys"] : [];
    const keys = [
      createPublicKey({ key: isObject(jwk) ? { ...jwk } : {}, format: "jwk" }),
      createPublicKey(String(Object.values(pems.json)[0])),
    ];
    const { iss, aud, sub, email, nonce } = payloadOf(json["id_token"]);
    assert.deepEqual(
      keys.map((key) => createVerify("sha256").update(`${head}.${body}`).verify(key, signature, "base64url")),
      [true, true],
    );
    assert.deepEqual(
      [iss, aud, sub, email, nonce],
      ["https://accounts.google.com", "desk", anna.google.accounts.get(anna.email).sub, anna.email, "n1"],
    );
  });

  it("says who it is at userinfo", async () => {
    const { json } = await send(anna.google.url, "GET", "/oauth2/v2/userinfo", { token: anna.token });
    assert.deepEqual(
      [json["id"], json["email"], json["verified_email"]],
      [anna.google.accounts.get(anna.email).sub, anna.email, true],
    );
  });

  it("refreshes without a new refresh token, and the access token ends after expires_in", async () => {
    const { json: first } = await browser.exchange(await browser.allow());
    anna.clock.forward({ seconds: 3599 });
    const expired = await anna.call("GET", "/calendars/primary/events", { token: String(first["access_token"]) });
    const { status, json } = await browser.refresh(first["refresh_token"]);
    assert.deepEqual(
      [expired.status, status, "refresh_token" in json, json["scope"]],
      [401, 200, false, first["scope"]],
    );
  });

  it("ends the whole grant on revoke, and refuses an unknown token", async () => {
    const { json } = await browser.exchange(await browser.allow());
    const revoked = await browser.post("/revoke", { token: String(json["access_token"]) });
    const again = await browser.post("/revoke", { token: String(json["access_token"]) });
    const list = await anna.call("GET", "/calendars/primary/events", { token: String(json["access_token"]) });
    assert.deepEqual([revoked.status, revoked.json, list.status], [200, {}, 401]);
    assert.deepEqual([again, await browser.refresh(json["refresh_token"])].map(problem), [
      [400, "invalid_token", "Token expired or revoked"],
      [400, "invalid_grant", "Token has been expired or revoked."],
    ]);
  });

  it("gives a web client a refresh token only offline, at the first consent or with prompt=consent", async () => {
    const redirect = "https://studio.example.test/back";
    const has = async (change: Record<string, string>): Promise<boolean> => {
      const back = await browser.allow({ client_id: "web", redirect_uri: redirect, ...change });
      const { json } = await browser.exchange(back, { client_id: "web", client_secret: "s2", redirect_uri: redirect });
      return "refresh_token" in json;
    };
    assert.deepEqual(
      [
        await has({ access_type: "online", prompt: "consent" }),
        await has({ prompt: "select_account" }),
        await has({ prompt: "select_account" }),
        await has({ prompt: "consent" }),
      ],
      [false, true, false, true],
    );
  });

  it("drops the oldest of more than 100 refresh tokens", () => {
    const tokens = Array.from({ length: 101 }, () => anna.google.grant(anna.email, { clientId: "desk" }).refreshToken);
    return Promise.all([tokens[0], tokens[1]].map(async (token) => (await browser.refresh(token)).status)).then(
      (statuses) => assert.deepEqual(statuses, [400, 200]),
    );
  });

  it("lets a refresh token die after half a year without use", async () => {
    const { refreshToken } = anna.google.grant(anna.email, { clientId: "desk" });
    anna.clock.forward({ days: 181 });
    assert.equal((await browser.refresh(refreshToken)).json["error"], "invalid_grant");
  });

  it("A7: refuses everything after the person removed the app's access", async () => {
    const { refreshToken, accessToken } = anna.google.grant(anna.email, { clientId: "desk" });
    anna.google.revokeGrants(anna.email);
    const list = await anna.call("GET", "/calendars/primary/events", { token: accessToken });
    assert.deepEqual([list.status, (await browser.refresh(refreshToken)).json["error"]], [401, "invalid_grant"]);
  });
});

describe("local Google: switches of token life", () => {
  const anna = new Anna();
  const browser = new Browser(anna);
  afterEach(async () => anna.dispose());

  it("ends refresh tokens of an app in testing after 7 days, but not mere sign-in", async () => {
    await anna.start({ clients, publishingStatus: "testing" });
    const sync = anna.google.grant(anna.email, { clientId: "desk" });
    const signIn = anna.google.grant(anna.email, { clientId: "desk", scopes: ["openid", "email"] });
    anna.clock.forward({ days: 7 });
    const replies = await Promise.all([sync, signIn].map(async ({ refreshToken }) => browser.refresh(refreshToken)));
    assert.deepEqual(
      replies.map(({ status }) => status),
      [400, 200],
    );
  });

  it("A7: rotates refresh tokens when switched so", async () => {
    await anna.start({ clients, rotateRefreshTokens: true });
    const { refreshToken } = anna.google.grant(anna.email, { clientId: "desk" });
    const { json } = await browser.refresh(refreshToken);
    const statuses = [
      (await browser.refresh(refreshToken)).status,
      (await browser.refresh(json["refresh_token"])).status,
    ];
    assert.deepEqual(statuses, [400, 200]);
  });

  it("gives tokens of another life", async () => {
    await anna.start({ clients, tokenLifetimeSeconds: 60 });
    anna.clock.forward({ seconds: 60 });
    assert.equal((await anna.list()).status, 401);
  });
});
