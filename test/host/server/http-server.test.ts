import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import type { FastifyInstance, InjectOptions } from "fastify";

import { createHttpServer } from "../../../src/host/server/index.js";
import { aTypedClient } from "../clients/typed-client.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

describe("the HTTP server", () => {
  let studio: TestStudio;
  let server: FastifyInstance;

  before(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("good"), fixturePlugin("waiting-job")] });
    server = await createHttpServer(studio.host.services, { workbenchFolder: "/nowhere", isLoopbackOnly: true });
  });
  after(async () => {
    await server.close();
    await studio.close();
  });

  const ask = (options: InjectOptions) => server.inject({ headers: { host: "127.0.0.1" }, ...options });

  async function signedIn(): Promise<Record<string, string>> {
    const answer = await ask({ method: "POST", url: "/api/sign-in", payload: { initials: "AD" } });
    const [cookie] = answer.cookies;
    const { csrfProof } = answer.json<{ csrfProof: string }>();
    return { host: "127.0.0.1", cookie: `${cookie?.name}=${cookie?.value}`, "x-spectra-csrf": csrfProof };
  }

  it("X2: gives the session in a cookie no script can read and no other site's form sends", async () => {
    const { cookies } = await ask({ method: "POST", url: "/api/sign-in", payload: { initials: "AD" } });
    const [{ httpOnly, sameSite } = { httpOnly: undefined, sameSite: undefined }] = cookies;
    assert.deepEqual([httpOnly, sameSite], [true, "Lax"]);
  });

  it("X2: refuses a page that calls it by another name", async () => {
    const answer = await server.inject({ url: "/api/sign-in", headers: { host: "rebound.example.test" } });
    assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [403, "foreign-host-name"]);
  });

  it("X2: answers for files outside of the workbench as for those that are nowhere", async () => {
    const workbenchFolder = fileURLToPath(new URL("../../../../src/workbench", import.meta.url));
    const other = await createHttpServer(studio.host.services, { workbenchFolder, isLoopbackOnly: true });
    const answers = await Promise.all(
      ["/..%2f..%2fpackage.json", "/..%2f..%2fnowhere.json", "//["].map((url) =>
        other.inject({ url, headers: { host: "127.0.0.1" } }),
      ),
    );
    await other.close();
    const [outside, nowhere, noAddress] = answers.map(({ statusCode, body }) => [statusCode, body]);
    assert.deepEqual([outside, noAddress, nowhere?.[0]], [nowhere, nowhere, 200]);
  });

  it("X2: tells nothing more to a window whose session ended", async () => {
    const listening = await createHttpServer(studio.host.services, {
      workbenchFolder: "/nowhere",
      isLoopbackOnly: true,
    });
    const address = await listening.listen({ port: 0, host: "127.0.0.1" });
    const headers = { ...(await signedIn()), accept: "text/event-stream" };
    const { body } = await fetch(`${address}/api/events`, { headers });
    const heard: string[] = [];
    const reader = (body ?? assert.fail("no answer")).pipeThrough(new TextDecoderStream()).getReader();
    const until = async (text: string): Promise<void> => {
      while (!heard.join("").includes(text)) {
        const { done, value } = await reader.read();
        if (done) return;
        heard.push(value);
      }
    };
    await until("connected");
    studio.host.services.liveEvents.publish({ kind: "clients-changed" });
    await until("clients-changed");
    await ask({ method: "POST", url: "/api/sign-out", headers });
    studio.host.services.liveEvents.publish({ kind: "calendar-changed" });
    await until("calendar-changed");
    assert.equal(heard.join("").includes("calendar-changed"), false);
    await listening.close();
  });

  it("answers for days before the calendar, and for groups there are none, with what is wrong", async () => {
    const headers = await signedIn();
    const days = await ask({ url: "/api/calendar?from=0000-01-01&to=0001-01-01", headers });
    const client = { ...aTypedClient(), lastName: "Moe" };
    const group = await ask({ method: "POST", url: "/api/clients", payload: { client, joins: [4711] }, headers });
    assert.deepEqual([days.statusCode, group.statusCode], [400, 404]);
    assert.equal(group.json<{ message: string }>().message, "There is no client group 4711");
  });

  it("X3: sends a strict content security policy", async () => {
    const { headers } = await ask({ url: "/" });
    assert.match(String(headers["content-security-policy"]), /default-src 'self';script-src 'self';/);
  });

  it("answers errors with a code, a message and a hint", async () => {
    const answer = await ask({ url: "/api/me" });
    assert.deepEqual(answer.json(), {
      code: "not-signed-in",
      message: "Nobody is signed in here",
      hint: "Sign in again.",
    });
  });

  it("X4: answers for a plugin that throws, and goes on", async () => {
    const headers = await signedIn();
    const broken = await ask({ method: "POST", url: "/api/commands/good.break", payload: {}, headers });
    const well = await ask({ method: "POST", url: "/api/commands/good.greet", payload: {}, headers });
    assert.deepEqual([broken.statusCode, well.statusCode], [502, 200]);
  });

  it("ends a session with signing out", async () => {
    const headers = await signedIn();
    await ask({ method: "POST", url: "/api/sign-out", headers });
    const { statusCode } = await ask({ url: "/api/me", headers });
    assert.equal(statusCode, 401);
  });
});
