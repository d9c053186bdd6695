import assert from "node:assert/strict";

import { writesTo } from "../support/google-writes.js";
import { aClient, anAppointment, aSession } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("C7: titles coming back", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let clientId: number;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    clientId = (await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" })).id;
  });

  afterEach(() => bench.close());

  const aFamilySession = (start = "2026-04-03T09:00:00", end = "2026-04-03T10:00:00"): Promise<MadeRecord> =>
    aSession(bench.studio, { photographer: anna.id, clientId, description: "Family", start, end });

  /** What is in Google and in the studio after the only event got this title and a run. */
  async function retitled(summary: string) {
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", { summary });
    const report = await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    return {
      google: anna.google.list().map((shown) => shown["summary"]),
      studio: entry?.description,
      lost: report.lost.map(({ field, value, why }) => [field, value, why]),
    };
  }

  it("C7: with the client's name unchanged, what follows becomes the Description", async () => {
    await aFamilySession();
    assert.deepEqual(await retitled("Ada Smith - Family of five"), {
      google: ["Ada Smith - Family of five"],
      studio: "Family of five",
      lost: [],
    });
  });

  it("C7: the Description may be emptied", async () => {
    await aFamilySession();
    assert.deepEqual(await retitled("Ada Smith"), { google: ["Ada Smith"], studio: "", lost: [] });
  });

  it("C7: text after the Description must be unchanged as well", async () => {
    bench.company["titleTemplate"] = "{client}: {description} [{type}]";
    await aFamilySession();
    assert.deepEqual(await retitled("Ada Smith: Twins [Family]"), {
      google: ["Ada Smith: Twins [Family]"],
      studio: "Twins",
      lost: [],
    });
  });

  for (const edited of ["Ada - Family", "Family", "Meeting at noon", ""]) {
    it(`C7: "${edited}" cannot be told apart: the studio's title is restored, the edit is in the report`, async () => {
      await aFamilySession();
      assert.deepEqual(await retitled(edited), {
        google: ["Ada Smith - Family"],
        studio: "Family",
        lost: [["title", edited, "put-back"]],
      });
    });
  }

  it("C7: a template without a Description, or with two, never lets a title in", async () => {
    bench.company["titleTemplate"] = "{client} ({type})";
    await aFamilySession();
    assert.deepEqual((await retitled("Ada Smith (Twins)")).studio, "Family");
    bench.company["titleTemplate"] = "{description} {client} {description}";
    assert.deepEqual((await retitled("Twins Ada Smith Twins")).studio, "Family");
  });

  it("C7, X1: a user who may not see clients edits the bare Description", async () => {
    bench.deny(anna, "Clients", "view");
    await aFamilySession();
    assert.deepEqual(await retitled("Family of five"), {
      google: ["Family of five"],
      studio: "Family of five",
      lost: [],
    });
  });

  it("C7: of an unlinked appointment the whole title becomes the Description", async () => {
    await anAppointment(bench.studio, { users: [anna.id], description: "Call the lab" });
    assert.deepEqual(await retitled("Ada Smith - Call - anybody"), {
      google: ["Ada Smith - Call - anybody"],
      studio: "Ada Smith - Call - anybody",
      lost: [],
    });
  });

  it("C7: a client renamed in the studio is renamed in the title", async () => {
    await aFamilySession();
    await bench.run(anna);
    await bench.edit("clients", clientId, { last_name: "Jones" });
    const report = await bench.run(anna);
    assert.deepEqual([anna.google.list().map(({ summary }) => summary), report.lost], [["Ada Jones - Family"], []]);
  });

  it("C7: a changed template rewrites linked events and no others", async () => {
    await aFamilySession("2026-02-20T09:00:00", "2026-02-20T10:00:00");
    await aFamilySession();
    await anAppointment(bench.studio, { users: [anna.id], description: "Call the lab" });
    await bench.run(anna);
    bench.google.log.clear();
    bench.company["titleTemplate"] = "{description}: {client}";
    await bench.run(anna);
    await bench.run(anna);
    assert.deepEqual(
      writesTo(bench.google).map(({ body }) => body),
      [{ summary: "Family: Ada Smith" }, { summary: "Family: Ada Smith" }],
    );
  });

  it("C7: a changed template rewrites future events first", async () => {
    const isPast = new Map<string | undefined, boolean>();
    const days = [...Array(28).keys()].map((day) => String(day + 1).padStart(2, "0"));
    for (const day of [...days.map((one) => `2026-02-${one}`), ...days.map((one) => `2026-04-${one}`)]) {
      const when = { start: `${day}T09:00:00`, end: `${day}T10:00:00` };
      await anAppointment(bench.studio, { users: [anna.id], clientId, ...when });
    }
    await bench.run(anna);
    for (const { id, start } of anna.google.list()) isPast.set(id, JSON.stringify(start).includes("2026-02"));
    bench.google.log.clear();
    bench.company["titleTemplate"] = "{description}: {client}";
    await bench.run(anna);
    // Google does the calls of one batch in any order; the second batch holds the rest of the past.
    const past = writesTo(bench.google).map(({ eventId }) => isPast.get(eventId));
    assert.deepEqual([past.length, past.slice(0, 50).filter((one) => one === false).length], [56, 28]);
  });

  it("C7: a changed template rewrites when syncing one way too", async () => {
    bench.setUp(anna, { sendAppointments: false });
    await aFamilySession();
    await bench.run(anna);
    bench.company["titleTemplate"] = "{description}: {client}";
    await bench.run(anna);
    assert.deepEqual(
      anna.google.list().map(({ summary }) => summary),
      ["Family: Ada Smith"],
    );
  });

  it("C7, G4: a template changed while Google refuses is made good in the next run", async () => {
    await aFamilySession();
    await bench.run(anna);
    bench.company["titleTemplate"] = "{description}: {client}";
    const fault = bench.google.faults.add({
      match: { operation: "calendar.events.patch" },
      fault: { kind: "error", error: "rateLimitExceeded" },
    });
    await bench.run(anna);
    await fault.dispose();
    await bench.run(anna);
    assert.deepEqual(
      anna.google.list().map(({ summary }) => summary),
      ["Family: Ada Smith"],
    );
  });
});
