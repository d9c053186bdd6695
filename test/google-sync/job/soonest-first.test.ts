import assert from "node:assert/strict";

import { wallTime } from "../../../src/base/wall-time.js";
import type { Pair } from "../../../src/google-sync/engine/index.js";
import type { Planned } from "../../../src/google-sync/job/bookkeeping.js";
import { soonestFirst } from "../../../src/google-sync/job/soonest-first.js";
import { entriesOf } from "../../support/both-sides.js";
import { timed } from "../../support/google-events.js";
import { writesTo } from "../../support/google-writes.js";
import { replacing } from "../../support/replacing.js";
import { anAppointment } from "../../support/studio.js";
import { SyncBench } from "../../support/sync-bench.js";
import type { BenchPerson } from "../../support/sync-bench.js";
import { gone, linked, notInGoogle, rules } from "../engine/builders.js";

describe("the order of a run's writes", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    bench.google.log.clear();
  });

  afterEach(() => bench.close());

  /** A day of the next months, or the last ones, that has nothing to do with the order of making. */
  function shuffledDay(index: number): string {
    const place = (index * 37) % 113;
    const day = new Date(Date.UTC(2026, 0, 15 + place));
    return day.toISOString().slice(0, 10);
  }

  function soonest(days: readonly string[]): readonly string[] {
    const today = bench.clock.now().toISOString().slice(0, 10);
    return [
      ...days.filter((day) => day > today).toSorted(),
      ...days
        .filter((day) => day <= today)
        .toSorted()
        .toReversed(),
    ];
  }

  it("C7: Google gets what is to come first, the soonest first, then what is over, the latest first, over all batches", async () => {
    const days = Array.from({ length: 113 }, (_, index) => shuffledDay(index));
    for (const day of days) {
      await anAppointment(bench.studio, {
        users: [anna.id],
        description: day,
        start: `${day}T06:00:00`,
        end: `${day}T06:30:00`,
      });
    }

    await bench.run(anna);

    // Google does the calls of one batch in any order.
    const sent = writesTo(bench.google).map(({ body }) => String(body["summary"]));
    assert.deepEqual(inBatches(sent), inBatches(soonest(days)));
  });

  it("C7: the studio gets them in the same order", async () => {
    const { schedule } = bench.services();
    const made: string[] = [];
    bench.replaced.schedule = replacing(schedule, {
      createAppointments: (...call: Parameters<typeof schedule.createAppointments>) => {
        made.push(...call[0].map(({ description }) => description));
        return schedule.createAppointments(...call);
      },
    });
    const days = Array.from({ length: 113 }, (_, index) => shuffledDay(index));
    for (const day of days) anna.google.create(timed(day, day, "06:00", "06:30"));

    await bench.run(anna);

    assert.deepEqual([made, (await entriesOf(bench, anna)).length], [soonest(days), 113]);
  });

  it("C7: within a batch too, deletions where their events stood, and what lasts until now is still to come", () => {
    const planned = [
      aDeletion("2026-04-02T06:00:00/2026-04-02T06:30:00"),
      aDeletion("2026-01-01T06:00:00/2026-01-01T06:30:00"),
      aDeletion("2026-03-01/2026-03-03"),
      aDeletion("2026-03-01/2026-03-02"),
      aDeletion("2026-01-02T06:00:00/2026-01-02T06:30:00"),
    ];

    const ordered = soonestFirst(planned, wallTime("2026-03-02T09:00:00"));

    assert.deepEqual(
      ordered.map((one) => planned.indexOf(one)),
      [2, 0, 3, 4, 1],
    );
  });
});

/** The batches of fifty, each in no order of its own. */
function inBatches(texts: readonly string[]): readonly (readonly string[])[] {
  return [0, 50, 100].map((start) => texts.slice(start, start + 50).toSorted());
}

function aDeletion(when: string): Planned {
  const pair: Pair = {
    key: when,
    known: linked({ when }),
    studio: gone,
    google: notInGoogle,
    rules: rules(),
    directive: undefined,
  };
  return {
    action: { kind: "delete-in-google", key: pair.key, lost: [] },
    item: { pair, link: undefined, absorbed: undefined, entry: undefined, event: undefined },
  };
}
