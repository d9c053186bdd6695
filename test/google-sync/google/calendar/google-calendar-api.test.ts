import assert from "node:assert/strict";

import { day, wallTime, zoneName } from "../../../../src/base/wall-time.js";
import { createRetryBudget, GoogleError } from "../../../../src/google-sync/google/index.js";
import type { EventWrite } from "../../../../src/google-sync/google/index.js";
import { anEventJson } from "../support/an-event.js";
import { all, connect } from "../support/connected.js";
import type { Connected } from "../support/connected.js";
import { batchAnswer, callsOf, refusal } from "../support/scripted-google.js";
import type { ScriptedAnswer, SeenCall, SeenRequest } from "../support/scripted-google.js";

const calendarId = "anna@example.test";
const page = { timeZone: "America/Chicago", accessRole: "owner", summary: "Anna" };
const chicago = zoneName("America/Chicago");
const when = {
  start: { kind: "time", dateTime: wallTime("2026-03-05T10:00"), timeZone: chicago },
  end: { kind: "time", dateTime: wallTime("2026-03-05T11:00"), timeZone: chicago },
} as const;

/** Times no database and no other calendar has words for. */
const unrepresentable: readonly (readonly [string, object])[] = [
  ["a year of six digits", { dateTime: "+012026-03-05T10:00:00Z" }],
  ["the year 0", { dateTime: "0000-03-05T10:00:00Z" }],
  ["a year before it", { dateTime: "-000001-03-05T10:00:00Z" }],
  ["a time without an offset", { dateTime: "2026-03-05T10:00:00" }],
  ["words", { dateTime: "March 5, 2026 10:00:00 Z" }],
  ["a day of the year 0", { date: "0000-03-05" }],
  ["a day that is none", { date: "2026-02-30" }],
  ["a day of the year 10000", { date: "10000-01-01" }],
];

function insertOf(id: string): EventWrite {
  return { kind: "insert", key: `make ${id}`, event: { id, summary: "Smith family", when } };
}

function ok(body: unknown): { status: number; body: unknown } {
  return { status: 200, body };
}

function single(answer: ReturnType<typeof refusal>): { status: number; body: unknown } {
  if ("broken" in answer) throw new TypeError("A part of a batch cannot break the connection");
  return answer;
}

