import { Clock, Logger } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { UnknownPluginError } from "./errors.js";
import { PluginActivator } from "./plugin-activator.js";
import type { RunningPlugin } from "./plugin-activator.js";
import { PluginCatalog } from "./plugin-catalog.js";
import type { FoundPlugin, InstalledPlugin, PluginState, PluginStatus } from "./plugin-state.js";

/** How often a process looks whether another one switched a plugin. */
const followEvery = 5_000;

interface Known {
  readonly found: FoundPlugin;
  state: PluginState;
  running: RunningPlugin | undefined;
}

/**
 * The plugins of this process: which there are, in what state, switched on and off at run
 * time. The wish to have one on or off is in the database, so that every process follows.
 */
@injectable()
export class Plugins {
  readonly #known = new Map<string, Known>();
  #queue: Promise<void> = Promise.resolve();

  constructor(
    @inject(PluginCatalog) private readonly catalog: PluginCatalog,
    @inject(PluginActivator) private readonly activator: PluginActivator,
    @inject(Clock) private readonly clock: Clock,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** Finds the plugins and activates those that are to run. A plugin that fails is a state, never a rejection (X4). */
  async start(): Promise<void> {
    for (const found of await this.catalog.find()) {
      const id = found.kind === "installed" ? found.plugin.manifest.id : found.id;
      this.#known.set(id, { found, state: { kind: "disabled" }, running: undefined });
    }
    await this.refresh();
  }

  /** Keeps in step with what other processes switch, until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.clock.sleep(followEvery, signal);
        await this.refresh();
      } catch (failure) {
        if (signal.aborted) return;
        this.logger.warn("The state of plugins could not be read", { reason: messageOf(failure) });
      }
    }
  }

  list(): readonly PluginStatus[] {
    return [...this.#known].map(([id, { found, state }]) => {
      if (found.kind === "invalid") {
        return { id, title: id, description: "", version: "", folder: found.folder, state };
      }
      const { folder, manifest } = found.plugin;
      return { id, title: manifest.title, description: manifest.description, version: manifest.version, folder, state };
    });
  }

  /** Plugins whose manifest is in order, whatever their state. */
  installed(): readonly InstalledPlugin[] {
    return [...this.#known.values()].flatMap(({ found }) => (found.kind === "installed" ? [found.plugin] : []));
  }

  /** Switches a plugin on or off here and, through the database, in every process. @throws UnknownPluginError */
  async switch(id: string, isEnabled: boolean): Promise<PluginStatus> {
    const known = this.#known.get(id);
    if (known === undefined) throw new UnknownPluginError(id);
    await this.catalog.wish(id, isEnabled);
    // Switching on is also how a person says "try again" after a failure.
    if (isEnabled && known.state.kind === "failed") known.state = { kind: "disabled" };
    await this.refresh();
    const status = this.list().find((one) => one.id === id);
    if (status === undefined) throw new UnknownPluginError(id);
    return status;
  }

  /** Brings every plugin into the state the database, the edition and its manifest ask for. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const known = [...this.#known.values()];
      const wanted = await this.catalog.statesWanted(known.map(({ found }) => found));
      for (const [index, one] of known.entries()) await this.#bringInto(one, wanted[index] ?? one.state);
    });
  }

  /** Ends every plugin, the last started first. */
  stop(): Promise<void> {
    return this.#inTurn(async () => {
      for (const known of [...this.#known.values()].reverse()) await this.#end(known);
    });
  }

  async #bringInto(known: Known, wanted: PluginState): Promise<void> {
    if (wanted.kind !== "enabled") {
      await this.#end(known);
      known.state = wanted;
      return;
    }
    if (known.running !== undefined || known.state.kind === "failed" || known.found.kind === "invalid") return;
    try {
      known.running = await this.activator.activate(known.found.plugin);
      known.state = wanted;
    } catch (failure) {
      const reason = messageOf(failure);
      known.state = { kind: "failed", reason };
      this.logger.error("A plugin could not be activated", { pluginId: known.found.plugin.manifest.id, reason });
    }
  }

  async #end(known: Known): Promise<void> {
    const { running } = known;
    known.running = undefined;
    await running?.end();
  }

  /** One change at a time: switching twice in a row must not activate twice. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#queue.then(work);
    // The caller of this turn hears of its failure; the next turn starts all the same.
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
