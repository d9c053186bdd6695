import { reasonText } from "../calendar/index.js";
import type { LeftOutReason } from "../calendar/index.js";
import type { Link } from "../links/index.js";

/** What holds for every event of one user. */
export interface CalendarState {
  readonly isEnabled: boolean;
  readonly isConnected: boolean;
  /** The Send box (C). */
  readonly isTwoWay: boolean;
  readonly lastSuccessAt: Date | undefined;
}

const notTicked = 'because "Send new, modified, and deleted Google appointments into StudioPlus Spectra" is not ticked';

/** One truthful sentence about an event of Google: what it is in the studio, or why it is not there (R4). */
export function explainEvent(link: Link, { isTwoWay, lastSuccessAt }: CalendarState): string {
  const { state, questionId, isParked, attempts, problem, isDeletedInGoogle } = link;
  if (questionId !== undefined) return `It waits for an answer to question ${questionId}, under Held Changes.`;
  if (isParked) return `It is left alone after five failed tries: ${problem ?? ""}`;
  if (attempts > 0) return `The last try failed and is repeated: ${problem ?? ""}`;
  if (state === "linked") return linkedText(link, isTwoWay, lastSuccessAt);
  if (isDeletedInGoogle) return "It was deleted in Google.";
  switch (state) {
    case "new":
      return isTwoWay ? "It comes in with the next run." : `It is not in the studio, ${notTicked}.`;
    case "baseline":
      if (!isTwoWay) return `It is not in the studio, ${notTicked}. Populate brings it in once all the same.`;
      return (
        "It is not in the studio, because it was in Google before syncing began, is older than what Populate brings in, or was taken back by an undo, " +
        "and has not changed since. It comes in when it changes; Populate brings in what is recent enough."
      );
    case "left-out":
      // Only reasons of the closed list are stored.
      return `It is left out, because ${reasonText(link.leftOutReason as LeftOutReason)}.`;
    case "ended":
      return "Its appointment was removed in the studio, and it is not this user's to delete in Google; so it stays there and does not come in again.";
  }
}

function linkedText(
  { isDeletedInGoogle, seenEtag, decidedEtag }: Link,
  isTwoWay: boolean,
  lastSuccessAt: Date | undefined,
): string {
  if (isDeletedInGoogle) return "It is in the studio; it was deleted in Google, and the next run decides about it.";
  if (isTwoWay && seenEtag !== decidedEtag)
    return "It is in the studio; a change made in Google waits for the next run.";
  const since = lastSuccessAt === undefined ? "" : `, last synced ${lastSuccessAt.toISOString()}`;
  return `It is in the studio and in step${since}.`;
}

/** Why nothing is known of an event, a closed list too (R4). */
export function explainNoEvent({ isEnabled, isConnected, isTwoWay, lastSuccessAt }: CalendarState): string {
  if (!isEnabled) return 'Nothing of Google is in the studio, because "Enable Google Sync" is not ticked.';
  if (!isConnected) return "Nothing of Google is in the studio, because no Google account is connected.";
  if (lastSuccessAt === undefined) return "No run has read this calendar to its end yet.";
  if (!isTwoWay) return `Google is not read, ${notTicked}.`;
  return `No event like this was in this user's Google calendar at the last sync, ${lastSuccessAt.toISOString()}. What is newer comes with the next run; events of other calendars never do.`;
}
