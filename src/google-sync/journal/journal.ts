import type { EntryId, Transaction, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { ActionKind, Fields } from "../engine/index.js";

/** One effect on one side, from what to what (R1). */
export interface Effect {
  readonly side: "studio" | "google";
  readonly action: ActionKind;
  readonly entryId: EntryId | undefined;
  readonly eventId: string | undefined;
  /** Synced fields only (R6); empty when the item was made. */
  readonly before: Fields;
  /** Empty when the item was removed. */
  readonly after: Fields;
  /** What stood there before as somebody had written it, where it is compared in another form (K5). */
  readonly written?: Fields | undefined;
  /** Shown as "Private appointment" to everyone but the owner (C8). */
  readonly isPrivate: boolean;
}

/** Resource names of People begin so, event ids never do. */
export const contactPrefix = "people/";

/** Whether an effect is about a client or a contact. */
export function isContactEffect({ eventId }: Pick<Effect, "eventId">): boolean {
  return eventId?.startsWith(contactPrefix) === true;
}

/** How an effect ended. An intent that never ended was cut off; the next run finds out what became of it (G5). */
export type EffectState = "intended" | "done" | "failed";

/** An effect as the journal keeps it. */
export interface JournalEntry extends Effect {
  readonly id: number;
  readonly runId: number;
  readonly state: EffectState;
  readonly problem: string | undefined;
}

/** One run of one user. */
export interface Run {
  readonly id: number;
  readonly userId: UserId;
  readonly jobRunId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | undefined;
  readonly outcome: string | undefined;
  readonly summary: string | undefined;
  /** The whole report as JSON. */
  readonly report: string | undefined;
}

/**
 * What each run did, on which side, from what to what (R1). The intent is written before an
 * effect, completed by its answer.
 */
export interface Journal {
  begin(userId: UserId, jobRunId: string, startedAt: Date): Promise<number>;
  end(
    runId: number,
    end: { readonly endedAt: Date; readonly outcome: string; readonly summary: string; readonly report: string },
  ): Promise<void>;
  /** Before Google is asked: what is about to happen. Returns the effects' ids in order. */
  intend(runId: number, effects: readonly Effect[], transaction: Transaction): Promise<readonly number[]>;
  /** Effects that commit together with this transaction. */
  record(runId: number, effects: readonly Effect[], transaction: Transaction): Promise<void>;
  /** What became of effects: all the same. */
  complete(
    effectIds: readonly number[],
    state: "done" | "failed",
    problem: string | undefined,
    transaction: Transaction,
  ): Promise<void>;
  /** What events made in Google for these entries were meant to hold, by event id; of an event tried twice, the last. */
  meantForEvents(entryIds: readonly EntryId[]): Promise<ReadonlyMap<string, Fields>>;
  runs(options: { readonly userId?: UserId; readonly limit: number }): Promise<readonly Run[]>;
  find(runId: number): Promise<Run | undefined>;
  effectsOf(runId: number): Promise<readonly JournalEntry[]>;
  /** Entries the run made, brought back or moved in the studio (S1). */
  movedInStudio(runId: number): Promise<readonly EntryId[]>;
  /** Forgets runs that ended before (R6). */
  forgetBefore(instant: Date): Promise<void>;
}
export const Journal = serviceToken<Journal>("journal");
