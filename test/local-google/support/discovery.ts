import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { isObject } from "../../../src/local-google/json.js";
import type { JsonObject } from "../../../src/local-google/json.js";

const folder = join(process.cwd(), "../shared/google-discovery");
/** Google's description of Calendar v3; undefined where the folder is absent. */
export const calendarDocument = readDocument("calendar-v3.json");
/** Google's description of People v1. */
export const peopleDocument = readDocument("people-v1.json");
/** Payloads in recorded shape; undefined where the folder is absent. */
export const observedShapes = readDocument("observed-shapes.json");
export const absence = `the Discovery documents are not in ${folder}`;

function readDocument(name: string): JsonObject | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const document: unknown = JSON.parse(readFileSync(path, "utf8"));
  return isObject(document) ? document : undefined;
}

export interface DiscoveryMethod {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly parameters: JsonObject;
  readonly scopes: readonly string[];
  readonly response?: string;
  /** The document it is of. */
  readonly document: JsonObject;
}

/** Every method of the Calendar and the People document. */
export function discoveryMethods(): DiscoveryMethod[] {
  return [calendarDocument, peopleDocument].filter(isObject).flatMap((document) => methodsOf(document, document));
}

function methodsOf(resource: JsonObject, document: JsonObject): DiscoveryMethod[] {
  const { methods, resources } = resource;
  const own = isObject(methods) ? Object.values(methods).filter(isObject) : [];
  const inner = isObject(resources) ? Object.values(resources).filter(isObject) : [];
  return [
    ...own.map((method) => readMethod(method, document)),
    ...inner.flatMap((within) => methodsOf(within, document)),
  ];
}

function readMethod(method: JsonObject, document: JsonObject): DiscoveryMethod {
  const { id, httpMethod, parameters, scopes, response } = method;
  // The flat path names its segments one by one; Calendar's paths are so already.
  const path = document === peopleDocument ? method["flatPath"] : method["path"];
  return {
    document,
    id: String(id),
    httpMethod: String(httpMethod),
    path: `/${String(document["servicePath"])}${String(path)}`,
    parameters: isObject(parameters) ? parameters : {},
    scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    ...(isObject(response) && { response: String(response["$ref"]) }),
  };
}

const cached = discoveryMethods();

/** Fails when a successful answer is not what the Discovery document says the method answers. */
export function checkAnswer(
  method: string,
  path: string,
  reply: { readonly status: number; readonly json: JsonObject },
  query: JsonObject,
): void {
  if (!calendarDocument || !peopleDocument || reply.status !== 200) return;
  const bare = path.replace(/\?.*/, "");
  const known = cached
    .filter(({ httpMethod }) => httpMethod === method)
    .filter((candidate) => new RegExp(`^${candidate.path.replaceAll(/\{\w+\}/g, "[^/:]+")}$`).test(bare))
    .sort((one, other) => count(one.path) - count(other.path))[0];
  assert.ok(known?.response, `${method} ${path} is no method of the Discovery document`);
  const problems = problemsOf(reply.json, { $ref: known.response }, "", known.document);
  assert.deepEqual(problems, [], `The answer of ${known.id} is not a ${known.response}`);
  for (const name of Object.keys(query)) {
    const isStandard = ["fields", "prettyPrint", "alt", "key", "quotaUser", "userIp"].includes(name);
    assert.ok(isStandard || name in known.parameters || name.startsWith("x-"), `${known.id} has no parameter ${name}`);
  }
}

function count(path: string): number {
  return path.split("{").length;
}

/** What of a value the schema does not allow: unknown keys, wrong types, unreadable formats. */
export function problemsOf(value: unknown, schema: JsonObject, at: string, document: JsonObject): string[] {
  const resolved = resolve(schema, document);
  switch (resolved["type"]) {
    case "object":
      return objectProblems(value, resolved, at, document);
    case "array":
      if (!Array.isArray(value)) return [`${at}: not an array`];
      return value.flatMap((item, index) => problemsOf(item, itemSchema(resolved), `${at}/${index}`, document));
    case "string":
      return stringProblems(value, resolved, at);
    case "integer":
      return Number.isInteger(value) ? [] : [`${at}: not an integer`];
    case "boolean":
      return typeof value === "boolean" ? [] : [`${at}: not a boolean`];
    default:
      return [];
  }
}

function resolve(schema: JsonObject, document: JsonObject): JsonObject {
  const reference = schema["$ref"];
  if (typeof reference !== "string") return schema;
  const schemas = document["schemas"];
  const found = isObject(schemas) ? schemas[reference] : undefined;
  assert.ok(isObject(found), `no schema ${reference}`);
  return found;
}

function itemSchema(schema: JsonObject): JsonObject {
  const { items } = schema;
  return isObject(items) ? items : {};
}

function objectProblems(value: unknown, schema: JsonObject, at: string, document: JsonObject): string[] {
  if (!isObject(value)) return [`${at}: not an object`];
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const { additionalProperties } = schema;
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = properties[key] ?? additionalProperties;
    return isObject(known) ? problemsOf(inner, known, `${at}/${key}`, document) : [`${at}/${key}: not in the schema`];
  });
}

function stringProblems(value: unknown, schema: JsonObject, at: string): string[] {
  if (typeof value !== "string") return [`${at}: not text`];
  const { format } = schema;
  if (format === "date-time" && Number.isNaN(Date.parse(value))) return [`${at}: not a date-time`];
  if (format === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return [`${at}: not a date`];
  return [];
}
