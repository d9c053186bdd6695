import assert from "node:assert/strict";

import type { FastifyInstance, InjectOptions } from "fastify";

import type { ClearanceArea, ClearanceLevel, Clearances } from "../../../src/api/index.js";
import { createHttpServer } from "../../../src/host/server/index.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const levels: readonly ClearanceLevel[] = ["none", "view", "add-modify", "delete"];

/** Clearances a test sets as it likes. */
class SetClearances implements Clearances {
  given: Partial<Record<ClearanceArea, ClearanceLevel>> = {};
  async levelOf(_userId: number, area: ClearanceArea): Promise<ClearanceLevel> {
    return this.given[area] ?? "none";
  }
  async allows(userId: number, area: ClearanceArea, needed: ClearanceLevel): Promise<boolean> {
    return levels.indexOf(await this.levelOf(userId, area)) >= levels.indexOf(needed);
  }
}

describe("the HTTP server", () => {
  let studio: TestStudio;
  let server: FastifyInstance;
  const clearances = new SetClearances();

  before(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("good"), fixturePlugin("waiting-job")] });
    const services = { ...studio.host.services, clearances };
    server = await createHttpServer(services, { workbenchFolder: "/nowhere", isLoopbackOnly: true });
  });
  beforeEach(() => {
    clearances.given = {};
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

  const table: [method: "GET" | "POST" | "PUT", url: string, needs: [ClearanceArea, ClearanceLevel] | "signed-in"][] = [
    ["GET", "/api/me", "signed-in"],
    ["GET", "/api/menus", "signed-in"],
    ["GET", "/api/commands", "signed-in"],
    ["POST", "/api/commands/good.greet", "signed-in"],
    ["POST", "/api/views/none", "signed-in"],
    ["GET", "/api/records/client/1/status", "signed-in"],
    ["GET", "/api/users", "signed-in"],
    ["GET", "/api/calendar?from=2026-03-01&to=2026-04-01", "signed-in"],
    ["GET", "/api/calendar?from=2026-03-01&to=2026-04-01&users=99", ["Appointments", "view"]],
    ["GET", "/api/notifications", "signed-in"],
    ["POST", "/api/notifications/read", "signed-in"],
    ["GET", "/api/preferences/user-pages", "signed-in"],
    ["GET", "/api/preferences/users/1/pages/none", "signed-in"],
    ["GET", "/api/preferences/users/99/pages/none", ["Users", "add-modify"]],
    ["GET", "/api/preferences/users/99/pages/none/state", ["Users", "add-modify"]],
    ["PUT", "/api/preferences/users/99/pages/none", ["Users", "add-modify"]],
    ["POST", "/api/preferences/users/99/pages/none/actions/go", ["Users", "add-modify"]],
    ["GET", "/api/preferences/company-pages", ["Company Preferences", "add-modify"]],
    ["GET", "/api/preferences/company/pages/none", ["Company Preferences", "add-modify"]],
    ["GET", "/api/preferences/company/pages/none/state", ["Company Preferences", "add-modify"]],
    ["PUT", "/api/preferences/company/pages/none", ["Company Preferences", "add-modify"]],
    ["POST", "/api/preferences/company/pages/none/actions/go", ["Company Preferences", "add-modify"]],
    ["GET", "/api/jobs", ["Control Center", "view"]],
    ["GET", "/api/computers", ["Control Center", "view"]],
    ["GET", "/api/job-runs", ["Control Center", "view"]],
    ["GET", "/api/job-runs/none", ["Control Center", "view"]],
    ["PUT", "/api/jobs/none/settings", ["Control Center", "add-modify"]],
    ["POST", "/api/jobs/none/run", ["Control Center", "add-modify"]],
    ["GET", "/api/plugins", ["Plugin Manager", "view"]],
    ["POST", "/api/plugins/none/enable", ["Plugin Manager", "add-modify"]],
    ["POST", "/api/plugins/none/disable", ["Plugin Manager", "add-modify"]],
  ];
  const bodyOf = (url: string): Record<string, unknown> => {
    if (url.endsWith("/settings")) return { isEnabled: false, schedule: { kind: "every", minutes: 5 } };
    return url.endsWith("/read") ? { upToId: 0 } : {};
  };
  for (const [method, url, needs] of table) {
    const title = needs === "signed-in" ? "a session" : `"${needs[0]}" (${needs[1]})`;
    it(`X2: ${method} ${url} needs ${title}`, async () => {
      const payload = method === "GET" ? {} : { payload: bodyOf(url) };
      const { statusCode: withoutSession } = await ask({ method, url, ...payload });
      const headers = await signedIn();
      if (needs !== "signed-in") clearances.given = { [needs[0]]: levels[levels.indexOf(needs[1]) - 1] };
      const tooLittle = await ask({ method, url, ...payload, headers });
      if (needs !== "signed-in") clearances.given = { [needs[0]]: needs[1] };
      const enough = await ask({ method, url, ...payload, headers });
      const { "x-spectra-csrf": _proof, ...withoutProof } = headers;
      const unproven = await ask({ method, url, ...payload, headers: withoutProof });
      assert.deepEqual(
        [withoutSession, tooLittle.statusCode === 403, enough.statusCode === 403, unproven.statusCode === 403],
        [401, needs !== "signed-in", false, method !== "GET"],
      );
    });
  }

  it("X2: has no route that the table above or this list forgets", () => {
    const open = ["/api/sign-in", "/api/sign-out", "/api/openapi.json", "/api/events", "/callbacks/{pluginId}/{*}"];
    const paths = Object.keys(server.swagger().paths ?? {}).filter((path) => !open.includes(path));
    const matches = (path: string): boolean => {
      const pattern = new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}$`);
      return table.some(([, url]) => pattern.test(url.split("?")[0] ?? ""));
    };
    assert.deepEqual(
      paths.filter((path) => !matches(path)),
      [],
    );
    assert.ok(paths.length > 20);
  });

  it("X2: refuses a page that calls it by another name", async () => {
    const answer = await server.inject({ url: "/api/sign-in", headers: { host: "rebound.example.test" } });
    assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [403, "foreign-host-name"]);
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
