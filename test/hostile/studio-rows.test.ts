import assert from "node:assert/strict";

import * as fc from "fast-check";

import "../support/fixed-seed.js";
import type { WallTime } from "../../src/base/wall-time.js";
import { entriesOf, eventsOf } from "../support/both-sides.js";
import { replacing } from "../support/replacing.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import { examples, longestProperty } from "./support/examples.js";
import { oddText } from "./support/schema-arbitrary.js";

/** Times as other programs may leave them: real ones, turned ones, and what is no time at all. */
const oddTime = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("2026-04-05T10:00:00", "2026-04-05T11:00:00", "2026-03-08T02:30:00") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "1753-01-01T00:00:00",
      "9999-12-31T23:59:59",
      "0001-01-01T00:00:00",
      "2026-04-05T10:00:00.7",
    ),
  },
);
// As a program that went around the database's checks might leave it.
const noTime = "soon" as WallTime;
const nonsense = fc.constantFrom("", "soon", "2026-02-30T10:00:00", "2026-04-05T25:00:00", "\u0000", "12");

const oddRow = fc.record({
  description: oddText,
  location: oddText,
  notes: oddText,
  starts_at: oddTime,
  ends_at: oddTime,
  is_all_day: fc.boolean(),
});

const inStep = "2026-04-01T10:00 Desk";

describe("rows of the studio that nobody expects", function () {
  this.timeout(longestProperty);
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(() => bench.close());

  it("G3, C17: odd texts and times travel or are named, the others travel, and the next run is quiet", async () => {
    await fc.assert(
      fc.asyncProperty(oddRow, async (row) => {
        const person = await bench.person({ populateGoogle: true, sendAppointments: true });
        const { id } = await anAppointment(bench.studio, { users: [person.id], description: "Odd" });
        await anAppointment(bench.studio, {
          users: [person.id],
          description: "Desk",
          start: "2026-04-01T10:00:00",
          end: "2026-04-01T11:00:00",
        });
        await bench.edit("appointments", id, row);

        await bench.run(person);
        bench.clock.advance({ minutes: 30 });
        const next = await bench.run(person);

        assert.deepEqual(
          [eventsOf(person).includes(inStep), (await entriesOf(bench, person)).length, next.google, next.studio],
          [true, 2, none, none],
          JSON.stringify([next.errors, next.warnings]),
        );
      }),
      examples(40),
    );
  });

  it("G3: an entry that has no words for Google is named, and the others travel", async () => {
    const { schedule } = bench.services();
    bench.replaced.schedule = replacing(schedule, {
      find: async (...call: Parameters<typeof schedule.find>) =>
        (await schedule.find(...call)).map((entry) =>
          entry.description === "Odd" ? { ...entry, when: { ...entry.when, start: noTime } } : entry,
        ),
    });
    const person = await bench.person({ populateGoogle: true, sendAppointments: true });
    const { id } = await anAppointment(bench.studio, { users: [person.id], description: "Odd" });
    await anAppointment(bench.studio, {
      users: [person.id],
      description: "Desk",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });

    const { errors, google } = await bench.run(person);
    await bench.edit("appointments", id, { description: "Even" });
    await bench.run(person);

    assert.deepEqual(
      [errors.map(({ code, title }) => [code, title]), google.created, eventsOf(person)],
      [[["not-comparable", "Odd"]], 1, [inStep, "2026-07-06T10:00 Even"]],
    );
  });

  it("G3: an entry that has no words for Google is tried with growing spacing, and parked after five tries", async () => {
    const { schedule } = bench.services();
    bench.replaced.schedule = replacing(schedule, {
      find: async (...call: Parameters<typeof schedule.find>) =>
        (await schedule.find(...call)).map((entry) => ({ ...entry, when: { ...entry.when, start: noTime } })),
    });
    const person = await bench.person({ populateGoogle: true, sendAppointments: true });
    await anAppointment(bench.studio, { users: [person.id], description: "Odd" });
    const named: (readonly string[])[] = [];
    const run = async (): Promise<string> => {
      const { errors, warnings } = await bench.run(person);
      return [...errors, ...warnings].map(({ code }) => code).join();
    };

    for (const minutes of [0, 5, 15, 60, 240, 10_000]) {
      bench.clock.advance({ minutes });
      named.push([await run(), await run()]);
    }

    // The second run comes too early, or once it is parked.
    const tried = ["not-comparable", ""];
    assert.deepEqual(named, [tried, tried, tried, tried, ["parked", ""], ["", ""]]);
  });

  it("G3: the database takes nothing for a time that is none, whichever it is", async () => {
    const { id } = await anAppointment(bench.studio);
    await fc.assert(
      fc.asyncProperty(nonsense, fc.constantFrom("starts_at", "ends_at"), async (text, column) => {
        await assert.rejects(bench.edit("appointments", id, { [column]: text }), { code: "SQLITE_CONSTRAINT_CHECK" });
      }),
      examples(12),
    );
  });
});

const none = { created: 0, changed: 0, deleted: 0 };
