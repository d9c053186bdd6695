import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  DatabaseUnreachableError,
  DatabaseUrlError,
  NestedTransactionError,
  WriteOutsideTransactionError,
  openStudioConnection,
} from "../../../src/host/studio-data/index.js";
import type { StudioConnection } from "../../../src/host/studio-data/index.js";

describe("the connection to a studio's database", () => {
  let folder: string;
  let opened: StudioConnection[];
  const open = async (url: string): Promise<StudioConnection> => {
    const connection = await openStudioConnection(url);
    opened.push(connection);
    return connection;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "spectra-connection-"));
    opened = [];
  });

  afterEach(async () => {
    for (const connection of opened) await connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const url of ["postgres://host/db", "sqlite:", "mssql://user:word@host", "studio.sqlite", "mssql:///db"]) {
    it(`refuses ${url}`, async () => {
      await assert.rejects(open(url), DatabaseUrlError);
    });
  }

  it("makes the file and its folder", async () => {
    const connection = await open(`sqlite:${join(folder, "new", "studio.sqlite")}`);
    await connection.query().schema.createTable("things", (table) => table.increments("id"));
    assert.deepEqual(await connection.query()("things").select("id"), []);
  });

  it("says plainly when a file is no database", async () => {
    const file = join(folder, "letter.txt");
    writeFileSync(file, "Dear studio, this is not a database. ".repeat(50));
    await assert.rejects(open(`sqlite:${file}`), DatabaseUnreachableError);
  });

  it("says plainly when no server answers, without the password", async () => {
    const port = await closedPort();
    await assert.rejects(open(`mssql://sa:s3cret@127.0.0.1:${port}/studio?encrypt=false`), (failure: unknown) => {
      assert.ok(failure instanceof DatabaseUnreachableError);
      assert.match(failure.message, /mssql:\/\/sa@127\.0\.0\.1/);
      assert.doesNotMatch(failure.message, /s3cret/);
      return true;
    });
  });

  it("keeps blobs, empty values, yes and no, and moments", async () => {
    const connection = await open("sqlite::memory:");
    const db = connection.query();
    await db.raw("create table things (bytes blob, absent text, yes integer, moment text)");
    const moment = new Date("2026-03-08T08:00:00.000Z");
    await db("things").insert({ bytes: Buffer.from("bytes"), absent: undefined, yes: true, moment });
    assert.deepEqual(await db("things").select("*"), [
      { bytes: Buffer.from("bytes"), absent: null, yes: 1, moment: "2026-03-08T08:00:00.000Z" },
    ]);
  });

  it("reads while a transaction writes, and sees nothing of it before it is done", async () => {
    const connection = await withCounter();
    await connection.transaction(async (transaction) => {
      await connection.query(transaction)("counter").update({ value: 5 });
      assert.deepEqual(await connection.query()("counter").pluck("value"), [0]);
    });
    assert.deepEqual(await connection.query()("counter").pluck("value"), [5]);
  });

  it("lets many transactions and single writes of one process take turns", async () => {
    const connection = await withCounter();
    const add = async (): Promise<void> =>
      connection.transaction(async (transaction) => {
        const [value = 0] = await connection.query(transaction)<{ value: number }>("counter").pluck("value");
        await connection
          .query(transaction)("counter")
          .update({ value: value + 1 });
      });
    const single = async (): Promise<void> => {
      await connection.query()("counter").increment("value", 1);
    };
    await Promise.all(Array.from({ length: 40 }, (_, turn) => (turn % 2 === 0 ? add() : single())));
    assert.deepEqual(await connection.query()("counter").pluck("value"), [40]);
  });

  it("lets others go on after each transaction, though none of them waits for anything", async () => {
    const connection = await withCounter();
    const order: string[] = [];
    setImmediate(() => order.push("others"));
    for (const turn of ["first", "second"]) {
      await connection.transaction(async (transaction) =>
        connection.query(transaction)("counter").increment("value", 1),
      );
      order.push(turn);
    }
    assert.deepEqual(order, ["others", "first", "second"]);
  });

  it("refuses a transaction inside a transaction", async () => {
    const connection = await withCounter();
    const nested = connection.transaction(() => connection.transaction(async () => undefined));
    await assert.rejects(nested, NestedTransactionError);
    assert.equal(await connection.transaction(async () => "free again"), "free again");
  });

  it("lets a transaction of one database write to another, which still knows its own", async () => {
    const one = await withCounter();
    const other = await withCounter();
    await one.transaction(async () => {
      await other.query()("counter").update({ value: 1 });
      await other.transaction(async () => {
        await assert.rejects(async () => one.query()("counter").update({ value: 2 }), WriteOutsideTransactionError);
      });
    });
    assert.deepEqual(await other.query()("counter").pluck("value"), [1]);
  });

  it("refuses a write that would wait for its own transaction", async () => {
    const connection = await withCounter();
    const outside = connection.transaction(async () => connection.query()("counter").update({ value: 1 }));
    await assert.rejects(outside, WriteOutsideTransactionError);
  });

  it("refuses a transaction that is over", async () => {
    const connection = await withCounter();
    const over = await connection.transaction(async (transaction) => transaction);
    assert.throws(() => connection.query(over), { code: "foreign-transaction" });
  });

  it("keeps the prepared statements of different shapes apart", async () => {
    const connection = await withCounter();
    for (let round = 0; round < 1000; round += 1) {
      await connection.query().raw(`select ${round} as round from counter`);
    }
    assert.deepEqual(await connection.query().raw("select 7 as round from counter"), [{ round: 7 }]);
  });

  it("C8: says in a failure what was refused, but not the values", async () => {
    const connection = await withCounter();
    await assert.rejects(
      async () => connection.query()("counter").insert({ nowhere: "Clara's surgery" }),
      (failure: unknown) => {
        assert.ok(failure instanceof Error);
        assert.match(failure.message, /nowhere/);
        assert.doesNotMatch(failure.message, /surgery/);
        return true;
      },
    );
  });

  it("enforces foreign keys", async () => {
    const connection = await open("sqlite::memory:");
    const db = connection.query();
    await db.raw("create table parents (id integer primary key)");
    await db.raw("create table children (parent_id integer references parents (id))");
    await assert.rejects(async () => db("children").insert({ parent_id: 1 }), { code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
  });

  async function withCounter(): Promise<StudioConnection> {
    const connection = await open("sqlite::memory:");
    await connection.query().raw("create table counter (value integer)");
    await connection.query()("counter").insert({ value: 0 });
    return connection;
  }
});

/** A port on which nobody listens: one that was just given back. */
async function closedPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
