import assert from "node:assert/strict";

import type { LogEntry } from "../../src/local-google/index.js";

/** All that a write may say about an event; guests, reminders, colour and the like are the Google user's (C2). */
const ourFields = new Set(["id", "summary", "description", "location", "start", "end", "extendedProperties"]);

/**
 * What holds for every request of every scenario: no write without `sendUpdates=none`, none
 * that replaces an event whole, nobody invited and no foreign field touched (C2, C3), and no
 * parameter Google does not know.
 */
export function assertHarmlessWrites(requests: readonly LogEntry[]): void {
  for (const request of requests.flatMap((entry) => entry.parts ?? [entry])) {
    const what = `${request.method} ${request.path}`;
    assert.deepEqual(request.unknownParameters, [], `${what} has parameters Google does not know`);
    const isWrite = request.operation.startsWith("calendar.events.") && request.method !== "GET";
    if (!isWrite) continue;
    assert.notEqual(request.method, "PUT", `${what} replaces an event`);
    assert.equal(request.query["sendUpdates"], "none", `${what} may make Google mail somebody`);
    assert.deepEqual(foreignFields(request.body), [], `${what} touches fields that are not ours`);
  }
}

function foreignFields(body: unknown): readonly string[] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    if (!ourFields.has(name)) return [name];
    if (name !== "extendedProperties" || typeof value !== "object" || value === null) return [];
    return Object.keys(value).filter((kind) => kind !== "private");
  });
}
