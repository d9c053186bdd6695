import assert from "node:assert/strict";

import { personLists } from "../../src/google-sync/google/index.js";
import type { LogEntry } from "../../src/local-google/index.js";

/** A word in everything of a client that never leaves the studio, whatever a scenario is about (K4). */
export const neverSent = "NEVER-SENT";

/** All that a write may say about an event; guests, reminders, colour and the like are the Google user's (C2). */
const ourFields = new Set(["id", "summary", "description", "location", "start", "end", "extendedProperties"]);

/** What a write may say about a contact; notes, photos, relations and custom fields are the Google user's (K4). */
const ourLists = new Set<string>([...personLists, "memberships", "clientData"]);

/**
 * What holds for every request of every scenario: no write without `sendUpdates=none`, none
 * that replaces an event whole, nobody invited and no foreign field touched (C2, C3); no foreign list of a contact
 * touched (K4), and none changed without its etag (K9); and no parameter Google does not know.
 */
export function assertHarmlessWrites(requests: readonly LogEntry[]): void {
  for (const request of requests.flatMap((entry) => entry.parts ?? [entry])) {
    const what = `${request.method} ${request.path}`;
    assert.deepEqual(request.unknownParameters, [], `${what} has parameters Google does not know`);
    if (request.operation.startsWith("people.people.")) assertHarmlessContacts(request, what);
    const isWrite = request.operation.startsWith("calendar.events.") && request.method !== "GET";
    if (!isWrite) continue;
    assert.notEqual(request.method, "PUT", `${what} replaces an event`);
    assert.equal(request.query["sendUpdates"], "none", `${what} may make Google mail somebody`);
    assert.deepEqual(foreignFields(request.body), [], `${what} touches fields that are not ours`);
  }
}

/** Notes, images, family, status and marketing of a client never leave the studio (K4). */
export function assertNothingUnspoken(requests: readonly LogEntry[]): void {
  for (const request of requests.flatMap((entry) => entry.parts ?? [entry])) {
    const said = JSON.stringify([request.path, request.query, request.body]);
    assert.ok(!said.includes(neverSent), `${request.method} ${request.path} says what never leaves the studio`);
  }
}

function assertHarmlessContacts({ operation, body, query }: LogEntry, what: string): void {
  const said = asObject(body);
  if (operation.endsWith(".batchCreateContacts")) {
    const people = asList(said["contacts"]).map((item) => asObject(asObject(item)["contactPerson"]));
    assert.deepEqual(people.flatMap(foreignLists), [], `${what} fills lists that are not ours`);
  }
  if (operation.endsWith(".batchUpdateContacts") || operation.endsWith(".updateContact")) {
    const mask = [said["updateMask"], query["updatePersonFields"]]
      .filter((text) => typeof text === "string")
      .join(",")
      .split(",");
    const people = said["contacts"] === undefined ? [said] : Object.values(asObject(said["contacts"])).map(asObject);
    assert.deepEqual(
      [...mask.filter((list) => !ourLists.has(list)), ...people.flatMap(foreignLists)],
      [],
      `${what} touches lists that are not ours`,
    );
    assert.ok(
      people.every(({ etag }) => typeof etag === "string" && etag !== ""),
      `${what} lacks an etag`,
    );
  }
}

function foreignLists(person: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(person).filter((name) => name !== "etag" && name !== "metadata" && !ourLists.has(name));
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function foreignFields(body: unknown): readonly string[] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    if (!ourFields.has(name)) return [name];
    if (name !== "extendedProperties" || typeof value !== "object" || value === null) return [];
    return Object.keys(value).filter((kind) => kind !== "private");
  });
}
