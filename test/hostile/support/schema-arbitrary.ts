import * as fc from "fast-check";

import { isObject } from "../../../src/local-google/json.js";
import type { JsonObject } from "../../../src/local-google/json.js";

/** Nothing of Google's goes deeper; what does is cut off. */
const mostLevels = 4;

/** Texts nobody expects: empty, long, half a surrogate pair, NUL, controls, markup, numbers out of range. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "x\udc00y",
    "\u202eabc",
    "line\r\n\u2028line\u0007",
    "<b>bold</b><script>x()</script>",
    "'; drop table appointments; --",
    "=HYPERLINK(1)",
    "2026-02-30",
    "2026-13-01T25:61:00Z",
    "+275760-09-13T00:00:00Z",
    "0000-01-01",
    "9999-12-31",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00",
    "Mars/Olympus",
    "__proto__",
    "x".repeat(300),
    "ä".repeat(20_000),
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** Values of the wrong kind. */
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[[[]]]], { dateTime: {} }, ["x", null]),
  fc.object({ maxDepth: 4, maxKeys: 3 }),
);

/** Values of a Discovery schema, odd within it, and now and then not of it at all. */
export function arbitraryOf(document: JsonObject, name: string): fc.Arbitrary<unknown> {
  const schemas = isObject(document["schemas"]) ? document["schemas"] : {};

  function valueOf(schema: unknown, level: number): fc.Arbitrary<unknown> {
    if (!isObject(schema)) return wrong;
    const reference = schema["$ref"];
    if (typeof reference === "string") return valueOf(schemas[reference], level);
    return fc.oneof({ weight: 12, arbitrary: rightOf(schema, level) }, { weight: 1, arbitrary: wrong });
  }

  function rightOf(schema: JsonObject, level: number): fc.Arbitrary<unknown> {
    switch (schema["type"]) {
      case "boolean":
        return fc.boolean();
      case "integer":
      case "number":
        return fc.integer();
      case "array":
        return level > mostLevels ? fc.constant([]) : fc.array(valueOf(schema["items"], level + 1), { maxLength: 3 });
      case "object":
        return objectOf(schema, level);
      default:
        return textOf(schema);
    }
  }

  function objectOf(schema: JsonObject, level: number): fc.Arbitrary<unknown> {
    const { properties, additionalProperties } = schema;
    if (level > mostLevels) return fc.constant({});
    if (isObject(properties)) {
      const fields = Object.entries(properties).map(([key, each]) => [key, valueOf(each, level + 1)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
    }
    return fc.dictionary(oddText, valueOf(additionalProperties, level + 1), { maxKeys: 3 });
  }

  return valueOf(schemas[name], 0);
}

function textOf({ enum: words, format }: JsonObject): fc.Arbitrary<string> {
  if (Array.isArray(words)) return fc.oneof(fc.constantFrom(...words.map(String)), oddText);
  if (format === "date") return fc.oneof(fc.constantFrom("2026-04-05", "2026-12-31"), oddText);
  if (format === "date-time")
    return fc.oneof(fc.constantFrom("2026-04-05T10:00:00-05:00", "2026-03-08T02:30:00Z"), oddText);
  return oddText;
}
