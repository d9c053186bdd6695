import { Type } from "typebox";

import { messageOf } from "../../../base/coded-error.js";
import { weekdays } from "../../control-center/index.js";
import { viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const ById = Type.Object({ id: Type.String() });
const TimeOfDay = Type.String({ maxLength: 5 });
const Days = Type.Optional(Type.Array(Type.Union(weekdays.map((day) => Type.Literal(day))), { maxItems: 7 }));
const Schedule = Type.Union([
  Type.Object({
    kind: Type.Literal("every"),
    minutes: Type.Integer({ minimum: 1, maximum: 1440 }),
    from: Type.Optional(TimeOfDay),
    until: Type.Optional(TimeOfDay),
    days: Days,
  }),
  Type.Object({ kind: Type.Literal("at"), times: Type.Array(TimeOfDay), days: Days }),
]);
const Settings = Type.Object({
  isEnabled: Type.Boolean(),
  schedule: Schedule,
  own: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  computerName: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  notification: Type.Optional(
    Type.Object({
      when: Type.Union([Type.Literal("Never"), Type.Literal("Failures"), Type.Literal("Always")]),
      address: Type.String({ maxLength: 254 }),
    }),
  ),
});
const General = Type.Object({
  userName: Type.String({ maxLength: 20 }),
  password: Type.Optional(Type.String({ maxLength: 200 })),
  keepDays: Type.Integer({ minimum: 1, maximum: 3650 }),
  keepRuns: Type.Integer({ minimum: 100, maximum: 1_000_000 }),
});

/** Utilities > Control Center (J1 to J4). Jobs the product manages are not shown (P6). */
export function controlCenterRoutes(server: RouteServer, services: ServerServices): void {
  const { controlCenter, generalSettings, jobRunner, logger } = services;
  const viewing = { access: { area: "Control Center", level: "view" } } as const;
  const changing = { access: { area: "Control Center", level: "add-modify" } } as const;

  server.get("/api/jobs", { config: viewing }, async () => controlCenter.listShownJobs());
  server.get("/api/computers", { config: viewing }, async () => controlCenter.listComputers());
  server.get("/api/control-center/general-settings", { config: viewing }, async () => generalSettings.read());

  server.put(
    "/api/control-center/general-settings",
    { config: changing, schema: { body: General } },
    async ({ body, ip }) => {
      await generalSettings.write({ ...body, password: body.password }, ip);
      return { isSaved: true };
    },
  );

  server.put(
    "/api/jobs/:id/settings",
    { config: changing, schema: { params: ById, body: Settings } },
    async ({ params, body }) => {
      const { isEnabled, schedule, computerName, own, notification = { when: "Never", address: "" } } = body;
      const jobId = controlCenter.requireShownJob(params.id);
      await controlCenter.changeSettings(jobId, {
        isEnabled,
        schedule,
        computerName,
        notification,
        ...(own === undefined ? {} : { own }),
      });
      return { isSaved: true };
    },
  );

  server.post("/api/jobs/:id/run", { config: changing, schema: { params: ById } }, async (request, reply) => {
    const jobId = controlCenter.requireShownJob(request.params.id);
    const requestedBy = viewerOf(request).id;
    const requestedOf = await controlCenter.requestRun(jobId, requestedBy);
    if (requestedOf !== undefined) return reply.code(202).send({ requestedOf });
    const { jobRunId, finished } = await jobRunner.start(jobId, { signal: server.stopping, requestedBy });
    server.inBackground(
      finished.then(
        ({ outcome }) => logger.info("A job was run by hand", { jobId, jobRunId, outcome }),
        (failure: unknown) => logger.error("A job run by hand broke", { jobId, jobRunId, reason: messageOf(failure) }),
      ),
    );
    return reply.code(202).send({ jobRunId });
  });

  server.post("/api/job-runs/:id/abort", { config: changing, schema: { params: ById } }, async ({ params }, reply) => {
    await controlCenter.abortRun(params.id);
    return reply.code(202).send({ isAsked: true });
  });
}
