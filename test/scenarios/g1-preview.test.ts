import assert from "node:assert/strict";

import { confirmationOf, planLines, readConfirmation } from "../../src/google-sync/job/index.js";
import type { UserRunResult } from "../../src/google-sync/job/index.js";
import { entriesOf, eventsOf } from "../support/both-sides.js";
import { deleteInGoogle, deleteInStudio, manyInStep, moveInStudio } from "../support/many-in-step.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("a count confirmed in Preview", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  /** What a preview would ask to confirm. */
  async function preview(): Promise<string> {
    const { plan } = await bench.runForResult(anna, { isPreview: true });
    return confirmationOf(plan?.held ?? []);
  }

  async function confirm(groups: string): Promise<UserRunResult["confirmed"]> {
    return (await bench.runForResult(anna, { isPreview: true, confirm: readConfirmation(groups) })).confirmed;
  }

  it('G1: counts as "Apply": the next run deletes in Google without asking', async () => {
    const made = await manyInStep(bench, anna, 12);
    await deleteInStudio(bench, made);

    const confirmed = await confirm(await preview());
    const before = eventsOf(anna).length;
    const { questions, google } = await bench.run(anna);

    assert.deepEqual([confirmed, before, questions, google.deleted], [{ approved: 12, grown: [] }, 12, [], 12]);
    assert.deepEqual([eventsOf(anna), (await bench.run(anna)).summary], [[], "Nothing had changed."]);
  });

  it("R3, G1: every item a run would hold is among a preview's lines, in a group of its own", async () => {
    const made = await manyInStep(bench, anna, 12);
    await deleteInStudio(bench, made);

    const { plan, contacts } = await bench.runForResult(anna, { isPreview: true });

    const lines = plan === undefined ? [] : planLines(plan, contacts);
    const titles = new Set(lines.map(({ title }) => title));
    assert.deepEqual([titles.size, new Set(lines.map(({ group }) => group))], [12, new Set(["Held for an answer"])]);
  });

  it('G1: counts as "Apply" for what was deleted in Google too', async () => {
    deleteInGoogle(anna, await manyInStep(bench, anna, 12));

    await confirm(await preview());
    const { questions } = await bench.run(anna);

    assert.deepEqual([questions, await entriesOf(bench, anna)], [[], []]);
  });

  it("G1: holds for moves by the hour that was shown", async () => {
    const made = await manyInStep(bench, anna, 12);
    await moveInStudio(bench, made);

    const confirmed = await confirm(await preview());
    const { questions, google } = await bench.run(anna);

    assert.deepEqual([confirmed?.approved, questions, google.changed], [12, [], 12]);
  });

  it("G1: does not hold for moves by another hour than was shown", async () => {
    const made = await manyInStep(bench, anna, 12);
    await moveInStudio(bench, made);
    const shown = await preview();
    await moveInStudio(bench, made);

    const confirmed = await confirm(shown);
    const { questions } = await bench.run(anna);

    assert.deepEqual(
      [confirmed?.approved, confirmed?.grown.length, questions.map(({ kind }) => kind)],
      [0, 1, ["many-moves-in-google"]],
    );
  });

  it("G1: holds for fewer of the same items", async () => {
    const made = await manyInStep(bench, anna, 40);
    await deleteInStudio(bench, made.slice(0, 12));
    const shown = await preview();
    await bench.edit("appointments", made[0]?.id ?? 0, { deleted_at: null });

    const confirmed = await confirm(shown);
    const { questions } = await bench.run(anna);

    assert.deepEqual([confirmed, questions, eventsOf(anna).length], [{ approved: 11, grown: [] }, [], 29]);
  });

  it("G1: does not hold for items nobody was shown: the run asks", async () => {
    const made = await manyInStep(bench, anna, 40);
    await deleteInStudio(bench, made.slice(0, 12));
    const shown = await preview();
    await deleteInStudio(bench, made.slice(12, 13));

    const confirmed = await confirm(shown);
    const { questions } = await bench.run(anna);

    assert.deepEqual(
      [confirmed?.approved, confirmed?.grown.map(({ keys }) => keys.length), questions.length, eventsOf(anna).length],
      [0, [13], 1, 40],
    );
  });

  it("G1: does not let more pass that comes after it", async () => {
    const made = await manyInStep(bench, anna, 40);
    await deleteInStudio(bench, made.slice(0, 12));
    await confirm(await preview());
    await deleteInStudio(bench, made.slice(12, 24));

    const { questions } = await bench.run(anna);

    assert.deepEqual([questions.map(({ text }) => text.split(" ")[0]), eventsOf(anna).length], [["12"], 28]);
  });

  it("G1: is nothing once what was shown has been taken back", async () => {
    const made = await manyInStep(bench, anna, 12);
    await deleteInStudio(bench, made);
    const shown = await preview();
    for (const { id } of made) await bench.edit("appointments", id, { deleted_at: null });

    assert.deepEqual(await confirm(shown), { approved: 0, grown: [] });
  });

  it("G1, R3: only seen, and not confirmed, it changes nothing: the next run asks", async () => {
    await deleteInStudio(bench, await manyInStep(bench, anna, 12));
    await preview();

    const { questions } = await bench.run(anna);

    assert.deepEqual([questions.length, eventsOf(anna).length], [1, 12]);
  });

  for (const words of ["", "yes", "many-deletions-in-google", "many-deletions-in-google:9-1", "deleted-in-google:1"]) {
    it(`G1: "${words}" confirms nothing, for no preview says so`, () => {
      assert.throws(() => readConfirmation(words), { code: "confirmation-refused" });
    });
  }

  it("P2: a preview says that it has come to its end", async () => {
    await deleteInStudio(bench, await manyInStep(bench, anna, 3));
    await preview();
    const last = bench.progressed.at(-1);
    assert.deepEqual(
      [last?.isFinished, last?.text],
      [true, "3 would wait for an answer. Nothing has been changed yet."],
    );
  });

  it("G1: names the groups shortly, so that they can be typed", async () => {
    const made = await manyInStep(bench, anna, 20);
    await deleteInStudio(bench, [...made.slice(0, 12), ...made.slice(15, 16)]);
    assert.match(await preview(), /^many-deletions-in-google:\d+-\d+,\d+$/);
  });
});
