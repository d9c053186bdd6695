import type { EntryId, Transaction, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { LinkedTotals } from "../engine/index.js";
import type { GoogleEvent } from "../google/index.js";
import type { Link, LinkChange, LinkNames, LinkState, NewLink } from "./link.js";
import type { Stream, StreamChange } from "./stream.js";

/** Which links a run must look at. */
export interface CandidateQuery {
  readonly stream: Stream;
  readonly now: Date;
  /** Unlinked studio items too, changed or not (W2). */
  readonly withStudioBaseline: boolean;
  /** Unlinked Google items too, changed or not: populate, or "tentative" newly ticked (W2, P7). */
  readonly withGoogleBaseline: boolean;
  /** Events left out before for one of these reasons, which holds no more: a box ticked (P7), a clearance given (X1). */
  readonly leftOutReasons: readonly string[];
  /** All linked ones too: the titles' template changed (C7), or two-way was switched on (P7). */
  readonly withAllLinked: boolean;
  /** Whether Google's changes are looked at (C23). */
  readonly readsGoogle: boolean;
  /** Questions a change may settle: an item they hold is looked at once its entry has changed or its event is back (C13), or its unlinked event is gone (C24). */
  readonly answerableQuestionIds: readonly number[];
}

/** What a run must look at. */
export interface Candidates {
  readonly links: readonly Link[];
  /** Entries on the user's schedule that no link knows. */
  readonly newEntryIds: readonly EntryId[];
}

/** How many links a stream has, and how many of them rest for a reason. */
export interface LinkCounts {
  readonly all: number;
  /** Failed, and will be tried again (G3). */
  readonly waiting: number;
  /** Given up until they change (G3). */
  readonly parked: number;
}

/** Streams and links, found by state: what differs from what was agreed has changed. */
export interface LinkStore {
  findStream(userId: UserId, accountSub: string, calendarId: string): Promise<Stream | undefined>;
  /** Every stream a user ever had, newest first. */
  streamsOf(userId: UserId): Promise<readonly Stream[]>;
  findStreamById(id: number): Promise<Stream | undefined>;
  createStream(userId: UserId, accountSub: string, calendarId: string, enabledAt: Date): Promise<Stream>;
  changeStream(id: number, change: StreamChange, transaction?: Transaction): Promise<void>;

  /**
   * Remembers what Google sent. An etag already known writes nothing (our own echo, C17).
   * @param listing the number of the full listing these belong to; undefined for a delta
   * @returns how many were new to us or had changed
   */
  rememberSeen(
    streamId: number,
    events: readonly GoogleEvent[],
    listing: number | undefined,
    transaction: Transaction,
  ): Promise<number>;
  /** These are there, though they could not be read: not missing (C14). */
  markListed(streamId: number, eventIds: readonly string[], listing: number, transaction: Transaction): Promise<void>;
  /** Linked, and not in the listing although not known as deleted: each needs its own GET (C14). */
  missingFromListing(streamId: number, listing: number): Promise<readonly Link[]>;
  /** Forgets unlinked events the complete listing did not hold. */
  forgetUnlisted(streamId: number, listing: number, transaction: Transaction): Promise<void>;
  /** A fact was established: the event does not exist any more (C14). */
  markDeletedInGoogle(linkIds: readonly number[], transaction: Transaction): Promise<void>;

  candidates(query: CandidateQuery): Promise<Candidates>;
  /** Every link with an entry or event decided about, of the given states. */
  listByState(streamId: number, states: readonly LinkState[]): Promise<readonly Link[]>;
  /** Items of the baseline, entries and events, that end at one of these (`endsAt`). */
  baselineEndingAt(streamId: number, ends: readonly string[]): Promise<readonly Link[]>;
  findByIds(linkIds: readonly number[]): Promise<readonly Link[]>;
  findByEntry(entryId: EntryId): Promise<readonly (Link & { readonly streamId: number })[]>;
  /** The entries users have of one appointment or session (the event lines of a session too). */
  entriesOfRecord(
    kind: "appointment" | "session",
    recordId: number,
  ): Promise<readonly { readonly userId: UserId; readonly entryId: EntryId }[]>;
  findByEvent(streamId: number, eventId: string, transaction?: Transaction): Promise<Link | undefined>;
  findByQuestion(questionId: number, transaction?: Transaction): Promise<readonly Link[]>;
  /** How many linked items there are, one repeat counted once (G1). */
  totals(streamId: number, nowWallTime: string): Promise<LinkedTotals>;
  countByState(streamId: number): Promise<Readonly<Record<string, number>>>;
  count(streamId: number): Promise<LinkCounts>;
  /** Whether there is any link at all (W6). */
  hasAny(streamId: number): Promise<boolean>;

  insert(streamId: number, links: readonly NewLink[], transaction: Transaction): Promise<readonly number[]>;
  change(linkId: number, change: LinkChange, transaction: Transaction): Promise<void>;
  /**
   * Changes each link in its own way.
   * @param changes of each link at most one; what `before` says the row names already is not written again
   */
  changeEach(
    changes: readonly { readonly id: number; readonly change: LinkChange; readonly before?: LinkNames }[],
    transaction: Transaction,
  ): Promise<void>;
  delete(linkIds: readonly number[], transaction: Transaction): Promise<void>;
}
export const LinkStore = serviceToken<LinkStore>("link-store");
