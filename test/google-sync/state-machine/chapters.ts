import * as fc from "fast-check";

import { anyContactStep } from "../contact-run/contact-steps.js";
import type { ContactStep } from "../contact-run/contact-steps.js";
import { anyStep } from "./steps.js";
import type { Box, Step, Who } from "./steps.js";

/** What happens to appointments, or to the clients and contacts of one person. */
export type AnyStep = Step | { readonly does: "contacts"; readonly who: Who; readonly step: ContactStep };

/** Something happens on both sides, then somebody's run; so that every run has something to do. */
export interface Chapter {
  readonly before: readonly AnyStep[];
  readonly who: Who;
  /** What happens after the run and before it is undone; undefined when nobody undoes it. */
  readonly untilUndo: readonly AnyStep[] | undefined;
}

/** A history told in chapters, for what holds of single runs. */
export interface ChapteredHistory {
  readonly boxes: readonly (readonly Box[])[];
  /** Whether what is new and changed in each one's Google Contacts comes back; undefined where no client group is chosen. */
  readonly sendsContacts: readonly (boolean | undefined)[];
  /** What is there when everybody's first run begins. */
  readonly opening: readonly AnyStep[];
  readonly chapters: readonly Chapter[];
  readonly answers: readonly number[];
}

/** A run with faults, stops or company is a step like any other; none leaves a request on its way into the next one. */
const isTroubled = (step: Step): boolean =>
  step.does === "run" &&
  (step.stopsAt === undefined || step.stopsAt.how === "before") &&
  (step.faults.length > 0 || step.stopsAt !== undefined || step.meanwhile !== undefined);

/** Nobody's run; and switched off nothing would happen any more. */
const isNoRun = (step: Step): boolean => step.does !== "run" && !(step.does === "set" && step.box === "enabled");

/** A run syncs both, and the story has its own. */
const anyContacts = (isWanted: (step: ContactStep) => boolean): fc.Arbitrary<AnyStep> =>
  fc.record({
    does: fc.constant("contacts"),
    who: fc.constantFrom<Who>(0, 1),
    step: anyContactStep.filter((step) => step.kind !== "run" && isWanted(step)),
  });

const isMade = ({ kind }: ContactStep): boolean => kind === "new-client" || kind === "new-contact";

const anyBefore: fc.Arbitrary<readonly AnyStep[]> = fc.array(
  fc.oneof(
    { weight: 7, arbitrary: anyStep.filter(isNoRun) },
    { weight: 1, arbitrary: anyStep.filter(isTroubled) },
    { weight: 3, arbitrary: anyContacts(() => true) },
  ),
  { minLength: 3, maxLength: 9, size: "max" },
);

const anyChapter: fc.Arbitrary<Chapter> = fc.record({
  before: anyBefore,
  who: fc.constantFrom<Who>(0, 1),
  untilUndo: fc.oneof(
    fc.constant(undefined),
    fc.constant([]),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: anyStep.filter(isNoRun) },
        // A contact that gets another name is another one to whoever looks at both sides only.
        { weight: 1, arbitrary: anyContacts(({ kind }) => kind !== "rename-contact") },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  ),
});

/** Mostly two ways: one way a run finds out for itself what became of an event (C23). */
const anyBoxes = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    fc.subarray<Box>(["downloadTentative", "populateGoogle", "populateStudio"], { minLength: 1 }),
  )
  .map(([isTwoWay, more]): readonly Box[] => [
    "enabled",
    ...(isTwoWay ? (["sendAppointments"] as const) : []),
    ...more,
  ]);

const anySending = fc.constantFrom(true, true, false, undefined);

export const anyChapteredHistory: fc.Arbitrary<ChapteredHistory> = fc.record({
  boxes: fc.tuple(anyBoxes, anyBoxes),
  sendsContacts: fc.tuple(anySending, anySending),
  opening: fc.array(
    fc.oneof(
      anyStep.filter(({ does }) => does.startsWith("make")),
      anyContacts(isMade),
    ),
    {
      minLength: 4,
      maxLength: 9,
      size: "max",
    },
  ),
  chapters: fc.array(anyChapter, { minLength: 3, maxLength: 7, size: "max" }),
  answers: fc.array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 3 }),
});
