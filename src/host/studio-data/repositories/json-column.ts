import { UnreadableValueError } from "../errors.js";

/** Reads a column that holds a JSON object. @throws UnreadableValueError */
export function readJsonObject(text: string): Readonly<Record<string, unknown>> {
  const value = readJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UnreadableValueError("a JSON object", text);
  }
  // An object of JSON has string keys and unknown values.
  return value as Readonly<Record<string, unknown>>;
}

/** Reads a column that holds a JSON array of texts. @throws UnreadableValueError */
export function readJsonTexts(text: string): readonly string[] {
  const value = readJson(text);
  if (!Array.isArray(value)) throw new UnreadableValueError("a JSON array", text);
  return value.map(String);
}

/** Reads a column that holds any JSON. @throws UnreadableValueError */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableValueError("JSON", text);
  }
}
