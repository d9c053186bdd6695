import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { Logger } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import type { Prometheus } from "../metrics/index.js";
import { HealthPortTakenError } from "./errors.js";
import type { Health } from "./health.js";

/** What is answered from. */
export interface HealthServices {
  readonly health: Health;
  readonly prometheus: Prometheus;
  readonly logger: Logger;
}

/**
 * `/health` and `/metrics` on loopback, for a process that serves nothing else.
 * @param port 0 takes any free port
 * @throws HealthPortTakenError
 */
export async function serveHealth(
  services: HealthServices,
  port: number,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, services).catch((failure: unknown) => {
      services.logger.error("A question about health could not be answered", { reason: messageOf(failure) });
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (failure) => {
      const isTaken = "code" in failure && failure.code === "EADDRINUSE";
      reject(isTaken ? new HealthPortTakenError(port, failure) : failure);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  // A server that listens on a TCP port has an address of this shape.
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${taken}`,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function answer(
  { url, method }: IncomingMessage,
  response: ServerResponse,
  { health, prometheus }: HealthServices,
): Promise<void> {
  if (method === "GET" && url === "/health") {
    const report = await health.report();
    response.writeHead(report.isHealthy ? 200 : 503, { "content-type": "application/json" });
    response.end(JSON.stringify(report));
  } else if (method === "GET" && url === "/metrics") {
    response.writeHead(200, { "content-type": prometheus.contentType }).end(await prometheus.text());
  } else response.writeHead(404).end();
}
