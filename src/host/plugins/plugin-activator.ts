import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { Clock, Logger } from "../../api/index.js";
import type { PluginModule } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import { ActivePlugin } from "./active-plugin.js";
import { NoMainError, NotAPluginError, UnimplementedContributionError } from "./errors.js";
import { PluginServices } from "./plugin-services.js";
import type { InstalledPlugin } from "./plugin-state.js";
import { withinTimeLimit } from "./time-limit.js";

/** How long a plugin may take to load, to activate, and to come to an end (X4). */
const timeLimit = 30_000;

/** An activated plugin, until it is ended. */
export interface RunningPlugin {
  /** Work aborted and awaited, everything disposed newest first. Never rejects: what goes wrong is logged. */
  end(): Promise<void>;
}

/** Takes plugins through their life: declared, activated, ended. */
@injectable()
export class PluginActivator {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(PluginServices) private readonly services: PluginServices,
    @inject(Clock) private readonly clock: Clock,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** Rejects with the reason when the plugin cannot be activated; nothing of it is left behind then. */
  async activate(plugin: InstalledPlugin): Promise<RunningPlugin> {
    const active = new ActivePlugin(plugin, this.contributions, this.services(plugin));
    const declared = this.contributions.declare(active, plugin);
    let module: PluginModule | undefined;
    const end = async (): Promise<void> => {
      await declared.dispose();
      await this.#step(active, "work", () => active.stopWork());
      await this.#step(active, "deactivate", async () => module?.deactivate?.());
      await this.#step(active, "dispose", () => active.release());
    };
    try {
      module = await withinTimeLimit(this.clock, timeLimit, "load", this.#load(plugin));
      const activation = Promise.resolve(module.activate(active));
      await withinTimeLimit(this.clock, timeLimit, "activate", activation);
      const missing = active.unimplemented();
      if (missing.length > 0) throw new UnimplementedContributionError(missing);
      return { end };
    } catch (failure) {
      await end();
      throw failure;
    }
  }

  async #load({ folder, manifest }: InstalledPlugin): Promise<PluginModule> {
    const path = join(folder, manifest.main);
    if (!existsSync(path)) throw new NoMainError(manifest.main);
    const loaded: unknown = await import(pathToFileURL(path).href);
    if (!isPluginModule(loaded)) throw new NotAPluginError(manifest.main);
    return loaded;
  }

  /** A plugin that fails while it ends must not keep the host from going on (X4). */
  async #step({ pluginId }: ActivePlugin, what: string, step: () => Promise<void>): Promise<void> {
    try {
      await withinTimeLimit(this.clock, timeLimit, what, step());
    } catch (failure) {
      this.logger.error("A plugin did not end well", { pluginId, step: what, reason: messageOf(failure) });
    }
  }
}

function isPluginModule(loaded: unknown): loaded is PluginModule {
  return typeof loaded === "object" && loaded !== null && "activate" in loaded && typeof loaded.activate === "function";
}
