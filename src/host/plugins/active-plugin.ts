import { container as emptyRoot } from "tsyringe";
import type { DependencyContainer } from "tsyringe";

import type { ContributionKind, PluginContext } from "../../api/index.js";
import { DisposableStore } from "../../base/disposable.js";
import type { Disposable } from "../../base/disposable.js";
import type { ServiceToken } from "../../base/service-token.js";
import { declaredIds } from "../contributions/index.js";
import type { ContributionOwner, ContributionPoints } from "../contributions/index.js";
import { UndeclaredContributionError, UnknownServiceError } from "./errors.js";
import type { OfferedService } from "./plugin-services.js";
import type { InstalledPlugin } from "./plugin-state.js";

/**
 * The scope of one enabled plugin: its container, what it holds, and the work going on in
 * it. Its container is a child of tsyringe's root, in which nothing is ever registered:
 * a host service resolved through a plugin must not die with the plugin.
 */
export class ActivePlugin implements ContributionOwner, PluginContext {
  readonly pluginId: string;
  readonly folder: string;
  readonly subscriptions = new DisposableStore();
  readonly #plugin: InstalledPlugin;
  readonly #points: ContributionPoints;
  readonly #container: DependencyContainer = emptyRoot.createChildContainer();
  readonly #end = new AbortController();
  readonly #work = new Set<Promise<unknown>>();

  constructor(plugin: InstalledPlugin, points: ContributionPoints, services: readonly OfferedService[]) {
    this.pluginId = plugin.manifest.id;
    this.folder = plugin.folder;
    this.#plugin = plugin;
    this.#points = points;
    for (const { token, value } of services) this.#container.register(token, { useValue: value });
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  service<T>(token: ServiceToken<T>): T {
    if (!this.#container.isRegistered(token)) throw new UnknownServiceError(this.pluginId, token);
    return this.#container.resolve<T>(token);
  }

  provide<T>(token: ServiceToken<T>, value: T): void {
    this.#container.register<T>(token, { useValue: value });
  }

  create<T>(constructor: new (...parameters: never[]) => T): T {
    // tsyringe fills the parameters from their @inject tokens, whatever their types.
    return this.#container.resolve(constructor as unknown as new () => T);
  }

  implement<T>(kind: ContributionKind<T>, id: string, implementation: T): Disposable {
    const point = this.#points.implementable(kind.point);
    const isDeclared = point
      ?.list()
      .some((one) => one.pluginId === this.pluginId && point.idOf(one.declaration) === id);
    if (point === undefined || isDeclared !== true) {
      throw new UndeclaredContributionError(this.pluginId, kind.point, id);
    }
    return this.subscriptions.add(point.implement(id, implementation));
  }

  /** Declared ids that are not implemented. */
  unimplemented(): readonly string[] {
    return declaredIds(this.#plugin.manifest)
      .filter(({ point, id }) => this.#points.implementable(point)?.isImplemented(id) !== true)
      .map(({ id }) => id);
  }

  async track<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work);
    try {
      return await work;
    } finally {
      this.#work.delete(work);
    }
  }

  /** Tells all work to stop and waits until it has. Its failures are its callers' business. */
  async stopWork(): Promise<void> {
    this.#end.abort();
    await Promise.allSettled(this.#work);
  }

  /** Disposes everything the plugin holds, newest first. */
  async release(): Promise<void> {
    try {
      await this.subscriptions.dispose();
    } finally {
      this.#container.clearInstances();
    }
  }
}
