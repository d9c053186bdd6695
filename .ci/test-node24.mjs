/**
 * `npm run test:node24 [-- mocha options]`: every test under Node 24. `NODE24` names its program;
 * else this Node, should it be one, or the platform's package of the npm registry, kept in
 * `.cache` (a plain archive: no install script is run).
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { build, checkNodeVersion, install, root, run } from "./steps.mjs";

const folder = join(root, ".cache", "node24");

function isNode24(program) {
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return status === 0 && stdout.startsWith("v24.");
}

/** The registry has a package for each platform: the file `bin/node` and nothing to build. */
function fromRegistry() {
  const { platform, arch } = process;
  const prefix = platform === "darwin" && arch === "arm64" ? "node-bin" : "node";
  const name = `${prefix}-${platform === "win32" ? "win" : platform}-${arch}`;
  const program = join(folder, "node_modules", name, "bin", platform === "win32" ? "node.exe" : "node");
  if (existsSync(program)) return program;
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", "--prefix", folder, ...options, `${name}@24`]);
  return program;
}

checkNodeVersion();
const program =
  [process.env.NODE24, process.execPath, "node24"].find((each) => each && isNode24(each)) ?? fromRegistry();
if (!isNode24(program)) {
  console.log("Skipped: there is no Node 24 here. Name one in NODE24; the npm registry had none for this platform.");
  process.exit(0);
}
install();
build();
const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
process.exit(run(program, [mocha, "--config", ".ci/mocharc.json", ...process.argv.slice(2)]));
