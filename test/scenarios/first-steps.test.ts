import assert from "node:assert/strict";

import { anAppointment, aSession, aClient } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";

describe("a synced calendar", () => {
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open();
  });

  afterEach(() => bench.close());

  it("C1, W2: sends appointments and sessions to Google with Populate", async () => {
    const anna = await bench.person({ populateGoogle: true });
    const client = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" });
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Call the lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    await aSession(bench.studio, {
      photographer: anna.id,
      clientId: client.id,
      description: "Family",
      start: "2026-04-02T10:00:00",
      end: "2026-04-02T12:00:00",
    });

    const report = await bench.run(anna);

    assert.deepEqual(report.errors, []);
    assert.deepEqual(report.google, { created: 2, changed: 0, deleted: 0 });
    assert.deepEqual(
      anna.google
        .list()
        .map(({ summary }) => summary)
        .toSorted(),
      ["Ada Smith - Family", "Call the lab"],
    );
  });

  it("C17: a second run changes nothing", async () => {
    const anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Call the lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    anna.google.create({
      summary: "Dentist",
      start: { dateTime: "2026-04-03T09:00:00" },
      end: { dateTime: "2026-04-03T10:00:00" },
    });
    const first = await bench.run(anna);
    assert.deepEqual([first.outcome, first.google.created, first.studio.created], ["done", 1, 0]);
    bench.google.log.clear();
    const second = await bench.run(anna);
    const { summary } = await bench.run(anna);
    assert.deepEqual([second.errors, second.summary, summary], [[], "Nothing had changed.", "Nothing had changed."]);
  });

  it("C5: brings in what is made in Google afterwards", async () => {
    const anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    anna.google.create({
      summary: "Dentist",
      start: { dateTime: "2026-04-03T09:00:00" },
      end: { dateTime: "2026-04-03T10:00:00" },
    });
    const report = await bench.run(anna);
    assert.deepEqual(report.errors, []);
    const [entry] = await bench.schedule(anna);
    assert.equal(entry?.description, "Dentist");
    assert.equal(entry?.when.start, "2026-04-03T09:00:00");
  });
});
