import assert from "node:assert/strict";

import type { Finding } from "../../src/google-sync/check/index.js";
import type { RunContext } from "../../src/google-sync/job/index.js";
import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { rowsToPutBack } from "../support/stored-values.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("Check and Repair", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  const { signal } = new AbortController();

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  function aLab(description = "Lab"): ReturnType<typeof anAppointment> {
    return anAppointment(bench.studio, {
      users: [anna.id],
      description,
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
  }

  async function found(): Promise<readonly string[]> {
    const findings = await bench.check().check(anna.id, signal);
    return findings.map(({ kind, title }) => `${kind} ${title}`);
  }

  function repair(): Promise<{ readonly findings: readonly Finding[] }> {
    bench.clock.advance({ minutes: 2 });
    return bench.check().repair(anna.id, signal);
  }

  async function bothSides(): Promise<readonly (readonly string[])[]> {
    return [await entriesOf(bench, anna), eventsOf(anna)];
  }

  /** The rows of links, changed behind the program's back. */
  function linkRows(): ReturnType<ReturnType<typeof bench.studio.connection.query>> {
    return bench.studio.connection.query()("google_sync_links");
  }

  async function visit<T>(work: (context: RunContext) => Promise<T>): Promise<T> {
    const user = await bench.studio.users.findById(anna.id);
    assert.ok(user);
    return bench.visits().visit(user, { purpose: "check", journalAs: undefined, signal }, work);
  }

  /** Google has nothing new to tell from now on: what happened before was missed. */
  async function missTheNews(): Promise<void> {
    await visit(async ({ calendar, stream, services }) => {
      for await (const { nextSyncToken } of calendar.listEvents(stream.calendarId, undefined))
        await services.links.changeStream(stream.id, { syncToken: nextSyncToken });
    });
  }

  it("R5: finds nothing where everything is in step, and what merely waits for the next run is no inconsistency", async () => {
    const { id } = await aLab();
    await aLab("Two");
    await bench.run(anna);
    await bench.edit("appointments", id, { location: "Park" });
    await aLab("Three");
    anna.google.delete(eventTitled(anna, "Two").id);
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));

    assert.deepEqual(await found(), []);
  });

  it("R5: reads only; the next run does what it would have done without", async () => {
    await aLab();
    await bench.run(anna);
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    const rows = await linkRows().orderBy("id");
    const streams = await bench.studio.connection.query()("google_sync_streams");
    bench.google.log.clear();

    await found();

    assert.deepEqual(bench.google.log.counts(), { "calendar.events.list": 2 });
    assert.deepEqual(await linkRows().orderBy("id"), rows);
    assert.deepEqual(await bench.studio.connection.query()("google_sync_streams"), streams);
    await bench.run(anna);
    assert.deepEqual((await entriesOf(bench, anna)).length, 2);
  });

  it("R5: missing-link: an entry and its event without a link are found and tied again", async () => {
    await aLab();
    await aLab("Two");
    await bench.run(anna);
    await linkRows()
      .where({ event_id: eventTitled(anna, "Lab").id })
      .delete();
    await missTheNews();
    assert.deepEqual(await found(), ["missing-link Lab"]);

    await repair();

    const both = ["2026-04-01T10:00 Lab", "2026-04-01T10:00 Two"];
    assert.deepEqual([await found(), await bothSides()], [[], [both, both]]);
  });

  it("R5: missing-link: identical items remembered each alone are tied", async () => {
    await aLab();
    anna.google.create(timed("Lab", "2026-04-01", "10:00", "11:00"));
    bench.setUp(anna, { populateGoogle: false });
    await bench.enable(anna);
    await bench.run(anna);
    await linkRows().update({ state: "baseline" });
    const rows = await linkRows();
    if (rows.length === 1) {
      const [row] = rows;
      await linkRows().update({ entry_guid: null, studio_version: null });
      await linkRows().insert({
        ...rowsToPutBack([row])[0],
        event_id: null,
        seen: null,
        seen_etag: null,
        decided_etag: null,
      });
    }
    assert.deepEqual(await found(), ["missing-link Lab"]);

    await repair();

    const both = ["2026-04-01T10:00 Lab"];
    assert.deepEqual([await found(), await bothSides()], [[], [both, both]]);
  });

  it("R5: dangling-link: an event gone without news is found, and the next run decides as if it had been told", async () => {
    await aLab();
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Lab").id);
    await missTheNews();
    assert.deepEqual(await found(), ["dangling-link Lab"]);

    await repair();

    assert.deepEqual([await found(), await bothSides()], [[], [[], []]]);
  });

  it("R5: dangling-link: one way, Repair makes the event anew", async () => {
    await aLab();
    bench.setUp(anna, { sendAppointments: false });
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Lab").id);
    assert.deepEqual(await found(), ["dangling-link Lab"]);

    await repair();

    const both = ["2026-04-01T10:00 Lab"];
    assert.deepEqual([await found(), await bothSides()], [[], [both, both]]);
  });

  it("R5: field-drift: a difference nobody was told of is found, and travels like any edit", async () => {
    await aLab();
    await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Park" });
    await missTheNews();
    const [finding] = await bench.check().check(anna.id, signal);
    assert.deepEqual(
      [finding?.kind, finding?.drift],
      ["field-drift", { field: "location", studio: "", google: "Park" }],
    );

    await repair();

    const [entry] = await bench.schedule(anna);
    assert.deepEqual([await found(), entry?.location], [[], "Park"]);
  });

  it("R5: field-drift: one way, what was edited in Google stays there and is no drift", async () => {
    await aLab();
    bench.setUp(anna, { sendAppointments: false });
    await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Park" });

    assert.deepEqual(await found(), []);
  });

  it("R5: double: a second event of ours is found and deleted, the first stays", async () => {
    await aLab();
    await bench.run(anna);
    const { id } = eventTitled(anna, "Lab");
    const rows = await linkRows();
    await linkRows().delete();
    await visit(async ({ calendar, stream }) => {
      const { extendedProperties, start, end } = eventTitled(anna, "Lab");
      const { private: marks } = extendedProperties as { readonly private: Readonly<Record<string, string>> };
      const timeOf = (time: unknown) => ({
        kind: "time" as const,
        dateTime: (time as { dateTime: string }).dateTime.slice(0, 19) as never,
        timeZone: bench.zone,
      });
      const event = {
        id: `${id.slice(0, -1)}1`,
        summary: "Lab again",
        when: { start: timeOf(start), end: timeOf(end) },
        privateProperties: marks,
      };
      for await (const _results of calendar.write(stream.calendarId, [{ kind: "insert", key: "1", event }]));
    });
    await linkRows().insert(rowsToPutBack(rows));
    await missTheNews();
    assert.deepEqual(await found(), ["double Lab again"]);

    await repair();

    assert.deepEqual([await found(), eventTitled(anna, "Lab").id], [[], id]);
    const both = ["2026-04-01T10:00 Lab"];
    assert.deepEqual(await bothSides(), [both, both]);
  });

  it("R5: wrong-owner: a link to another entry's event is forgotten, and each is tied to its own", async () => {
    await aLab("One");
    await aLab("Two");
    await bench.run(anna);
    const rows = await linkRows().orderBy("id");
    assert.equal(rows.length, 2);
    await linkRows().where({ id: rows[0].id }).update({ entry_guid: null });
    await linkRows().where({ id: rows[1].id }).update({ entry_guid: rows[0].entry_guid });
    await linkRows().where({ id: rows[0].id }).update({ entry_guid: rows[1].entry_guid });
    assert.deepEqual(await found(), ["wrong-owner One", "wrong-owner Two"]);

    await repair();

    const both = ["2026-04-01T10:00 One", "2026-04-01T10:00 Two"];
    assert.deepEqual([await found(), await bothSides()], [[], [both, both]]);
  });

  it("R5: stuck: what waits for a question answered long ago is let go", async () => {
    const { id } = await aLab();
    await bench.run(anna);
    await linkRows().update({ question_id: 4711 });
    await bench.edit("appointments", id, { location: "Park" });
    await bench.run(anna);
    assert.equal(eventTitled(anna, "Lab")["location"] ?? "", "");
    assert.deepEqual(await found(), ["stuck Lab"]);

    await repair();

    assert.deepEqual([await found(), eventTitled(anna, "Lab")["location"]], [[], "Park"]);
  });

  it("R5: unknown-entry and foreign-mark are named and left alone", async () => {
    const ben = await bench.person({ populateGoogle: true }, "BB");
    await anAppointment(bench.studio, {
      users: [ben.id],
      description: "Ben's",
      start: "2026-04-02T10:00:00",
      end: "2026-04-02T11:00:00",
    });
    await bench.run(ben);
    await bench.run(anna);
    const { id, summary, start, end, extendedProperties } = eventTitled(ben, "Ben's");
    anna.google.create({ id, summary, start, end, extendedProperties });
    await bench.run(anna);

    assert.deepEqual(await found(), ["foreign-mark Ben's"]);
    const { findings } = await repair();
    assert.deepEqual([findings.length, eventsOf(anna)], [1, ["2026-04-02T10:00 Ben's"]]);
  });

  it("R5: the whole table of links lost and restored heals without a duplicate", async () => {
    for (const title of ["One", "Two", "Three", "Four"]) await aLab(title);
    await bench.run(anna);
    await bench.loseLinks();
    const before = await bothSides();

    await repair();
    await bench.run(anna);

    assert.deepEqual([await found(), await bothSides()], [[], before]);
  });

  it("R5, G1: what Repair makes the run plan goes through the guards", async () => {
    const titles = Array.from({ length: 12 }, (_, index) => `Lab ${index}`);
    for (const title of titles) await aLab(title);
    await bench.run(anna);
    for (const title of titles) anna.google.delete(eventTitled(anna, title).id);
    await missTheNews();

    await repair();

    const [question] = await bench.openQuestions(anna);
    assert.deepEqual(
      [question?.kind, question?.itemCount, (await entriesOf(bench, anna)).length],
      ["many-deletions-in-studio", 12, 12],
    );
  });
});
