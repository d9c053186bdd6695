/**
 * `npm run mutate [part of a file name …]`: would the tests notice? Changes one operator, literal, branch or
 * condition of the compiled deciding code at a time, in a copy, and runs the tests of its room. Every change no
 * test notices is named with its place in the source, and fails the run.
 * `npm run mutate -- planted [part of a name …]`: would the random histories notice mistakes of the kind that matters?
 */
import { parseSync } from "@swc/core";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import { mutationsOf } from "./mutations.mjs";
import { noticePlanted } from "./planted.mjs";
import { copies, makeCopy, runTests } from "./project-copy.mjs";
import { build, checkNodeVersion, root } from "./steps.mjs";

/** The deciding code, by room: the sources and the folder of tests that must notice. */
const rooms = [
  {
    tests: "test/google-sync/engine",
    sources: ["fields", "guarded-plan", "guards", "keep", "merge", "next-try", "pairing", "plan", "taking-part"].map(
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
  {
    tests: "test/google-sync/contacts",
    sources: [
      "addresses",
      "canonical-text",
      "card-changes",
      "card-of-fields",
      "contact-fields",
      "contact-mark",
      "contact-rules",
      "display-name",
      "matching",
      "partial-day",
      "person-changes",
      "person-value",
      "phone-labels",
      "phone-number",
      "phone-slots",
      "recognizable",
      "written-forms",
    ].map((name) => `src/google-sync/contacts/${name}.ts`),
  },
  {
    tests: "test/google-sync/undo",
    sources: ["done-items", "plan-undo"].map((name) => `src/google-sync/undo/${name}.ts`),
  },
  {
    tests: "test/google-sync/explain",
    sources: ["client", "contact", "entry", "event"].map((name) => `src/google-sync/explain/explain-${name}.ts`),
  },
  {
    tests: "test/google-sync/check",
    sources: ["find-inconsistencies", "find-people-inconsistencies", "finding"].map(
      (name) => `src/google-sync/check/${name}.ts`,
    ),
  },
];

/** Changes that change nothing anybody could notice: the compiled line, what is changed to what, and why it is equal. */
const equivalents = [
  {
    file: "calendar-rules.ts",
    code: 'const key = [...Object.values(fields), ...Object.values(others)].join(" ");',
    change: '" " → ""',
    why: "no rule begins with another one: without spaces between them they are told apart all the same",
  },
  {
    file: "contact-mark.ts",
    code: "if (studioGuid === undefined || userGuid === undefined || clientGuid === undefined || more.length > 0)",
    change: "|| → &&",
    why: "a mark without a first part has no second one either; the check is for the types",
  },
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

checkNodeVersion();
build();

const wanted = process.argv.slice(2);
if (wanted[0] === "planted") process.exit(await noticePlanted(wanted.slice(1)));
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

/** Whether the tests pass; a run that hangs does not. */
async function passes(copy, tests) {
  return (await runTests(copy, `dist/${tests}/**/*.test.js`, { seconds: secondsPerRun })).passed;
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
