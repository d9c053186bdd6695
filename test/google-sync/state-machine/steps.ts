import * as fc from "fast-check";

import type { FaultRule } from "../../../src/local-google/index.js";
import { anyFaults } from "./faults.js";

/**
 * One thing that happens in a history. `who` is one of two people; `which` picks among what is
 * there, modulo how many there are, so that a step always means something and shrinks well.
 */
export type Step =
  | { readonly does: "make appointment"; readonly who: Who; readonly when: AnyWhen; readonly is: AppointmentKind }
  | { readonly does: "make session"; readonly who: Who; readonly when: AnyWhen; readonly isShared: boolean }
  | { readonly does: "edit entry"; readonly which: number; readonly edit: Edit }
  | { readonly does: "change entry"; readonly which: number; readonly how: EntryTurn }
  | { readonly does: "make event"; readonly who: Who; readonly when: AnyWhen; readonly is: EventKind }
  | { readonly does: "edit event"; readonly who: Who; readonly which: number; readonly edit: Edit }
  | { readonly does: "change event"; readonly who: Who; readonly which: number; readonly how: EventTurn }
  | {
      /** Nearly everything at once, as a wrong import or a wrong zone does (G1). */
      readonly does: "sweep";
      readonly side: "studio" | "google";
      readonly who: Who;
      readonly how: "delete" | "move";
      readonly spared: number;
    }
  | { readonly does: "make twins"; readonly who: Who; readonly when: AnyWhen }
  | { readonly does: "set"; readonly who: Who; readonly box: Box; readonly isTicked: boolean }
  /** A clearance for appointments and sessions is taken away or given (X1). */
  | { readonly does: "clear"; readonly who: Who; readonly level: Level; readonly isAllowed: boolean }
  /** "Remove My Google Account", or the same account authenticated again (A5). */
  | { readonly does: "connect"; readonly who: Who; readonly isConnected: boolean }
  /** "Google Calendar": another one of the person's, or the first one again (A10). */
  | { readonly does: "choose calendar"; readonly who: Who; readonly isOther: boolean }
  /** A session gets a line for a person: advanced scheduling (C5). */
  | { readonly does: "add line"; readonly which: number; readonly who: Who; readonly when: AnyWhen }
  | { readonly does: "set template"; readonly template: string }
  | { readonly does: "change zone"; readonly zone: string }
  | { readonly does: "answer"; readonly which: number; readonly answer: number }
  | { readonly does: "spoil token"; readonly who: Who; readonly how: "expired" | "garbage" }
  | { readonly does: "wait"; readonly seconds: number }
  | {
      readonly does: "run";
      readonly who: Who;
      readonly isPreviewed: boolean;
      readonly faults: readonly FaultRule[];
      readonly stopsAt: Stop | undefined;
      /** What somebody does while the run is under way, just before its n-th request leaves (G9). */
      readonly meanwhile: { readonly nth: number; readonly step: Meanwhile } | undefined;
    };

/** What people do while a run is under way. */
export type Meanwhile = Extract<Step, { does: "edit entry" | "change entry" | "edit event" | "change event" }>;

export type Who = 0 | 1;

export const levels = ["view", "add-modify", "delete"] as const;
export type Level = (typeof levels)[number];

/** A run is stopped at its n-th request, transaction or statement, just before it or while it is under way, or its process is killed. */
export interface Stop {
  readonly at: "request" | "transaction" | "statement";
  readonly nth: number;
  readonly how: "before" | "under way" | "killed";
}

/** Whole days, or from one clock time to another. */
export interface AnyWhen {
  readonly day: string;
  readonly from: string;
  readonly minutes: number;
  /** All-day items: how many days. */
  readonly days: number | undefined;
}

export type Edit =
  { readonly field: "title" | "location" | "notes" } | { readonly field: "when"; readonly when: AnyWhen };

const appointmentKinds = ["plain", "shared", "of a client", "old", "confirmed"] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

const entryTurns = [
  "delete",
  "undelete",
  "cancel",
  "uncancel",
  "hand over",
  "share",
  "take one off",
  "link to client",
  "convert to session",
] as const;
export type EntryTurn = (typeof entryTurns)[number];

const eventKinds = ["plain", "tentative", "private", "free", "invitation", "with guests", "series", "old"] as const;
export type EventKind = (typeof eventKinds)[number];

const eventTurns = [
  "delete",
  "decline",
  "accept",
  "make tentative",
  "confirm",
  "make private",
  "make a series",
  "make single",
  "copy",
  "reword whole title",
] as const;
export type EventTurn = (typeof eventTurns)[number];

