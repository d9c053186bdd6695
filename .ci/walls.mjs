/** Runs dependency-cruiser with `.ci/walls.cjs`, and fails when it looked at no module (then it checked nothing). */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { root } from "./steps.mjs";

const cruise = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
    "--config",
    ".ci/walls.cjs",
    "--output-type",
    "json",
    "src",
  ],
  { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
);
if (!cruise.stdout) {
  console.error(cruise.stderr);
  process.exit(1);
}
const { modules, summary } = JSON.parse(cruise.stdout);
const own = modules.filter(({ source }) => source.startsWith("src/")).length;
if (own < 10) {
  console.error(`The walls were not checked: only ${own} modules were read.`);
  process.exit(1);
}
for (const { rule, from, to, cycle } of summary.violations) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(" → ") : to}`);
}
console.log(`${own} modules, ${summary.violations.length} walls broken`);
process.exit(summary.violations.length === 0 ? 0 : 1);
