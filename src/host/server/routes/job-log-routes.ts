import { Type } from "typebox";
import type { Static } from "typebox";

import { jobRunsCsv } from "../../control-center/index.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const ById = Type.Object({ id: Type.String() });
const Instant = Type.String({ format: "date-time" });
const Filter = Type.Object({
  jobId: Type.Optional(Type.String({ maxLength: 120 })),
  outcome: Type.Optional(
    Type.Union([
      Type.Literal("done"),
      Type.Literal("done-with-problems"),
      Type.Literal("failed"),
      Type.Literal("running"),
    ]),
  ),
  from: Type.Optional(Instant),
  before: Type.Optional(Instant),
  text: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
});
const Page = Type.Intersect([Filter, Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }) })]);
/** As many runs as one export holds. */
const mostExported = 20_000;

/** Utilities > Control Center Logs (J5): every run, found, counted and opened by the database. */
export function jobLogRoutes(server: RouteServer, { controlCenter }: ServerServices): void {
  const config = { access: { area: "Control Center", level: "view" } } as const;

  server.get("/api/job-runs", { config, schema: { querystring: Page } }, async ({ query }) =>
    controlCenter.listRuns({ ...filterOf(query), limit: query.limit }),
  );
  server.get("/api/job-run-groups", { config, schema: { querystring: Filter } }, async ({ query }) =>
    controlCenter.groupRuns(filterOf(query)),
  );
  server.get("/api/job-runs.csv", { config, schema: { querystring: Filter } }, async ({ query }, reply) => {
    const runs = await controlCenter.listRuns({ ...filterOf(query), limit: mostExported });
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="control-center-logs.csv"')
      .send(jobRunsCsv(runs));
  });
  server.get("/api/job-runs/:id", { config, schema: { params: ById } }, async ({ params }) =>
    controlCenter.getRun(params.id),
  );
}

function filterOf({ jobId, outcome, from, before, text }: Static<typeof Filter>) {
  return {
    jobId,
    outcome,
    text,
    from: from === undefined ? undefined : new Date(from),
    before: before === undefined ? undefined : new Date(before),
  };
}
