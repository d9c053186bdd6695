import { fileURLToPath } from "node:url";

import { Clock } from "../../../src/api/index.js";
import type { Edition, Studio } from "../../../src/api/index.js";
import { zoneName } from "../../../src/base/wall-time.js";
import { ContributionPoints } from "../../../src/host/contributions/index.js";
import { PluginActivator, PluginCatalog, Plugins, offer } from "../../../src/host/plugins/index.js";
import type { EnablementStore } from "../../../src/host/plugins/index.js";
import { FakeClock } from "../../support/fake-clock.js";
import { RecordingLogger } from "../../support/recording-logger.js";

/** The folder of a fixture plugin. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../../../test/host/plugins/fixtures/${name}`, import.meta.url));
}

/** Enablement in memory; two processes of a test share one. */
export class MemoryEnablementStore implements EnablementStore {
  readonly #wishes = new Map<string, boolean>();

  async read(): Promise<ReadonlyMap<string, boolean>> {
    return new Map(this.#wishes);
  }
  async write(pluginId: string, isEnabled: boolean): Promise<void> {
    this.#wishes.set(pluginId, isEnabled);
  }
}

function studioOf(edition: Edition): Studio {
  const timeZone = zoneName("America/Chicago");
  return {
    facts: async () => ({ guid: "g", name: "Studio", edition, product: "Spectra", locale: "en-US", timeZone }),
    syncZone: async () => timeZone,
  };
}

/** The plugins of one process of a test. */
export function pluginProcess(
  names: readonly string[],
  { enablement = new MemoryEnablementStore(), edition = "Standard" as Edition } = {},
) {
  const clock = new FakeClock();
  const logger = new RecordingLogger();
  const contributions = new ContributionPoints();
  const activator = new PluginActivator(contributions, () => [offer(Clock, clock)], clock, logger);
  const catalog = new PluginCatalog(names.map(fixture), enablement, studioOf(edition));
  const plugins = new Plugins(catalog, activator, clock, logger);
  return { clock, logger, contributions, plugins };
}
