import { Type } from "typebox";

import { messageOf } from "../../../base/coded-error.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const ById = Type.Object({ id: Type.String() });
const Settings = Type.Object({
  isEnabled: Type.Boolean(),
  schedule: Type.Object({ kind: Type.Literal("every"), minutes: Type.Integer({ minimum: 1, maximum: 1440 }) }),
  computerName: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
});
const RunFilter = Type.Object({
  jobId: Type.Optional(Type.String()),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
});

/** Utilities > Control Center, and its logs (J1, J3, J5). */
export function controlCenterRoutes(server: RouteServer, services: ServerServices): void {
  const { controlCenter, jobRunner, studio, logger } = services;
  const viewing = { access: { area: "Control Center", level: "view" } } as const;
  const changing = { access: { area: "Control Center", level: "add-modify" } } as const;

  server.get("/api/jobs", { config: viewing }, async () => {
    const { product } = await studio.facts();
    return (await controlCenter.listJobs()).filter(({ managedIn }) => !managedIn.includes(product));
  });
  server.get("/api/computers", { config: viewing }, async () => controlCenter.listComputers());

  server.put(
    "/api/jobs/:id/settings",
    { config: changing, schema: { params: ById, body: Settings } },
    async (request) => {
      const { isEnabled, schedule, computerName } = request.body;
      await controlCenter.changeSettings(request.params.id, { isEnabled, schedule, computerName });
      return { isSaved: true };
    },
  );

  server.post("/api/jobs/:id/run", { config: changing, schema: { params: ById } }, async (request, reply) => {
    const jobId = controlCenter.requireJob(request.params.id);
    const { jobRunId, finished } = await jobRunner.start(jobId, { signal: server.stopping });
    server.inBackground(
      finished.then(
        ({ outcome }) => logger.info("A job was run by hand", { jobId, jobRunId, outcome }),
        (failure: unknown) => logger.error("A job run by hand broke", { jobId, jobRunId, reason: messageOf(failure) }),
      ),
    );
    return reply.code(202).send({ jobRunId });
  });

  server.get("/api/job-runs", { config: viewing, schema: { querystring: RunFilter } }, async ({ query }) => {
    const { jobId, limit } = query;
    return controlCenter.listRuns(jobId === undefined ? { limit } : { jobId, limit });
  });
  server.get("/api/job-runs/:id", { config: viewing, schema: { params: ById } }, async ({ params }) =>
    controlCenter.getRun(params.id),
  );
}
