import assert from "node:assert/strict";

import * as fc from "fast-check";

import "../support/fixed-seed.js";
import { isObject } from "../../src/local-google/json.js";
import type { JsonObject } from "../../src/local-google/json.js";
import { absence, calendarDocument } from "../local-google/support/discovery.js";
import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";
import { examples, longestProperty } from "./support/examples.js";
import { arbitraryOf, oddText } from "./support/schema-arbitrary.js";

/** A failure prints its seed. */
const runs = examples(12);
const inStep = ["2026-04-01T10:00 Desk", "2026-04-02T10:00 Lab"];
const listing = "calendar.events.list";

describe("answers of Google that nobody expects", function () {
  this.timeout(longestProperty);
  if (calendarDocument === undefined) {
    it(`is skipped: ${absence}`, function skip() {
      this.skip();
    });
    return;
  }
  const event = fc
    .tuple(arbitraryOf(calendarDocument, "Event"), plausibleEvent(), fc.boolean())
    .map(([odd, plausible, isMixed]) => (isMixed && isObject(odd) ? { ...odd, ...plausible } : odd));
  const page = arbitraryOf(calendarDocument, "Events");
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(() => bench.close());

  const oddDelta = fc.asyncProperty(fc.array(event, { maxLength: 4 }), async (items) => {
    const person = await openInStep();
    answerOnce(person, listing, {
      kind: "calendar#events",
      timeZone: "America/Chicago",
      accessRole: "owner",
      items,
      nextSyncToken: "odd",
    });
    await expectHarmless(person);
  });

  it("C14: odd events in a delta are taken, left out or named as unreadable, and what is in step stays", () =>
    fc.assert(oddDelta, runs));

  it("C14: the same on SQL Server, whose columns take no text that is too long", async () => {
    await bench.close();
    bench = await SyncBench.openOnSqlServer(() => undefined);
    await fc.assert(oddDelta, examples(4));
  });

  it("C17: half a surrogate pair and a NUL in a title are no edit of the studio's, and the next run is quiet", async () => {
    const person = await openInStep();
    const { id } = person.google.create({ summary: "Gym", start: { date: "2026-04-05" }, end: { date: "2026-04-06" } });
    answerOnce(person, listing, {
      timeZone: "America/Chicago",
      accessRole: "owner",
      items: [{ ...person.google.get(id), summary: "G\ud800y\u0000m", location: "\udc00" }],
      nextSyncToken: "odd",
    });
    await bench.run(person);

    const { google, studio } = await bench.run(person);

    assert.deepEqual(
      [google, studio, await entriesOf(bench, person)],
      [
        { created: 0, changed: 0, deleted: 0 },
        { created: 0, changed: 0, deleted: 0 },
        [...inStep, "2026-04-05 G\ufffdym"],
      ],
    );
  });

  it("G3: an event without a readable time is named in the report, private ones without their title, and the others come in", async () => {
    const person = await openInStep();
    const { id } = person.google.create({ summary: "Gym", ...hours("2026-04-05T10:00:00-05:00") });
    const gym = person.google.get(id);
    const odd = { ...gym, ...hours("+012026-04-05T10:00:00Z") };
    answerOnce(person, listing, {
      timeZone: "America/Chicago",
      accessRole: "owner",
      items: [
        { ...odd, id: "odd1", summary: "Far away" },
        { ...odd, id: "odd2", summary: "Doctor", visibility: "private" },
        gym,
      ],
      nextSyncToken: "odd",
    });

    const { warnings, studio } = await bench.run(person);

    assert.deepEqual(
      [studio.created, warnings.map(({ code, text }) => [code, text.split(" in Google")[0]])],
      [
        1,
        [
          ["unreadable-event", '"Far away"'],
          ["unreadable-event", '"Private appointment"'],
        ],
      ],
    );
  });

  it("G3: an event past the year 9999 in the sync zone is named and tried again, and the others come in", async () => {
    const person = await openInStep();
    const { id } = person.google.create({ summary: "Gym", ...hours("2026-04-05T10:00:00-05:00") });
    const gym = person.google.get(id);
    const answer = {
      timeZone: "America/Chicago",
      accessRole: "owner",
      items: [{ ...gym, id: "far", summary: "Last one", ...hours("9999-12-31T23:30:00-12:00") }, gym],
      nextSyncToken: "odd",
    };
    for (let run = 1; run <= 3; run += 1) answerOnce(person, listing, answer);

    const preview = await bench.run(person, { isPreview: true });
    const { errors, studio } = await bench.run(person);
    bench.clock.advance({ minutes: 30 });
    const again = await bench.run(person);

    const named = [["not-comparable", "Last one"]];
    assert.deepEqual(
      [preview, { errors, studio }, again].map((report) => report.errors.map(({ code, title }) => [code, title])),
      [named, named, named],
    );
    assert.deepEqual([studio.created, await entriesOf(bench, person)], [1, [...inStep, "2026-04-05T10:00 Gym"]]);
  });

  it("C14: an answer about another event than asked for leaves the link alone", async () => {
    const person = await openInStep();
    const desk = eventTitled(person, "Desk");
    const row = await bench.studio.connection.query()("appointments").where({ description: "Lab" }).first("id");
    await bench.edit("appointments", row.id, { location: "Room 2" });
    answerOnce(person, "calendar.events.patch", desk);

    await expectHarmless(person);
  });

  it("C14: odd pages fail a run or hold nothing, and what is in step stays", async () => {
    await fc.assert(
      fc.asyncProperty(page, async (json) => {
        const person = await openInStep();
        answerOnce(person, listing, json);
        await expectHarmless(person);
      }),
      runs,
    );
  });

  for (const operation of ["calendar.events.insert", "calendar.events.patch", "calendar.events.get"]) {
    it(`G4: odd answers to ${operation} leave the write undecided, and the next run finds out`, async () => {
      await fc.assert(
        fc.asyncProperty(event, async (json) => {
          const person = await openInStep();
          const lab = await bench.studio.connection.query()("appointments").orderBy("id", "desc").first("id");
          await bench.edit("appointments", lab.id, { description: "Laboratory" });
          await anAppointment(bench.studio, { users: [person.id], description: "Fresh", ...at("2026-04-03") });
          if (operation === "calendar.events.get") await bench.loseSyncToken(person);
          answerOnce(person, operation, json);
          await expectHarmless(person, [
            "2026-04-01T10:00 Desk",
            "2026-04-02T10:00 Laboratory",
            "2026-04-03T10:00 Fresh",
          ]);
        }),
        examples(6),
      );
    });
  }

  async function openInStep(): Promise<BenchPerson> {
    const person = await bench.person({ populateGoogle: true, sendAppointments: true });
    await anAppointment(bench.studio, { users: [person.id], description: "Desk", ...at("2026-04-01") });
    await anAppointment(bench.studio, { users: [person.id], description: "Lab", ...at("2026-04-02") });
    await bench.run(person);
    return person;
  }

  function answerOnce({ email }: BenchPerson, operation: string, json: unknown): void {
    bench.google.faults.add({
      match: { operation, account: email },
      // Whatever the type says, it is what is sent.
      fault: { kind: "error", error: { status: 200, json: json as JsonObject } },
      when: "after",
      times: 1,
    });
  }

  /** The run ends by itself; once Google is well again, both sides hold what they held. */
  async function expectHarmless(person: BenchPerson, wanted: readonly string[] = inStep): Promise<void> {
    const { errors } = await bench.run(person);
    const untyped = errors.filter(({ code }) => !code.startsWith("google-"));
    const studio = await entriesOf(bench, person);
    assert.deepEqual([untyped, wanted.filter((line) => !studio.includes(line))], [[], []]);

    bench.google.faults.clear();
    await bench.loseSyncToken(person);
    bench.clock.advance({ minutes: 30 });
    const { outcome } = await bench.run(person);
    assert.deepEqual([outcome, eventsOf(person), await entriesOf(bench, person)], ["done", wanted, wanted]);
  }
});

