import { AsyncLocalStorage } from "node:async_hooks";

import { NestedTransactionError } from "../errors.js";

/** Knows, wherever it is asked, whether the caller is inside a transaction of its own. */
export class TransactionScope {
  readonly #current = new AsyncLocalStorage<{ isOpen: boolean }>();

  get isInside(): boolean {
    return this.#current.getStore()?.isOpen === true;
  }

  /** @throws NestedTransactionError within another transaction of the same caller */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isInside) throw new NestedTransactionError();
    const scope = { isOpen: true };
    try {
      return await this.#current.run(scope, work);
    } finally {
      // Work somebody forgot to await is outside from now on.
      scope.isOpen = false;
    }
  }
}
