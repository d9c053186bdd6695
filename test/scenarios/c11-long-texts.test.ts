import assert from "node:assert/strict";

import { timed } from "../support/google-events.js";
import { writesTo } from "../support/google-writes.js";
import { aClient, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

/** So many characters, with a space where the studio's column ends, at 200 and at 8000. */
const long = (length: number) => "abc ".repeat(length / 4);

describe("C11: texts longer than the studio's columns", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  const texts = { summary: `${long(300)}!`, location: `${long(300)}!`, description: `${long(8100)}!` };
  const make = () => anna.google.create(timed("", "2026-04-03", "09:00", "10:00", texts));

  it("C11: are cut, with a warning for each, never an error", async () => {
    make();
    const { warnings, errors } = await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [entry?.description.length, entry?.location.length, entry?.notes.length, errors],
      [199, 199, 7999, []],
    );
    assert.deepEqual(
      warnings.map(({ code, text }) => [code, text.split(" of ")[0]]),
      ["title", "location", "notes"].map((field) => ["text-cut", `The ${field}`]),
    );
  });

  it("C11: what was cut is not pushed back when something else is edited here", async () => {
    const { id } = make();
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, { starts_at: "2026-04-03T08:00:00" });
    const { warnings } = await bench.run(anna);
    const { summary, location, description } = anna.google.get(id);
    assert.deepEqual([{ summary, location, description }, warnings], [texts, []]);
  });

  it("C11: it is pushed once it is edited here", async () => {
    const { id } = make();
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, { location: "Park" });
    await bench.run(anna);
    const { summary, location } = anna.google.get(id);
    assert.deepEqual([summary, location], [texts.summary, "Park"]);
  });

  it("C11: a change beyond what the studio holds is no change here", async () => {
    const { id } = make();
    await bench.run(anna);
    anna.google.patch(id, { summary: `${texts.summary}!!`, location: "Park" });
    const { studio, warnings } = await bench.run(anna);
    assert.deepEqual([studio.changed, warnings], [1, []]);
    assert.deepEqual(writesTo(bench.google), []);
  });

  it("C11: no character is cut in two", async () => {
    anna.google.create(timed(`${"x".repeat(199)}📷📷`, "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.equal(entry?.description, "x".repeat(199));
  });

  it("C7, C11: of a linked title the whole Description comes in, however long the client's name", async () => {
    const client = await aClient(bench.studio, { firstName: "Ada", lastName: "S".repeat(60) });
    await aSession(bench.studio, { photographer: anna.id, clientId: client.id, description: "Family" });
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", { summary: `Ada ${"S".repeat(60)} - ${"d".repeat(200)}` });
    const { warnings } = await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, warnings], ["d".repeat(200), []]);
  });

  it("C7, C11: a linked title is cut where its Description is too long, and text after it is no obstacle", async () => {
    bench.company["titleTemplate"] = "{client} - {description} ({type})";
    const client = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" });
    await aSession(bench.studio, { photographer: anna.id, clientId: client.id, description: "Family" });
    await bench.run(anna);
    const [event] = anna.google.list();
    const summary = `Ada Smith - ${"d".repeat(250)} (Family)`;
    anna.google.patch(event?.id ?? "", { summary });
    const { warnings } = await bench.run(anna);
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [entry?.description, warnings.map(({ code }) => code), anna.google.get(event?.id ?? "")["summary"]],
      ["d".repeat(200), ["text-cut"], summary],
    );
  });

  it("C2, C11: a description that is not read is not said to be cut", async () => {
    await aSession(bench.studio, { photographer: anna.id });
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", { description: texts.description, location: "Park" });
    const { warnings } = await bench.run(anna);
    assert.deepEqual(warnings, []);
  });
});
