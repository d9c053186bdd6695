import assert from "node:assert/strict";

import { ApiClient } from "../../src/workbench/api/api-client.js";
import { ApiError, toApiError } from "../../src/workbench/api/api-error.js";

interface Asked {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

describe("the API client", () => {
  it("X2: sends the proof with changes, and only then", async () => {
    const { client, asked } = clientOver([ok({}), ok({})]);
    client.useCsrfProof("proof");
    await client.get("/api/me");
    await client.post("/api/notifications/read", { upToId: 3 });
    assert.equal(asked[0]?.headers["x-spectra-csrf"], undefined);
    assert.equal(asked[1]?.headers["x-spectra-csrf"], "proof");
    assert.equal(asked[1]?.body, '{"upToId":3}');
  });

  it("names no content type where it sends nothing", async () => {
    const { client, asked } = clientOver([ok({})]);
    await client.post("/api/sign-out");
    assert.equal(asked[0]?.headers["content-type"], undefined);
    assert.equal(asked[0]?.body, undefined);
  });

  it("fetches a new proof once when another window signed in again", async () => {
    const refused = answer(403, { code: "csrf-proof-missing", message: "No" });
    const { client, asked } = clientOver([refused, ok({ csrfProof: "newer" }), ok({ isSaved: true })]);
    client.useCsrfProof("old");
    assert.deepEqual(await client.put("/api/x", { a: 1 }), { isSaved: true });
    assert.deepEqual(
      asked.map(({ method, url }) => `${method} ${url}`),
      ["PUT /api/x", "GET /api/me", "PUT /api/x"],
    );
    assert.equal(asked[2]?.headers["x-spectra-csrf"], "newer");
  });

  it("gives a refusal in the host's own words", async () => {
    const { client } = clientOver([answer(429, { code: "too-many-attempts", message: "Too many", hint: "Wait." })]);
    await assert.rejects(client.post("/api/sign-in", {}), (error: unknown) => {
      assert.ok(error instanceof ApiError);
      assert.deepEqual(
        [error.status, error.code, error.message, error.hint],
        [429, "too-many-attempts", "Too many", "Wait."],
      );
      return true;
    });
  });

  it("tells the page when the session is over", async () => {
    let signedOut = 0;
    const { client } = clientOver([answer(401, { code: "not-signed-in", message: "Nobody" })], () => (signedOut += 1));
    await assert.rejects(client.get("/api/me"), ApiError);
    assert.equal(signedOut, 1);
  });

  it("says that the server does not answer", async () => {
    const client = new ApiClient(() => Promise.reject(new TypeError("fetch failed")));
    await assert.rejects(client.get("/api/me"), (error: unknown) => toApiError(error).code === "unreachable");
  });

  it("copes with answers that are not the host's", async () => {
    const { client } = clientOver([new Response("<h1>Bad Gateway</h1>", { status: 502 })]);
    await assert.rejects(
      client.get("/api/me"),
      (error: unknown) => toApiError(error).message === "The server answered 502",
    );
  });

  it("leaves a request that was called off to whoever called it off", async () => {
    const client = new ApiClient((_url, { signal }) => Promise.reject(signal?.reason as Error));
    await assert.rejects(client.get("/api/me", AbortSignal.abort()), { name: "AbortError" });
  });
});

function clientOver(answers: Response[], onSignedOut?: () => void) {
  const asked: Asked[] = [];
  const client = new ApiClient((url, { method, headers, body }) => {
    // The client always passes plain objects as headers.
    asked.push({ url, method, headers: headers as Record<string, string>, body });
    const next = answers.shift();
    return next === undefined ? Promise.reject(new Error("Asked too often")) : Promise.resolve(next);
  }, onSignedOut);
  return { client, asked };
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

function ok(body: unknown): Response {
  return answer(200, body);
}
