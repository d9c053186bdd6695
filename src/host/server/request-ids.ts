import type { FastifyInstance, onRequestHookHandler } from "fastify";

import { withLogFields } from "../system/index.js";
import type { ServerServices } from "./server-services.js";

/** Log lines of a request's work bear its id, and its answer does: whoever reports a trouble can name it. */
export function nameRequests(server: FastifyInstance, { logger }: Pick<ServerServices, "logger">): void {
  const underItsId: onRequestHookHandler = ({ id }, _reply, done) => {
    withLogFields({ requestId: id }, done);
  };
  server.addHook("onRequest", underItsId);
  // Reading a body goes on in the context of the connection, not in that of the request.
  server.addHook("preValidation", underItsId);
  server.addHook("onRequest", async ({ id }, reply) => {
    void reply.header("x-request-id", id);
  });
  server.addHook("onResponse", async ({ id, method, routeOptions }, { statusCode, elapsedTime }) => {
    const fields = { method, route: routeOptions.url, status: statusCode, milliseconds: Math.round(elapsedTime) };
    logger.debug("A request was answered", { requestId: id, ...fields });
  });
}
