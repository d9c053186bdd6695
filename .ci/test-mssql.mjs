/**
 * `npm run test:mssql [-- mocha options]`: what the studio and the sync keep, on SQL Server: the contracts of the studio's
 * repositories and of the plugin's stores, migrations up and down, and every scenario.
 * `SPECTRA_TEST_MSSQL_URL=mssql://user:password@host:1433/master` names the server; a database is made for the run and
 * dropped after it. Without it the same tests run on the stand-in, which speaks SQL Server's dialect and checks every
 * statement, and whatever is sent must be in a golden file (`UPDATE_GOLDEN=1` rewrites that of what single suites do not send).
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build, checkNodeVersion, install, root, run } from "./steps.mjs";

const url = process.env.SPECTRA_TEST_MSSQL_URL ?? "";
/** What single suites keep golden by themselves, in `npm test`; and what the rest sends. */
const goldenOfSuites = ["host/studio-data", "google-sync/contact-links", "scenarios"].map((room) =>
  join(root, "test", room, "golden", "statements.sql"),
);
const golden = join(root, "test", "scenarios", "golden", "other-statements.sql");
const tests = [
  "host/studio-data/{mssql*,t-sql,unit-of-work}",
  "google-sync/{account,contact-links,journal}/*",
  "google-sync/links/link-columns",
  "scenarios/*",
];

/** The tests on one database; on a real server one at a time, since all of them have the one. @returns exit status */
function runTests(database, options, env = {}) {
  const needed = ["reflect-metadata", "source-map-support/register"].flatMap((module) => ["--require", module]);
  return run(
    "mocha",
    [
      "--no-config",
      ...needed,
      ...options,
      ...tests.map((name) => `${root}/dist/test/${name}.test.js`),
      ...process.argv.slice(2),
    ],
    { env: { ...env, SPECTRA_TEST_DATABASE: database } },
  );
}

async function onServer() {
  await import("reflect-metadata");
  const { openStudioConnection } = await import(new URL("../dist/src/host/studio-data/index.js", import.meta.url).href);
  const name = `spectra_test_${randomBytes(6).toString("hex")}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  const server = await openStudioConnection(url);
  try {
    await server.query().raw(`create database [${name}]`);
    return runTests(own.href, ["--timeout=120000"]);
  } finally {
    await server
      .query()
      .raw(`if db_id('${name}') is not null alter database [${name}] set single_user with rollback immediate`);
    await server.query().raw(`drop database if exists [${name}]`);
    await server.close();
  }
}

function onStandIn() {
  console.log("On the stand-in: SPECTRA_TEST_MSSQL_URL names no SQL Server (mssql://user:password@host:1433/master).");
  const folder = mkdtempSync(join(tmpdir(), "spectra-statements-"));
  const file = join(folder, "noted.sql");
  writeFileSync(file, "");
  const status = runTests("stand-in", ["--timeout=60000", "--parallel", "--jobs=2"], {
    SPECTRA_NOTED_STATEMENTS: file,
    // Suites with a golden file of their own rewrite it in `npm test`.
    UPDATE_GOLDEN: "",
  });
  const sent = linesOf(file);
  rmSync(folder, { recursive: true });
  if (status !== 0 || process.argv.length > 2) return status;
  const ofSuites = new Set(goldenOfSuites.flatMap((each) => [...linesOf(each)]));
  const others = [...sent].filter((sql) => !ofSuites.has(sql)).toSorted();
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, `${others.join("\n")}\n`);
  const known = new Set([...ofSuites, ...linesOf(golden)]);
  const unknown = [...sent].filter((sql) => !known.has(sql));
  console.log(`${sent.size} statements, ${unknown.length} of them not in a golden file.`);
  if (unknown.length === 0) return 0;
  console.error(`Read them, then run this with UPDATE_GOLDEN=1:\n${unknown.join("\n")}`);
  return 1;
}

function linesOf(file) {
  return new Set(readFileSync(file, "utf8").split("\n").filter(Boolean));
}

checkNodeVersion();
install();
build();
process.exit(url === "" ? onStandIn() : await onServer());
