import { messageOf } from "../../../base/coded-error.js";
import { toDisposable } from "../../../base/disposable.js";
import type { LiveEvent } from "../../live-events/index.js";
import { isStillSignedIn, viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

/** Server-sent events: progress, notifications and changes, as they happen. */
export function eventRoutes(server: RouteServer, services: ServerServices): void {
  const { liveEvents, clearances, logger } = services;
  server.get("/api/events", { config: { access: "signed-in" }, sse: "only" }, async (request, reply) => {
    const viewer = viewerOf(request).id;
    const seesEverybody = await clearances.allows(viewer, "Users", "view");
    const concerns = (event: LiveEvent): boolean =>
      event.kind !== "progress" || event.userId === viewer || seesEverybody;

    reply.sse.keepAlive();
    await reply.sse.send({ event: "connected", data: {} });
    const pass = async (event: LiveEvent): Promise<void> => {
      if (!reply.sse.isConnected) return;
      // Whoever has signed out, or may not sign in any more, hears of nothing (X2).
      if (await isStillSignedIn(request, services)) await reply.sse.send({ event: event.kind, data: event });
      else reply.sse.close();
    };
    let passed = Promise.resolve();
    const subscription = liveEvents.subscribe((event) => {
      if (!concerns(event)) return;
      // One after the other, so that they arrive in their order.
      passed = passed
        .then(() => pass(event))
        .catch((failure: unknown) => {
          // Mostly the window was closed in this very moment; `onClose` below ends the subscription.
          logger.debug("A live event did not get through", { reason: messageOf(failure) });
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
