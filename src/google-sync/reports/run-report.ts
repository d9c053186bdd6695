import type { UserId } from "../../api/index.js";
import type { LostValue, QuestionKind } from "../engine/index.js";

/** How a run of one user ended. */
export type RunOutcome =
  /** Everything planned was done. */
  | "done"
  /** Done, but some items failed, were parked or are left for the next run. */
  | "done-with-problems"
  /** Nothing was written: it waits for an answer (C22). */
  | "held"
  /** The run could not be carried out; nothing is lost. */
  | "failed"
  /** Not this time: switched off, not connected, or another run is at work. */
  | "skipped";

/** What happened to one item, in words. */
export interface ReportLine {
  /** Stable, for filters and tests. */
  readonly code: string;
  /** Never holds the text of a private item (C8). */
  readonly text: string;
  /** What the item is called; only its owner may read it when it is private: `reportForOthers` (C8). */
  readonly title: string;
  readonly isPrivate: boolean;
  /** Where the item can be opened in Google. */
  readonly link?: string;
}

/** How many items were made, changed and removed on one side. */
export interface SideCounts {
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
}

/** All that one run of one user has to say (J7). */
export interface RunReport {
  readonly runId: number;
  readonly userId: UserId;
  readonly outcome: RunOutcome;
  readonly summary: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly isPreview: boolean;
  readonly google: SideCounts;
  readonly studio: SideCounts;
  /** The same of contacts and clients; absent where contacts took no part. */
  readonly contacts?: { readonly google: SideCounts; readonly studio: SideCounts };
  /** Reason → how many events did not come in (C4). */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly lost: readonly (LostValue & { readonly title: string; readonly isPrivate: boolean })[];
  readonly warnings: readonly ReportLine[];
  readonly errors: readonly ReportLine[];
  readonly questions: readonly { readonly id: number; readonly kind: QuestionKind; readonly text: string }[];
  /** How many items are left for the next run (G4). */
  readonly leftOver: number;
}
