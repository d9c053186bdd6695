import assert from "node:assert/strict";

import { entriesOf, eventsOf } from "../support/both-sides.js";
import { hourLater, manyInStep, moveInStudio } from "../support/many-in-step.js";
import type { InStep } from "../support/many-in-step.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("many moves", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  function moveInGoogle(appointments: readonly InStep[]): void {
    for (const { eventId } of appointments) {
      const { start, end } = anna.google.get(eventId) as unknown as Record<"start" | "end", { dateTime: string }>;
      anna.google.patch(eventId, {
        start: { dateTime: hourLater(start.dateTime) },
        end: { dateTime: hourLater(end.dateTime) },
      });
    }
  }

  for (const [side, kind] of [
    ["the studio", "many-moves-in-google"],
    ["Google", "many-moves-in-studio"],
  ] as const) {
    const move = (appointments: readonly InStep[]): Promise<void> | void =>
      side === "Google" ? moveInGoogle(appointments) : moveInStudio(bench, appointments);

    it(`G1: ten of twenty to come moved in ${side} by the same hour are held and named as a zone problem`, async () => {
      const made = await manyInStep(bench, anna, 20);
      await move(made.slice(0, 10));

      const { questions } = await bench.run(anna);

      assert.deepEqual(
        questions.map((question) => question.kind),
        [kind],
      );
      assert.match(questions[0]?.text ?? "", /1 hour later.*time zone problem/);
    });

    it(`G1: nine of nine moved in ${side} pass`, async () => {
      const made = await manyInStep(bench, anna, 9);
      await move(made);

      const { questions } = await bench.run(anna);

      assert.deepEqual([questions, eventsOf(anna)], [[], await entriesOf(bench, anna)]);
    });

    it(`G1: ten of twenty-one moved in ${side} pass`, async () => {
      const made = await manyInStep(bench, anna, 21);
      await move(made.slice(0, 10));

      const { questions } = await bench.run(anna);

      assert.deepEqual([questions, eventsOf(anna)], [[], await entriesOf(bench, anna)]);
    });

    it(`G1: one repeat moved in ${side} counts once`, async () => {
      const made = await manyInStep(bench, anna, 12, { isRepeat: true });
      await move(made);

      const { questions } = await bench.run(anna);

      assert.deepEqual(questions, []);
    });

    it(`G1: moves in ${side} of what is over are not counted`, async () => {
      const made = await manyInStep(bench, anna, 12, { past: 12 });
      await move(made);

      const { questions } = await bench.run(anna);

      assert.deepEqual(questions, []);
    });

    it(`G1, G8: "Apply" carries moves made in ${side} out on the other side`, async () => {
      const made = await manyInStep(bench, anna, 10);
      await move(made);
      await bench.run(anna);
      await bench.answer("apply", anna);

      await bench.run(anna);

      assert.deepEqual(
        [eventsOf(anna)[0], (await entriesOf(bench, anna))[0], (await bench.run(anna)).summary],
        ["2026-04-01T01:00 No 0", "2026-04-01T01:00 No 0", "Nothing had changed."],
      );
    });

    it(`G1, G8: "Discard" takes moves made in ${side} back there`, async () => {
      const made = await manyInStep(bench, anna, 10);
      await move(made);
      await bench.run(anna);
      await bench.answer("discard", anna);

      await bench.run(anna);

      assert.deepEqual(
        [eventsOf(anna)[0], (await entriesOf(bench, anna))[0], (await bench.run(anna)).summary],
        ["2026-04-01T00:00 No 0", "2026-04-01T00:00 No 0", "Nothing had changed."],
      );
    });
  }

  it("G8: held changes rest on both sides, whatever changes meanwhile, and are planned anew on answering", async () => {
    const made = await manyInStep(bench, anna, 10);
    moveInGoogle(made);
    await bench.run(anna);
    const [first, second] = made;
    await bench.edit("appointments", first?.id ?? 0, { location: "Park" });
    anna.google.patch(second?.eventId ?? "", { location: "Beach" });
    const resting = await bench.run(anna);
    await bench.answer("apply", anna);

    await bench.run(anna);

    const [entry, other] = await bench.schedule(anna);
    assert.deepEqual(
      [
        resting.summary,
        entry?.when.start,
        entry?.location,
        anna.google.get(first?.eventId ?? "")["location"],
        other?.location,
      ],
      ["Nothing had changed; 1 waiting for an answer.", "2026-04-01T01:00:00", "Park", "Park", "Beach"],
    );
  });

  it('G8: "Discard" of moves keeps what else was edited on either side', async () => {
    const made = await manyInStep(bench, anna, 10);
    moveInGoogle(made);
    await bench.run(anna);
    const [first, second] = made;
    await bench.edit("appointments", first?.id ?? 0, { location: "Park" });
    anna.google.patch(second?.eventId ?? "", { location: "Beach" });
    await bench.answer("discard", anna);

    await bench.run(anna);

    const entries = await bench.schedule(anna);
    assert.deepEqual(
      entries.slice(0, 2).map(({ when, location }) => [when.start, location]),
      [
        ["2026-04-01T00:00:00", "Park"],
        ["2026-04-01T01:00:00", "Beach"],
      ],
    );
  });

  it("G8: an item deleted while its move is held is deleted once somebody answers", async () => {
    const made = await manyInStep(bench, anna, 10);
    moveInGoogle(made);
    await bench.run(anna);
    anna.google.delete(made[0]?.eventId ?? "");
    await bench.answer("apply", anna);

    await bench.run(anna);

    assert.equal((await entriesOf(bench, anna)).length, 9);
  });
});
