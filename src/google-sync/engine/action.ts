import type { Agreed, Fields } from "./fields.js";
import type { LostValue } from "./merge.js";

/** Why a pair is put to a person instead of being decided (C13, C24 …). */
export type QuestionKind =
  /** A session or linked appointment was deleted in Google (C13). */
  | "deleted-in-google"
  /** Differences found when two-way was switched on (P7). */
  | "differences-at-two-way"
  /** An event of ours for an entry the studio does not know (C24). */
  | "unknown-entry"
  /** More deletions than the guard lets pass (G1, G2). */
  | "many-deletions-in-studio"
  | "many-deletions-in-google"
  /** Many items moved by one same offset (G1). */
  | "many-moves-in-studio"
  | "many-moves-in-google"
  /** The sync zone changed (C22). */
  | "zone-changed"
  /** More items leaving the synced set than the guard lets pass (G1, G2). */
  | "many-leaving-in-studio"
  | "many-leaving-in-google"
  /** Fields that matter emptied or replaced on more items than the guard lets pass (G1). */
  | "many-replacements-in-studio"
  | "many-replacements-in-google"
  /** More new items in the studio than the guard lets pass (G1). */
  | "many-creations-in-studio"
  /** Whether two items are the same thing cannot be told (K6). */
  | "unclear-match"
  /** Two linked items became one in Google (K8). */
  | "merged-in-google";

/**
 * One thing to do about one pair. `agreed` is what both sides hold once it is done;
 * `lost` are values that do not survive it.
 */
export type Action =
  | {
      readonly kind: "create-in-google";
      readonly key: string;
      readonly fields: Fields;
      readonly agreed: Agreed;
      readonly isAnew: boolean;
    }
  | { readonly kind: "create-in-studio"; readonly key: string; readonly fields: Fields; readonly agreed: Agreed }
  | {
      readonly kind: "change";
      readonly key: string;
      readonly toStudio: Fields;
      readonly toGoogle: Fields;
      readonly agreed: Agreed;
      readonly lost: readonly LostValue[];
    }
  | { readonly kind: "delete-in-google"; readonly key: string; readonly lost: readonly LostValue[] }
  /** Deletes the entry, or takes the user off it where others share it or it is a session. */
  | { readonly kind: "remove-from-studio"; readonly key: string }
  | { readonly kind: "cancel-in-studio"; readonly key: string }
  | { readonly kind: "restore-in-studio"; readonly key: string; readonly fields: Fields }
  /** Nothing to do on either side; remember what they hold. */
  | { readonly kind: "agree"; readonly key: string; readonly agreed: Agreed }
  /** Nothing is left to keep together. `isForGood`: the event never comes in again (C10). */
  | { readonly kind: "end-link"; readonly key: string; readonly isForGood: boolean }
  /** Deleted in Google: the item stays in the studio and is synced no more until it is put back (K3). */
  | { readonly kind: "leave-set"; readonly key: string }
  /** Remember that it was there when syncing began (W6). */
  | { readonly kind: "baseline"; readonly key: string }
  | { readonly kind: "leave-out"; readonly key: string; readonly reason: string }
  /** The link rests while the event is a series or the like (C19). */
  | { readonly kind: "rest"; readonly key: string; readonly reason: string }
  | { readonly kind: "ask"; readonly key: string; readonly question: QuestionKind };

/** Every kind of action, for counts. */
export type ActionKind = Action["kind"];
