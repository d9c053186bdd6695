import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, isAbsolute, join, relative } from "node:path";

import type { PluginManifest } from "../../api/schemas/plugin-manifest.generated.js";
import { messageOf } from "../../base/coded-error.js";
import { declaredIds } from "../contributions/index.js";
import { checkerOf } from "../schema-check/index.js";
import type { JsonSchema, SchemaCheck, SchemaProblem } from "../schema-check/index.js";
import type { FoundPlugin } from "./plugin-state.js";

/** The file that makes a folder a plugin. */
export const manifestFile = "plugin.manifest.json";

const manifestSchema = new URL("../../../../schemas/plugin-manifest.schema.json", import.meta.url);
let checkManifest: Promise<SchemaCheck> | undefined;

/** Reads and checks the manifest of a plugin folder, and the schemas it names. Never rejects for what is in the folder. */
export async function readPlugin(folder: string): Promise<FoundPlugin> {
  const fallbackId = basename(folder);
  const invalid = (problems: readonly SchemaProblem[], id = fallbackId): FoundPlugin => {
    return { kind: "invalid", folder, id, problems };
  };

  const json = await readJson(join(folder, manifestFile));
  if ("problem" in json) return invalid([{ path: manifestFile, message: json.problem }]);

  checkManifest ??= readFile(manifestSchema, "utf8").then((text) => checkerOf(JSON.parse(text)));
  const check = await checkManifest;
  const problems = check(json.value);
  if (problems.length > 0) return invalid(problems, idIn(json.value) ?? fallbackId);

  // The check above is the promise of this type.
  const manifest = json.value as PluginManifest;
  const schemas = new Map<string, JsonSchema>();
  const moreProblems = [...problemsOfIds(manifest), ...problemsOfReferences(manifest)];
  for (const { id, file, path } of namedSchemas(manifest)) {
    const read = await readSchema(folder, file);
    if ("problem" in read) moreProblems.push({ path, message: read.problem });
    else schemas.set(id, read.schema);
  }
  moreProblems.push(...problemsOfDocuments(folder, manifest));
  if (!isInside(folder, manifest.main))
    moreProblems.push({ path: "/main", message: "must lie in the plugin's folder" });
  if (moreProblems.length > 0) return invalid(moreProblems, manifest.id);
  return { kind: "installed", plugin: { folder, manifest, schemas } };
}

/** The schema files a manifest names: of preference pages, and of jobs with settings of their own. */
function namedSchemas({ contributes }: PluginManifest) {
  const { preferencePages = [], jobs = [] } = contributes;
  return [
    ...preferencePages.map(({ id, schema }, index) => {
      return { id, file: schema, path: `/contributes/preferencePages/${index}/schema` };
    }),
    ...jobs.flatMap(({ id, settings }, index) =>
      settings === undefined ? [] : [{ id, file: settings, path: `/contributes/jobs/${index}/settings` }],
    ),
  ];
}

/** Every contributed id is the plugin's own and stands once. */
function problemsOfIds(manifest: PluginManifest): readonly SchemaProblem[] {
  const seen = new Set<string>();
  return declaredIds(manifest).flatMap(({ point, id }) => {
    const path = `/contributes/${point}`;
    if (!id.startsWith(`${manifest.id}.`)) return [{ path, message: `"${id}" must start with "${manifest.id}."` }];
    if (seen.has(id)) return [{ path, message: `"${id}" is declared twice` }];
    seen.add(id);
    return [];
  });
}

/** Menus and command lines name commands of the same manifest; command lines fill inputs those commands take. */
function problemsOfReferences({ contributes }: PluginManifest): readonly SchemaProblem[] {
  const { commands = [], menus = [], commandLine = [] } = contributes;
  const inputs = new Map(commands.map(({ id, input }) => [id, propertiesOf(input)]));
  const unknown = (point: string, command: string): readonly SchemaProblem[] =>
    inputs.has(command) ? [] : [{ path: `/contributes/${point}`, message: `no command "${command}" is declared` }];
  return [
    ...menus.flatMap(({ command }) => unknown("menus", command)),
    ...commandLine.flatMap(({ path, command, arguments: parameters = [], options = [] }) => [
      ...unknown("commandLine", command),
      ...[...parameters, ...options]
        .filter(({ input }) => inputs.get(command)?.has(input) === false)
        .map(({ input }) => ({
          path: "/contributes/commandLine",
          message: `"${path}" fills "${input}", which ${command} does not take`,
        })),
    ]),
  ];
}

/** A view that is a page names the document it shows, and no other view does. */
function problemsOfDocuments(
  folder: string,
  { contributes: { views = [] } }: PluginManifest,
): readonly SchemaProblem[] {
  return views.flatMap(({ kind, document }, index) => {
    const path = `/contributes/views/${index}/document`;
    if (document === undefined) return kind === "page" ? [{ path, message: "is missing" }] : [];
    if (kind !== "page") return [{ path, message: "is for views of the kind page" }];
    if (!isInside(folder, document)) return [{ path, message: "must lie in the plugin's folder" }];
    return existsSync(join(folder, document)) ? [] : [{ path, message: "cannot be read: the file is not there" }];
  });
}

function propertiesOf(input: object | undefined): ReadonlySet<string> {
  const properties: unknown = input !== undefined && "properties" in input ? input.properties : undefined;
  return new Set(typeof properties === "object" && properties !== null ? Object.keys(properties) : []);
}

async function readSchema(folder: string, path: string): Promise<{ schema: JsonSchema } | { problem: string }> {
  if (!isInside(folder, path)) return { problem: "must lie in the plugin's folder" };
  const json = await readJson(join(folder, path));
  if ("problem" in json) return json;
  if (typeof json.value !== "object" || json.value === null) return { problem: "is not a JSON Schema" };
  try {
    // Any object is a JSON Schema to the compiler's eyes; the next line asks ajv.
    const schema = json.value as JsonSchema;
    checkerOf(schema);
    return { schema };
  } catch (failure) {
    return { problem: messageOf(failure) };
  }
}

async function readJson(path: string): Promise<{ value: unknown } | { problem: string }> {
  try {
    return { value: JSON.parse(await readFile(path, "utf8")) as unknown };
  } catch (failure) {
    const isMissing = failure instanceof Error && "code" in failure && failure.code === "ENOENT";
    return { problem: `cannot be read: ${isMissing ? "the file is not there" : messageOf(failure)}` };
  }
}

function isInside(folder: string, path: string): boolean {
  const inner = relative(folder, join(folder, path));
  return !isAbsolute(path) && inner !== "" && !inner.startsWith("..");
}

function idIn(value: unknown): string | undefined {
  const id: unknown = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  return typeof id === "string" ? id : undefined;
}
