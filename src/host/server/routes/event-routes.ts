import { toDisposable } from "../../../base/disposable.js";
import type { LiveEvent } from "../../live-events/index.js";
import { viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

/** Server-sent events: progress, notifications and changes, as they happen. */
export function eventRoutes(server: RouteServer, { liveEvents, clearances, logger }: ServerServices): void {
  server.get("/api/events", { config: { access: "signed-in" }, sse: "only" }, async (request, reply) => {
    const viewer = viewerOf(request).id;
    const seesEverybody = await clearances.allows(viewer, "Users", "view");
    const concerns = (event: LiveEvent): boolean =>
      event.kind !== "progress" || event.userId === viewer || seesEverybody;

    reply.sse.keepAlive();
    await reply.sse.send({ event: "connected", data: {} });
    const subscription = liveEvents.subscribe((event) => {
      if (!concerns(event) || !reply.sse.isConnected) return;
      reply.sse.send({ event: event.kind, data: event }).catch(() => {
        // The window was closed in this very moment; `onClose` below ends the subscription.
        logger.debug("A live event found its window closed");
      });
    });
    const end = toDisposable(() => {
      void subscription.dispose();
      server.stopping.removeEventListener("abort", close);
    });
    const close = (): void => {
      reply.sse.close();
    };
    server.stopping.addEventListener("abort", close, { once: true });
    reply.sse.onClose(() => void end.dispose());
  });
}
