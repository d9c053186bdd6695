import assert from "node:assert/strict";

import { zoneName } from "../../src/base/wall-time.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

interface Example {
  readonly what: string;
  readonly zone: string;
  /** The studio's wall-clock times; all-day ends exclusive. */
  readonly studio: readonly [start: string, end: string];
  /** The instants in Google, or days. */
  readonly google: readonly [start: string, end: string];
  /** The studio's times when the event is made in Google, where they are not the same. */
  readonly back?: readonly [start: string, end: string];
}

const chicago = "America/Chicago";
const berlin = "Europe/Berlin";
const lordHowe = "Australia/Lord_Howe";

const examples: readonly Example[] = [
  {
    what: "a start in the gap moves forward",
    zone: chicago,
    studio: ["2027-03-14T02:30:00", "2027-03-14T04:00:00"],
    google: ["2027-03-14T08:30:00Z", "2027-03-14T09:00:00Z"],
    back: ["2027-03-14T03:30:00", "2027-03-14T04:00:00"],
  },
  {
    what: "an item wholly in the gap keeps its length",
    zone: berlin,
    studio: ["2026-03-29T02:15:00", "2026-03-29T02:45:00"],
    google: ["2026-03-29T01:15:00Z", "2026-03-29T01:45:00Z"],
    back: ["2026-03-29T03:15:00", "2026-03-29T03:45:00"],
  },
  {
    what: "an end before a start that was moved out of the gap follows it",
    zone: chicago,
    studio: ["2027-03-14T02:30:00", "2027-03-14T03:00:00"],
    google: ["2027-03-14T08:30:00Z", "2027-03-14T09:00:00Z"],
    back: ["2027-03-14T03:30:00", "2027-03-14T04:00:00"],
  },
  {
    what: "a gap of half an hour",
    zone: lordHowe,
    studio: ["2026-10-04T02:10:00", "2026-10-04T03:00:00"],
    google: ["2026-10-03T15:40:00Z", "2026-10-03T16:00:00Z"],
    back: ["2026-10-04T02:40:00", "2026-10-04T03:00:00"],
  },
  {
    what: "a repeated hour is the earlier one",
    zone: chicago,
    studio: ["2026-11-01T01:15:00", "2026-11-01T01:45:00"],
    google: ["2026-11-01T06:15:00Z", "2026-11-01T06:45:00Z"],
  },
  {
    what: "an item over the repeated hour is an hour longer than it looks",
    zone: berlin,
    studio: ["2026-10-25T01:30:00", "2026-10-25T03:30:00"],
    google: ["2026-10-24T23:30:00Z", "2026-10-25T02:30:00Z"],
  },
  {
    what: "an overnight item over the change to summer time",
    zone: chicago,
    studio: ["2027-03-13T22:00:00", "2027-03-14T06:00:00"],
    google: ["2027-03-14T04:00:00Z", "2027-03-14T11:00:00Z"],
  },
  {
    what: "an overnight item on any night",
    zone: berlin,
    studio: ["2026-12-31T23:00:00", "2027-01-01T01:00:00"],
    google: ["2026-12-31T22:00:00Z", "2027-01-01T00:00:00Z"],
  },
  {
    what: "a zero-length item",
    zone: chicago,
    studio: ["2026-07-06T10:00:00", "2026-07-06T10:00:00"],
    google: ["2026-07-06T15:00:00Z", "2026-07-06T15:00:00Z"],
  },
  {
    what: "a zero-length item at midnight",
    zone: berlin,
    studio: ["2026-07-06T00:00:00", "2026-07-06T00:00:00"],
    google: ["2026-07-05T22:00:00Z", "2026-07-05T22:00:00Z"],
  },
  {
    what: "an item to midnight",
    zone: chicago,
    studio: ["2026-07-06T22:00:00", "2026-07-07T00:00:00"],
    google: ["2026-07-07T03:00:00Z", "2026-07-07T05:00:00Z"],
  },
  {
    what: "an item of several days with times",
    zone: chicago,
    studio: ["2026-07-06T15:00:00", "2026-07-09T11:00:00"],
    google: ["2026-07-06T20:00:00Z", "2026-07-09T16:00:00Z"],
  },
  {
    what: "an all-day item",
    zone: chicago,
    studio: ["2026-07-06", "2026-07-07"],
    google: ["2026-07-06", "2026-07-07"],
  },
  {
    what: "an all-day item of several days",
    zone: berlin,
    studio: ["2026-07-06", "2026-07-10"],
    google: ["2026-07-06", "2026-07-10"],
  },
  {
    what: "an all-day item on the day of a change",
    zone: berlin,
    studio: ["2026-03-29", "2026-03-30"],
    google: ["2026-03-29", "2026-03-30"],
  },
  {
    what: "an all-day item over the end of a year",
    zone: chicago,
    studio: ["2026-12-31", "2027-01-02"],
    google: ["2026-12-31", "2027-01-02"],
  },
];

