#!/usr/bin/env node
/** The `spectra` command. */
import "reflect-metadata";

import { fileURLToPath } from "node:url";

import { runCommandLine } from "./command-line.js";
import { Output } from "./output.js";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  output: new Output(process.stdout, process.stderr, process.stderr.isTTY),
  variables: process.env,
  packageFolder: fileURLToPath(new URL("../../../../", import.meta.url)),
  signal: stop.signal,
});
