import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";

import type { FaultRule } from "../../src/local-google/index.js";
import { isObject } from "../../src/local-google/json.js";
import { Anna, anEvent, items, reasonOf, send } from "./support/client.js";

const path = "/calendars/primary/events";

describe("local Google: tokens and scopes", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  it("listens on 127.0.0.1", () => {
    assert.match(anna.google.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("answers 401 authError without a token, or with an unknown one", async () => {
    const replies = [await anna.call("GET", path, { token: "" }), await anna.call("GET", path, { token: "x" })];
    assert.deepEqual(
      replies.map((reply) => [reply.status, reasonOf(reply)]),
      [
        [401, "authError"],
        [401, "authError"],
      ],
    );
  });

  it("answers 403 insufficientPermissions to a token without the method's scope, naming the method", async () => {
    const { accessToken } = anna.google.grant(anna.email, { scopes: ["openid", "contacts"] });
    const reply = await anna.call("GET", path, { token: accessToken });
    assert.deepEqual([reply.status, reasonOf(reply)], [403, "insufficientPermissions"]);
    assert.match(reply.text, /ACCESS_TOKEN_SCOPE_INSUFFICIENT[^}]*calendar\.v3\.Events\.List/s);
  });

  it("A4: lets calendar.events list events but neither calendars nor settings", async () => {
    const { accessToken: token } = anna.google.grant(anna.email, { scopes: ["calendar.events"] });
    const paths = [path, "/users/me/calendarList", "/users/me/settings/timezone", "/calendars/primary"];
    const replies = await Promise.all(paths.map(async (one) => anna.call("GET", one, { token })));
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 403, 403, 403],
    );
  });

  it("answers 404 to a calendar that is not in the list, and to a path that is none", async () => {
    const calendar = await anna.call("GET", "/calendars/nobody%40example.test/events");
    const nowhere = await send(anna.google.url, "GET", "/nowhere");
    assert.deepEqual([calendar.status, reasonOf(calendar), nowhere.status], [404, "notFound", 404]);
  });

  it("answers 403 requiredAccessLevel to a write into a calendar of a reader", async () => {
    anna.calendar.setAccessRole("reader");
    assert.deepEqual(reasonOf(await anna.insert(anEvent())), "requiredAccessLevel");
  });

  it("lets calendar.events.owned reach only calendars the person owns", async () => {
    const shared = anna.google.accounts.get(anna.email).addCalendar({ summary: "Shared", accessRole: "writer" });
    const { accessToken: token } = anna.google.grant(anna.email, { scopes: ["calendar.events.owned"] });
    const paths = [path, `/calendars/${encodeURIComponent(shared.id)}/events`];
    const replies = await Promise.all(paths.map(async (one) => anna.call("GET", one, { token })));
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 403],
    );
  });

  it("logs a query parameter the method does not know", async () => {
    await anna.list({ "x-wrong": "1" });
    assert.deepEqual(anna.google.log.entries().at(-1)?.unknownParameters, ["x-wrong"]);
  });

  it("logs requests in order with account, query, body and status, and without the token", async () => {
    anna.google.log.clear();
    await anna.insert(anEvent({ id: "abc123" }), { sendUpdates: "none" });
    await anna.call("DELETE", `${path}/neverused1`, { headers: { "If-Match": "*" } });
    const shown = anna.google.log.entries().map(({ operation, account, query, headers, status, body }) => {
      const id = isObject(body) ? body["id"] : undefined;
      return { operation, account, query, ifMatch: headers["if-match"], token: headers["authorization"], status, id };
    });
    assert.deepEqual(shown, [
      {
        operation: "calendar.events.insert",
        account: anna.email,
        query: { sendUpdates: "none" },
        ifMatch: undefined,
        token: undefined,
        status: 200,
        id: "abc123",
      },
      {
        operation: "calendar.events.delete",
        account: anna.email,
        query: {},
        ifMatch: "*",
        token: undefined,
        status: 404,
        id: undefined,
      },
    ]);
  });
});

describe("local Google: answers on the wire", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  it("applies a nested fields mask", async () => {
    anna.calendar.create(anEvent({ id: "abc123" }));
    const { json } = await anna.list({ fields: "timeZone,nextSyncToken,items(id,start/dateTime,organizer(email))" });
    assert.deepEqual(Object.keys(json), ["timeZone", "nextSyncToken", "items"]);
    assert.deepEqual(items({ status: 200, headers: {}, text: "", json }), [
      { id: "abc123", organizer: { email: anna.email }, start: { dateTime: "2026-03-25T08:00:00+01:00" } },
    ]);
  });

  it("refuses a fields mask it cannot read", async () => {
    assert.equal((await anna.list({ fields: "items(id" })).status, 400);
  });

  it("prints with one space, or on one line with prettyPrint=false", async () => {
    const pretty = await anna.list();
    const plain = await anna.list({ prettyPrint: false });
    assert.deepEqual([pretty.text.startsWith('{\n "kind"'), plain.text.includes("\n")], [true, false]);
  });

  it("compresses when asked", async () => {
    for (let index = 0; index < 20; index++) anna.calendar.create(anEvent());
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      const headers = { Authorization: `Bearer ${anna.token}`, "Accept-Encoding": "gzip" };
      request(`${anna.google.url}/calendar/v3${path}`, { headers }, (response) => {
        assert.equal(response.headers["content-encoding"], "gzip");
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks)));
      })
        .on("error", reject)
        .end();
    });
    assert.match(gunzipSync(bytes).toString(), /"calendar#events"/);
  });

  it("keeps a connection open for the next request", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let index = 0; index < 3; index++) {
      await new Promise<void>((resolve, reject) => {
        const outgoing = request(`${anna.google.url}/nowhere`, { agent }, (response) => {
          ports.add(outgoing.socket?.localPort);
          response.resume().on("end", () => resolve());
        }).on("error", reject);
        outgoing.end();
      });
    }
    agent.destroy();
    assert.equal(ports.size, 1);
  });

  it("refuses a body that is no JSON", async () => {
    const reply = await anna.call("POST", path, { body: "{", headers: { "Content-Type": "application/json" } });
    assert.deepEqual([reply.status, reasonOf(reply)], [400, "parseError"]);
  });
});

