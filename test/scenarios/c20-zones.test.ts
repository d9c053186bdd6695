import assert from "node:assert/strict";

import { zoneName } from "../../src/base/wall-time.js";
import { allDay } from "../support/google-events.js";
import { writesTo } from "../support/google-writes.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";

/** The zone this process runs in, as an operating system would set it. */
const processZone = process.env["TZ"];

function runIn(zone: string | undefined): void {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
}

const servers = [
  { serverZone: "UTC", minutesBehind: 0 },
  { serverZone: "Asia/Kolkata", minutesBehind: -330 },
  { serverZone: "America/Chicago", minutesBehind: 360 },
  { serverZone: "Pacific/Kiritimati", minutesBehind: -840 },
  { serverZone: "America/St_Johns", minutesBehind: 210 },
] as const;

describe("C20: zones", () => {
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(async () => {
    runIn(processZone);
    await bench.close();
  });

  for (const syncZone of ["America/Chicago", "Australia/Adelaide"]) {
    for (const { serverZone, minutesBehind } of servers) {
      it(`C20: a studio in ${syncZone} syncs the same times on a server in ${serverZone}`, async () => {
        runIn(serverZone);
        assert.equal(new Date("2026-01-15T12:00:00Z").getTimezoneOffset(), minutesBehind);
        bench.zone = zoneName(syncZone);
        const anna = await bench.person({ sendAppointments: true });
        await bench.run(anna);
        await anAppointment(bench.studio, {
          users: [anna.id],
          start: "2026-07-06T23:30:00",
          end: "2026-07-07T00:30:00",
        });
        anna.google.create({
          summary: "Call",
          start: { dateTime: "2026-01-15T12:00:00Z" },
          end: { dateTime: "2026-07-15T12:00:00Z" },
        });
        anna.google.create(allDay("Fair", "2026-10-24", "2026-10-26"));
        await bench.run(anna);
        const entries = await bench.schedule(anna);
        const [write] = writesTo(bench.google);
        assert.deepEqual(
          entries.map(({ when }) => `${when.start}/${when.end}`),
          [
            syncZone === "America/Chicago"
              ? "2026-01-15T06:00:00/2026-07-15T07:00:00"
              : "2026-01-15T22:30:00/2026-07-15T21:30:00",
            "2026-07-06T23:30:00/2026-07-07T00:30:00",
            "2026-10-24T00:00:00/2026-10-26T00:00:00",
          ],
        );
        assert.deepEqual(
          [write?.body["start"], write?.body["end"]],
          [
            { dateTime: "2026-07-06T23:30:00", timeZone: syncZone },
            { dateTime: "2026-07-07T00:30:00", timeZone: syncZone },
          ],
        );
      });
    }
  }

  it("C20: an event planned in another zone than the sync zone comes in as its instant", async () => {
    const anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    anna.google.create({
      summary: "Flight",
      start: { dateTime: "2026-07-06T09:00:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-07-06T13:00:00", timeZone: "America/New_York" },
    });
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.when.start, entry?.when.end], ["2026-07-06T02:00:00", "2026-07-06T12:00:00"]);
  });

  it("C20: an edit of the title in the studio leaves the zones an event was planned in", async () => {
    const anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    const { id } = anna.google.create({
      summary: "Flight",
      start: { dateTime: "2026-07-06T09:00:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-07-06T13:00:00", timeZone: "America/New_York" },
    });
    await bench.run(anna);
    const before = anna.google.get(id);
    const [entry] = await bench.schedule(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, { description: "Flight home" });
    await bench.run(anna);
    const { summary, start, end } = anna.google.get(id);
    assert.deepEqual([summary, start, end], ["Flight home", before["start"], before["end"]]);
  });

  it("C22: a Google calendar in another zone keeps times right, and a warning names both zones", async () => {
    const anna = await bench.person({ sendAppointments: true });
    anna.google.setTimeZone("Europe/Berlin");
    await anAppointment(bench.studio, { users: [anna.id], start: "2026-07-06T10:00:00", end: "2026-07-06T11:00:00" });
    bench.setUp(anna, { populateGoogle: true });
    const { warnings } = await bench.run(anna);
    const [event] = anna.google.list();
    assert.deepEqual(event?.["start"], { dateTime: "2026-07-06T17:00:00+02:00", timeZone: "America/Chicago" });
    assert.deepEqual(
      warnings.map(({ code, text }) => [code, /Europe\/Berlin.*America\/Chicago/.test(text)]),
      [["zones-differ", true]],
    );
  });

  it("C22: another name of the same zone is no other zone", async () => {
    bench.zone = zoneName("Asia/Kolkata");
    const anna = await bench.person({ sendAppointments: true });
    anna.google.setTimeZone("Asia/Calcutta");
    assert.deepEqual((await bench.run(anna)).warnings, []);
  });
});
