import knexModule from "knex";
import type { Knex } from "knex";
import Database from "libsql";

import { KnexStudioConnection } from "../../src/host/studio-data/connection/knex-studio-connection.js";
import { mssqlClient } from "../../src/host/studio-data/connection/mssql-client.js";
import { TransactionScope } from "../../src/host/studio-data/connection/transaction-scope.js";
import type { StudioConnection } from "../../src/host/studio-data/index.js";
import { sqliteOf } from "./t-sql-as-sqlite.js";
import { tSqlProblems } from "./t-sql-grammar.js";
import { parameterProblems } from "./t-sql-parameters.js";
import { typeByName } from "./t-sql-schema.js";
import type { ColumnType, TSqlSchema } from "./t-sql-schema.js";

/** What a row of tedious is made of. */
type TediousRow = readonly { readonly metadata: { readonly colName: string }; readonly value: unknown }[];

interface Query {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  response?: readonly TediousRow[];
}

type Callback = (failure?: Error | null) => void;

/** Heard about every statement sent, before it is run. */
export type StatementListener = (sql: string, bindings: readonly unknown[]) => void;

/**
 * A connection that speaks SQL Server's dialect as far as anything of ours can tell,
 * with nobody behind it but an embedded database: each statement must pass the T-SQL
 * grammar, and its parameters the types of the columns they meet; it is then translated,
 * and answered in the types tedious answers in (dates as `Date`, bits as booleans). It shows that what we send is T-SQL and does what it
 * should; what only a server knows is tested on one (`SPECTRA_TEST_MSSQL_URL`).
 */
export function openMssqlStandIn(file: string, listen: StatementListener, schema: TSqlSchema): StudioConnection {
  const knex = knexModule.knex({
    client: standInClient(listen, schema),
    connection: { server: "nowhere", database: file },
    pool: { min: 0, max: 4 },
  });
  const scope = new TransactionScope();
  return new KnexStudioConnection("mssql", knex, knex, (work) => scope.run(work));
}

function standInClient(listen: StatementListener, schema: TSqlSchema): typeof Knex.Client {
  return class StandInClient extends mssqlClient() {
    override async acquireRawConnection(): Promise<StandInConnection> {
      // The one setting openMssqlStandIn gives.
      const { database } = this.connectionSettings as { readonly database: string };
      return new StandInConnection(database, schema);
    }

    override async validateConnection(): Promise<boolean> {
      return true;
    }

    override async destroyRawConnection(connection: StandInConnection): Promise<void> {
      connection.close();
    }

    async _query(connection: StandInConnection, query: Query): Promise<Query> {
      const bindings = query.bindings ?? [];
      listen(query.sql, bindings);
      const problems = [...tSqlProblems(query.sql), ...parameterProblems(query.sql, bindings, schema)];
      if (problems.length > 0) throw new SyntaxError(`${problems.join("; ")} in ${query.sql}`);
      // tedious would send it as `datetime`, exact to 3.33 ms.
      if (bindings.some((value) => value instanceof Date)) throw new TypeError(`A Date is bound in ${query.sql}`);
      query.response = connection.execute(query.sql, bindings);
      return query;
    }
  };
}

class StandInConnection {
  /** No request is ever under way: the embedded database answers at once. */
  readonly state = { name: "LoggedIn" };
  inTransaction = false;
  readonly #db: Database.Database;

  constructor(
    file: string,
    private readonly schema: TSqlSchema,
  ) {
    this.#db = new Database(file);
    this.#db.exec("PRAGMA foreign_keys = ON");
    this.#db.exec("PRAGMA busy_timeout = 1000");
    this.#refuseLongTexts();
  }

  /** As `nvarchar(n)` does (error 2628), where the embedded database takes any length. */
  #refuseLongTexts(): void {
    const columns = this.#db
      .prepare(
        "select t.name as table_name, c.name, c.type from sqlite_master t, pragma_table_info(t.name) c " +
          "where t.type = 'table' and c.type like 'varchar(%'",
      )
      .all() as readonly { readonly table_name: string; readonly name: string; readonly type: string }[];
    for (const { table_name: table, name, type } of columns) {
      const longest = Number(/\d+/.exec(type)?.[0]);
      for (const event of ["insert", `update of "${name}"`]) {
        this.#db.exec(
          `create temp trigger if not exists "${table}.${name}.${event.slice(0, 6)}" before ${event} on main."${table}" ` +
            `when length(new."${name}") > ${longest} begin ` +
            `select raise(abort, 'String or binary data would be truncated in ${table}.${name}'); end`,
        );
      }
    }
  }

  execute(sql: string, bindings: readonly unknown[]): readonly TediousRow[] {
    const translated = sqliteOf(sql, bindings);
    const statement = this.#db.prepare(translated.sql);
    const values = translated.bindings.map((value) => (typeof value === "boolean" ? Number(value) : (value ?? null)));
    if (statement.reader) {
      const types = new Map(statement.columns().map((column) => [column.name, this.#typeOf(column)]));
      return statement.all(values).map((row) => toTediousRow(row, types));
    }
    return [[{ metadata: { colName: "" }, value: statement.run(values).changes }]];
  }

  /** A column of a table has the table's type, what a view computes that of all columns of its name. */
  #typeOf({ name, column, table }: Database.ColumnDefinition): ColumnType["name"] | undefined {
    return (this.schema.get(table ?? "")?.get(column ?? "") ?? typeByName(this.schema, name) ?? computed(name))?.name;
  }

  // Names and parameters are tedious's.
  beginTransaction(done: Callback): void {
    this.#run("BEGIN IMMEDIATE", true, done);
  }

  commitTransaction(done: Callback): void {
    this.#run("COMMIT", false, done);
  }

  rollbackTransaction(done: Callback): void {
    this.#run("ROLLBACK", false, done);
  }

  close(): void {
    this.#db.close();
  }

  #run(sql: string, isInside: boolean, done: Callback): void {
    try {
      this.#db.exec(sql);
      this.inTransaction = isInside;
    } catch (failure) {
      done(failure instanceof Error ? failure : new Error(String(failure)));
      return;
    }
    done();
  }
}

/** Times of entries are computed by views of the studio; the plugin keeps some of the same name as texts. */
function computed(name: string): ColumnType | undefined {
  return /(_at|^instant)$/.test(name) ? { name: "datetime2", length: undefined } : undefined;
}

function toTediousRow(row: unknown, types: ReadonlyMap<string, ColumnType["name"] | undefined>): TediousRow {
  // A row of libsql is a plain object with a property per column.
  return Object.entries(row as Record<string, unknown>).map(([colName, value]) => ({
    metadata: { colName },
    value: toTediousValue(types.get(colName), value),
  }));
}

function toTediousValue(type: ColumnType["name"] | undefined, value: unknown): unknown {
  if (typeof value === "number" && type === "bit") return value === 1;
  if (typeof value === "string" && type === "datetime2") return new Date(value.endsWith("Z") ? value : `${value}Z`);
  return value;
}
