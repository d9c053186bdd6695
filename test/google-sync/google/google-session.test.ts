import assert from "node:assert/strict";

import { messageOf } from "../../../src/base/coded-error.js";
import { GoogleError, NeedsReconnectingError, WrongAccountError } from "../../../src/google-sync/google/index.js";
import type { GoogleConnectionOptions } from "../../../src/google-sync/google/index.js";
import { account, all, connect, idToken, secrets } from "./support/connected.js";
import type { Connected } from "./support/connected.js";
import { refusal } from "./support/scripted-google.js";
import type { ScriptedAnswer, SeenRequest } from "./support/scripted-google.js";

const emptyPage = { status: 200, body: { timeZone: "UTC", accessRole: "owner", items: [], nextSyncToken: "t" } };
const expiredTokens = {
  refreshToken: secrets.refreshToken,
  accessToken: secrets.accessToken,
  accessTokenExpiresAt: new Date("2026-03-02T09:00:30Z"),
};

function freshToken(extra: object = {}): ScriptedAnswer {
  return {
    status: 200,
    body: { access_token: secrets.newAccessToken, expires_in: 3599, token_type: "Bearer", ...extra },
  };
}

/** Answers the token endpoint and the API by different scripts. */
function byEndpoint(token: ScriptedAnswer, api: (request: SeenRequest) => ScriptedAnswer) {
  return (request: SeenRequest): ScriptedAnswer => (request.path === "/token" ? token : api(request));
}

function isAuthorizedBy(request: SeenRequest, token: string): boolean {
  return request.headers["authorization"] === `Bearer ${token}`;
}