export const boxes = ["enabled", "sendAppointments", "downloadTentative", "populateGoogle", "populateStudio"] as const;
export type Box = (typeof boxes)[number];

export const anyWho = fc.constantFrom<Who>(0, 1);
export const anyWhich = fc.nat({ max: 30 });

/** Ordinary days, both nights of clock changes, a month's end, and what lies before the window. */
const anyDay = fc.constantFrom("2026-04-01", "2026-04-02", "2026-05-31", "2026-03-08", "2026-11-01", "2026-03-03");
const anyTimed = fc
  .tuple(anyDay, fc.constantFrom("09:00", "10:30", "02:30", "23:00"), fc.constantFrom(0, 30, 60, 150))
  .map(([day, from, minutes]): AnyWhen => ({ day, from, minutes, days: undefined }));
const anyAllDay = fc
  .tuple(anyDay, fc.constantFrom(1, 2, 5))
  .map(([day, days]): AnyWhen => ({ day, from: "00:00", minutes: 0, days }));
export const anyWhen = fc.oneof({ weight: 4, arbitrary: anyTimed }, { weight: 1, arbitrary: anyAllDay });

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom("title", "location", "notes").map((field) => ({ field })),
  anyWhen.map((when) => ({ field: "when" as const, when })),
);

export const anyStop: fc.Arbitrary<Stop> = fc.oneof(
  fc.record<Stop>({
    at: fc.constantFrom("request", "transaction"),
    nth: fc.integer({ min: 1, max: 5 }),
    how: fc.constantFrom("before", "under way", "killed", "killed"),
  }),
  fc.record<Stop>({
    at: fc.constant("statement"),
    nth: fc.integer({ min: 1, max: 50 }),
    how: fc.constant("killed"),
  }),
);

export const anyNewAppointment = fc.record({
  does: fc.constant("make appointment"),
  who: anyWho,
  when: anyWhen,
  is: fc.constantFrom(...appointmentKinds),
});
export const anyNewEvent = fc.record({
  does: fc.constant("make event"),
  who: anyWho,
  when: anyWhen,
  is: fc.constantFrom("plain" as const, ...eventKinds),
});
export const anyEntryEdit = fc.record({ does: fc.constant("edit entry"), which: anyWhich, edit: anyEdit });
export const anyEntryTurn = fc.record({
  does: fc.constant("change entry"),
  which: anyWhich,
  how: fc.constantFrom(...entryTurns),
});
export const anyEventEdit = fc.record({ does: fc.constant("edit event"), who: anyWho, which: anyWhich, edit: anyEdit });
export const anyEventTurn = fc.record({
  does: fc.constant("change event"),
  who: anyWho,
  which: anyWhich,
  how: fc.constantFrom("delete" as const, ...eventTurns),
});
const anyMeanwhile = fc.record({
  nth: fc.integer({ min: 1, max: 4 }),
  step: fc.oneof(anyEntryEdit, anyEntryTurn, anyEventEdit, anyEventTurn),
});

const anyRun = fc
  .record<Step & { does: "run" }>({
    does: fc.constant("run"),
    who: anyWho,
    isPreviewed: fc.boolean(),
    faults: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: anyFaults }),
    stopsAt: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: anyStop }),
    meanwhile: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: anyMeanwhile }),
  })
  // What somebody does meanwhile is done by another process, which is not killed.
  .map((run) => (run.stopsAt?.how === "killed" ? { ...run, meanwhile: undefined } : run));

/** Any step, as often as it is worth. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: anyRun },
  { weight: 4, arbitrary: anyNewAppointment },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("make session"), who: anyWho, when: anyWhen, isShared: fc.boolean() }),
  },
  { weight: 5, arbitrary: anyEntryEdit },
  { weight: 4, arbitrary: anyEntryTurn },
  { weight: 4, arbitrary: anyNewEvent },
  { weight: 5, arbitrary: anyEventEdit },
  { weight: 4, arbitrary: anyEventTurn },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("make twins"), who: anyWho, when: anyWhen }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("set"),
      who: anyWho,
      box: fc.constantFrom(...boxes),
      isTicked: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("set template"),
      template: fc.constantFrom(
        "{client} - {description}",
        "{description} ({client})",
        "{type}: {description}",
        "{description} {client} {description}",
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("change zone"),
      zone: fc.constantFrom("America/Chicago", "America/New_York", "Europe/Berlin"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("answer"), which: anyWhich, answer: fc.nat({ max: 5 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("spoil token"),
      who: anyWho,
      how: fc.constantFrom("expired", "garbage"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("wait"), seconds: fc.constantFrom(5, 50, 90, 3_600, 86_400) }),
  },
);
