import assert from "node:assert/strict";

import { Anna, anEvent, send } from "./support/client.js";
import type { Reply } from "./support/client.js";

interface Part {
  readonly id: string;
  readonly head: string;
  readonly body?: unknown;
  readonly headers?: string;
}

function print(parts: readonly Part[]): string {
  const printed = parts.map(({ id, head, body, headers = "" }) => {
    const json = body === undefined ? "" : `Content-Type: application/json\r\n${headers}\r\n${JSON.stringify(body)}`;
    return `--b1\r\nContent-Type: application/http\r\nContent-ID: <${id}>\r\n\r\n${head} HTTP/1.1\r\n${json || `${headers}\r\n`}\r\n`;
  });
  return `${printed.join("")}--b1--\r\n`;
}

/** Status by content id, in the order of the answer. */
function statuses(reply: Reply): [string, number][] {
  const ids = [...reply.text.matchAll(/Content-ID: <response-([^>]+)>/g)].map((match) => match[1] ?? "");
  const codes = [...reply.text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => Number(match[1]));
  return ids.map((id, index) => [id, codes[index] ?? 0]);
}

describe("local Google: batch", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  const batch = async (body: string, token = anna.token) =>
    send(anna.google.url, "POST", "/batch/calendar/v3", {
      body,
      token,
      headers: { "Content-Type": "multipart/mixed; boundary=b1" },
    });
  const events = "/calendar/v3/calendars/anna%40example.test/events";

  it("answers every part by its Content-ID, each with its own status", async () => {
    anna.calendar.create(anEvent({ id: "abc123" }));
    const reply = await batch(
      print([
        { id: "item-1", head: `POST ${events}`, body: anEvent({ id: "def456", summary: "Größe" }) },
        {
          id: "item-2",
          head: `PATCH ${events}/abc123?sendUpdates=none`,
          body: { summary: "x" },
          headers: 'If-Match: "1"\r\n',
        },
        { id: "item-3", head: `DELETE ${events}/neverused1` },
        { id: "item-4", head: `GET ${events}/abc123` },
      ]),
    );
    assert.deepEqual(Object.fromEntries(statuses(reply)), {
      "item-1": 200,
      "item-2": 412,
      "item-3": 404,
      "item-4": 200,
    });
    assert.equal(anna.calendar.get("def456")["summary"], "Größe");
  });

  it("answers in another order than asked", async () => {
    const parts = Array.from({ length: 20 }, (_, index) => ({
      id: `item-${index}`,
      head: `GET ${events}/neverused${index}`,
    }));
    const ids = statuses(await batch(print(parts))).map(([id]) => id);
    assert.notDeepEqual(
      ids,
      parts.map(({ id }) => id),
    );
    assert.deepEqual(new Set(ids), new Set(parts.map(({ id }) => id)));
  });

  it("refuses more than 1000 calls, and a body without its end", async () => {
    const parts = Array.from({ length: 1001 }, (_, index) => ({ id: `item-${index}`, head: `GET ${events}/x` }));
    const tooMany = await batch(print(parts));
    const unended = await batch(print(parts.slice(0, 1)).replace("--b1--\r\n", ""));
    assert.deepEqual([tooMany.status, unended.status], [400, 400]);
  });

  it("lets a part carry its own token", async () => {
    anna.google.accounts.add({ email: "bob@example.test" });
    const { accessToken } = anna.google.grant("bob@example.test");
    const head = "GET /calendar/v3/calendars/primary/events?fields=summary";
    const reply = await batch(print([{ id: "item-1", head, headers: `Authorization: Bearer ${accessToken}\r\n` }]));
    assert.match(reply.text, /bob@example\.test/);
  });

  it("can answer one part 409 conflict by a fault rule", async () => {
    anna.google.faults.add({ match: { where: "in-batch", nth: 2 }, fault: { kind: "error", error: "conflict" } });
    const reply = await batch(print([1, 2, 3].map((index) => ({ id: `item-${index}`, head: `GET ${events}` }))));
    assert.deepEqual(
      statuses(reply)
        .map(([, status]) => status)
        .sort((one, other) => one - other),
      [200, 200, 409],
    );
  });

  it("logs a batch as one HTTP request with its parts", async () => {
    anna.google.log.clear();
    await batch(print([{ id: "item-1", head: `POST ${events}`, body: anEvent({ id: "def456" }) }]));
    const [entry] = anna.google.log.entries();
    assert.deepEqual(
      [
        anna.google.log.httpRequests,
        entry?.operation,
        entry?.parts?.map(({ operation, status, account }) => [operation, status, account]),
      ],
      [1, "batch", [["calendar.events.insert", 200, anna.email]]],
    );
    assert.deepEqual(anna.google.log.counts(), { batch: 1, "calendar.events.insert": 1 });
  });
});
