/** `npm run check`: everything about the code that is not a test. Each step says what it looked at. */
import { spawnSync } from "node:child_process";

import { build, checkNodeVersion, install, root, run } from "./steps.mjs";

checkNodeVersion();
install();
build();

const steps = [
  ["generated types fresh", "node", [".ci/generate.mjs", "--check"]],
  ["types", "tsc", ["-p", "tsconfig.json", "--noEmit"]],
  ["types of the workbench", "tsc", ["-p", "src/workbench/tsconfig.json", "--noEmit"], "src/workbench/tsconfig.json"],
  ["lint", "oxlint", ["--config", ".ci/oxlint.json", "--type-aware", "--quiet", "src", "test", ".ci"]],
  ["formatting", "prettier", ["--check", "--log-level", "warn", "."]],
  ["walls", "node", [".ci/walls.mjs"]],
  ["unused code", "knip", ["--config", ".ci/knip.json", "--no-progress"]],
];

const { existsSync } = await import("node:fs");
const { join } = await import("node:path");
let passed = 0;
let failed = 0;
for (const [title, command, args, needs] of steps) {
  if (needs && !existsSync(join(root, needs))) continue;
  const status = run(command, args);
  if (status === 0) passed += 1;
  else failed += 1;
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${title}`);
}
const dirty =
  spawnSync("git", ["status", "--porcelain", "src/api/schemas"], {
    cwd: root,
    encoding: "utf8",
  }).stdout ?? "";
if (process.env.CI && dirty.trim() !== "") {
  console.log(`FAILED generated types committed:\n${dirty}`);
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
