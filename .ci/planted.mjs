/**
 * `npm run mutate -- planted [part of a name …]`: mistakes of the kind that would cost a studio its appointments, each
 * planted in a copy of the compiled program. The random histories of `npm test` must notice every one, whatever
 * the seed: `HISTORY_SEED=… npm run mutate -- planted` tries another.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { plantedMistakes } from "./planted-mistakes.mjs";
import { copies, makeCopy, runTests } from "./project-copy.mjs";
import { root } from "./steps.mjs";

const secondsPerRun = 600;
const histories = "test/google-sync/state-machine/histories-*";

/** @returns the exit status: 0 when every mistake was noticed */
export async function noticePlanted(wanted) {
  const mistakes = plantedMistakes.filter(({ name }) => wanted.every((part) => name.includes(part)));
  const waiting = mistakes.values();
  const unnoticed = [];
  const runners = Array.from({ length: 2 }, async (_, number) => {
    const copy = makeCopy(join(copies, `planted-${number}`));
    for (const mistake of waiting) {
      const isNoticed = await notice(mistake, copy);
      if (!isNoticed) unnoticed.push(mistake);
    }
  });
  await Promise.all(runners);
  rmSync(copies, { recursive: true, force: true });
  console.log(`${mistakes.length} mistakes, ${unnoticed.length} unnoticed`);
  return mistakes.length > 0 && unnoticed.length === 0 ? 0 : 1;
}

async function notice({ name, edits, tests = histories }, copy) {
  const changed = new Map();
  for (const { file, from, to } of edits) {
    const path = join("dist", file.replace(/\.ts$/, ".js"));
    const before = changed.get(path) ?? readFileSync(join(root, path), "utf8");
    if (before.split(from).length !== 2) throw new Error(`${name}: ${file} does not hold exactly one ${from}`);
    changed.set(
      path,
      before.replace(from, () => to),
    );
  }
  for (const [path, text] of changed) writeFileSync(join(copy, path), text);
  const { passed, printed } = await runTests(copy, `dist/${tests}.test.js`, {
    seconds: secondsPerRun,
    env: { HISTORY_ENDS_ON_FAILURE: "yes" },
    needed: ["reflect-metadata", "source-map-support/register", "./dist/test/support/fixed-seed.js"],
  });
  for (const path of changed.keys()) writeFileSync(join(copy, path), readFileSync(join(root, path)));
  const after = /failed after (\d+) tests?/.exec(printed)?.[1];
  const why = /Caused by: \w+(?: \[\w+\])?: (.*)/.exec(printed)?.[1];
  const test = /^ +1\) .+\n +(.+?):?$/m.exec(printed)?.[1];
  const how = after === undefined ? (test ?? "it never ended") : `after ${after} histories: ${why ?? test}`;
  console.log(passed ? `UNNOTICED  ${name}` : `noticed    ${name}: ${how}`);
  return !passed;
}
