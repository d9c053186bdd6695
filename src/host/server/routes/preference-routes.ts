import { Type } from "typebox";

import type { PreferenceOwner, UserId } from "../../../api/index.js";
import { ClearanceMissingError } from "../../security/index.js";
import { viewerOf } from "../access.js";
import { UnknownUserError } from "../errors.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const Values = Type.Record(Type.String(), Type.Unknown());
const Page = Type.Object({ pageId: Type.String() });
const UserPage = Type.Object({ userId: Type.Integer(), pageId: Type.String() });
const company: PreferenceOwner = { kind: "company" };

/** Contributed pages of User Preferences, Users, and Company (Studio) Preferences. */
export function preferenceRoutes(server: RouteServer, services: ServerServices): void {
  const { preferencePages, clearances, users } = services;

  /** One's own page, or with the clearance "Users" anybody's (P4). */
  const ownerFor = async (userId: UserId, viewer: UserId): Promise<PreferenceOwner> => {
    const mayEditOthers = userId === viewer || (await clearances.allows(viewer, "Users", "add-modify"));
    if (!mayEditOthers) throw new ClearanceMissingError("Users", "add-modify");
    if ((await users.findById(userId)) === undefined) throw new UnknownUserError(userId);
    return { kind: "user", userId };
  };

  const own = { access: "signed-in" } as const;
  const companys = { access: { area: "Company Preferences", level: "add-modify" } } as const;

  server.get("/api/preferences/user-pages", { config: own }, async () => preferencePages.list("user"));
  server.get("/api/preferences/company-pages", { config: companys }, async () => preferencePages.list("company"));

  server.get(
    "/api/preferences/users/:userId/pages/:pageId",
    { config: own, schema: { params: UserPage } },
    async (request) => {
      const { userId, pageId } = request.params;
      const viewer = viewerOf(request).id;
      return preferencePages.open(await ownerFor(userId, viewer), pageId, viewer);
    },
  );
  server.get(
    "/api/preferences/users/:userId/pages/:pageId/state",
    { config: own, schema: { params: UserPage } },
    async (request) => {
      const { userId, pageId } = request.params;
      const viewer = viewerOf(request).id;
      return preferencePages.state(await ownerFor(userId, viewer), pageId, viewer);
    },
  );
  server.put(
    "/api/preferences/users/:userId/pages/:pageId",
    { config: own, schema: { params: UserPage, body: Values } },
    async (request) => {
      const { userId, pageId } = request.params;
      return preferencePages.save(await ownerFor(userId, viewerOf(request).id), pageId, request.body);
    },
  );
  server.post(
    "/api/preferences/users/:userId/pages/:pageId/actions/:actionId",
    { config: own, schema: { params: Type.Object({ ...UserPage.properties, actionId: Type.String() }), body: Values } },
    async (request) => {
      const { userId, pageId, actionId } = request.params;
      const viewer = viewerOf(request).id;
      const owner = await ownerFor(userId, viewer);
      return preferencePages.act(owner, pageId, actionId, viewer, request.body, server.stopping);
    },
  );

  server.get(
    "/api/preferences/company/pages/:pageId",
    { config: companys, schema: { params: Page } },
    async (request) => preferencePages.open(company, request.params.pageId, viewerOf(request).id),
  );
  server.get(
    "/api/preferences/company/pages/:pageId/state",
    { config: companys, schema: { params: Page } },
    async (request) => preferencePages.state(company, request.params.pageId, viewerOf(request).id),
  );
  server.put(
    "/api/preferences/company/pages/:pageId",
    { config: companys, schema: { params: Page, body: Values } },
    async (request) => preferencePages.save(company, request.params.pageId, request.body),
  );
  server.post(
    "/api/preferences/company/pages/:pageId/actions/:actionId",
    {
      config: companys,
      schema: { params: Type.Object({ ...Page.properties, actionId: Type.String() }), body: Values },
    },
    async (request) => {
      const { pageId, actionId } = request.params;
      return preferencePages.act(company, pageId, actionId, viewerOf(request).id, request.body, server.stopping);
    },
  );
}