describe("C21: daylight saving, all-day, overnight and zero-length items", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(() => bench.close());

  async function openIn(zone: string): Promise<void> {
    bench.zone = zoneName(zone);
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
  }

  const inGoogle = () => anna.google.list().map(({ start, end }) => [instantOf(start), instantOf(end)]);
  const inStudio = async () =>
    (await bench.schedule(anna)).map(({ when }) =>
      [when.start, when.end].map((time) => (when.isAllDay ? time.replace("T00:00:00", "") : time)),
    );

  for (const { what, zone, studio, google, back } of examples) {
    const [start, end] = studio;
    const isAllDay = start.length === 10;

    it(`C21: from the studio, and back with other changes: ${what} (${zone})`, async () => {
      await openIn(zone);
      const { id } = await anAppointment(bench.studio, {
        users: [anna.id],
        start: isAllDay ? `${start}T00:00:00` : start,
        end: isAllDay ? `${end}T00:00:00` : end,
        isAllDay,
      });
      assert.deepEqual((await bench.run(anna)).errors, []);
      assert.deepEqual(inGoogle(), [google]);
      const [event] = anna.google.list();
      anna.google.patch(event?.id ?? "", { summary: "Edited there" });
      await bench.run(anna);
      await bench.edit("appointments", id, { location: "Edited here" });
      await bench.run(anna);
      assert.deepEqual([inGoogle(), await inStudio()], [[google], [studio]]);
    });

    it(`C21: from Google, and back with other changes: ${what} (${zone})`, async () => {
      await openIn(zone);
      const [from, to] = google.map((time) => (isAllDay ? { date: time } : { dateTime: time }));
      anna.google.create({ summary: "Made there", start: from, end: to });
      assert.deepEqual((await bench.run(anna)).errors, []);
      assert.deepEqual(await inStudio(), [back ?? studio]);
      const [entry] = await bench.schedule(anna);
      await bench.edit("appointments", entry?.recordId ?? 0, { location: "Edited here" });
      await bench.run(anna);
      assert.deepEqual([inGoogle(), await inStudio()], [[google], [back ?? studio]]);
    });
  }

  it("C21: the later of two repeated hours stays that in Google, while the studio shows its wall clock", async () => {
    await openIn(chicago);
    anna.google.create({
      summary: "Later",
      start: { dateTime: "2026-11-01T01:15:00-06:00" },
      end: { dateTime: "2026-11-01T01:45:00-06:00" },
    });
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, { description: "Edited" });
    await bench.run(anna);
    assert.deepEqual(
      [inGoogle(), await inStudio()],
      [[["2026-11-01T07:15:00Z", "2026-11-01T07:45:00Z"]], [["2026-11-01T01:15:00", "2026-11-01T01:45:00"]]],
    );
  });

  it("C21: a timed item made all-day in the studio, and back, loses no day", async () => {
    await openIn(chicago);
    const { id } = await anAppointment(bench.studio, {
      users: [anna.id],
      start: "2026-07-06T10:00:00",
      end: "2026-07-07T12:00:00",
    });
    await bench.run(anna);
    await bench.edit("appointments", id, {
      starts_at: "2026-07-06T00:00:00",
      ends_at: "2026-07-08T00:00:00",
      is_all_day: true,
    });
    await bench.run(anna);
    const asDays = inGoogle();
    await bench.edit("appointments", id, {
      starts_at: "2026-07-06T10:00:00",
      ends_at: "2026-07-07T12:00:00",
      is_all_day: false,
    });
    await bench.run(anna);
    assert.deepEqual(
      [asDays, inGoogle()],
      [[["2026-07-06", "2026-07-08"]], [["2026-07-06T15:00:00Z", "2026-07-07T17:00:00Z"]]],
    );
  });
});

function instantOf(moment: unknown): string {
  const { date, dateTime } = moment as { readonly date?: string; readonly dateTime?: string };
  return date ?? new Date(dateTime ?? "").toISOString().replace(".000", "");
}
