import knexModule from "knex";

import { KnexStudioConnection } from "../../src/host/studio-data/connection/knex-studio-connection.js";
import { mssqlClient } from "../../src/host/studio-data/connection/mssql-client.js";
import { TransactionScope } from "../../src/host/studio-data/connection/transaction-scope.js";
import type { StudioConnection } from "../../src/host/studio-data/index.js";
import type { StatementListener } from "./mssql-stand-in.js";

/** Nobody: it says what it was sent, finds no rows, writes one row each time, and says it is noon. */
export function recordMssql(listen: StatementListener): StudioConnection {
  class RecordingClient extends mssqlClient() {
    override async acquireRawConnection(): Promise<object> {
      return {
        state: { name: "LoggedIn" },
        beginTransaction: (done: () => void) => done(),
        commitTransaction: (done: () => void) => done(),
      };
    }

    override async validateConnection(): Promise<boolean> {
      return true;
    }

    override async destroyRawConnection(): Promise<void> {}

    async _query(_connection: object, query: { readonly sql: string; readonly bindings?: readonly unknown[] }) {
      listen(query.sql, query.bindings ?? []);
      const row = (colName: string, value: unknown): unknown => [[{ metadata: { colName }, value }]];
      if (query.sql.includes("sysutcdatetime() as instant")) {
        return { ...query, response: row("instant", new Date("2026-03-02T12:00:00.000Z")) };
      }
      return { ...query, response: query.sql.endsWith("select @@rowcount") ? row("", 1) : [] };
    }
  }
  const knex = knexModule.knex({ client: RecordingClient, connection: { server: "nowhere", database: "none" } });
  const scope = new TransactionScope();
  return new KnexStudioConnection("mssql", knex, knex, (work) => scope.run(work));
}
