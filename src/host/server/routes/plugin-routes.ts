import { Type } from "typebox";

import { describePluginState } from "../../plugins/index.js";
import type { PluginStatus } from "../../plugins/index.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const ById = Type.Object({ id: Type.String() });

/** The plugin manager. */
export function pluginRoutes(server: RouteServer, { plugins, liveEvents }: ServerServices): void {
  const changing = { access: { area: "Plugin Manager", level: "add-modify" } } as const;

  const switchTo = async (id: string, isEnabled: boolean) => {
    const status = await plugins.switch(id, isEnabled);
    liveEvents.publish({ kind: "plugins-changed" });
    return shownPlugin(status);
  };

  server.get("/api/plugins", { config: { access: { area: "Plugin Manager", level: "view" } } }, async () =>
    plugins.list().map(shownPlugin),
  );
  server.post("/api/plugins/:id/enable", { config: changing, schema: { params: ById } }, async ({ params }) =>
    switchTo(params.id, true),
  );
  server.post("/api/plugins/:id/disable", { config: changing, schema: { params: ById } }, async ({ params }) =>
    switchTo(params.id, false),
  );
}

function shownPlugin({ id, title, description, version, state }: PluginStatus) {
  return { id, title, description, version, state: state.kind, reason: describePluginState(state) };
}
