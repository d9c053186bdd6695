import type { Call } from "./call.js";

const shown = [
  "content-type",
  "if-match",
  "if-none-match",
  "accept-encoding",
  "user-agent",
  "x-goog-api-client",
  "connection",
];

/** The headers worth keeping; never the Authorization. */
export function shownHeaders(headers: Call["headers"]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of shown) {
    const value = headers[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** A query as plain values; a repeated parameter becomes an array. */
export function queryRecord(query: URLSearchParams): Record<string, string | readonly string[]> {
  const record: Record<string, string | readonly string[]> = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    record[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return record;
}

/** A body as JSON or form values; undefined when there is none or it cannot be read. */
export function parsedBody(call: Call): unknown {
  if (call.body === "") return undefined;
  if (call.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return queryRecord(new URLSearchParams(call.body));
  }
  try {
    return JSON.parse(call.body);
  } catch (malformed) {
    if (malformed instanceof SyntaxError) return undefined;
    throw malformed;
  }
}
