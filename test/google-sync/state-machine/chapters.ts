import * as fc from "fast-check";

import { anyStep } from "./steps.js";
import type { Box, Step, Who } from "./steps.js";

/** Something happens on both sides, then somebody's run; so that every run has something to do. */
export interface Chapter {
  readonly before: readonly Step[];
  readonly who: Who;
  /** What happens after the run and before it is undone; undefined when nobody undoes it. */
  readonly untilUndo: readonly Step[] | undefined;
}

/** A history told in chapters, for what holds of single runs. */
export interface ChapteredHistory {
  readonly boxes: readonly (readonly Box[])[];
  readonly chapters: readonly Chapter[];
  readonly answers: readonly number[];
}

/** A run with faults, stops or company is a step like any other; none leaves a request on its way into the next one. */
const isTroubled = (step: Step): boolean =>
  step.does === "run" &&
  step.stopsAt?.isUnderWay !== true &&
  (step.faults.length > 0 || step.stopsAt !== undefined || step.meanwhile !== undefined);

/** Nobody's run; and switched off nothing would happen any more. */
const isNoRun = (step: Step): boolean => step.does !== "run" && !(step.does === "set" && step.box === "enabled");

const anyBefore = fc.array(
  fc.oneof({ weight: 7, arbitrary: anyStep.filter(isNoRun) }, { weight: 1, arbitrary: anyStep.filter(isTroubled) }),
  { minLength: 3, maxLength: 9, size: "max" },
);

const anyChapter: fc.Arbitrary<Chapter> = fc.record({
  before: anyBefore,
  who: fc.constantFrom<Who>(0, 1),
  untilUndo: fc.oneof(
    fc.constant(undefined),
    fc.constant([]),
    fc.array(anyStep.filter(isNoRun), { minLength: 1, maxLength: 4 }),
  ),
});

/** Mostly two ways: one way a run finds out for itself what became of an event (C23). */
const anyBoxes = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    fc.subarray<Box>(["downloadTentative", "populateGoogle", "populateStudio"]),
  )
  .map(([isTwoWay, more]): readonly Box[] => [
    "enabled",
    ...(isTwoWay ? (["sendAppointments"] as const) : []),
    ...more,
  ]);

export const anyChapteredHistory: fc.Arbitrary<ChapteredHistory> = fc.record({
  boxes: fc.tuple(anyBoxes, anyBoxes),
  chapters: fc.array(anyChapter, { minLength: 3, maxLength: 7, size: "max" }),
  answers: fc.array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 3 }),
});
