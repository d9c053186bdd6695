import assert from "node:assert/strict";

import { AnswerRefusedError } from "../../../src/google-sync/job/index.js";
import { deleteInGoogle, manyInStep } from "../../support/many-in-step.js";
import { SyncBench } from "../../support/sync-bench.js";
import type { BenchPerson } from "../../support/sync-bench.js";

describe("answering a question", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let questionId: number;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
    deleteInGoogle(anna, await manyInStep(bench, anna, 3));
    await bench.run(anna);
    questionId = (await bench.openQuestions(anna))[0]?.id ?? 0;
  });

  afterEach(() => bench.close());

  function answer(id: number, answerId: string): Promise<unknown> {
    return bench.answerer().answer(id, answerId, anna.id, bench.zone);
  }

  it("G8: is refused for a question there is not", async () => {
    await assert.rejects(answer(questionId + 1, "apply"), AnswerRefusedError);
  });

  it("G8: is refused with an answer the question does not have, naming those it has", async () => {
    await assert.rejects(answer(questionId, "yes"), (error: unknown) => {
      assert.ok(error instanceof AnswerRefusedError);
      assert.match(error.hint ?? "", /apply \("Apply"\), discard \("Discard"\)/);
      return true;
    });
  });

  it("G8: is refused the second time", async () => {
    await answer(questionId, "apply");

    await assert.rejects(answer(questionId, "discard"), AnswerRefusedError);
  });

  it("G8: only one of two answers given at the same moment counts", async () => {
    const settled = await Promise.allSettled([answer(questionId, "apply"), answer(questionId, "discard")]);

    assert.deepEqual(settled.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
  });

  it("G8: does nothing by itself; the next run does it", async () => {
    await answer(questionId, "apply");
    const before = (await bench.schedule(anna)).length;

    await bench.run(anna);

    assert.deepEqual([before, (await bench.schedule(anna)).length], [3, 0]);
  });
});
