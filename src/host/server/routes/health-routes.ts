import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

/** For whoever watches over the host: whether it is well, and its numbers. Neither says anything about people (A6). */
export function healthRoutes(server: RouteServer, { health, prometheus }: ServerServices): void {
  const config = { access: "anybody" } as const;

  server.get("/health", { config }, async (_request, reply) => {
    const report = await health.report();
    return reply.code(report.isHealthy ? 200 : 503).send(report);
  });
  server.get("/metrics", { config }, async (_request, reply) =>
    reply.type(prometheus.contentType).send(await prometheus.text()),
  );
}
