import { Studio, apiVersion } from "../../api/index.js";
import type { Edition } from "../../api/index.js";
import { inject, injectable, serviceToken } from "../../base/service-token.js";
import { isVersionCovered } from "./api-version.js";
import { EnablementStore } from "./enablement-store.js";
import { findPlugins } from "./plugin-discovery.js";
import type { FoundPlugin, PluginState } from "./plugin-state.js";

/** Folders in which plugins are looked for. */
export type PluginRoots = readonly string[];
export const PluginRoots = serviceToken<PluginRoots>("plugin-roots");

/** Which plugins there are, and which of them are to run. */
@injectable()
export class PluginCatalog {
  constructor(
    @inject(PluginRoots) private readonly roots: PluginRoots,
    @inject(EnablementStore) private readonly enablement: EnablementStore,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  find(): Promise<readonly FoundPlugin[]> {
    return findPlugins(this.roots);
  }

  /** Remembers, for all processes, that a plugin is to be on or off. */
  wish(id: string, isEnabled: boolean): Promise<void> {
    return this.enablement.write(id, isEnabled);
  }

  /** The state each plugin ought to be in now, in the order given. */
  async statesWanted(plugins: readonly FoundPlugin[]): Promise<readonly PluginState[]> {
    const wishes = await this.enablement.read();
    const { edition } = await this.studio.facts();
    return plugins.map((found) => stateWanted(found, wishes, edition));
  }
}

function stateWanted(found: FoundPlugin, wishes: ReadonlyMap<string, boolean>, edition: Edition): PluginState {
  if (found.kind === "invalid") return { kind: "invalid-manifest", problems: found.problems };
  const { id, editions, engines } = found.plugin.manifest;
  if (wishes.get(id) === false) return { kind: "disabled" };
  if (editions !== undefined && !editions.includes(edition)) return { kind: "edition-not-covered", edition, editions };
  if (!isVersionCovered(engines.spectra, apiVersion)) {
    return { kind: "api-version-not-covered", needed: engines.spectra, offered: apiVersion };
  }
  return { kind: "enabled" };
}
