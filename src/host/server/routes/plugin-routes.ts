import { Type } from "typebox";

import type { PluginManifest } from "../../../api/schemas/plugin-manifest.generated.js";
import { describePluginState } from "../../plugins/index.js";
import type { PluginStatus } from "../../plugins/index.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const ById = Type.Object({ id: Type.String() });

/** The plugin manager. */
export function pluginRoutes(server: RouteServer, { plugins, liveEvents }: ServerServices): void {
  const changing = { access: { area: "Plugin Manager", level: "add-modify" } } as const;

  const shownPlugin = ({ id, title, description, version, folder, state }: PluginStatus) => ({
    id,
    title,
    description,
    version,
    folder,
    state: state.kind,
    reason: describePluginState(state),
    problems: state.kind === "invalid-manifest" ? state.problems.map(({ path, message }) => `${path} ${message}`) : [],
    contributions: contributionsOf(plugins.installed().find(({ manifest }) => manifest.id === id)?.manifest),
  });
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

/** What a plugin brings when it is enabled, by kind, as people know it. */
function contributionsOf(
  manifest: PluginManifest | undefined,
): readonly { readonly kind: string; readonly titles: readonly string[] }[] {
  if (manifest === undefined) return [];
  const { preferencePages = [], menus = [], commands = [], views = [], jobs = [] } = manifest.contributes;
  const { recordStatus = [], commandLine = [] } = manifest.contributes;
  const kinds = [
    { kind: "Pages of preferences", titles: preferencePages.map(({ title }) => title) },
    { kind: "Menus", titles: menus.map(({ path, title }) => `${path.replaceAll("/", " > ")} > ${title}`) },
    { kind: "Commands", titles: commands.map(({ title }) => title) },
    { kind: "Screens", titles: views.map(({ title }) => title) },
    { kind: "Control Center jobs", titles: jobs.map(({ title }) => title) },
    { kind: "Lines on records", titles: recordStatus.map(({ title }) => title) },
    { kind: "Command line", titles: commandLine.map(({ path }) => `spectra ${path}`) },
  ];
  return kinds.filter(({ titles }) => titles.length > 0);
}