describe("the Calendar client", () => {
  let connected: Connected | undefined;

  async function open(...parameters: Parameters<typeof connect>): Promise<Connected> {
    connected = await connect(...parameters);
    return connected;
  }

  /** Opens a connection whose batches are answered call by call. */
  function openBatch(answer: Parameters<typeof batchAnswer>[1], options?: Parameters<typeof connect>[1]) {
    return open((request) => batchAnswer(request, answer), options);
  }

  afterEach(async () => {
    await connected?.google.close();
    connected = undefined;
  });

  describe("listing calendars", () => {
    it("A2: gives every calendar with its real id, name, zone and access", async () => {
      const { connection, google } = await open((_request, index) =>
        ok(
          index === 0
            ? {
                nextPageToken: "second",
                items: [
                  {
                    id: calendarId,
                    summary: calendarId,
                    timeZone: "America/Chicago",
                    accessRole: "owner",
                    primary: true,
                  },
                ],
              }
            : {
                items: [
                  {
                    id: "team@group.calendar.example.test",
                    summary: "Team",
                    summaryOverride: "Studio",
                    timeZone: "Europe/Berlin",
                    accessRole: "reader",
                  },
                ],
              },
        ),
      );
      assert.deepEqual(await connection.calendar.listCalendars(), [
        { id: calendarId, name: calendarId, timeZone: "America/Chicago", accessRole: "owner", isPrimary: true },
        {
          id: "team@group.calendar.example.test",
          name: "Studio",
          timeZone: "Europe/Berlin",
          accessRole: "reader",
          isPrimary: false,
        },
      ]);
      assert.deepEqual(
        google.requests.map(({ path, query }) => [path, query["pageToken"]]),
        [
          ["/calendar/v3/users/me/calendarList", undefined],
          ["/calendar/v3/users/me/calendarList", "second"],
        ],
      );
    });
  });

  describe("listing events", () => {
    it("asks for the same things on every page, and never for deleted events or a window", async () => {
      const { connection, google } = await open((_request, index) =>
        ok(
          index === 0
            ? { ...page, items: [anEventJson("a")], nextPageToken: "next" }
            : { ...page, items: [], nextSyncToken: "token" },
        ),
      );
      const pages = await all(connection.calendar.listEvents(calendarId, undefined));
      assert.deepEqual(
        pages.map(({ events, nextSyncToken }) => [events.map(({ id }) => id), nextSyncToken]),
        [
          [["a"], undefined],
          [[], "token"],
        ],
      );
      const [first, second] = google.requests;
      assert.equal(first?.path, "/calendar/v3/calendars/anna%40example.test/events");
      assert.deepEqual(Object.keys(first.query).toSorted(), ["fields", "maxResults", "singleEvents"]);
      assert.equal(first.query["singleEvents"], "false");
      assert.equal(first.query["maxResults"], "2500");
      assert.deepEqual(second?.query, { ...first.query, pageToken: "next" });
    });

    it("repeats the sync token on every page of a listing of changes", async () => {
      const { connection, google } = await open((_request, index) =>
        ok(index === 0 ? { ...page, items: [], nextPageToken: "next" } : { ...page, items: [], nextSyncToken: "new" }),
      );
      await all(connection.calendar.listEvents(calendarId, "old"));
      assert.deepEqual(
        google.requests.map(({ query }) => [query["syncToken"], query["pageToken"]]),
        [
          ["old", undefined],
          ["old", "next"],
        ],
      );
    });

    it("reads live and cancelled events with Google's defaults filled in", async () => {
      const { connection } = await open(() =>
        ok({
          ...page,
          items: [
            anEventJson("timed", {
              attendees: [{ self: true, responseStatus: "tentative" }, { responseStatus: "accepted" }],
              extendedProperties: { private: { spectraEntry: "1" } },
            }),
            anEventJson("day", { summary: undefined, start: { date: "2026-03-05" }, end: { date: "2026-03-06" } }),
            { id: "gone", status: "cancelled", etag: '"1"' },
          ],
          nextSyncToken: "token",
        }),
      );
      const [read] = await all(connection.calendar.listEvents(calendarId, undefined));
      const common = {
        status: "confirmed",
        etag: '"3485815948352798"',
        updated: new Date("2026-03-01T08:00:00.123Z"),
        description: "",
        location: "",
        transparency: "opaque",
        visibility: "default",
        eventType: "default",
        recurrence: [],
        recurringEventId: undefined,
        isOrganizer: true,
        isCreator: true,
        guestsCanModify: false,
        isLocked: false,
        htmlLink: "https://calendar.example.test/event?eid=1",
      };
      assert.deepEqual(read, {
        events: [
          {
            ...common,
            id: "timed",
            summary: "Smith family",
            start: { kind: "time", dateTime: new Date("2026-03-05T16:00:00Z"), timeZone: "America/Chicago" },
            end: { kind: "time", dateTime: new Date("2026-03-05T17:00:00Z"), timeZone: "America/Chicago" },
            ownResponse: "tentative",
            hasGuests: true,
            privateProperties: { spectraEntry: "1" },
          },
          {
            ...common,
            id: "day",
            summary: "",
            start: { kind: "day", date: day("2026-03-05") },
            end: { kind: "day", date: day("2026-03-06") },
            ownResponse: undefined,
            hasGuests: false,
            privateProperties: {},
          },
          { id: "gone", status: "cancelled", etag: '"1"', recurringEventId: undefined },
        ],
        unreadable: [],
        timeZone: "America/Chicago",
        accessRole: "owner",
        title: "Anna",
        nextSyncToken: "token",
      });
    });

    it("C14: keeps an event it cannot read apart instead of losing it", async () => {
      const { connection } = await open(() =>
        ok({ ...page, items: [anEventJson("odd", { start: {} })], nextSyncToken: "token" }),
      );
      const [read] = await all(connection.calendar.listEvents(calendarId, undefined));
      assert.deepEqual(
        [read?.events, read?.unreadable],
        [
          [],
          [
            {
              id: "odd",
              title: "Smith family",
              isPrivate: false,
              htmlLink: "https://calendar.example.test/event?eid=1",
              problem: 'Google\'s answer cannot be read: "start" is missing',
            },
          ],
        ],
      );
    });

    for (const [what, start] of unrepresentable) {
      it(`G3: ${what} makes one event unreadable, and the others are read`, async () => {
        const items = [anEventJson("odd", { start }), anEventJson("fine")];
        const { connection } = await open(() => ok({ ...page, items, nextSyncToken: "token" }));
        const [read] = await all(connection.calendar.listEvents(calendarId, undefined));
        assert.deepEqual([read?.events.map(({ id }) => id), read?.unreadable.map(({ id }) => id)], [["fine"], ["odd"]]);
      });
    }

    const untrusted: readonly (readonly [string, ScriptedAnswer])[] = [
      ["an empty object", ok({})],
      ["an empty body", ok("")],
      ["a page with neither a next page nor a sync token", ok({ ...page, items: [] })],
      ["a page of a proxy", ok("<html>Sign in to the network</html>")],
      ["a list that is none", ok({ ...page, items: "none", nextSyncToken: "token" })],
      ["JSON that is cut short", ok('{"timeZone":"America/Chicago","items":[')],
      ["a connection that breaks in the body", { broken: '{"timeZone":"America/Chicago"' }],
    ];
    for (const [what, answer] of untrusted) {
      it(`C14: never takes ${what} for a listing`, async () => {
        const { connection } = await open(() => answer, {
          budget: createRetryBudget({ repeats: 1, waitingMilliseconds: 60_000 }),
        });
        await assert.rejects(
          all(connection.calendar.listEvents(calendarId, undefined)),
          (error) => error instanceof GoogleError && ["malformed-answer", "retry-later"].includes(error.verdict.kind),
        );
      });
    }

    it("C14: reads the page again when it came cut short", async () => {
      const { connection, google } = await open((_request, index) =>
        index === 0 ? { broken: "{" } : ok({ ...page, items: [], nextSyncToken: "token" }),
      );
      const pages = await all(connection.calendar.listEvents(calendarId, undefined));
      assert.deepEqual([pages.length, google.requests.length], [1, 2]);
    });

    const refusals: readonly (readonly [string, string | undefined, ScriptedAnswer, string])[] = [
      ["G7: says so when the sync token is too old", "old", refusal(410, "fullSyncRequired"), "sync-token-refused"],
      [
        "G7: treats a malformed sync token alike",
        "old",
        refusal(400, "invalid", "Invalid Value"),
        "sync-token-refused",
      ],
      ["A11: says so when the calendar is gone", undefined, refusal(404, "notFound"), "calendar-not-available"],
      [
        "A4: says so when the permission is missing",
        undefined,
        refusal(403, "insufficientPermissions"),
        "scope-missing",
      ],
    ];
    for (const [title, token, answer, kind] of refusals) {
      it(title, async () => {
        const { connection, google } = await open(() => answer);
        await assert.rejects(
          all(connection.calendar.listEvents(calendarId, token)),
          (error) => error instanceof GoogleError && error.verdict.kind === kind,
        );
        assert.equal(google.requests.length, 1);
      });
    }
  });

  describe("getting events one by one", () => {
    it("C14: tells found, cancelled, not found and unknown apart, fifty in a request", async () => {
      const { connection, google } = await openBatch(({ path }) => {
        const id = path.split("/").at(-1) ?? "";
        if (id === "lost") return single(refusal(404, "notFound", "Not Found"));
        if (id === "gone") return ok({ id, status: "cancelled", etag: '"2"' });
        if (id === "odd") return single(refusal(400, "badRequest"));
        return ok(anEventJson(id));
      });
      const ids = [...Array.from({ length: 50 }, (_, index) => `live${index}`), "gone", "lost", "odd"];
      const outcomes = await connection.calendar.getEvents(calendarId, ids);
      const kindOf = (id: string): string | undefined => {
        const outcome = outcomes.get(id);
        return outcome?.kind === "found" ? outcome.event.status : outcome?.kind;
      };
      assert.deepEqual(["live0", "live49", "gone", "lost", "odd"].map(kindOf), [
        "confirmed",
        "confirmed",
        "cancelled",
        "not-found",
        "failed",
      ]);
      assert.deepEqual(
        google.requests.map((request) => callsOf(request).length),
        [50, 3],
      );
    });

    it("C14: a part that is missing or cut short is unknown, never not found", async () => {
      const { connection } = await openBatch(
        ({ path }) => (path.endsWith("/missing") ? "missing" : { status: 200, body: "half of an ev" }),
        { budget: createRetryBudget({ repeats: 0, waitingMilliseconds: 0 }) },
      );
      const outcomes = await connection.calendar.getEvents(calendarId, ["missing", "half"]);
      assert.deepEqual(
        [...outcomes.values()].map((outcome) => outcome.kind === "failed" && outcome.error.code),
        ["google-malformed-answer", "google-malformed-answer"],
      );
    });
  });

  describe("writing", () => {
    it("C2, C3: sends only the changed fields, silently, and with the etag it knows", async () => {
      let calls: readonly SeenCall[] = [];
      const { connection } = await open((request) => {
        calls = callsOf(request);
        return batchAnswer(request, (call) =>
          call.method === "DELETE" ? { status: 204, body: "" } : ok(anEventJson("x")),
        );
      });
      await all(
        connection.calendar.write(calendarId, [
          insertOf("new1"),
          { kind: "patch", key: "p", eventId: "e1", etag: '"7"', change: { summary: "Later" } },
          { kind: "patch", key: "q", eventId: "e2", etag: undefined, change: { when } },
          { kind: "delete", key: "d", eventId: "e3", etag: '"9"' },
        ]),
      );
      const start = { dateTime: "2026-03-05T10:00:00", timeZone: "America/Chicago" };
      const end = { dateTime: "2026-03-05T11:00:00", timeZone: "America/Chicago" };
      assert.deepEqual(
        calls.map(({ method, path, ifMatch, body, query }) => [method, path, ifMatch, body, query["sendUpdates"]]),
        [
          [
            "POST",
            "/calendar/v3/calendars/anna@example.test/events",
            undefined,
            { id: "new1", summary: "Smith family", start, end },
            "none",
          ],
          ["PATCH", "/calendar/v3/calendars/anna@example.test/events/e1", '"7"', { summary: "Later" }, "none"],
          [
            "PATCH",
            "/calendar/v3/calendars/anna@example.test/events/e2",
            undefined,
            { start: { date: null, ...start }, end: { date: null, ...end } },
            "none",
          ],
          ["DELETE", "/calendar/v3/calendars/anna@example.test/events/e3", '"9"', undefined, "none"],
        ],
      );
    });

    it("sends 120 new events in three requests and gives the results request by request", async () => {
      const { connection, google } = await openBatch(({ body }) => ok(anEventJson((body as { id: string }).id)));
      const sent: number[] = [];
      const keys: string[] = [];
      const writes = Array.from({ length: 120 }, (_, index) => insertOf(`e${index}`));
      for await (const results of connection.calendar.write(calendarId, writes)) {
        sent.push(google.requests.length);
        for (const { key, outcome } of results) {
          assert.equal(outcome.kind === "written" && `make ${outcome.event.id}`, key);
          keys.push(key);
        }
      }
      assert.deepEqual([sent, keys], [[1, 2, 3], writes.map(({ key }) => key)]);
    });

    it("never puts two writes to one event into one batch, and keeps their order", async () => {
      const { connection, google } = await openBatch(() => ok(anEventJson("e1")));
      await all(
        connection.calendar.write(calendarId, [
          insertOf("e1"),
          { kind: "patch", key: "p", eventId: "e1", etag: undefined, change: { summary: "Later" } },
        ]),
      );
      assert.deepEqual(
        google.requests.map((request) => callsOf(request).map(({ method }) => method)),
        [["POST"], ["PATCH"]],
      );
    });

    it("C12: a deletion that finds nothing has done what it should", async () => {
      const { connection } = await openBatch(({ path }) => {
        if (path.endsWith("/a")) return { status: 204, body: "" };
        return single(path.endsWith("/b") ? refusal(410, "deleted") : refusal(404, "notFound"));
      });
      const writes = ["a", "b", "c"].map((eventId): EventWrite => ({
        kind: "delete",
        key: eventId,
        eventId,
        etag: '"1"',
      }));
      const results = (await all(connection.calendar.write(calendarId, writes))).flat();
      assert.deepEqual(
        results.map(({ key, outcome }) => [key, outcome.kind]),
        [
          ["a", "deleted"],
          ["b", "deleted"],
          ["c", "deleted"],
        ],
      );
    });

    it("G3: one refused write leaves the others alone", async () => {
      const { connection } = await openBatch(({ body }) => {
        const { id } = body as { id: string };
        if (id === "double") return single(refusal(409, "duplicate"));
        return id === "bad" ? single(refusal(400, "invalid", "Bad")) : ok(anEventJson(id));
      });
      const writes = ["good", "double", "bad", "fine"].map(insertOf);
      const results = (await all(connection.calendar.write(calendarId, writes))).flat();
      assert.deepEqual(
        results.map(({ outcome }) => (outcome.kind === "failed" ? outcome.error.verdict.kind : outcome.kind)),
        ["written", "duplicate-id", "refused", "written"],
      );
    });

    it("G4: repeats only what was refused for its rate, after the wait Google asks for", async () => {
      const asked: string[][] = [];
      const { connection, clock } = await open((request, index) => {
        asked.push(callsOf(request).map(({ body }) => (body as { id: string }).id));
        return batchAnswer(request, ({ body }) => {
          const { id } = body as { id: string };
          if (index === 0 && id === "b") {
            return { ...single(refusal(403, "rateLimitExceeded")), headers: { "Retry-After": "7" } };
          }
          return ok(anEventJson(id));
        });
      });
      const results = await all(connection.calendar.write(calendarId, ["a", "b", "c"].map(insertOf)));
      assert.deepEqual(asked, [["a", "b", "c"], ["b"]]);
      assert.deepEqual(
        results.map((batch) => batch.map(({ key }) => key)),
        [["make a", "make c"], ["make b"]],
      );
      assert.deepEqual(clock.waits, [7000]);
    });

    it("G3: gives an item up that Google's servers stumble over again and again", async () => {
      const { connection, google } = await openBatch(({ body }) => {
        const { id } = body as { id: string };
        return id === "bad" ? single(refusal(500, "backendError")) : ok(anEventJson(id));
      });
      const results = (await all(connection.calendar.write(calendarId, ["bad", "good"].map(insertOf)))).flat();
      assert.deepEqual(
        results.map(({ key, outcome }) => [key, outcome.kind]),
        [
          ["make good", "written"],
          ["make bad", "failed"],
        ],
      );
      assert.equal(google.requests.length, 6);
    });

    it("A11: tries nothing more once the calendar may not be written", async () => {
      const { connection, google } = await openBatch(() => single(refusal(403, "requiredAccessLevel")));
      const writes = Array.from({ length: 70 }, (_, index) => insertOf(`e${index}`));
      const results = (await all(connection.calendar.write(calendarId, writes))).flat();
      assert.deepEqual(
        [results[0]?.outcome.kind, results[50]?.outcome.kind, results.length, google.requests.length],
        ["failed", "not-tried", 70, 1],
      );
    });

    it("G4: leaves the rest to the next run when Google is down", async () => {
      const { connection, google } = await open(() => ({ status: 503, body: "" }), {
        budget: createRetryBudget({ repeats: 2, waitingMilliseconds: 60_000 }),
      });
      const writes = Array.from({ length: 70 }, (_, index) => insertOf(`e${index}`));
      const results = (await all(connection.calendar.write(calendarId, writes))).flat();
      assert.deepEqual(
        [results[0]?.outcome.kind, results[69]?.outcome.kind, google.requests.length],
        ["failed", "not-tried", 3],
      );
    });

    it("stops at once when the run is aborted", async () => {
      const aborter = new AbortController();
      const { connection } = await open(
        (request: SeenRequest) => {
          aborter.abort(new Error("The claim was lost"));
          return batchAnswer(request, () => ok(anEventJson("a")));
        },
        { signal: aborter.signal },
      );
      await assert.rejects(all(connection.calendar.write(calendarId, [insertOf("a")])), /The claim was lost/);
    });
  });
});
