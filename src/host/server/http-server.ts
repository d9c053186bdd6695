import { randomUUID } from "node:crypto";

import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import { fastifySSE } from "@fastify/sse";
import swagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import { fastify } from "fastify";
import type { FastifyInstance } from "fastify";

import { messageOf } from "../../base/coded-error.js";
import { guardRoutes } from "./access.js";
import { errorAnswer } from "./error-answer.js";
import { refuseForeignNames } from "./host-names.js";
import { giveLifetime } from "./lifetime.js";
import { nameRequests } from "./request-ids.js";
import { bookingRoutes } from "./routes/booking-routes.js";
import { calendarRoutes } from "./routes/calendar-routes.js";
import { clientGroupRoutes } from "./routes/client-group-routes.js";
import { clientRoutes } from "./routes/client-routes.js";
import { conflictRoutes } from "./routes/conflict-routes.js";
import { contributionRoutes } from "./routes/contribution-routes.js";
import { controlCenterRoutes } from "./routes/control-center-routes.js";
import { eventRoutes } from "./routes/event-routes.js";
import { healthRoutes } from "./routes/health-routes.js";
import { jobLogRoutes } from "./routes/job-log-routes.js";
import { notificationRoutes } from "./routes/notification-routes.js";
import { outboxRoutes } from "./routes/outbox-routes.js";
import { pageRoutes } from "./routes/page-routes.js";
import { peopleRoutes } from "./routes/people-routes.js";
import { pluginRoutes } from "./routes/plugin-routes.js";
import { preferenceRoutes } from "./routes/preference-routes.js";
import { sessionRoutes } from "./routes/session-routes.js";
import type { ServerServices } from "./server-services.js";
import { serveWorkbench } from "./workbench-files.js";

export interface HttpServerOptions {
  /** Where the built workbench lies. */
  readonly workbenchFolder: string;
  /** Only pages opened under a loopback name are served. */
  readonly isLoopbackOnly: boolean;
}

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // The workbench's components place their styles at run time.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** The HTTP API, live events and the workbench. It carries in and out; every rule is behind it. */
export async function createHttpServer(services: ServerServices, options: HttpServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
  }).withTypeProvider<TypeBoxTypeProvider>();
  nameRequests(server, services);
  giveLifetime(server);
  if (options.isLoopbackOnly) refuseForeignNames(server);
  server.setErrorHandler(async (failure, request, reply) => {
    const { status, body } = errorAnswer(failure);
    if (status >= 500) {
      const { method, routeOptions } = request;
      services.logger.error("A request failed", { method, route: routeOptions.url, reason: messageOf(failure) });
    }
    return reply.code(status).send(body);
  });
  await server.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  await server.register(cookie);
  await server.register(fastifySSE);
  await server.register(swagger, {
    openapi: { info: { title: "Spectra", description: "The HTTP API of the host", version: "1.0.0" } },
  });
  guardRoutes(server, services);
  await server.register(async (routes) => {
    const typed = routes.withTypeProvider<TypeBoxTypeProvider>();
    for (const add of routeGroups) add(typed, services);
    typed.get("/api/openapi.json", { config: { access: "anybody" } }, async () => server.swagger());
  });
  await serveWorkbench(server, options.workbenchFolder);
  return server;
}

const routeGroups = [
  sessionRoutes,
  contributionRoutes,
  preferenceRoutes,
  calendarRoutes,
  conflictRoutes,
  bookingRoutes,
  clientRoutes,
  clientGroupRoutes,
  notificationRoutes,
  outboxRoutes,
  pageRoutes,
  controlCenterRoutes,
  jobLogRoutes,
  healthRoutes,
  peopleRoutes,
  pluginRoutes,
  eventRoutes,
];
