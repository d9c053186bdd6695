import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { migrateStudio, revertStudio } from "../../../src/host/studio-data/index.js";
import { studioDataContract } from "../../contracts/studio-data-contract.js";
import { recordMssql } from "../../support/mssql-recorder.js";
import { shapeOf } from "../../support/statement-shape.js";
import { mssqlStandInStudio } from "../../support/studio.js";
import { tSqlProblems } from "../../support/t-sql-grammar.js";

/** Every statement the contract sends to SQL Server, its own look-ups too; one a line. */
const golden = new URL("../../../../test/host/studio-data/golden/statements.sql", import.meta.url);
/** The schema as it is built and taken back there. */
const goldenSchema = new URL("../../../../test/host/studio-data/golden/schema.sql", import.meta.url);

describe("studio data in SQL Server's dialect", () => {
  const known = new Set(existsSync(golden) ? readFileSync(golden, "utf8").split("\n") : []);
  const sent = new Set<string>();

  studioDataContract(() => mssqlStandInStudio((sql) => sent.add(shapeOf(sql))));

  after("compares the statements with the golden file", () => {
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, `${[...sent].toSorted().join("\n")}\n`);
    else {
      assert.deepEqual(
        [...sent].filter((sql) => !known.has(sql)),
        [],
        "New statements: read them, then run the tests with UPDATE_GOLDEN=1",
      );
    }
  });
});

describe("the schema in SQL Server's dialect", () => {
  it("is T-SQL, and that of the golden file", async () => {
    const statements: string[] = [];
    const connection = recordMssql((sql) => statements.push(sql));
    await migrateStudio(connection);
    await revertStudio(connection);
    await connection.close();

    const problems = statements.flatMap((sql) => tSqlProblems(sql).map((problem) => `${problem} in ${sql}`));
    assert.deepEqual(problems, []);
    const text = `${statements.join("\nGO\n")}\nGO\n`;
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(goldenSchema, text);
    assert.equal(text, readFileSync(goldenSchema, "utf8"));
  });
});
