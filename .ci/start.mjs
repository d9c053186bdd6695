/**
 * `npm start [-- --port N]`: a studio to try, from a fresh clone to an address in one command. Installs
 * and builds what is missing, makes a sample studio where there is none, and runs it beside a
 * Google of its own. Everything it keeps is in `.spectra` (or `SPECTRA_DATA`); delete that to start anew.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { build, checkNodeVersion, install, root } from "./steps.mjs";

const { values: given } = parseArgs({ options: { port: { type: "string" } } });
const data = resolve(process.env.SPECTRA_DATA ?? join(root, ".spectra"));
const spectra = join(root, "dist/src/host/cli/main.js");
const localGoogle = join(root, "dist/src/local-google/main.js");
const peopleFile = join(data, "sample-people.json");

checkNodeVersion();
install();
build();
mkdirSync(data, { recursive: true });
const people = existsSync(join(data, "studio.sqlite")) ? knownPeople() : createSampleStudio();

const children = [];
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stop(0));

const accounts = people.map(({ email }) => email).join(",");
const google = await startChild("The local Google", localGoogle, [
  "--state",
  join(data, "local-google.json"),
  "--sample",
  ...(accounts === "" ? [] : ["--accounts", accounts]),
]);
const port = await freePort(Number(given.port ?? 8080), given.port !== undefined);
const host = await startChild("Spectra", spectra, [
  "serve",
  "--json",
  "--data",
  data,
  "--port",
  String(port),
  "--google-url",
  google.url,
]);

console.log(`
  Spectra is at      ${host.address}
  Its own Google at  ${google.url}

  Who can sign in to Spectra:
${people.map(({ initials, name, password }) => `    ${initials.padEnd(4)} ${name.padEnd(28)} ${password}`).join("\n")}

  Accounts of the local Google (no password):
${google.accounts.map((email) => `    ${email}`).join("\n")}

  Next: sign in, open Maintenance > Preferences > User Preferences > Google,
  check "Enable Google Sync", press "Authenticate My Google Account", then "OK" and "Sync Now".

  Ctrl-C stops both.
`);

/** Makes the sample studio and remembers who is in it. */
function createSampleStudio() {
  const made = spawnSync(process.execPath, [spectra, "studio", "create", "--sample", "--json", "--data", data], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (made.status !== 0) process.exit(made.status ?? 1);
  const { users } = JSON.parse(made.stdout);
  const shown = users.map(({ initials, name, email, password }) => ({ initials, name, email, password }));
  writeFileSync(peopleFile, JSON.stringify(shown, undefined, 2));
  return shown;
}

function knownPeople() {
  return existsSync(peopleFile) ? JSON.parse(readFileSync(peopleFile, "utf8")) : [];
}

/** Starts a program of ours and waits for the JSON it prints when it is ready. */
function startChild(title, main, words) {
  const child = spawn(process.execPath, [main, ...words], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  child.once("exit", (status) => {
    if (isStopping) return;
    console.error(`${title} ended by itself (exit status ${status}).`);
    void stop(1);
  });
  return new Promise((ready) => {
    let printed = "";
    const listen = (text) => {
      printed += text;
      try {
        ready(JSON.parse(printed));
        child.stdout.off("data", listen);
      } catch (failure) {
        if (!(failure instanceof SyntaxError)) throw failure;
        // Not all of it has come yet.
      }
    };
    child.stdout.setEncoding("utf8").on("data", listen);
  });
}

/** Ends both programs, waits for them, and ends. */
async function stop(status) {
  if (isStopping) return;
  isStopping = true;
  const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const ended = running.map((child) => new Promise((done) => child.once("exit", done)));
  for (const child of running) child.kill("SIGTERM");
  await Promise.all(ended);
  process.exit(status);
}

/** The wished port, or the next one that is free. A port somebody asked for is taken or refused. */
async function freePort(wished, isAskedFor) {
  for (let port = wished; port < wished + 20; port += 1) {
    if (await isFree(port)) return port;
    console.log(`Port ${port} is in use${isAskedFor ? "." : `; trying ${port + 1}.`}`);
    if (isAskedFor) await stop(2);
  }
  console.error(`No port from ${wished} to ${wished + 19} is free: npm start -- --port N`);
  return stop(2);
}

function isFree(port) {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => answer(true)));
  });
}
