import { serviceToken } from "../../base/service-token.js";

/** One database transaction; opaque to plugins, accepted by studio data and by the plugin's database. */
export interface Transaction {
  readonly __kind: "transaction";
}

/**
 * Several writes that happen together or not at all: a change of the studio's data,
 * the plugin's own record of it, and whatever else belongs to the same step.
 */
export interface UnitOfWork {
  /**
   * Runs the work in a transaction, commits when it resolves, rolls back and rethrows
   * when it rejects. Do nothing slow inside: no network, no waiting. Where the database gave the
   * transaction up (a deadlock, a lost connection) the work may be run again from its beginning,
   * a few times: let it have no effect outside the transaction.
   */
  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}
export const UnitOfWork = serviceToken<UnitOfWork>("unit-of-work");
