import type { Disposable } from "../../base/disposable.js";
import { serviceToken } from "../../base/service-token.js";
import type { EntryId } from "./schedule.js";

/** A client whose personal data was erased for good. It says who it was only by what identifies the record. */
export interface Erasure {
  /** Grows from erasure to erasure. */
  readonly id: number;
  readonly clientGuid: string;
  /** Every entry the client ever had, deleted ones too. */
  readonly entryIds: readonly EntryId[];
  readonly erasedAt: Date;
}

/**
 * Tells plugins which clients were erased, so that they erase what they keep about them (R6). A
 * plugin that was switched off, or a database that was restored, catches up with `since`.
 */
export interface Erasures {
  /** Those after the given id, oldest first; all of them after 0. */
  since(afterId: number): Promise<readonly Erasure[]>;
  /** After the commit, in the process that erased; other processes find it with `since`. */
  onDidErase(listener: (erasure: Erasure) => void): Disposable;
}
export const Erasures = serviceToken<Erasures>("erasures");
