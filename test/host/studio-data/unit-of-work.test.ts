import assert from "node:assert/strict";

import type { Transaction } from "../../../src/api/index.js";
import type { StudioConnection } from "../../../src/host/studio-data/index.js";
import { KnexUnitOfWork } from "../../../src/host/studio-data/repositories/knex-unit-of-work.js";
import { aUser, mssqlStandInStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

/** What tedious throws: a number of SQL Server's, or a code of its own. */
function failure(how: { readonly number?: number; readonly code?: string }, message = "it failed"): Error {
  return Object.assign(new Error(message), how);
}

/** SQL Server's numbers and tedious's codes for what passes by itself. */
const passing = [
  { number: 1205 },
  { number: 1222 },
  { number: 40613 },
  { code: "ETIMEOUT" },
  { code: "ESOCKET" },
  { code: "ECONNCLOSED" },
];

describe("a unit of work on SQL Server", () => {
  let studio: TestStudio;
  let failures: Error[];
  let tries: number;
  let userId: number;

  beforeEach(async () => {
    failures = [];
    tries = 0;
    studio = await mssqlStandInStudio((sql) => {
      const next = sql.startsWith("update [users]") ? failures.shift() : undefined;
      if (next !== undefined) throw next;
    });
    ({ id: userId } = await aUser(studio, { firstName: "Ursula" }));
  });

  afterEach(() => studio.close());

  /** Two writes; the second may fail. */
  const rename = (): Promise<void> =>
    studio.unitOfWork.run(async (transaction) => {
      tries += 1;
      await insertRepeat(transaction);
      await studio.connection.query(transaction)("users").where({ id: userId }).update({ first_name: "Anna" });
    });

  async function insertRepeat(transaction: Transaction): Promise<void> {
    const row = { rule: "FREQ=DAILY", created_at: "2026-03-02T15:00:00.000Z" };
    await studio.connection.query(transaction)("repeats").insert(row);
  }

  async function stored(): Promise<readonly unknown[]> {
    const db = studio.connection.query();
    return [(await db("repeats").select("id")).length, await db("users").where({ id: userId }).pluck("first_name")];
  }

  for (const how of passing) {
    it(`G5: is run again as a whole after ${JSON.stringify(how)}, and its writes are there once`, async () => {
      failures = [failure(how)];
      await rename();
      assert.deepEqual([tries, await stored()], [2, [1, ["Anna"]]]);
    });
  }

  it("G5: is given up after three tries, with nothing of it left behind", async () => {
    failures = Array.from({ length: 5 }, () => failure({ number: 1205 }));
    await assert.rejects(rename(), { number: 1205 });
    assert.deepEqual([tries, await stored()], [3, [0, ["Ursula"]]]);
  });

  for (const how of [{ number: 2627 }, { number: 547 }, { code: "EREQUEST" }, {}]) {
    it(`G5: is not run again after ${JSON.stringify(how)}, whatever the text says`, async () => {
      failures = [failure(how, "Transaction was deadlocked (1205), timeout expired")];
      await assert.rejects(rename());
      assert.deepEqual([tries, await stored()], [1, [0, ["Ursula"]]]);
    });
  }

  it("G5: is not run again when the connection is lost while it is committed: it may have been", async () => {
    const lost: Pick<StudioConnection, "transaction"> = {
      async transaction(work) {
        await work({ __kind: "transaction" });
        throw failure({ code: "ECONNCLOSED" });
      },
    };
    // Nothing else of a connection is asked for.
    const unitOfWork = new KnexUnitOfWork(lost as StudioConnection);
    await assert.rejects(
      unitOfWork.run(() => {
        tries += 1;
        return Promise.resolve();
      }),
      { code: "ECONNCLOSED" },
    );
    assert.equal(tries, 1);
  });
});
