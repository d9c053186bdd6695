import { Type } from "typebox";

import { ClearanceMissingError } from "../../security/index.js";
import { viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const ById = Type.Object({ id: Type.String() });
const Input = Type.Object({ input: Type.Record(Type.String(), Type.Unknown(), { default: {} }) });
const Callback = Type.Object({ pluginId: Type.String(), "*": Type.String() });
const Query = Type.Record(Type.String(), Type.String());
const RecordParameters = Type.Object({
  kind: Type.Union([Type.Literal("appointment"), Type.Literal("session"), Type.Literal("client")]),
  id: Type.Integer(),
});

/** What plugins contribute to the workbench: menus, commands, views, lines on records, callbacks. */
export function contributionRoutes(server: RouteServer, services: ServerServices): void {
  const { contributions, commandRunner, clearances, callbackRoutes } = services;
  const config = { access: "signed-in" } as const;

  server.get("/api/menus", { config }, async () => contributions.menus.list().map(({ declaration }) => declaration));

  server.get("/api/commands", { config }, async () =>
    contributions.commands.list().map(({ declaration: { id, title, input } }) => ({ id, title, input })),
  );

  server.post("/api/commands/:id", { config, schema: { params: ById, body: Input } }, async (request) =>
    commandRunner.run(request.params.id, {
      input: request.body.input,
      viewer: viewerOf(request).id,
      signal: server.stopping,
    }),
  );

  server.post("/api/views/:id", { config, schema: { params: ById, body: Input } }, async (request) => {
    const viewer = viewerOf(request).id;
    const { title, kind, clearance } = contributions.views.get(request.params.id).declaration;
    if (clearance !== undefined && !(await clearances.allows(viewer, clearance.area, clearance.level))) {
      throw new ClearanceMissingError(clearance.area, clearance.level);
    }
    const load = contributions.views.use(request.params.id, (view) => view.load(request.body.input, viewer));
    return { title, kind, content: await load };
  });

  server.get("/api/records/:kind/:id/status", { config, schema: { params: RecordParameters } }, async (request) => {
    const viewer = viewerOf(request).id;
    const concerned = contributions.recordStatus
      .list()
      .filter(({ declaration }) => declaration.records.includes(request.params.kind));
    return Promise.all(
      concerned.map(async ({ declaration: { id, title } }) => {
        const lines = await contributions.recordStatus.use(id, (status) => status.statusOf(request.params, viewer));
        return { id, title, lines };
      }),
    );
  });

  server.get(
    "/callbacks/:pluginId/*",
    { config: { access: "anybody" }, schema: { params: Callback, querystring: Query } },
    async (request, reply) => {
      const { pluginId, "*": path } = request.params;
      const userId = request.session?.user.id;
      const { goTo, message, isProblem } = await callbackRoutes.answer(pluginId, path, {
        query: request.query,
        userId,
      });
      const told = new URLSearchParams({ message, ...(isProblem ? { problem: "1" } : {}) });
      return reply.redirect(`${goTo}${goTo.includes("?") ? "&" : "?"}${told.toString()}`, 303);
    },
  );
}
