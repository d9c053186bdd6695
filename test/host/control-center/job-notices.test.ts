import assert from "node:assert/strict";

import { whatToTell } from "../../../src/host/control-center/job-notices.js";

const at = (text: string): Date => new Date(`2026-03-${text}:00Z`);

describe("J6: a lasting problem", () => {
  it("J6: is told at first, then at most daily, then once when it is over", () => {
    const runs: [isTroubled: boolean, now: Date][] = [
      [false, at("01T09:00")],
      [true, at("01T09:15")],
      [true, at("01T09:30")],
      [true, at("02T09:00")],
      [true, at("02T09:15")],
      [true, at("03T09:00")],
      [false, at("03T09:15")],
      [false, at("03T09:30")],
      [true, at("03T09:45")],
    ];
    let known: Parameters<typeof whatToTell>[1];
    const told = runs.map(([isTroubled, now]) => {
      const { telling, trouble } = whatToTell(isTroubled, known, now);
      known = trouble;
      return telling;
    });
    assert.deepEqual(told, ["nothing", "began", "nothing", "nothing", "lasts", "nothing", "over", "nothing", "began"]);
  });
});
