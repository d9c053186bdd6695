import assert from "node:assert/strict";

import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { anAppointment, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("switching two-way on", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  /** One way so far: one event was edited in Google, one deleted there, a session's deleted too, and one was made there. */
  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true });
    const common = { users: [anna.id], start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };
    await anAppointment(bench.studio, { ...common, description: "Edited" });
    await anAppointment(bench.studio, { ...common, description: "Deleted" });
    await anAppointment(bench.studio, { ...common, description: "Same" });
    await aSession(bench.studio, { ...common, photographer: anna.id, description: "Family" });
    await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Edited").id, { location: "Beach" });
    anna.google.delete(eventTitled(anna, "Deleted").id);
    anna.google.delete(eventTitled(anna, "Clara Client - Family").id);
    anna.google.create(timed("Made meanwhile", "2026-04-02", "10:00", "11:00"));
    bench.clock.advance({ minutes: 5 });
    bench.setUp(anna, { sendAppointments: true });
  });

  afterEach(() => bench.close());

  it("P7: differences and deletions of linked items are held as one group", async () => {
    const { questions, google, studio } = await bench.run(anna);

    const [question, ...more] = await bench.openQuestions(anna);
    assert.deepEqual(
      [questions.length, question?.kind, question?.itemCount, more],
      [1, "differences-at-two-way", 3, []],
    );
    assert.deepEqual(
      [google, studio].map((counts) => Object.values(counts)),
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    );
  });

  it('P7: "Keep the studio\'s" makes Google like the studio', async () => {
    await bench.run(anna);
    await bench.answer("studio", anna);

    await bench.run(anna);

    assert.deepEqual(
      [eventsOf(anna).length, eventTitled(anna, "Edited")["location"], eventTitled(anna, "Deleted").status],
      [5, undefined, "confirmed"],
    );
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it('P7: "Use Google\'s" makes the studio like Google; the session is left by the user, never deleted', async () => {
    await bench.run(anna);
    await bench.answer("google", anna);

    await bench.run(anna);

    const entries = await bench.schedule(anna);
    assert.deepEqual(entries.map(({ description, location }) => [description, location]).toSorted(), [
      ["Edited", "Beach"],
      ["Same", ""],
    ]);
    const sessions: readonly { readonly status: string; readonly deleted_at: unknown }[] = await bench.studio.connection
      .query()("sessions")
      .select("status", "deleted_at");
    assert.deepEqual(sessions, [{ status: "scheduled", deleted_at: null }]);
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it("P7, C23: a difference Google named when another field was written is still held", async () => {
    bench.setUp(anna, { sendAppointments: false });
    const [{ id } = { id: 0 }] = await bench.studio.connection
      .query()("appointments")
      .where({ description: "Edited" })
      .select("id");
    await bench.edit("appointments", id, { description: "Edited here" });
    await bench.run(anna);
    bench.setUp(anna, { sendAppointments: true });

    await bench.run(anna);

    const [question] = await bench.openQuestions(anna);
    assert.deepEqual([question?.kind, question?.itemCount], ["differences-at-two-way", 3]);
  });

  it("P7, W6, C17: an old event that becomes tentative stays in the baseline, run after run", async () => {
    bench.setUp(anna, { downloadTentative: true });
    const old = eventTitled(anna, "Made meanwhile");
    await bench.run(anna);
    await bench.answer("studio", anna);
    await bench.run(anna);
    anna.google.patch(old.id, { status: "tentative" });

    const summaries = [await bench.run(anna), await bench.run(anna)].map(({ summary }) => summary);

    assert.deepEqual(summaries, ["Nothing had changed.", "Nothing had changed."]);
  });

  it("P7: what was made in Google before stays there, what is made afterwards comes in", async () => {
    await bench.run(anna);
    anna.google.create(timed("Made afterwards", "2026-04-03", "10:00", "11:00"));

    await bench.run(anna);

    const titles = (await entriesOf(bench, anna)).map((text) => text.slice(17));
    assert.deepEqual([titles.includes("Made afterwards"), titles.includes("Made meanwhile")], [true, false]);
  });

  it("P7: a later difference of a linked item is not held", async () => {
    await bench.run(anna);
    anna.google.patch(eventTitled(anna, "Same").id, { location: "Park" });

    const { questions, studio } = await bench.run(anna);

    assert.deepEqual([questions, studio.changed], [[], 1]);
  });

  it("P7: what Google's baseline held and was edited while the Send box was off does not travel either", async () => {
    const event = eventTitled(anna, "Made meanwhile");
    await bench.run(anna);
    bench.setUp(anna, { sendAppointments: false });
    await bench.run(anna);
    anna.google.patch(event.id, { summary: "Made meanwhile, edited" });
    bench.clock.advance({ minutes: 5 });
    bench.setUp(anna, { sendAppointments: true });

    const { studio } = await bench.run(anna);

    assert.equal(studio.created, 0);
  });

  it('P7: ticking "tentative" later brings in those left out since the Send box was ticked', async () => {
    anna.google.create(timed("Maybe before", "2026-04-04", "10:00", "11:00", { status: "tentative" }));
    await bench.run(anna);
    anna.google.create(timed("Maybe since", "2026-04-05", "10:00", "11:00", { status: "tentative" }));
    const { leftOut } = await bench.run(anna);
    bench.setUp(anna, { downloadTentative: true });

    await bench.run(anna);

    const titles = (await entriesOf(bench, anna)).map((text) => text.slice(17));
    assert.deepEqual(
      [leftOut, titles.includes("Maybe since"), titles.includes("Maybe before")],
      [{ tentative: 1 }, true, false],
    );
  });
});