describe("a connection to Google", () => {
  let connected: Connected | undefined;

  async function open(
    script: Parameters<typeof connect>[0],
    options?: Partial<GoogleConnectionOptions>,
  ): Promise<Connected> {
    connected = await connect(script, options);
    return connected;
  }

  const list = ({ connection }: Connected) => all(connection.calendar.listEvents("anna@example.test", undefined));

  afterEach(async () => {
    await connected?.google.close();
    connected = undefined;
  });

  it("asks for no token while the one it has is good", async () => {
    const opened = await open(() => emptyPage);
    await list(opened);
    assert.deepEqual(
      opened.google.requests.map((request) => isAuthorizedBy(request, secrets.accessToken)),
      [true],
    );
  });

  it("shares one refresh among all requests that wait for it", async () => {
    const opened = await open(
      byEndpoint(freshToken(), () => emptyPage),
      { tokens: expiredTokens },
    );
    await Promise.all([list(opened), list(opened), list(opened)]);
    assert.equal(opened.google.requests.filter(({ path }) => path === "/token").length, 1);
  });

  it("A7: keeps the old refresh token when the answer has none", async () => {
    const opened = await open(
      byEndpoint(freshToken(), () => emptyPage),
      { tokens: expiredTokens },
    );
    await list(opened);
    assert.deepEqual(opened.kept, [
      {
        refreshToken: secrets.refreshToken,
        accessToken: secrets.newAccessToken,
        accessTokenExpiresAt: new Date("2026-03-02T09:59:59Z"),
      },
    ]);
  });

  it("A7: keeps a rotated refresh token before the new token is used", async () => {
    const order: string[] = [];
    const opened = await open(
      byEndpoint(freshToken({ refresh_token: secrets.newRefreshToken }), () => {
        order.push("used");
        return emptyPage;
      }),
      {
        tokens: expiredTokens,
        onTokens: ({ refreshToken }) => {
          order.push(refreshToken);
          return Promise.resolve();
        },
      },
    );
    await list(opened);
    assert.deepEqual(order, [secrets.newRefreshToken, "used"]);
  });

  it("A7: does not use a token that could not be kept", async () => {
    const opened = await open(
      byEndpoint(freshToken(), () => emptyPage),
      { tokens: expiredTokens, onTokens: () => Promise.reject(new Error("The database is gone")) },
    );
    await assert.rejects(list(opened), /The database is gone/);
    assert.deepEqual(
      opened.google.requests.map(({ path }) => path),
      ["/token"],
    );
  });

  it("refreshes once after a 401 and repeats the request once", async () => {
    const opened = await open(
      byEndpoint(freshToken(), (request) =>
        isAuthorizedBy(request, secrets.newAccessToken) ? emptyPage : refusal(401, "authError", "Invalid Credentials"),
      ),
    );
    await list(opened);
    assert.equal(opened.google.requests.length, 3);
  });

  it("A7: needs reconnecting when even the new token is refused", async () => {
    const opened = await open(byEndpoint(freshToken(), () => refusal(401, "authError", "Invalid Credentials")));
    await assert.rejects(list(opened), NeedsReconnectingError);
    assert.equal(opened.google.requests.length, 3);
  });

  it("A7: needs reconnecting when the refresh token is not accepted any more", async () => {
    const gone = {
      status: 400,
      body: { error: "invalid_grant", error_description: "Token has been expired or revoked." },
    };
    const opened = await open(
      byEndpoint(gone, () => emptyPage),
      { tokens: expiredTokens },
    );
    await assert.rejects(list(opened), NeedsReconnectingError);
    assert.equal(opened.google.requests.length, 1);
  });

  it("A8: never uses a token of another account, which costs no request", async () => {
    const opened = await open(
      byEndpoint(freshToken({ id_token: idToken({ sub: "sub-of-bert" }) }), () => emptyPage),
      { tokens: expiredTokens },
    );
    await assert.rejects(list(opened), WrongAccountError);
    assert.deepEqual([opened.google.requests.length, opened.kept], [1, []]);
  });

  it("A8: uses a token of the same account", async () => {
    const opened = await open(
      byEndpoint(freshToken({ id_token: idToken({ sub: account }) }), () => emptyPage),
      { tokens: expiredTokens },
    );
    assert.equal((await list(opened)).length, 1);
  });

  it("G4: repeats a refresh that an ill server did not answer", async () => {
    let isIll = true;
    const opened = await open(
      (request) => {
        if (request.path !== "/token") return emptyPage;
        if (!isIll) return freshToken();
        isIll = false;
        return { status: 503, body: "" };
      },
      { tokens: expiredTokens },
    );
    await list(opened);
    assert.deepEqual(opened.clock.waits, [1500]);
  });

  it("G4: waits as long as Google asks for", async () => {
    const opened = await open((_request, index) =>
      index === 0 ? { status: 503, body: "", headers: { "Retry-After": "30" } } : emptyPage,
    );
    await list(opened);
    assert.deepEqual(opened.clock.waits, [30_000]);
  });

  it("ends a wait when the run is aborted", async () => {
    const aborter = new AbortController();
    const opened = await open(
      () => {
        setImmediate(() => aborter.abort(new Error("The plugin is being disabled")));
        return { status: 503, body: "" };
      },
      { signal: aborter.signal },
    );
    await assert.rejects(list(opened), /The plugin is being disabled/);
  });

  it("A6: no secret appears in any message, log line, address or cause", async () => {
    const texts: string[] = [];
    const noSecret = (text: string): boolean => !Object.values(secrets).some((secret) => text.includes(secret));
    const everySecret = Object.values(secrets).join(" ");
    const unkind: readonly ScriptedAnswer[] = [
      { status: 400, body: { error: "invalid_grant", error_description: everySecret } },
      { status: 400, body: { error: "invalid_request", error_description: everySecret } },
      { status: 503, body: everySecret },
      { status: 200, body: `{"access_token":"${everySecret}` },
      freshToken({ id_token: `${everySecret}.${everySecret}.x` }),
      refusal(400, "badRequest", everySecret),
      { broken: everySecret },
    ];
    for (const answer of unkind) {
      for (const tokens of [undefined, expiredTokens]) {
        const opened = await connect(() => answer, tokens === undefined ? {} : { tokens });
        await assert.rejects(list(opened), (error) => {
          for (let at: unknown = error; at instanceof Error; at = at.cause) {
            texts.push(messageOf(at), at.stack ?? "", JSON.stringify(at));
          }
          return error instanceof GoogleError;
        });
        texts.push(...opened.log, ...opened.google.requests.map(({ path, query }) => path + JSON.stringify(query)));
        await opened.google.close();
      }
    }
    assert.deepEqual(
      texts.filter((text) => !noSecret(text)),
      [],
    );
  });
});
