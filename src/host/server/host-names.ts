import type { FastifyInstance } from "fastify";

import { ForeignHostNameError } from "./errors.js";

const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]", "::1"]);

/** Whether a computer can be reached from elsewhere under this address. */
export function isLoopback(host: string): boolean {
  return loopbackNames.has(host);
}

/**
 * On loopback, refuses requests that call this server by any other name: a page of another
 * site that had its own name point here would otherwise be let in by the browser (X2).
 */
export function refuseForeignNames(server: FastifyInstance): void {
  server.addHook("onRequest", async ({ hostname }) => {
    if (!isLoopback(hostname)) throw new ForeignHostNameError(hostname);
  });
}
