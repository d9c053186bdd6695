import { Type } from "typebox";

import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const Id = Type.Integer({ minimum: 1 });
const ById = Type.Object({ id: Id });
const Group = { name: Type.String({ maxLength: 100 }), isInactive: Type.Boolean() };
const Create = Type.Object(Group);
const Save = Type.Object({ version: Type.String({ minLength: 1, maxLength: 100 }), ...Group });
/** As many as one chooses at once. */
const Members = Type.Object({ clientIds: Type.Array(Id, { minItems: 1, maxItems: 100_000, uniqueItems: true }) });

/** Maintenance > Client > Client Groups, and Tools > Add Clients to Group. */
export function clientGroupRoutes(server: RouteServer, { clientGroups: groups }: ServerServices): void {
  const viewing = { access: { area: "Clients", level: "view" } } as const;
  const changing = { access: { area: "Clients", level: "add-modify" } } as const;

  server.get("/api/client-groups", { config: viewing }, async () => groups.list());
  server.post("/api/client-groups", { config: changing, schema: { body: Create } }, async ({ body }) => ({
    id: await groups.create(body),
  }));
  server.put(
    "/api/client-groups/:id",
    { config: changing, schema: { params: ById, body: Save } },
    async ({ params, body: { version, ...group } }) => {
      await groups.save(params.id, version, group);
      return { isSaved: true };
    },
  );
  server.post(
    "/api/client-groups/:id/add",
    { config: changing, schema: { params: ById, body: Members } },
    async ({ params, body }) => {
      await groups.add(params.id, body.clientIds);
      return { isAdded: true };
    },
  );
  server.post(
    "/api/client-groups/:id/remove",
    { config: changing, schema: { params: ById, body: Members } },
    async ({ params, body }) => {
      await groups.remove(params.id, body.clientIds);
      return { isRemoved: true };
    },
  );
}
