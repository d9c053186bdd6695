import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";

import knexModule from "knex";
import type { Knex } from "knex";

import { DataFolderError, DatabaseUnreachableError, DatabaseUrlError } from "../errors.js";
import { KnexStudioConnection } from "./knex-studio-connection.js";
import type { TransactionRunner } from "./knex-studio-connection.js";
import { libsqlClient } from "./libsql-client.js";
import { mssqlClient } from "./mssql-client.js";
import type { StudioConnection } from "./studio-connection.js";
import { TransactionScope } from "./transaction-scope.js";
import { WriterLock } from "./writer-lock.js";

/** knex would print failures that also reach the caller. */
const quiet = { warn: () => {}, error: () => {}, debug: () => {}, deprecate: () => {} };

/**
 * Opens a studio's database.
 * @param url `sqlite:PATH` (the file is made when missing), `sqlite::memory:` (gone when closed),
 *   or `mssql://user:password@host:1433/database?encrypt=true&trustServerCertificate=true`
 * @throws DatabaseUrlError
 * @throws DatabaseUnreachableError
 */
export async function openStudioConnection(url: string): Promise<StudioConnection> {
  const connection = url.startsWith("sqlite:") ? openSqlite(url.slice("sqlite:".length)) : openMssql(url);
  try {
    await connection.databaseNow();
    return connection;
  } catch (failure) {
    await connection.close();
    throw new DatabaseUnreachableError(withoutPassword(url), failure);
  }
}

function openSqlite(path: string): StudioConnection {
  if (path === "") throw new DatabaseUrlError("the path is missing");
  if (path === ":memory:") {
    // Each connection of a pool would have a memory of its own; a file of its own folder is shared.
    const folder = mkdtempSync(join(tmpdir(), "spectra-studio-"));
    return sqliteFile(join(folder, "studio.sqlite"), () => rmSync(folder, { recursive: true, force: true }));
  }
  requireFolder(dirname(path));
  return sqliteFile(path);
}

/** Makes the folder where it is missing, and tries it: the driver would wait for a folder it cannot write to. @throws DataFolderError */
function requireFolder(folder: string): void {
  try {
    if (!existsSync(folder)) {
      // Level by level: where nothing can be made, as below /proc, node tries for ever to make them at one go.
      if (dirname(folder) !== folder) requireFolder(dirname(folder));
      makeFolder(folder);
    }
    if (!statSync(folder).isDirectory()) throw new Error("it is no folder");
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (failure) {
    throw failure instanceof DataFolderError ? failure : new DataFolderError(folder, failure);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (failure) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw failure;
  }
}

function sqliteFile(filename: string, afterClose?: () => void): StudioConnection {
  const scope = new TransactionScope();
  const lock = new WriterLock();
  const open = (max: number): Knex =>
    knexModule.knex({
      client: libsqlClient(scope, lock),
      connection: { filename },
      useNullAsDefault: true,
      pool: { min: 0, max },
      acquireConnectionTimeout: 20_000,
      log: quiet,
      // A message with the values in it would carry people's data into logs and reports (C8).
      compileSqlOnError: false,
    });
  const inTurn: TransactionRunner = async (work) => {
    try {
      return await scope.run(() => lock.run(work));
    } finally {
      // The driver answers at once: without a turn of the event loop now and then thousands of transactions in a row
      // would keep everybody else waiting, claims too, and what the driver is to set free would pile up.
      await setImmediate();
    }
  };
  // Transactions have a connection of their own: those of the pool may all be held by writes
  // that wait for the transaction.
  return new KnexStudioConnection("sqlite", open(64), open(1), inTurn, afterClose);
}

function openMssql(url: string): StudioConnection {
  const knex = knexModule.knex({
    client: mssqlClient(),
    connection: mssqlSettings(url),
    pool: { min: 0, max: 10 },
    acquireConnectionTimeout: 20_000,
    log: quiet,
    // A message with the values in it would carry people's data into logs and reports (C8).
    compileSqlOnError: false,
  });
  const scope = new TransactionScope();
  return new KnexStudioConnection("mssql", knex, knex, (work) => scope.run(work));
}

/** @throws DatabaseUrlError */
export function mssqlSettings(url: string): Knex.MsSqlConnectionConfig {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "mssql:") throw new DatabaseUrlError("it begins neither with sqlite: nor with mssql://");
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (parsed.hostname === "") throw new DatabaseUrlError("the server is missing");
  if (database === "") throw new DatabaseUrlError("the name of the database is missing");
  return {
    server: parsed.hostname,
    port: parsed.port === "" ? 1433 : Number(parsed.port),
    userName: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
    options: {
      encrypt: parsed.searchParams.get("encrypt") !== "false",
      trustServerCertificate: parsed.searchParams.get("trustServerCertificate") === "true",
      appName: "Spectra",
    },
  };
}

function withoutPassword(url: string): string {
  return url.replace(/^(mssql:\/\/[^:@/]*):[^@/]*@/, "$1@");
}
