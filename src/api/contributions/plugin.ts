import type { Disposable } from "../../base/disposable.js";
import type { ServiceToken } from "../../base/service-token.js";

/** Anything a plugin implements for an id its manifest declares. */
export interface ContributionKind<T> {
  /** The key under `contributes` in the manifest. */
  readonly point: string;
  readonly token: ServiceToken<T>;
}

/** What the host hands a plugin when it is activated. */
export interface PluginContext {
  readonly pluginId: string;
  /** The plugin's folder, where its manifest lies. */
  readonly folder: string;
  /** Everything the plugin starts, opens or registers; disposed newest first when it is disabled. */
  readonly subscriptions: { add<T extends Disposable>(disposable: T): T };
  /** Aborted when the plugin is being disabled or the host stops. */
  readonly signal: AbortSignal;
  /** A service of the host. @throws UnknownServiceError when the host does not offer it */
  service<T>(token: ServiceToken<T>): T;
  /** Puts an object of the plugin's own into the plugin's container, for its `@inject` parameters. */
  provide<T>(token: ServiceToken<T>, value: T): void;
  /** Makes an object of the plugin's own, its constructor's `@inject` parameters taken from the plugin's container. */
  create<T>(constructor: new (...parameters: never[]) => T): T;
  /**
   * Implements a contribution the manifest declares. Every declared id must be implemented
   * before `activate` resolves, and none that is not declared.
   * @throws UndeclaredContributionError
   */
  implement<T>(kind: ContributionKind<T>, id: string, implementation: T): Disposable;
}

/** What a plugin's `main` module exports. */
export interface PluginModule {
  activate(context: PluginContext): Promise<void> | void;
  /** Runs before the subscriptions are disposed. */
  deactivate?(): Promise<void> | void;
}
