import * as fc from "fast-check";

import { anyFaults } from "./faults.js";
import {
  anyEntryEdit,
  anyEntryTurn,
  anyEventEdit,
  anyEventTurn,
  anyNewAppointment,
  anyNewEvent,
  anyStep,
  anyStop,
  anyWhen,
  anyWhich,
  anyWho,
  boxes,
  levels,
} from "./steps.js";
import type { Box, Step } from "./steps.js";

/** What seldom happens, and upsets more than one item. */
const anyUpset: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("sweep"),
      side: fc.constantFrom("studio", "google"),
      who: anyWho,
      how: fc.constantFrom("delete", "move"),
      spared: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("clear"),
      who: anyWho,
      level: fc.constantFrom(...levels),
      isAllowed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("connect"), who: anyWho, isConnected: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("choose calendar"), who: anyWho, isOther: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("add line"), which: anyWhich, who: anyWho, when: anyWhen }),
  },
);

/** How two people begin, what then happens, and how questions still open at the end are answered. */
export interface History {
  readonly boxes: readonly (readonly Box[])[];
  readonly steps: readonly Step[];
  readonly answers: readonly number[];
}

const anyBoxes: fc.Arbitrary<readonly Box[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(boxes) },
  {
    weight: 2,
    arbitrary: fc
      .subarray(boxes.filter((box) => box !== "enabled"))
      .map((ticked): readonly Box[] => ["enabled", ...ticked]),
  },
);

const anyEdits = fc.array(
  fc.oneof(anyEntryEdit, anyEventEdit, anyEntryEdit, anyEventEdit, anyEntryTurn, anyEventTurn),
  {
    minLength: 1,
    maxLength: 3,
  },
);

/** Edits, a run that is stopped or fails, edits on either side, and a run again: where most can go wrong. */
const anyInterruption = fc
  .record({
    who: anyWho,
    before: anyEdits,
    trouble: fc.oneof(
      anyStop.map((stopsAt) => ({ stopsAt, faults: [] })),
      anyFaults.map((faults) => ({ stopsAt: undefined, faults })),
    ),
    after: anyEdits,
  })
  .map(({ who, before, trouble, after }): readonly Step[] => {
    const run = { does: "run", who, isPreviewed: false, meanwhile: undefined, faults: [], stopsAt: undefined } as const;
    const theirs = (edit: Step): Step =>
      edit.does === "edit event" || edit.does === "change event" ? { ...edit, who } : edit;
    return [...before.map(theirs), { ...run, ...trouble }, ...after.map(theirs), run];
  });

/** A few things on both sides, in step. */
const anyBeginning = fc
  .array(fc.oneof(anyNewAppointment, anyNewEvent), { minLength: 2, maxLength: 5, size: "max" })
  .map((made): readonly Step[] => {
    const run = { does: "run", isPreviewed: false, meanwhile: undefined, faults: [], stopsAt: undefined } as const;
    return [...made, { ...run, who: 0 }, { ...run, who: 1 }];
  });

const anySteps = fc.oneof(
  { weight: 12, arbitrary: anyStep.map((step): readonly Step[] => [step]) },
  { weight: 2, arbitrary: anyUpset.map((step): readonly Step[] => [step]) },
  { weight: 2, arbitrary: anyInterruption },
);

export const anyHistory: fc.Arbitrary<History> = fc.record({
  boxes: fc.tuple(anyBoxes, anyBoxes),
  steps: fc
    .tuple(
      fc.option(anyBeginning, { nil: [], freq: 2 }),
      fc.array(anySteps, { minLength: 2, maxLength: 16, size: "max" }).map((some) => some.flat()),
    )
    .map((parts) => parts.flat()),
  answers: fc.array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 3 }),
});
