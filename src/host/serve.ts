import type { FastifyInstance } from "fastify";

import { messageOf } from "../base/coded-error.js";
import type { Host } from "./composition-root.js";
import { PortTakenError, createHttpServer, isLoopback } from "./server/index.js";

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly hostName: string;
  /** The https address other sites send browsers back to; the address listened on when left out. */
  readonly publicAddress?: string;
  readonly workbenchFolder: string;
  /** Whether jobs this computer was chosen for are run in this process. */
  readonly runsJobs: boolean;
}

/** A host that serves. */
export interface ServingHost {
  /** Where the workbench is, without a slash at the end. */
  readonly address: string;
  /** Ends requests, jobs and plugins in that order. The database stays open for whoever opened it. */
  close(): Promise<void>;
}

/** Starts the plugins, the server, and by default the Control Center in this process. @throws PortTakenError */
export async function serveHost(host: Host, options: ServeOptions): Promise<ServingHost> {
  const { services, scheduler, studio, mailPost, liveEvents, logger } = host;
  await studio.facts();
  await studio.nowServing();
  await services.controlCenter.reportIn();

  const isLoopbackOnly = isLoopback(options.hostName);
  const server = await createHttpServer(services, { workbenchFolder: options.workbenchFolder, isLoopbackOnly });
  const address = await listen(server, options);
  services.callbackRoutes.setBaseAddress(options.publicAddress ?? address);
  await studio.servedAt(options.publicAddress ?? address);
  await services.plugins.start();

  const stop = new AbortController();
  const loops = [services.plugins.follow(stop.signal), mailPost.serve(stop.signal), liveEvents.follow(stop.signal)];
  if (options.runsJobs) loops.push(scheduler.serve(stop.signal));
  logger.info("The host serves", { address });

  return {
    address,
    async close() {
      stop.abort();
      services.callbackRoutes.setBaseAddress(undefined);
      await server.close();
      for (const loop of await Promise.allSettled(loops)) {
        if (loop.status === "rejected") logger.error("A loop broke", { reason: messageOf(loop.reason) });
      }
      await services.plugins.stop();
    },
  };
}

async function listen(server: FastifyInstance, { port, hostName }: ServeOptions): Promise<string> {
  try {
    return await server.listen({ port, host: hostName });
  } catch (failure) {
    await server.close();
    const isTaken = failure instanceof Error && "code" in failure && failure.code === "EADDRINUSE";
    throw isTaken ? new PortTakenError(port) : failure;
  }
}
