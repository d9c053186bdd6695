import { CodedError } from "../../base/coded-error.js";
import { toDisposable } from "../../base/disposable.js";
import type { Disposable } from "../../base/disposable.js";
import type { ContributionOwner } from "./contribution-owner.js";
import { ContributionTakenError, PluginCallFailedError, UnknownContributionError } from "./errors.js";

/** A declaration of an enabled plugin. */
export interface Contribution<Declaration> {
  readonly pluginId: string;
  readonly declaration: Declaration;
}

interface Entry<Declaration, Implementation> extends Contribution<Declaration> {
  readonly owner: ContributionOwner;
  implementation: Implementation | undefined;
}

/**
 * One kind of contribution: what the enabled plugins declare, and what they implement
 * under the same id. The host calls an implementation only through `use`, so that a
 * plugin being disabled is told and waited for, and its errors never become the host's (X4).
 */
export class ContributionPoint<Declaration, Implementation = never> {
  readonly #entries = new Map<string, Entry<Declaration, Implementation>>();

  /**
   * @param name the key under `contributes` in the manifest
   * @param idOf what tells one declaration from another
   */
  constructor(
    readonly name: string,
    readonly idOf: (declaration: Declaration) => string,
  ) {}

  /** @throws ContributionTakenError when another plugin has declared one of the ids; then none is declared. */
  declare(owner: ContributionOwner, declarations: readonly Declaration[]): Disposable {
    const ids = declarations.map(this.idOf);
    for (const [index, id] of ids.entries()) {
      const other = this.#entries.get(id)?.pluginId ?? (ids.indexOf(id) < index ? owner.pluginId : undefined);
      if (other !== undefined) throw new ContributionTakenError(this.name, id, other);
    }
    for (const declaration of declarations) {
      const entry = { pluginId: owner.pluginId, owner, declaration, implementation: undefined };
      this.#entries.set(this.idOf(declaration), entry);
    }
    return toDisposable(() => {
      for (const id of ids) this.#entries.delete(id);
    });
  }

  /** @throws UnknownContributionError when nothing is declared under this id */
  implement(id: string, implementation: Implementation): Disposable {
    const entry = this.#require(id);
    entry.implementation = implementation;
    return toDisposable(() => {
      entry.implementation = undefined;
    });
  }

  isImplemented(id: string): boolean {
    return this.#entries.get(id)?.implementation !== undefined;
  }

  /** In the order they were declared. */
  list(): readonly Contribution<Declaration>[] {
    return [...this.#entries.values()].map(({ pluginId, declaration }) => ({ pluginId, declaration }));
  }

  /** @throws UnknownContributionError */
  get(id: string): Contribution<Declaration> {
    return this.#require(id);
  }

  /**
   * Calls an implementation. The signal is the plugin's own and the caller's together.
   * @throws UnknownContributionError when no enabled plugin implements the id
   * @throws PluginCallFailedError for anything it throws that is not a coded error
   */
  async use<Result>(
    id: string,
    work: (implementation: Implementation, signal: AbortSignal) => Promise<Result>,
    callerSignal?: AbortSignal,
  ): Promise<Result> {
    const { owner, implementation } = this.#require(id);
    if (implementation === undefined) throw new UnknownContributionError(this.name, id);
    const signal = callerSignal === undefined ? owner.signal : AbortSignal.any([owner.signal, callerSignal]);
    try {
      return await owner.track(work(implementation, signal));
    } catch (failure) {
      if (failure instanceof CodedError || signal.aborted) throw failure;
      throw new PluginCallFailedError(owner.pluginId, id, failure);
    }
  }

  #require(id: string): Entry<Declaration, Implementation> {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new UnknownContributionError(this.name, id);
    return entry;
  }
}
