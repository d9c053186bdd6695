/**
 * Writes the TypeScript types of every JSON Schema in `schemas/` to
 * `src/api/schemas/*.generated.ts`. With `--check` it writes nothing and fails when one is stale.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { compile } from "json-schema-to-typescript";

import { root } from "./steps.mjs";

const check = process.argv.includes("--check");
const target = join(root, "src/api/schemas");
mkdirSync(target, { recursive: true });
let stale = 0;

for (const file of readdirSync(join(root, "schemas"))
  .filter((name) => name.endsWith(".schema.json"))
  .toSorted()) {
  const schema = JSON.parse(readFileSync(join(root, "schemas", file), "utf8"));
  const types = await compile(withoutLabels(schema), schema.title ?? file, {
    bannerComment: `// Generated from schemas/${file} by \`npm run generate\`. Do not edit.`,
    cwd: join(root, "schemas"),
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120 },
  });
  const path = join(target, file.replace(".schema.json", ".generated.ts"));
  if (existsSync(path) && readFileSync(path, "utf8") === types) continue;
  if (check) {
    console.error(`${path.slice(root.length + 1)} is not what schemas/${file} says: run \`npm run generate\`.`);
    stale += 1;
  } else {
    writeFileSync(path, types);
  }
}
process.exit(stale === 0 ? 0 : 1);

/** A title of a plain value is a label on screen, not the name of a type. */
function withoutLabels(schema) {
  if (Array.isArray(schema)) return schema.map(withoutLabels);
  if (schema === null || typeof schema !== "object") return schema;
  const isLabel = (key, value) => key === "title" && typeof value === "string" && schema.type !== "object";
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !isLabel(key, value))
      .map(([key, value]) => [key, withoutLabels(value)]),
  );
}
