import assert from "node:assert/strict";

import { HeldItems } from "../../src/google-sync/job/index.js";
import type { HeldItem } from "../../src/google-sync/job/index.js";
import { entriesOf, eventsOf } from "../support/both-sides.js";
import { deleteInGoogle, deleteInStudio, manyInStep, moveInStudio } from "../support/many-in-step.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("held changes, item by item", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  async function held(): Promise<readonly HeldItem[]> {
    const [question] = await bench.openQuestions();
    return question === undefined ? [] : new HeldItems(bench.services(), bench.preferences()).of(question);
  }

  async function answer(answerId: string, items: readonly HeldItem[]): Promise<void> {
    const [question] = await bench.openQuestions();
    const ids = items.map(({ id }) => id);
    await bench.answerer().answer(question?.id ?? 0, answerId, anna.id, bench.zone, ids);
  }

  const sidesOf = ({ name, studio, google }: HeldItem) => [name.title, studio?.["when"], google?.["when"]];

  it("G8: shows both sides of what was deleted in the studio", async () => {
    await deleteInStudio(bench, await manyInStep(bench, anna, 3));
    await bench.run(anna);

    assert.deepEqual((await held()).map(sidesOf), [
      ["No 0", undefined, "2026-04-01T00:00:00/2026-04-01T00:30:00"],
      ["No 1", undefined, "2026-04-01T01:00:00/2026-04-01T01:30:00"],
      ["No 2", undefined, "2026-04-01T02:00:00/2026-04-01T02:30:00"],
    ]);
  });

  it("G8: shows both sides of what was deleted in Google", async () => {
    deleteInGoogle(anna, await manyInStep(bench, anna, 3));
    await bench.run(anna);

    const [first] = await held();
    assert.deepEqual(first && sidesOf(first), ["No 0", "2026-04-01T00:00:00/2026-04-01T00:30:00", undefined]);
  });

  it("G8: shows both times of what was moved", async () => {
    await moveInStudio(bench, await manyInStep(bench, anna, 10));
    await bench.run(anna);

    const [first] = await held();
    assert.deepEqual(first && sidesOf(first), [
      "No 0",
      "2026-04-01T01:00:00/2026-04-01T01:30:00",
      "2026-04-01T00:00:00/2026-04-01T00:30:00",
    ]);
  });

  it('G8: "Discard" for one and "Apply" for the others does each, and closes the question with the last', async () => {
    await deleteInStudio(bench, await manyInStep(bench, anna, 4));
    await bench.run(anna);
    const items = await held();
    await answer("discard", items.slice(0, 1));
    const open = (await bench.openQuestions()).map(({ itemCount }) => itemCount);
    await bench.run(anna);
    const between = [eventsOf(anna).length, await entriesOf(bench, anna)];

    await answer("apply", items.slice(1));
    await bench.run(anna);

    const restored = ["2026-04-01T00:00 No 0"];
    assert.deepEqual(
      [open, between, await bench.openQuestions(), eventsOf(anna), await entriesOf(bench, anna)],
      [[3], [4, restored], [], restored, restored],
    );
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it("G8: what has changed meanwhile is planned anew on answering", async () => {
    const made = await manyInStep(bench, anna, 3);
    await deleteInStudio(bench, made);
    await bench.run(anna);
    anna.google.patch(made[0]?.eventId ?? "", { location: "Park" });
    const items = await held();
    await answer("discard", items.slice(0, 1));
    await answer("apply", items.slice(1));

    await bench.run(anna);

    const [entry, ...more] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, entry?.location, more, eventsOf(anna).length], ["No 0", "Park", [], 1]);
  });

  it("G8: an item of another question, or none, is refused and nothing is answered", async () => {
    await deleteInStudio(bench, await manyInStep(bench, anna, 3));
    await bench.run(anna);
    const items = await held();
    const [first] = items;
    assert.ok(first);

    await assert.rejects(answer("apply", [first, { ...first, id: 999 }]), { code: "answer-refused" });
    await assert.rejects(answer("apply", []), { code: "answer-refused" });
    await assert.rejects(answer("restore", [first]), { code: "answer-refused" });

    assert.equal((await held()).length, 3);
  });

  it("G8: an answered item is not held twice", async () => {
    await deleteInStudio(bench, await manyInStep(bench, anna, 3));
    await bench.run(anna);
    const [first] = await held();
    assert.ok(first);
    await answer("apply", [first]);

    await assert.rejects(answer("discard", [first]), { code: "answer-refused" });
  });
});
