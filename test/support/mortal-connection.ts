import type { Dialect, Transaction } from "../../src/api/index.js";
import type { StudioConnection } from "../../src/host/studio-data/index.js";

/** What a killed process hears from its database: nothing more. */
export class KilledError extends Error {
  constructor() {
    super("The process was killed");
  }
}

/** A connection of a process that can be killed: from then on nothing it asks for happens, and nothing it began stays (G5). */
export class MortalConnection implements StudioConnection {
  #statementsLeft = Number.POSITIVE_INFINITY;

  constructor(private readonly connection: StudioConnection) {}

  get dialect(): Dialect {
    return this.connection.dialect;
  }

  get isDead(): boolean {
    return this.#statementsLeft <= 0;
  }

  /** Lives for so many statements; at once dead with none. */
  dieAfter(statements: number): void {
    this.#statementsLeft = statements;
  }

  /** Another process takes its place. */
  revive(): void {
    this.#statementsLeft = Number.POSITIVE_INFINITY;
  }

  query(transaction?: Transaction): ReturnType<StudioConnection["query"]> {
    this.#requireLife();
    this.#statementsLeft -= 1;
    return this.connection.query(transaction);
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.connection.transaction(async (transaction) => {
      this.#requireLife();
      const result = await work(transaction);
      this.#requireLife();
      return result;
    });
  }

  databaseNow(transaction?: Transaction): Promise<Date> {
    this.#requireLife();
    return this.connection.databaseNow(transaction);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  #requireLife(): void {
    if (this.isDead) throw new KilledError();
  }
}