function at(day: string): { readonly start: string; readonly end: string } {
  return { start: `${day}T10:00:00`, end: `${day}T11:00:00` };
}

function hours(start: string): { readonly start: JsonObject; readonly end: JsonObject } {
  return { start: { dateTime: start }, end: { dateTime: start } };
}

/** Enough of an event to be taken for one, so that the odd rest of it reaches the studio. */
function plausibleEvent(): fc.Arbitrary<JsonObject> {
  return fc.record(
    {
      id: fc.stringMatching(/^[a-v0-9]{8,20}$/),
      status: fc.constantFrom("confirmed", "tentative", "cancelled"),
      etag: fc.oneof(fc.stringMatching(/^"[0-9]{16}"$/), oddText),
      updated: fc.constant("2026-03-02T15:00:00.000Z"),
      start: fc.constantFrom<JsonObject>({ dateTime: "2026-04-05T10:00:00-05:00" }, { date: "2026-04-05" }),
      end: fc.constantFrom<JsonObject>(
        { dateTime: "2026-04-05T11:00:00-05:00" },
        { dateTime: "2026-04-05T09:00:00-05:00" },
        { date: "2026-04-06" },
      ),
      summary: oddText,
      description: oddText,
      location: oddText,
    },
    { requiredKeys: ["id", "status", "etag", "updated", "start", "end"] },
  );
}
