import { AsyncLocalStorage } from "node:async_hooks";

import { NestedTransactionError } from "../errors.js";

interface OpenTransaction {
  readonly scope: TransactionScope;
  isOpen: boolean;
  /** What was open already, of another database. */
  readonly outer: OpenTransaction | undefined;
}

/** One for all scopes: each storage that was ever entered costs every promise of the process something, for good. */
const current = new AsyncLocalStorage<OpenTransaction>();

/** Knows, wherever it is asked, whether the caller is inside a transaction of its own. */
export class TransactionScope {
  get isInside(): boolean {
    for (let open = current.getStore(); open !== undefined; open = open.outer)
      if (open.scope === this && open.isOpen) return true;
    return false;
  }

  /** @throws NestedTransactionError within another transaction of the same caller */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isInside) throw new NestedTransactionError();
    const transaction: OpenTransaction = { scope: this, isOpen: true, outer: current.getStore() };
    try {
      return await current.run(transaction, work);
    } finally {
      // Work somebody forgot to await is outside from now on.
      transaction.isOpen = false;
    }
  }
}
