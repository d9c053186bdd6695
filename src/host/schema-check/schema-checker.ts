import { Ajv } from "ajv";
import addFormats from "ajv-formats";

import { messageOf } from "../../base/coded-error.js";
import { UnusableSchemaError } from "./errors.js";
import { toSchemaProblem } from "./schema-problem.js";
import type { SchemaProblem } from "./schema-problem.js";

/** A JSON Schema as read from a file. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Says what a schema does not accept about a value; an empty list is a yes. */
export type SchemaCheck = (value: unknown) => readonly SchemaProblem[];

/** Hints for drawing a form; they do not take part in checking. */
const hints = [
  "x-spectra-choices",
  "x-spectra-control",
  "x-spectra-default-from",
  "x-spectra-enabled-when",
  "x-spectra-group",
  "x-spectra-order",
  "x-spectra-secret",
];

/** Compiling takes milliseconds, and a command is checked each time it runs. */
const compiled = new WeakMap<object, SchemaCheck>();

/**
 * The check of a schema, compiled once. The value is never changed: defaults are not filled in.
 * @throws UnusableSchemaError when the schema itself is wrong
 */
export function checkerOf(schema: object): SchemaCheck {
  const check = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, check);
  return check;
}

function compile(schema: object): SchemaCheck {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, addUsedSchema: false });
  // ajv-formats is a CommonJS module: its function is the default of the default.
  addFormats.default(ajv);
  ajv.addVocabulary(hints);
  try {
    const accepts = ajv.compile({ ...schema });
    return (value) => (accepts(value) ? [] : (accepts.errors ?? []).map(toSchemaProblem));
  } catch (failure) {
    throw new UnusableSchemaError(messageOf(failure), failure);
  }
}
