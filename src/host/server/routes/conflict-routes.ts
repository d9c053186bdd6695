import { Type } from "typebox";

import { wallTimeAt } from "../../../base/wall-time.js";
import type { WallTime } from "../../../base/wall-time.js";
import { viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const Id = Type.Integer({ minimum: 1 });
const ById = Type.Object({ id: Id });
const Query = Type.Object({ user: Type.Optional(Id) });
const Entry = Type.Object({ entryId: Type.String({ minLength: 1, maxLength: 36 }) });
const Action = Type.Object({ contribution: Type.String({ maxLength: 100 }), action: Type.String({ maxLength: 100 }) });

/** "Resolve Schedule Conflicts" (S3, S4). Whose conflicts they are is checked behind these. */
export function conflictRoutes(server: RouteServer, { conflicts, studio, clock }: ServerServices): void {
  const config = { access: "signed-in" } as const;
  // Overlaps are over by the studio's own clock.
  const now = async (): Promise<WallTime> => wallTimeAt(clock.now(), (await studio.facts()).timeZone);

  server.get("/api/schedule-conflicts", { config, schema: { querystring: Query } }, async (request) => {
    const viewer = viewerOf(request).id;
    return conflicts.list(request.query.user ?? viewer, viewer, await now());
  });
  server.post("/api/schedule-conflicts/:id/keep", { config, schema: { params: ById } }, async (request) => {
    await conflicts.keep(request.params.id, viewerOf(request).id, await now());
    return {};
  });
  server.post(
    "/api/schedule-conflicts/:id/delete",
    { config, schema: { params: ById, body: Entry } },
    async (request) => {
      const { entryId } = request.body;
      await conflicts.deleteGoogleBorn(request.params.id, entryId, viewerOf(request).id, await now());
      return {};
    },
  );
  server.post(
    "/api/schedule-conflicts/:id/act",
    { config, schema: { params: ById, body: Action } },
    async (request) => {
      const { contribution, action } = request.body;
      const viewer = viewerOf(request).id;
      return { message: await conflicts.act(request.params.id, contribution, action, viewer, await now()) };
    },
  );
}
