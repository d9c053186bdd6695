import type { Knex } from "knex";

import type { Dialect, Transaction } from "../../../api/index.js";
import { serviceToken } from "../../../base/service-token.js";

/** The present time as the database tells it: the only clock that leases and claims trust (G6). */
export interface DatabaseClock {
  databaseNow(transaction?: Transaction): Promise<Date>;
}
export const DatabaseClock = serviceToken<DatabaseClock>("database-clock");

/** An open studio database. */
export interface StudioConnection extends DatabaseClock {
  readonly dialect: Dialect;
  /** A query builder, inside the transaction when one is given. @throws ForeignTransactionError */
  query(transaction?: Transaction): Knex;
  /**
   * Runs the work in one transaction. Inside it, hand the transaction to every query.
   * @throws NestedTransactionError within another transaction of the same caller
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
export const StudioConnection = serviceToken<StudioConnection>("studio-connection");
