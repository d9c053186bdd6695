/** A copy of the compiled project in which its code may be changed and its tests run: for `npm run mutate`. */
import { spawn } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { root } from "./steps.mjs";

export const copies = join(root, ".cache", "mutate");

/** The project with links to everything but the compiled program, which is copied. */
export function makeCopy(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || entry.name === "dist") continue;
    const from = join(root, entry.name);
    if (entry.isFile()) copyFileSync(from, join(folder, entry.name));
    else symlinkSync(from, join(folder, entry.name), "junction");
  }
  for (const part of ["src", "test"]) {
    cpSync(join(root, "dist", part), join(folder, "dist", part), {
      recursive: true,
      filter: (path) => !path.endsWith(".map"),
    });
  }
  return folder;
}

/** Runs the tests until one fails; resolves to whether none did, and what was printed. A run that hangs fails. */
export function runTests(copy, spec, { seconds, env = {}, needed = ["reflect-metadata"] }) {
  const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
  // The test that failed may leave open what it would have closed in the end.
  const options = ["--no-config", "--no-package", "--bail", "--exit", "--reporter", "dot"];
  for (const module of needed) options.push("--require", module);
  return new Promise((resolve, reject) => {
    let printed = "";
    const child = spawn(process.execPath, [mocha, ...options, "--spec", spec], {
      cwd: copy,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
      timeout: seconds * 1000,
      killSignal: "SIGKILL",
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
    child.once("error", reject);
    child.once("close", (status) => resolve({ passed: status === 0, printed }));
  });
}
