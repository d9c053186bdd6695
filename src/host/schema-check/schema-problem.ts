import type { ErrorObject } from "ajv";

/** One thing a JSON Schema does not accept, in words. */
export interface SchemaProblem {
  /** JSON pointer of the value, `""` for the whole. */
  readonly path: string;
  /** Without the path, as the end of a sentence: "must be a number". */
  readonly message: string;
}

/** Ajv's finding as a path and words. */
export function toSchemaProblem({ instancePath, keyword, params, message }: ErrorObject): SchemaProblem {
  switch (keyword) {
    case "required":
      return { path: `${instancePath}/${params["missingProperty"]}`, message: "is missing" };
    case "additionalProperties":
      return { path: `${instancePath}/${params["additionalProperty"]}`, message: "is not known here" };
    case "enum":
      return { path: instancePath, message: `must be one of ${listOf(params["allowedValues"])}` };
    case "type":
      return { path: instancePath, message: `must be ${listOf(params["type"], " or ")}` };
    case "pattern":
      return { path: instancePath, message: `must look like ${params["pattern"]}` };
    case "minLength":
      return { path: instancePath, message: "must not be empty" };
    default:
      return { path: instancePath, message: message ?? "is not accepted" };
  }
}

function listOf(values: unknown, separator = ", "): string {
  return Array.isArray(values) ? values.map(String).join(separator) : String(values);
}
