import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import type { FastifyInstance } from "fastify";

import { createHttpServer } from "../../../src/host/server/index.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const busyDays = fileURLToPath(new URL("../../../../samples/busy-days", import.meta.url));
const page = "/plugin-pages/busy-days.page";

describe("pages of plugins' own", () => {
  let studio: TestStudio;
  let server: FastifyInstance;

  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [busyDays, fixturePlugin("good")] });
    server = await createHttpServer(studio.host.services, { workbenchFolder: "/nowhere", isLoopbackOnly: true });
  });
  afterEach(async () => {
    await server.close();
    await studio.close();
  });

  const get = (url: string) => server.inject({ url, headers: { host: "127.0.0.1" } });

  it("are served under the id of their view, with their own files", async () => {
    const files = ["/", "/index.html", "/page.js", "/page.css"];
    const answers = await Promise.all(files.map((file) => get(`${page}${file}`)));
    assert.deepEqual(
      answers.map(({ statusCode, headers }) => [statusCode, headers["content-type"]]),
      [
        [200, "text/html; charset=utf-8"],
        [200, "text/html; charset=utf-8"],
        [200, "text/javascript; charset=utf-8"],
        [200, "text/css; charset=utf-8"],
      ],
    );
  });

  it("X3: have an origin of their own and reach no network, whoever shows them", async () => {
    const { headers } = await get(`${page}/`);
    const policy = String(headers["content-security-policy"]).split("; ");
    const wanted = ["default-src 'none'", "connect-src 'none'", "frame-ancestors 'self'", "sandbox allow-scripts"];
    assert.deepEqual(
      wanted.filter((directive) => !policy.includes(directive)),
      [],
    );
    assert.equal(headers["x-content-type-options"], "nosniff");
  });

  for (const file of [
    "/..%2findex.js",
    "/%2e%2e%2findex.js",
    "/..%5cindex.js",
    "/..%2fplugin.manifest.json",
    "/none.html",
    "/page.js/",
  ]) {
    it(`X3: give no other file: ${file}`, async () => {
      const { statusCode } = await get(`${page}${file}`);
      assert.equal(statusCode, 404);
    });
  }

  it("are not there for a view that is none", async () => {
    const answers = await Promise.all([get("/plugin-pages/good.list/"), get("/plugin-pages/nobody.page/")]);
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [404, 404],
    );
  });

  it("X4: go with their plugin, and come back with it", async () => {
    const { plugins } = studio.host.services;
    await plugins.switch("busy-days", false);
    const off = await get(`${page}/`);
    await plugins.switch("busy-days", true);
    const on = await get(`${page}/`);
    assert.deepEqual([off.statusCode, on.statusCode], [404, 200]);
  });
});
