import assert from "node:assert/strict";

import { day, wallTime, zoneName } from "../../../../src/base/wall-time.js";
import {
  createGoogleConnection,
  createPacer,
  createRetryBudget,
  defaultPacerLimits,
  GoogleError,
  unlimitedPace,
} from "../../../../src/google-sync/google/index.js";
import type { CalendarApi, EventWrite, PacerLimits } from "../../../../src/google-sync/google/index.js";
import { startLocalGoogle } from "../../../../src/local-google/index.js";
import type { LocalGoogle, LocalGoogleOptions } from "../../../../src/local-google/index.js";
import { RecordingLogger } from "../../../support/recording-logger.js";
import { all } from "../support/connected.js";
import { VirtualClock } from "../support/virtual-clock.js";

const anna = "anna@example.test";
const berlin = zoneName("Europe/Berlin");
const when = {
  start: { kind: "time", dateTime: wallTime("2026-03-05T10:00"), timeZone: berlin },
  end: { kind: "time", dateTime: wallTime("2026-03-05T11:00"), timeZone: berlin },
} as const;

function inserts(count: number): readonly EventWrite[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `event${index.toString(32).padStart(6, "0")}`;
    return { kind: "insert", key: id, event: { id, summary: `Session ${index}`, when } };
  });
}

