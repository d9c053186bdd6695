import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parseSync } from "@swc/core";

import { countingIn } from "../../src/workbench/texts/plural.js";

const workbench = fileURLToPath(new URL("../../../src/workbench", import.meta.url));

describe("texts of the workbench", () => {
  it("are all in the folder of their language, where a translator finds them", () => {
    assert.deepEqual(
      sources().flatMap((path) => wordsIn(path).map((words) => `${path}: ${words}`)),
      [],
    );
  });

  it("finds words between tags, in attributes and in what is said", () => {
    const source = `
      const a = <p title="go on">Hello {name}</p>;
      say(\`Saved \${count}\`);
      if (key === "Enter") throw new Error("Never on screen");`;
    assert.deepEqual(wordsOf(source), ["go on", "Hello", "Saved"]);
  });

  it("takes the form of a word that its language has for the count", () => {
    const forms = { one: "run", few: "few runs", other: "runs" };
    const inEnglish = [0, 1, 2].map((count) => countingIn("en").counted(count, forms, "en-US"));
    assert.deepEqual(inEnglish, ["0 runs", "1 run", "2 runs"]);
    assert.equal(countingIn("pl").counted(3, forms, "en-US"), "3 few runs");
    assert.equal(countingIn("en").counted(1200, forms, "de-DE"), "1.200 runs");
  });
});

/** Paths of what may show words, in the workbench's folder. */
function sources(): readonly string[] {
  return readdirSync(workbench, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("texts/"))
    .toSorted();
}

function wordsIn(path: string): readonly string[] {
  return wordsOf(readFileSync(join(workbench, path), "utf8"));
}

/** Words for people that stand in program text: a heuristic, as nothing tells a name from a word. */
function wordsOf(source: string): readonly string[] {
  const found: string[] = [];
  visit(parseSync(source, { syntax: "typescript", tsx: true }), found);
  return found;
}

/** Attributes that are shown or read out, whatever their text looks like. */
const shown = new Set([
  "alt",
  "aria-label",
  "description",
  "label",
  "message",
  "placeholder",
  "question",
  "text",
  "title",
]);

/** Names the host knows: clearances, menus of manifests, days and occasions in a job's settings. */
const isHostName = new RegExp(
  `^(${[
    "Appointments|Sessions|Clients|Company Preferences|Control Center|Plugin Manager|Users",
    "(File|Maintenance|Tools|Utilities|Help)(/.+)?",
    "Never|Failures|Always",
    "Mon|Tue|Wed|Thu|Fri|Sat|Sun",
  ].join("|")})$`,
);

type Node = Readonly<Record<string, unknown>>;

function visit(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const one of value) visit(one, found);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const node = value as Node;
  switch (node["type"]) {
    case "JSXText":
      if (/\p{L}/u.test(textOf(node))) found.push(textOf(node).trim());
      return;
    case "JSXAttribute":
      if (isNode(node["value"]) && node["value"]["type"] === "StringLiteral") {
        if (shown.has(attributeName(node["name"]))) found.push(textOf(node["value"]));
        return;
      }
      break;
    case "StringLiteral":
    case "TemplateElement":
      if (/^\W*\p{Lu}\p{Ll}+\b/u.test(textOf(node)) && !isHostName.test(textOf(node))) found.push(textOf(node).trim());
      return;
    // Compared with what a browser or the host calls something; thrown for programmers; types; names of members.
    case "BinaryExpression":
    case "ThrowStatement":
    case "ImportDeclaration":
    case "TsLiteralType":
    case "KeyValueProperty":
    case "SwitchCase":
      visitInside(node, found);
      return;
  }
  for (const part of Object.values(node)) visit(part, found);
}

/** Of what is compared, thrown, typed or named, only the parts that may be shown. */
function visitInside(node: Node, found: string[]): void {
  switch (node["type"]) {
    case "BinaryExpression":
      for (const side of [node["left"], node["right"]])
        if (isNode(side) && !(side["type"] === "StringLiteral" && isComparison(node["operator"]))) visit(side, found);
      return;
    case "KeyValueProperty":
      return visit(node["value"], found);
    case "SwitchCase":
      return visit(node["consequent"], found);
  }
}

function isComparison(operator: unknown): boolean {
  return operator === "===" || operator === "!==";
}

function textOf(node: Node): string {
  const text = node["value"] ?? node["cooked"];
  return typeof text === "string" ? text : "";
}

function attributeName(name: unknown): string {
  return isNode(name) && typeof name["value"] === "string" ? name["value"] : "";
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
