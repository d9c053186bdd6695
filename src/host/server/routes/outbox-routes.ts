import { Type } from "typebox";

import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const ById = Type.Object({ id: Type.String() });

/** A mail is shown in a frame of its own that may load nothing, run nothing and reach nothing (X3). */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Utilities > Outbox: the mails of a sample studio. */
export function outboxRoutes(server: RouteServer, { outbox }: ServerServices): void {
  const config = { access: { area: "Company Preferences", level: "add-modify" } } as const;

  server.get("/api/outbox", { config }, async () => outbox.list());

  server.get("/api/outbox/:id", { config, schema: { params: ById } }, async ({ params }) => {
    const { html: _shownInItsFrame, ...mail } = await outbox.find(params.id);
    return mail;
  });

  server.get("/api/outbox/:id/html", { config, schema: { params: ById } }, async ({ params }, reply) => {
    const { html } = await outbox.find(params.id);
    return reply.header("content-security-policy", mailPolicy).type("text/html; charset=utf-8").send(html);
  });
}
