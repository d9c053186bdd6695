import assert from "node:assert/strict";

import type { FastifyInstance, InjectOptions } from "fastify";

import type { ClearanceArea, ClearanceLevel } from "../../../src/api/index.js";
import { hashPassword } from "../../../src/host/security/index.js";
import { createHttpServer } from "../../../src/host/server/index.js";
import { SecurityGroupStore } from "../../../src/host/studio-data/index.js";
import { aClient, aSession, aUser, anAppointment } from "../../support/studio.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";
import { openRoutes, routeTable } from "./route-table.js";

const levels: readonly ClearanceLevel[] = ["none", "view", "add-modify", "delete"];
const password = "administrator of the tests";

describe("every route of the HTTP API", () => {
  let studio: TestStudio;
  let server: FastifyInstance;
  let groupId: number;
  let headers: Readonly<Record<string, string>>;

  before(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("good"), fixturePlugin("waiting-job")] });
    const { host } = studio;
    await bookedForSomebodyElse();
    groupId = await host.unitOfWork.run((transaction) =>
      new SecurityGroupStore(host.connection).create({ name: "Role", clearances: {} }, transaction),
    );
    const [administrator] = await host.users.list();
    assert.ok(administrator);
    const { id } = administrator;
    await host.unitOfWork.run(async (transaction) => {
      await host.users.save(id, { ...administrator, securityGroupId: groupId }, transaction);
      await host.users.savePasswordHash(id, await hashPassword(password), transaction);
    });
    const company = (await host.company.find()) ?? assert.fail("no company");
    await host.company.save({ ...company, isSecurityOn: true });
    server = await createHttpServer(host.services, { workbenchFolder: "/nowhere", isLoopbackOnly: true });
    headers = await signedIn();
  });

  after(async () => {
    await server.close();
    await studio.close();
  });

  const ask = (options: InjectOptions) => server.inject({ headers: { host: "127.0.0.1" }, ...options });

  async function signedIn(): Promise<Readonly<Record<string, string>>> {
    const answer = await ask({ method: "POST", url: "/api/sign-in", payload: { initials: "AD", password } });
    const [cookie] = answer.cookies;
    const { csrfProof } = answer.json<{ csrfProof: string }>();
    return { host: "127.0.0.1", cookie: `${cookie?.name}=${cookie?.value}`, "x-spectra-csrf": csrfProof };
  }

  async function bookedForSomebodyElse(): Promise<void> {
    const { host } = studio;
    const { id } = await aUser(host);
    await anAppointment(host, { users: [id] });
    await aSession(host, { photographer: id, clientId: (await aClient(host)).id });
  }

  const give = (area: ClearanceArea, level: ClearanceLevel): Promise<void> =>
    studio.host.unitOfWork.run((transaction) =>
      new SecurityGroupStore(studio.host.connection).save(
        { id: groupId, name: "Role", clearances: { [area]: level } },
        transaction,
      ),
    );

  for (const { method, url, needs, body } of routeTable) {
    const title = needs === "signed-in" ? "a session" : `"${needs[0]}" (${needs[1]})`;
    it(`X2: ${method} ${url} needs ${title}`, async () => {
      const [area, level] = needs === "signed-in" ? (["Appointments", "view"] as const) : needs;
      const request: InjectOptions = { method, url, ...(body === undefined ? {} : { payload: body as object }) };
      const { statusCode: withoutSession } = await ask(request);
      await give(area, needs === "signed-in" ? "none" : (levels[levels.indexOf(level) - 1] ?? "none"));
      const tooLittle = await ask({ ...request, headers });
      if (needs !== "signed-in") await give(area, level);
      const enough = await ask({ ...request, headers });
      const { "x-spectra-csrf": _proof, ...withoutProof } = headers;
      const unproven = await ask({ ...request, headers: withoutProof });
      assert.deepEqual(
        [withoutSession, tooLittle.statusCode === 403, enough.statusCode === 403, unproven.statusCode === 403],
        [401, needs !== "signed-in", false, method !== "GET"],
      );
    });
  }

  it("X2: stands in the table, or in the list of open routes", () => {
    const operations = Object.entries(server.swagger().paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item ?? {}).map((method) => ({ method: method.toUpperCase(), path })),
    );
    const isKnown = ({ method, path }: (typeof operations)[number]): boolean => {
      const pattern = new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}$`);
      return (
        openRoutes.includes(`${method} ${path}`) ||
        routeTable.some((row) => row.method === method && pattern.test(row.url.split("?")[0] ?? ""))
      );
    };
    assert.deepEqual(
      operations.filter((operation) => !isKnown(operation)),
      [],
    );
    assert.ok(operations.length > 40);
  });
});
