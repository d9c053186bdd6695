/** What `npm start`, `npm test`, `npm run check` and `.ci/run` have in common: install and build only what is missing. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const binaries = join(root, "node_modules", ".bin");

/** Runs a command in the project's folder, its output shown; returns its exit status. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      PATH: `${binaries}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
      ...options.env,
    },
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** Like `run`, but ends this process when the command fails. */
export function mustRun(title, command, args, options) {
  const status = run(command, args, options);
  if (status === 0) return;
  console.error(`\n${title} failed (exit status ${status}).`);
  process.exit(status);
}

export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  console.error(`Node ${process.versions.node} is too old: Google Sync for Spectra needs Node 20.20 or newer.`);
  process.exit(2);
}

/** `npm ci` when the installed packages are not those of the lock file. */
export function install() {
  const stamp = join(root, "node_modules", ".installed-from");
  const wanted = fingerprint([join(root, "package-lock.json")]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing packages (npm ci) …");
  mustRun("Installing packages", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}

/** Generates types from `schemas/`, compiles, and builds the workbench, each only when its sources changed. */
export function build() {
  once("types of schemas", ["schemas", ".ci/generate.mjs"], () =>
    mustRun("Generating types", "node", [".ci/generate.mjs"]),
  );
  clearCompiled();
  // The workbench's plain logic is compiled too, by way of its tests.
  once("program", ["src", "test", "schemas", "tsconfig.json"], () =>
    mustRun("Compiling", "tsc", ["-p", "tsconfig.json"]),
  );
  // `npx spectra …` runs it by its name; the compiler makes no file executable.
  chmodSync(join(root, "dist/src/host/cli/main.js"), 0o755);
  if (existsSync(join(root, "src/workbench/vite.config.ts"))) {
    once("workbench", ["src/workbench"], () =>
      mustRun("Building the workbench", "vite", [
        "build",
        "--config",
        "src/workbench/vite.config.ts",
        "--logLevel",
        "warn",
      ]),
    );
  }
}

/** Compiled files whose source was removed would still be run and imported; the compiler leaves them. */
function clearCompiled() {
  const dist = join(root, "dist");
  const compiled = ["src", "test"].flatMap((part) => filesUnder(join(dist, part)));
  for (const file of compiled) {
    const source = join(root, file.slice(dist.length).replace(/\.map$/, ""));
    const sources = [source, source.replace(/\.js$/, ".ts"), source.replace(/\.js$/, ".tsx")];
    if (!sources.some((one) => existsSync(one))) rmSync(file);
  }
  // Where somebody removed everything, the compiler would think it is all there still.
  if (compiled.length === 0)
    for (const note of [".tsbuildinfo", ".built-program"]) rmSync(join(dist, note), { force: true });
}

function once(title, sources, work) {
  const stamp = join(root, "dist", `.built-${title.replaceAll(" ", "-")}`);
  const wanted = fingerprint(sources.flatMap((source) => filesUnder(join(root, source))));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log(`Building the ${title} …`);
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
}

function fingerprint(files) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}
