import assert from "node:assert/strict";

import { when } from "../support/google-events.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("C18: a repeat made in the studio", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    const [repeat]: readonly { readonly id: number }[] = await bench.studio.connection
      .query()("repeats")
      .insert({ rule: "FREQ=WEEKLY;COUNT=3", created_at: bench.clock.now().toISOString() })
      .returning("id");
    for (const day of ["2026-04-01", "2026-04-08", "2026-04-15"]) {
      await anAppointment(bench.studio, {
        users: [anna.id],
        description: "Yoga",
        start: `${day}T09:00:00`,
        end: `${day}T10:00:00`,
        ...(repeat === undefined ? {} : { repeatId: repeat.id }),
      });
    }
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  const events = () => anna.google.list().map(({ start }) => JSON.stringify(start).slice(13, 29));
  const eighthOfApril = () =>
    anna.google.list().find(({ start }) => JSON.stringify(start).includes("2026-04-08"))?.id ?? "";
  const starts = async () => (await bench.schedule(anna)).map(({ when }) => when.start.slice(0, 16));

  it("C18: is one event for each occurrence, none of them a series", () => {
    assert.deepEqual(events().toSorted(), ["2026-04-01T09:00", "2026-04-08T09:00", "2026-04-15T09:00"]);
    assert.ok(anna.google.list().every(({ recurrence, recurringEventId }) => !recurrence && !recurringEventId));
  });

  it("C18: an occurrence moved in Google moves alone", async () => {
    anna.google.patch(eighthOfApril(), when("2026-04-09", "11:00", "12:00"));
    await bench.run(anna);
    assert.deepEqual(await starts(), ["2026-04-01T09:00", "2026-04-09T11:00", "2026-04-15T09:00"]);
  });

  it("C18: an occurrence deleted in Google is deleted alone", async () => {
    anna.google.delete(eighthOfApril());
    await bench.run(anna);
    assert.deepEqual(await starts(), ["2026-04-01T09:00", "2026-04-15T09:00"]);
  });

  it("C18: an occurrence edited in the studio is edited alone", async () => {
    const [, second] = await bench.schedule(anna);
    await bench.edit("appointments", second?.recordId ?? 0, { description: "Pilates" });
    await bench.run(anna);
    assert.deepEqual(
      anna.google
        .list()
        .map(({ summary }) => summary)
        .toSorted(),
      ["Pilates", "Yoga", "Yoga"],
    );
  });
});