describe("the Calendar client and the local Google", () => {
  let google: LocalGoogle;
  let clock: VirtualClock;
  let calendar: CalendarApi;

  async function start(options: LocalGoogleOptions = {}, pace: PacerLimits = unlimitedPace): Promise<void> {
    clock = new VirtualClock("2026-03-02T09:00:00Z");
    google = await startLocalGoogle({ clock, ...options });
    google.accounts.add({ email: anna, timeZone: "Europe/Berlin" });
    const { refreshToken, accessToken, expiresAt, sub } = google.grant(anna);
    calendar = createGoogleConnection({
      rootUrl: google.url,
      clientId: "local-desktop-client",
      clientSecret: "local-desktop-secret",
      account: sub,
      tokens: { refreshToken, accessToken, accessTokenExpiresAt: expiresAt },
      onTokens: () => Promise.resolve(),
      clock,
      logger: new RecordingLogger(),
      pacer: createPacer(clock, pace),
      budget: createRetryBudget(),
      signal: new AbortController().signal,
    }).calendar;
  }

  async function outcomesOf(writes: readonly EventWrite[]): Promise<ReadonlyMap<string, string>> {
    const results = (await all(calendar.write(anna, writes))).flat();
    return new Map(
      results.map(({ key, outcome }) => [key, outcome.kind === "failed" ? outcome.error.verdict.kind : outcome.kind]),
    );
  }

  async function readAll(syncToken?: string) {
    const pages = await all(calendar.listEvents(anna, syncToken));
    return { events: pages.flatMap(({ events }) => events), token: pages.at(-1)?.nextSyncToken, pages: pages.length };
  }

  afterEach(async () => {
    const unknown = google.log.entries().flatMap(({ unknownParameters }) => unknownParameters);
    await google.dispose();
    assert.deepEqual(unknown, []);
  });

  it("reads everything, then only what changed, in the fewest requests", async () => {
    await start();
    await outcomesOf(inserts(120));
    const first = await readAll();
    google.accounts.get(anna).calendar().delete("event000003");
    const second = await readAll(first.token);
    const third = await readAll(second.token);
    assert.deepEqual(
      [first.events.length, second.events.map(({ id, status }) => [id, status]), third.events],
      [120, [["event000003", "cancelled"]], []],
    );
    assert.deepEqual(google.log.counts(), {
      batch: 3,
      "calendar.events.insert": 120,
      "calendar.events.list": 3,
    });
  });

  it("follows pages that are short or empty to the end", async () => {
    await start({ shortPages: true, pageSizeCap: 20 });
    await outcomesOf(inserts(100));
    const { events, pages } = await readAll();
    assert.equal(new Set(events.map(({ id }) => id)).size, 100);
    assert.ok(pages > 5);
  });

  it("G7: says that a sync token is refused, and reads everything without it", async () => {
    await start();
    const { token } = await readAll();
    google.invalidateSyncTokens(anna);
    for (const refused of [token, "garbage"]) {
      await assert.rejects(
        readAll(refused),
        (error) => error instanceof GoogleError && error.verdict.kind === "sync-token-refused",
      );
    }
    assert.notEqual((await readAll()).token, undefined);
  });

  it("G4: an insert whose answer was lost is found out as a duplicate, never made twice", async () => {
    await start();
    google.faults.add({ fault: { kind: "reset" }, match: { operation: "batch" }, when: "after", times: 1 });
    assert.deepEqual([...(await outcomesOf(inserts(2))).values()], ["duplicate-id", "duplicate-id"]);
    assert.equal((await readAll()).events.length, 2);
  });

  it("C23: a stale etag is refused, and the event stays as it is", async () => {
    await start();
    await outcomesOf(inserts(1));
    const [event] = (await readAll()).events;
    google.accounts.get(anna).calendar().patch("event000000", { location: "Studio 2" });
    const patch: EventWrite = {
      kind: "patch",
      key: "p",
      eventId: "event000000",
      etag: event?.etag,
      change: { summary: "Later" },
    };
    assert.equal((await outcomesOf([patch])).get("p"), "precondition-failed");
    const after = (await calendar.getEvents(anna, ["event000000"])).get("event000000");
    assert.ok(after?.kind === "found" && after.event.status !== "cancelled");
    assert.deepEqual([after.event.summary, after.event.location], ["Session 0", "Studio 2"]);
  });

  it("C21: an event turns all-day and back without losing its day", async () => {
    await start();
    await outcomesOf(inserts(1));
    const change = async (to: Extract<EventWrite, { kind: "patch" }>["change"]): Promise<string> => {
      await outcomesOf([{ kind: "patch", key: "p", eventId: "event000000", etag: undefined, change: to }]);
      const outcome = (await calendar.getEvents(anna, ["event000000"])).get("event000000");
      if (outcome?.kind !== "found" || outcome.event.status === "cancelled") return "gone";
      const { start: begin } = outcome.event;
      return begin.kind === "day" ? begin.date : begin.dateTime.toISOString();
    };
    const { start: begin, end } = when;
    const days = {
      start: { kind: "day", date: day("2026-03-05") },
      end: { kind: "day", date: day("2026-03-06") },
    } as const;
    assert.deepEqual(
      [await change({ when: days }), await change({ when: { start: begin, end } })],
      ["2026-03-05", "2026-03-05T09:00:00.000Z"],
    );
  });

  it("C3: lets Google mail nobody", async () => {
    await start();
    google.accounts
      .get(anna)
      .calendar()
      .create({
        id: "guests0",
        summary: "Planning",
        start: { dateTime: "2026-03-05T10:00:00" },
        end: { dateTime: "2026-03-05T11:00:00" },
        attendees: [{ email: "guest@example.test" }],
      });
    const outcomes = await outcomesOf([
      { kind: "patch", key: "p", eventId: "guests0", etag: undefined, change: { summary: "Later" } },
    ]);
    await outcomesOf([{ kind: "delete", key: "d", eventId: "guests0", etag: undefined }]);
    assert.deepEqual([[...outcomes.values()], google.mails.entries()], [["written"], []]);
  });

  it("A11: says that a calendar is not there", async () => {
    await start();
    await assert.rejects(
      all(calendar.listEvents("nobody@example.test", undefined)),
      (error) => error instanceof GoogleError && error.verdict.kind === "calendar-not-available",
    );
  });

  it("G4: sends a first import at nearly the permitted pace, without one refusal for its rate", async () => {
    await start({ rateLimits: { unitsPerMinutePerUser: 600, unitsPerMinutePerProject: 10_000 } }, defaultPacerLimits);
    const begun = clock.now().getTime();
    const outcomes = await outcomesOf(inserts(3000));
    const minutes = (clock.now().getTime() - begun) / 60_000;
    const refused = google.log
      .entries()
      .filter(({ status, parts = [] }) => [status, ...parts.map((part) => part.status)].some((each) => each >= 400));
    assert.deepEqual([new Set(outcomes.values()), refused.length], [new Set(["written"]), 0]);
    assert.ok(minutes <= 3000 / 600 / 0.95, `${minutes} minutes`);
  });

  it("G4: adapts to a quota that is lower than expected", async () => {
    await start({ rateLimits: { unitsPerMinutePerUser: 200, unitsPerMinutePerProject: 10_000 } }, defaultPacerLimits);
    const outcomes = await outcomesOf(inserts(600));
    assert.deepEqual(new Set(outcomes.values()), new Set(["written"]));
    assert.equal((await readAll()).events.length, 600);
  });
});
