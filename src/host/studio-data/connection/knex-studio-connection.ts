import type { Knex } from "knex";

import type { Dialect, Transaction } from "../../../api/index.js";
import { ForeignTransactionError } from "../errors.js";
import { readInstant } from "./columns.js";
import type { StudioConnection } from "./studio-connection.js";

class KnexTransaction implements Transaction {
  readonly __kind = "transaction";
  constructor(readonly knex: Knex.Transaction) {}
}

/** Runs what a transaction does, in its turn. */
export type TransactionRunner = <T>(work: () => Promise<T>) => Promise<T>;

/** A studio database behind knex. */
export class KnexStudioConnection implements StudioConnection {
  constructor(
    readonly dialect: Dialect,
    private readonly knex: Knex,
    /** Where transactions run; may be the same. */
    private readonly writer: Knex,
    private readonly inTurn: TransactionRunner,
    private readonly afterClose: () => void = () => {},
  ) {}

  query(transaction?: Transaction): Knex {
    if (transaction === undefined) return this.knex;
    if (!(transaction instanceof KnexTransaction) || transaction.knex.isCompleted())
      throw new ForeignTransactionError();
    return transaction.knex;
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.inTurn(() => this.writer.transaction((knex) => work(new KnexTransaction(knex))));
  }

  async databaseNow(transaction?: Transaction): Promise<Date> {
    const sql =
      this.dialect === "sqlite"
        ? "select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as instant"
        : "select sysutcdatetime() as instant";
    const rows: unknown = await this.query(transaction).raw(sql);
    // Both drivers answer a select with an array of rows.
    const [row] = rows as readonly { readonly instant: unknown }[];
    return readInstant(row?.instant);
  }

  async close(): Promise<void> {
    await this.knex.destroy();
    if (this.writer !== this.knex) await this.writer.destroy();
    this.afterClose();
  }
}
