import { createRequire } from "node:module";

import type { Knex } from "knex";

/** What of a tedious connection decides whether it can take a request. */
interface TediousConnection {
  readonly state: { readonly name: string };
  execSql(request: unknown): void;
}

// knex publishes no types for the classes of its dialects; they are all constructors of Knex.Client.
const MssqlClient = createRequire(import.meta.url)("knex/lib/dialects/mssql/index.js") as typeof Knex.Client;

/**
 * knex's mssql dialect with a queue of requests for each connection. The original has
 * one queue for all (it sits on the prototype), so that a request waiting for its
 * transaction's connection may be run on another one, outside the transaction.
 */
export function mssqlClient(): typeof Knex.Client {
  const waiting = new WeakMap<TediousConnection, unknown[]>();
  return class QueueingMssqlClient extends MssqlClient {
    _enqueueRequest(request: unknown, connection: TediousConnection): void {
      const queue = waiting.get(connection) ?? [];
      waiting.set(connection, queue);
      queue.push(request);
      this._chomp(connection);
    }

    _chomp(connection: TediousConnection): void {
      if (connection.state.name !== "LoggedIn") return;
      const next = waiting.get(connection)?.shift();
      if (next !== undefined) connection.execSql(next);
    }
  };
}
