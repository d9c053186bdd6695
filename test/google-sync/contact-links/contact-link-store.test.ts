import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { contactLinksMigration, lostContactValuesMigration } from "../../../src/google-sync/contact-links/index.js";
import { shapeOf } from "../../support/statement-shape.js";
import { mssqlStandInStudio, openTestStudio } from "../../support/studio.js";
import { contactLinkStoreContract } from "./contact-link-store-contract.js";

/** Every statement about the links of contacts, one a line. */
const golden = new URL("../../../../test/google-sync/contact-links/golden/statements.sql", import.meta.url);

describe("links of contacts", () => {
  contactLinkStoreContract(() => openTestStudio([contactLinksMigration, lostContactValuesMigration]));
});

describe("links of contacts in SQL Server's dialect", () => {
  const known = new Set(existsSync(golden) ? readFileSync(golden, "utf8").split("\n") : []);
  const sent = new Set<string>();

  contactLinkStoreContract(() =>
    mssqlStandInStudio(
      (sql) => {
        if (sql.includes("google_sync_")) sent.add(shapeOf(sql));
      },
      [contactLinksMigration, lostContactValuesMigration],
    ),
  );

  after("compares the statements with the golden file", () => {
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, `${[...sent].toSorted().join("\n")}\n`);
    else {
      assert.deepEqual(
        [...sent].filter((sql) => !known.has(sql)),
        [],
        "New statements: read them, then run the tests with UPDATE_GOLDEN=1",
      );
    }
  });
});
