import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyInstance {
    /** Aborted when the server is being closed. */
    readonly stopping: AbortSignal;
    /** Work that outlives its request; closing the server waits for it. */
    inBackground(work: Promise<void>): void;
  }
}

/** Lets routes start work that goes on after their answer, and ends it when the server is closed. */
export function giveLifetime(server: FastifyInstance): void {
  const stop = new AbortController();
  const work = new Set<Promise<void>>();
  server.decorate("stopping", stop.signal);
  server.decorate("inBackground", (one: Promise<void>) => {
    work.add(one);
    void one.finally(() => work.delete(one));
  });
  // Before the connections are closed: open event streams end with the signal.
  server.addHook("preClose", async () => {
    stop.abort();
    await Promise.allSettled(work);
  });
}
