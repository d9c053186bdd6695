import Database from "libsql";

import type { CommitPoint } from "./process-order.js";

/** What libsql's prepared statements have that matters here. */
interface Statement {
  run(...bindings: unknown[]): unknown;
  all(...bindings: unknown[]): unknown;
}

/** Every commit of a process. */
export interface CountedCommits {
  soFar(): number;
  /** Does something that counts as a commit, since outside of a test it would be one. */
  counted<T>(commit: () => T): T;
}

/**
 * Counts every commit of this process, of transactions and of single statements, below all of
 * our own code, and dies at one of them.
 */
export function killAtCommit(point: CommitPoint | undefined): CountedCommits {
  let commits = 0;
  const inTransaction = new WeakSet<object>();
  const counted = <T>(commit: () => T): T => {
    commits += 1;
    const isIt = commits === point?.nth;
    if (isIt && point?.when === "before") die();
    const result = commit();
    if (isIt) die();
    return result;
  };

  // The prototype's own methods, called on their own database below.
  const exec = Reflect.get(Database.prototype, "exec") as (this: Database.Database, sql: string) => Database.Database;
  const prepare = Reflect.get(Database.prototype, "prepare") as (this: Database.Database, sql: string) => Statement;
  Database.prototype.exec = function (this: Database.Database, sql: string) {
    if (/^\s*begin/i.test(sql)) inTransaction.add(this);
    if (/^\s*rollback/i.test(sql)) inTransaction.delete(this);
    if (!/^\s*commit/i.test(sql)) return exec.call(this, sql);
    inTransaction.delete(this);
    return counted(() => exec.call(this, sql));
  };
  const counting = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql);
    if (/^\s*(select|pragma|explain|with)\b/i.test(sql)) return statement;
    for (const method of ["run", "all"] as const) {
      const original = statement[method].bind(statement);
      statement[method] = (...bindings) =>
        inTransaction.has(this) ? original(...bindings) : counted(() => original(...bindings));
    }
    return statement;
  };
  // The same function but for the types of what is bound, which this one passes on unread.
  Reflect.set(Database.prototype, "prepare", counting);
  return { soFar: () => commits, counted };
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}
