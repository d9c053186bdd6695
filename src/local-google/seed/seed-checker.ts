import { readFileSync } from "node:fs";

import { Ajv } from "ajv";
import type { ErrorObject, ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

import { SeedError } from "../errors.js";
import { isObject } from "../json.js";
import type { LocalGoogleSeed } from "./seed.js";

let compiled: ValidateFunction<LocalGoogleSeed> | undefined;

/** Checks a seed against its JSON Schema. @throws SeedError with the path of the wrong value */
export function checkSeed(value: unknown, file: string): LocalGoogleSeed {
  compiled ??= compile();
  if (compiled(value)) return value;
  const [first] = compiled.errors ?? [];
  throw new SeedError(`${file}${placeOf(first)}`, problemOf(first));
}

function compile(): ValidateFunction<LocalGoogleSeed> {
  const url = new URL("../../../../schemas/local-google-seed.schema.json", import.meta.url);
  const schema: unknown = JSON.parse(readFileSync(url, "utf8"));
  if (!isObject(schema)) throw new TypeError("The schema of seeds is not an object.");
  const ajv = new Ajv();
  // ajv-formats is a CommonJS module: its function is the default of the default.
  addFormats.default(ajv);
  return ajv.compile<LocalGoogleSeed>({ ...schema });
}

function placeOf(error: ErrorObject | undefined): string {
  const path = error?.instancePath ?? "";
  const extra: unknown = error?.params["additionalProperty"] ?? error?.params["missingProperty"];
  return typeof extra === "string" ? `${path}/${extra}` : path;
}

function problemOf(error: ErrorObject | undefined): string {
  switch (error?.keyword) {
    case "additionalProperties":
      return "is not known here";
    case "required":
      return "is missing";
    case "enum": {
      const allowed: unknown = error.params["allowedValues"];
      return `must be one of ${Array.isArray(allowed) ? allowed.join(", ") : ""}`;
    }
    default:
      return error?.message ?? "is not accepted";
  }
}