describe("local Google: faults", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());
  const insert = { operation: "calendar.events.insert" };

  it("fails the n-th fitting call with an error of the catalogue and Retry-After", async () => {
    anna.google.faults.add({
      match: { operation: "calendar.events.list", nth: 2 },
      fault: { kind: "error", error: "backendError", retryAfterSeconds: 7 },
    });
    const replies = [await anna.list(), await anna.list(), await anna.list()];
    assert.deepEqual(
      replies.map((reply) => [reply.status, reply.headers["retry-after"]]),
      [
        [200, undefined],
        [500, "7"],
        [200, undefined],
      ],
    );
  });

  it("answers an error before or after the change took effect", async () => {
    anna.google.faults.add({ match: insert, fault: { kind: "error", error: "serviceUnavailable" }, times: 1 });
    const before = await anna.insert(anEvent({ id: "before" }));
    anna.google.faults.add({
      match: insert,
      fault: { kind: "error", error: "serviceUnavailable" },
      when: "after",
      times: 1,
    });
    const after = await anna.insert(anEvent({ id: "after" }));
    assert.deepEqual([before.status, after.status, anna.calendar.list().map(({ id }) => id)], [503, 503, ["after"]]);
  });

  const cuts: readonly (readonly [string, FaultRule, number])[] = [
    ["cuts the connection before the change", { fault: { kind: "reset" } }, 0],
    ["cuts the connection after the change: a lost answer", { fault: { kind: "reset" }, when: "after" }, 1],
    ["cuts the answer in the middle of its body", { fault: { kind: "truncate" }, when: "after" }, 1],
  ];
  for (const [title, rule, left] of cuts) {
    it(title, async () => {
      anna.google.faults.add({ match: insert, times: 1, ...rule });
      await assert.rejects(anna.insert(anEvent()));
      assert.deepEqual([anna.calendar.list().length, anna.google.log.entries().at(-1)?.status], [left, 0]);
    });
  }

  it("answers late", async () => {
    anna.google.faults.add({ fault: { kind: "slow", milliseconds: 30 } });
    const start = performance.now();
    await anna.list();
    assert.ok(performance.now() - start >= 25);
  });

  it("happens as probable as the rule says, the same in every run with one seed", async () => {
    anna.google.faults.add({ fault: { kind: "error", error: "tooManyRequests" }, probability: 0.5 });
    for (let index = 0; index < 60; index++) await anna.list();
    assert.ok(anna.google.faults.happened > 15 && anna.google.faults.happened < 45);
  });

  it("stops when the rule is disposed", async () => {
    await anna.google.faults
      .add({ match: { account: anna.email, path: /events/, method: "GET" }, fault: { kind: "reset" } })
      .dispose();
    assert.equal((await anna.list()).status, 200);
  });
});

describe("local Google: rate limits", () => {
  const anna = new Anna();
  afterEach(async () => anna.dispose());

  it("counts PATCH as three units, refuses in both forms, and forgets after a minute", async () => {
    await anna.start({ rateLimits: { unitsPerMinutePerUser: 5, unitsPerMinutePerProject: 100 } });
    const { json } = await anna.insert(anEvent());
    const patch = async () => anna.call("PATCH", `${path}/${String(json["id"])}`, { body: { summary: "x" } });
    const replies = [await patch(), await patch(), await patch(), await anna.list(), await anna.list()];
    anna.clock.forward({ seconds: 61 });
    replies.push(await patch());
    assert.deepEqual(
      replies.map((reply) => [reply.status, reasonOf(reply)]),
      [
        [200, undefined],
        [403, "userRateLimitExceeded"],
        [429, "rateLimitExceeded"],
        [200, undefined],
        [403, "userRateLimitExceeded"],
        [200, undefined],
      ],
    );
  });

  it("limits the project over all its users", async () => {
    await anna.start({ rateLimits: { unitsPerMinutePerUser: 5, unitsPerMinutePerProject: 6 } });
    anna.google.accounts.add({ email: "bob@example.test" });
    const bob = anna.google.grant("bob@example.test").accessToken;
    for (let index = 0; index < 5; index++) await anna.list();
    const replies = [await anna.call("GET", path, { token: bob }), await anna.call("GET", path, { token: bob })];
    assert.deepEqual(
      replies.map((reply) => [reply.status, reasonOf(reply)]),
      [
        [200, undefined],
        [403, "rateLimitExceeded"],
      ],
    );
  });
});
