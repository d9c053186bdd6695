import type { EntryId } from "../../api/index.js";
import type { Agreed, Directive, LostValue } from "../engine/index.js";
import type { LiveEvent } from "../google/index.js";

/** What was decided about a row last. */
export type LinkState =
  /** Seen, nothing decided yet. */
  | "new"
  /** There when syncing began; travels once it differs (W6). */
  | "baseline"
  /** Entry and event are the same thing. */
  | "linked"
  /** Not importable when last seen (C4, C19). */
  | "left-out"
  /** Our entry was removed for good; the event never comes in again, unless somebody brings that entry back (C10). */
  | "ended";

/** Things a user is told once per item. */
export type ToldOnce = "series" | "not-editable" | "guests" | "tentative";

/**
 * Our record of an entry, of an event, or that the two are the same thing. `seen` is
 * Google's newest copy, kept when the sync token moves on, so that a change that was held,
 * refused or failed is never forgotten although Google does not send it twice.
 */
export interface Link {
  readonly id: number;
  readonly state: LinkState;
  readonly entryId: EntryId | undefined;
  readonly eventId: string | undefined;
  /** Grows when the event is made anew (C24). */
  readonly generation: number;
  /** What both sides held when they last agreed; of a baseline row, what its one side held. */
  readonly agreed: Agreed | undefined;
  /** The entry's version `agreed.studio` was read from. */
  readonly studioVersion: string | undefined;
  readonly seen: LiveEvent | undefined;
  readonly seenEtag: string | undefined;
  /** A fact: cancelled, or confirmed absent (C14). */
  readonly isDeletedInGoogle: boolean;
  /** The etag the last decision was made about; what differs has changed. */
  readonly decidedEtag: string | undefined;
  readonly leftOutReason: string | undefined;
  /** Existed before the Send box was ticked (P7). */
  readonly isOld: boolean;
  readonly isMadeByUs: boolean;
  readonly attempts: number;
  readonly retryAt: Date | undefined;
  /** Given up after five tries, until it changes or someone says "Try again" (G3). */
  readonly isParked: boolean;
  /** What was tried last; a parked item is looked at again once either differs. */
  readonly triedVersion: string | undefined;
  readonly triedEtag: string | undefined;
  readonly problem: string | undefined;
  readonly questionId: number | undefined;
  readonly directive: Directive | undefined;
  readonly told: readonly ToldOnce[];
  /** Values the later change overwrote at the last merge; on offer until the item changes again (C15). */
  readonly lost: readonly LostValue[];
  /** Occurrences of one repeat count once (G1). */
  readonly repeatId: number | undefined;
  /** Wall-clock end, for what is still to come; all-day ends exclusive. */
  readonly endsAt: string | undefined;
}

/** What a link is found by. */
export type LinkNames = Pick<Link, "entryId" | "eventId" | "questionId">;

/** Fields of a link to set. */
export type LinkChange = Partial<Omit<Link, "id">>;

/** A link not stored yet. */
export type NewLink = LinkChange & { readonly state: LinkState };
