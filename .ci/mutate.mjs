/**
 * `npm run mutate [part of a file name …]`: would the tests notice? Changes one operator, literal, branch or
 * condition of the compiled deciding code at a time, in a copy, and runs the tests of its room. Every change no
 * test notices is named with its place in the source, and fails the run.
 */
import { parseSync } from "@swc/core";
import { spawn } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { SourceMap } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import { mutationsOf } from "./mutations.mjs";
import { build, checkNodeVersion, root } from "./steps.mjs";

/** The deciding code, by room: the sources and the folder of tests that must notice. */
const rooms = [
  {
    tests: "test/google-sync/engine",
    sources: ["fields", "guards", "keep", "merge", "pairing", "plan", "taking-part"].map(
      (name) => `src/google-sync/engine/${name}.ts`,
    ),
  },
  {
    tests: "test/google-sync/calendar",
    sources: [
      "calendar-fields",
      "calendar-rules",
      "entry-writes",
      "event-id",
      "importable",
      "linked-entry",
      "plain-text",
      "title-template",
      "when-text",
    ].map((name) => `src/google-sync/calendar/${name}.ts`),
  },
];

/** Changes that change nothing anybody could notice: the compiled line, what is changed to what, and why it is equal. */
const equivalents = [
  {
    file: "event-id.ts",
    code: "if (studioGuid === undefined || userGuid === undefined || entryId === undefined)",
    change: "|| → &&",
    why: "no id of ours derives from a mark that is not whole; the check is for the types",
  },
  {
    file: "when-text.ts",
    code: 'const [start = "", end = ""] = text.split("/");',
    change: '"" → "changed"',
    why: "the first part of a split text is always there; the default is for the types",
  },
  {
    file: "when-text.ts",
    code: "return `${from}/${to < from ? from : to}`;",
    change: "< → <=",
    why: "either is the same where both are equal",
  },
];

const secondsPerRun = 30;
const copies = join(root, ".cache", "mutate");

checkNodeVersion();
build();

const wanted = process.argv.slice(2);
const mutants = rooms.flatMap(({ tests, sources }) =>
  sources
    .filter((source) => wanted.length === 0 || wanted.some((part) => source.includes(part)))
    .flatMap((source) => mutantsOf(source, tests)),
);
const survivors = await runAll(mutants);
process.exit(report(mutants, survivors));

function mutantsOf(source, tests) {
  const compiled = join("dist", source.replace(/\.ts$/, ".js"));
  const text = readFileSync(join(root, compiled), "utf8");
  const map = new SourceMap(JSON.parse(readFileSync(join(root, `${compiled}.map`), "utf8")));
  return mutationsOf(parseSync(text, { syntax: "ecmascript", target: "es2022" }), text).map(({ start, end, to }) => {
    const before = text.slice(0, start).split("\n");
    const { originalLine } = map.findEntry(before.length - 1, before.at(-1).length);
    return {
      source,
      tests,
      compiled,
      line: originalLine + 1,
      code: text.split("\n")[before.length - 1].trim(),
      change: `${text.slice(start, end)} → ${to}`,
      text: text.slice(0, start) + to + text.slice(end),
    };
  });
}

/** Runs every mutant, a few at a time, each runner in a copy of its own; returns those no test noticed. */
async function runAll(all) {
  const runners = Math.min(4, availableParallelism());
  const waiting = all.values();
  const unnoticed = [];
  await Promise.all(
    Array.from({ length: runners }, async (_, number) => {
      const copy = makeCopy(join(copies, String(number)));
      if (number === 0) await mustPassUnchanged(copy);
      for (const mutant of waiting) {
        const file = join(copy, mutant.compiled);
        writeFileSync(file, mutant.text);
        if (await passes(copy, mutant.tests)) unnoticed.push(mutant);
        copyFileSync(join(root, mutant.compiled), file);
      }
    }),
  );
  rmSync(copies, { recursive: true, force: true });
  return unnoticed;
}

async function mustPassUnchanged(copy) {
  for (const { tests } of rooms) {
    if (await passes(copy, tests)) continue;
    console.error(`The tests in ${tests} fail without any change: mend them first (npm test).`);
    process.exit(1);
  }
}

/** The project with links to everything but the compiled program, which is copied. */
function makeCopy(folder) {
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

/** Whether the tests pass; a run that hangs does not. */
function passes(copy, tests) {
  const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const options = ["--no-config", "--no-package", "--bail", "--reporter", "dot", "--require", "reflect-metadata"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [mocha, ...options, "--spec", `dist/${tests}/**/*.test.js`], {
      cwd: copy,
      stdio: "ignore",
      timeout: secondsPerRun * 1000,
      killSignal: "SIGKILL",
    });
    child.once("error", reject);
    child.once("exit", (status) => resolve(status === 0));
  });
}

function report(all, unnoticed) {
  const isKnown = (equivalent, { source, code, change }) =>
    source.endsWith(`/${equivalent.file}`) && code === equivalent.code && change === equivalent.change;
  const survivors = unnoticed.filter((mutant) => !equivalents.some((equivalent) => isKnown(equivalent, mutant)));
  const outdated =
    wanted.length > 0
      ? []
      : equivalents.filter((equivalent) => !unnoticed.some((mutant) => isKnown(equivalent, mutant)));
  for (const { source, line, code, change } of survivors)
    console.log(`unnoticed  ${source}:${line}  ${change}\n           ${code}`);
  for (const { file, code, change } of outdated)
    console.log(`outdated   ${file}: ${change} is noticed now, or gone; take it off the list\n           ${code}`);
  const noticed = all.length - unnoticed.length;
  const equal = unnoticed.length - survivors.length;
  console.log(`${all.length} changes: ${noticed} noticed, ${equal} without effect, ${survivors.length} unnoticed`);
  return survivors.length + outdated.length === 0 ? 0 : 1;
}
