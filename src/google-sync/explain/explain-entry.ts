import { isSeries, mayEdit, reasonText } from "../calendar/index.js";
import type { LeftOutReason } from "../calendar/index.js";
import type { Link } from "../links/index.js";

/** What is known of one entry of one user. */
export interface EntryState {
  readonly isEnabled: boolean;
  readonly isConnected: boolean;
  /** The Send box (C). */
  readonly isTwoWay: boolean;
  /** The user's name, as the sentence begins. */
  readonly user: string;
  /** Private to somebody else: it does not exist for this user's Google (C8). */
  readonly isHidden: boolean;
  readonly link: Link | undefined;
  readonly lastSuccessAt: Date | undefined;
  readonly isChanged: boolean;
}

/** Why an entry is, or is not, in Google; a closed list (R4). */
export type EntryReason =
  | "switched-off"
  | "not-connected"
  | "hidden"
  | "not-sent-yet"
  | "held"
  | "parked"
  | "failed"
  | "deleted-in-google"
  | "repeats-in-google"
  | "to-be-compared"
  | "changed-here"
  | "changed-in-google"
  | "in-step"
  /** The event may not be edited by this user: edits made here stay here (C10). */
  | "somebody-elses"
  /** One way: what was done in Google since nobody looks at (C23). */
  | "sent"
  | "of-before"
  | "left-out"
  | "ended";

/** One truthful sentence: when it last synced, or why it is not there (R4). */
export function explainEntry(state: EntryState): string {
  return `${state.user}: ${textOf(reasonOfEntry(state), state)}`;
}

/** The reason the sentence gives. */
function reasonOfEntry({ isEnabled, isConnected, isTwoWay, isHidden, link, isChanged }: EntryState): EntryReason {
  if (!isEnabled) return "switched-off";
  if (!isConnected) return "not-connected";
  if (isHidden) return "hidden";
  if (link === undefined) return "not-sent-yet";
  if (link.questionId !== undefined) return "held";
  if (link.isParked) return "parked";
  if (link.attempts > 0) return "failed";
  switch (link.state) {
    case "linked":
      if (link.isDeletedInGoogle) return "deleted-in-google";
      if (link.seen !== undefined && isSeries(link.seen)) return "repeats-in-google";
      // Written on both sides in one go: which version the studio's half made is looked up when it is compared again.
      if (link.studioVersion === undefined) return "to-be-compared";
      if (isChanged) return "changed-here";
      if (!isTwoWay) return "sent";
      if (link.seenEtag !== link.decidedEtag) return "changed-in-google";
      return link.seen !== undefined && !mayEdit(link.seen) ? "somebody-elses" : "in-step";
    case "baseline":
      return "of-before";
    case "left-out":
      return "left-out";
    case "ended":
      return isChanged ? "to-be-compared" : "ended";
    case "new":
      return "not-sent-yet";
  }
}

function textOf(reason: EntryReason, { link, lastSuccessAt, isTwoWay }: EntryState): string {
  switch (reason) {
    case "switched-off":
      return 'not in Google, because "Enable Google Sync" is not ticked.';
    case "not-connected":
      return "not in Google, because no Google account is connected.";
    case "hidden":
      return "not in Google, because it is private to somebody else.";
    case "not-sent-yet":
      return (
        "not in Google yet; it goes there with the next run, unless it was there before syncing began, " +
        "or ended before the time Populate goes back to."
      );
    case "held":
      return `waits for an answer to question ${link?.questionId}.`;
    case "parked":
      return `left alone after five failed tries: ${link?.problem ?? ""}`;
    case "failed":
      return `the last try failed and is repeated: ${link?.problem ?? ""}`;
    case "deleted-in-google":
      return isTwoWay
        ? "its event was deleted in Google; the next run decides about it."
        : "not in Google, because its event was deleted there. It is made anew once the entry changes.";
    case "repeats-in-google":
      return "not kept in step, because its event repeats in Google now. Made single there again, it is.";
    case "to-be-compared":
      return "in Google; the next run compares both once more.";
    case "changed-here":
      return "in Google; a change waits for the next run.";
    case "changed-in-google":
      return "in Google; a change made there waits for the next run.";
    case "in-step":
      return `in step with Google${lastSync(lastSuccessAt)}.`;
    case "somebody-elses":
      return `it follows an event in Google that only its organizer may change${lastSync(lastSuccessAt)}; what is changed here stays here.`;
    case "sent":
      return `sent to Google as it is here${lastSync(lastSuccessAt)}; what is changed or deleted there is not looked at.`;
    case "of-before":
      return (
        "not in Google, because it was there before syncing began, ended before the time Populate goes back to, " +
        "or was taken out of Google by an undo, and has not changed since. Populate Google sends what is recent enough."
      );
    case "left-out":
      // Only reasons of the closed list are stored.
      return `left out, because ${reasonText(link?.leftOutReason as LeftOutReason)}.`;
    case "ended":
      return "no longer kept together with Google.";
  }
}

function lastSync(at: Date | undefined): string {
  return at === undefined ? "" : `, last synced ${at.toISOString()}`;
}
