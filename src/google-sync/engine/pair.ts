import type { Agreed, Fields } from "./fields.js";

/**
 * How one field travels.
 * - `both`: either way, merged (C15)
 * - `to-google`: the studio's changes go out, Google's stay where they are (one way, C23)
 * - `from-google`: Google's changes come in, the studio's stay where they are (C10)
 * - `google-holds`: like `from-google`, and where nothing was agreed on Google's value counts (C8)
 * - `studio-rules`: like `to-google`, and an edit made in Google is put back (C7, X1)
 * - `untouched`: neither read nor written (C2, C25)
 */
export type FieldRule = "both" | "to-google" | "from-google" | "google-holds" | "studio-rules" | "untouched";

/** What may be done to one pair; a kind computes it from both items, settings and clearances. */
export interface PairRules {
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Deleted in Google, the entry goes (or loses this user) without a question (C13). */
  readonly isRemovable: boolean;
  /** Deleted in Google, the item leaves the user's synced set and nothing else happens to it; comes before all else (K3). */
  readonly leavesSet?: boolean;
  /** When the item is: the field whose change brings a deleted event back although the item is not removable (C13). */
  readonly movedField: string;
  /** False when the user may not delete the event (C10): only our entry ends. */
  readonly mayDeleteInGoogle: boolean;
  /** False when the user lacks the clearance to take the entry out of the studio (X1). */
  readonly mayRemoveFromStudio: boolean;
  /** False in one-way mode: what happened in Google is not a reason to do anything (C23). */
  readonly readsGoogle: boolean;
}

/** The studio's side of a pair. */
export type StudioSide =
  | { readonly kind: "absent" }
  | {
      readonly kind: "present";
      readonly fields: Fields;
      readonly version: string;
      readonly changedAt: Date;
      /** Ends after the window's start; only such unlinked items travel (W6). */
      readonly isInWindow: boolean;
    }
  /** Deleted, cancelled, or no longer this user's (C12). A fact read in our own database. */
  | { readonly kind: "gone" };

/** Google's side of a pair. */
export type GoogleSide =
  | { readonly kind: "absent" }
  | {
      readonly kind: "present";
      readonly fields: Fields;
      readonly etag: string;
      readonly updatedAt: Date | undefined;
      readonly isInWindow: boolean;
      /** Made by us for an entry the studio does not know (C24). */
      readonly isOfUnknownEntry?: boolean;
    }
  /** Known not to exist any more, or declined by the user: a fact, never a failed read (C14). */
  | { readonly kind: "deleted" }
  /** There, but nothing to us: series, tentative, focus time … (C4, C19). */
  | { readonly kind: "left-out"; readonly reason: string };

/**
 * What somebody answered about this pair.
 * - `approve`: do what was held
 * - `keep`: make the other side like this one
 * - `keep-moved`: this side's value of the moved field holds, whoever changed it; the rest as without an answer
 * - `rewrite`: as without an answer, but where nobody edited these fields, this side's hold (C22)
 * - `take-off`, `cancel`: answers to "deleted in Google" (C13)
 */
export type Directive =
  | { readonly kind: "approve" }
  | { readonly kind: "keep"; readonly side: "studio" | "google" }
  | { readonly kind: "keep-moved"; readonly side: "studio" | "google" }
  | { readonly kind: "rewrite"; readonly side: "studio" | "google"; readonly fields: readonly string[] }
  | { readonly kind: "take-off" }
  | { readonly kind: "cancel" };

/** Whether somebody said what is to become of this very pair: a rewrite follows from an answer about the whole calendar (C22). */
export function isAnswer(directive: Directive | undefined): boolean {
  return directive !== undefined && directive.kind !== "rewrite";
}

/** What is known of a pair before this run. */
export type Knowledge =
  /** Never decided about. */
  | { readonly kind: "new" }
  /** There when syncing was enabled; travels only once it differs from this (W6). */
  | { readonly kind: "baseline"; readonly fields: Fields | undefined }
  /** Two items that are the same thing. */
  | { readonly kind: "linked"; readonly agreed: Agreed }
  /**
   * Left out when last seen. `isBaseline`: it was so when syncing began and the event has not changed since,
   * so that only a setting can have made it importable (P7).
   */
  | { readonly kind: "left-out"; readonly reason: string; readonly isBaseline: boolean };

/** One item with its two sides: all that planning looks at. */
export interface Pair {
  /** Names the pair in plan, journal and report. */
  readonly key: string;
  readonly known: Knowledge;
  readonly studio: StudioSide;
  readonly google: GoogleSide;
  readonly rules: PairRules;
  readonly directive: Directive | undefined;
}
