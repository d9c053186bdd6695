import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";

import type { Knex } from "knex";
import Database from "libsql";

import { WriteOutsideTransactionError } from "../errors.js";
import { LibsqlQueryCompiler } from "./libsql-query-compiler.js";
import type { TransactionScope } from "./transaction-scope.js";
import type { WriterLock } from "./writer-lock.js";

type Statement = ReturnType<Database.Database["prepare"]>;

/** What knex hands a client to run, and what the client leaves in it. */
interface Query {
  readonly sql?: string;
  readonly bindings?: readonly unknown[];
  response?: unknown;
  context?: { readonly lastID: number | bigint; readonly changes: number };
}

// knex publishes no types for the classes of its dialects; they are all constructors of Knex.Client.
const BetterSqlite3Client = createRequire(import.meta.url)(
  "knex/lib/dialects/better-sqlite3/index.js",
) as typeof Knex.Client;

/** Prepared statements one connection keeps; the oldest goes first. */
const statementsKept = 400;
/** How often a write asks for another process's transaction to end, and how long the driver waits each time. */
const attempts = 100;
const busyMilliseconds = 50;
/** Between two attempts this process goes on with other work. */
const pauseMilliseconds = 50;

/**
 * knex's better-sqlite3 dialect on the libsql driver. libsql differs in three points: a
 * statement is only freed with its connection, so they are kept and used again; blobs
 * come as ArrayBuffer; and a raw boolean among the parameters ends the process.
 */
export function libsqlClient(scope: TransactionScope, lock: WriterLock): typeof Knex.Client {
  // Not fields: knex makes a transaction's client by Object.create, without running a constructor.
  const statements = new WeakMap<Database.Database, Map<string, Statement>>();
  const inTransaction = new WeakSet<Database.Database>();

  return class LibsqlClient extends BetterSqlite3Client {
    _driver(): typeof Database {
      return Database;
    }

    override queryCompiler(builder: unknown, bindings?: unknown): LibsqlQueryCompiler {
      return new LibsqlQueryCompiler(this, builder, bindings);
    }

    override async acquireRawConnection(): Promise<Database.Database> {
      // The one setting openSqlite gives.
      const { filename } = this.connectionSettings as { readonly filename: string };
      const db = new Database(filename);
      for (const setting of [`busy_timeout = ${busyMilliseconds}`, "foreign_keys = ON", "synchronous = NORMAL"]) {
        db.exec(`PRAGMA ${setting}`);
      }
      db.exec("PRAGMA journal_mode = WAL");
      return db;
    }

    async _query(db: Database.Database, query: Query): Promise<Query> {
      const sql = query.sql ?? "";
      if (sql === "BEGIN;") {
        // A transaction that begins by reading cannot begin to write once another process has written.
        await patiently(() => db.exec("BEGIN IMMEDIATE;"));
        inTransaction.add(db);
        return query;
      }
      if (sql === "COMMIT;" || sql === "ROLLBACK") {
        inTransaction.delete(db);
        db.exec(sql);
        return query;
      }
      if (inTransaction.has(db) || !isWrite(sql)) return execute(prepare(db, sql), query);
      if (scope.isInside) throw new WriteOutsideTransactionError();
      return lock.run(() => patiently(() => execute(prepare(db, sql), query)));
    }
  };

  function prepare(db: Database.Database, sql: string): Statement {
    const kept = statements.get(db) ?? new Map<string, Statement>();
    statements.set(db, kept);
    const statement = kept.get(sql) ?? db.prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    // What a changed table looks like to statements prepared before it changed is not defined.
    if (/^\s*(create|alter|drop)\b/i.test(sql)) kept.clear();
    for (const oldest of kept.keys()) {
      if (kept.size <= statementsKept) break;
      kept.delete(oldest);
    }
    return statement;
  }
}

/** Repeats what another process's transaction keeps from beginning. What it refused has done nothing yet. */
async function patiently<T>(begin: () => T): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return begin();
    } catch (failure) {
      const isBusy = failure instanceof Error && "code" in failure && failure.code === "SQLITE_BUSY";
      if (!isBusy || attempt === attempts) throw failure;
      await setTimeout(pauseMilliseconds);
    }
  }
}

function execute(statement: Statement, query: Query): Query {
  const bindings = (query.bindings ?? []).map(toColumn);
  if (statement.reader) {
    query.response = statement.all(bindings).map(withBuffers);
    return query;
  }
  const result = statement.run(bindings);
  query.response = result;
  query.context = { lastID: result.lastInsertRowid, changes: result.changes };
  return query;
}

function isWrite(sql: string): boolean {
  return !/^\s*(select|pragma|explain|with)\b/i.test(sql);
}

function toColumn(value: unknown): unknown {
  if (typeof value === "boolean") return Number(value);
  if (value instanceof Date) return value.toISOString();
  return value === undefined ? null : value;
}

function withBuffers(row: unknown): unknown {
  // A row of libsql is a plain object with a property per column.
  const columns = row as Record<string, unknown>;
  for (const name in columns) {
    const value = columns[name];
    if (value instanceof ArrayBuffer) columns[name] = Buffer.from(value);
  }
  return columns;
}
