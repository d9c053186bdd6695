import { Type } from "typebox";

import { viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const Read = Type.Object({ upToId: Type.Integer() });

/** What stands under the bell. */
export function notificationRoutes(server: RouteServer, { notifications }: ServerServices): void {
  const config = { access: "signed-in" } as const;

  server.get("/api/notifications", { config }, async (request) => notifications.listFor(viewerOf(request).id));

  server.post("/api/notifications/read", { config, schema: { body: Read } }, async (request) => {
    await notifications.markRead(viewerOf(request).id, request.body.upToId);
    return { isRead: true };
  });
}
