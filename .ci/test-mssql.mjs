/**
 * `npm run test:mssql [-- mocha options]`: the suites that have a SQL Server dialect, on a real
 * server. `SPECTRA_TEST_MSSQL_URL=mssql://user:password@host:1433/master` names the server; a
 * database is made for the run and dropped after it.
 */
import { randomBytes } from "node:crypto";

import { build, checkNodeVersion, install, root, run } from "./steps.mjs";

const url = process.env.SPECTRA_TEST_MSSQL_URL;
if (url === undefined || url === "") {
  console.log("Skipped: SPECTRA_TEST_MSSQL_URL names no SQL Server (mssql://user:password@host:1433/master).");
  process.exit(0);
}
checkNodeVersion();
install();
build();

await import("reflect-metadata");
const { openStudioConnection } = await import(new URL("../dist/src/host/studio-data/index.js", import.meta.url).href);
const name = `spectra_test_${randomBytes(6).toString("hex")}`;
const own = new URL(url);
own.pathname = `/${name}`;

const server = await openStudioConnection(url);
let status = 1;
try {
  await server.query().raw(`create database [${name}]`);
  status = run(
    "mocha",
    [
      "--no-config",
      "--require=reflect-metadata",
      "--require=source-map-support/register",
      "--timeout=60000",
      `${root}/dist/test/host/studio-data/mssql*.test.js`,
      ...process.argv.slice(2),
    ],
    { env: { SPECTRA_TEST_MSSQL_URL: own.href } },
  );
} finally {
  await server
    .query()
    .raw(`if db_id('${name}') is not null alter database [${name}] set single_user with rollback immediate`);
  await server.query().raw(`drop database if exists [${name}]`);
  await server.close();
}
process.exit(status);
