import { reasonText } from "../calendar/index.js";
import type { LeftOutReason } from "../calendar/index.js";
import type { Link } from "../links/index.js";

/** What is known of one entry of one user. */
export interface EntryState {
  readonly isEnabled: boolean;
  readonly isConnected: boolean;
  /** The user's name, as the sentence begins. */
  readonly user: string;
  readonly link: Link | undefined;
  readonly lastSuccessAt: Date | undefined;
  readonly isChanged: boolean;
}

/** One truthful sentence: when it last synced, or why it is not there (R4). */
export function explainEntry({ isEnabled, isConnected, user, link, lastSuccessAt, isChanged }: EntryState): string {
  if (!isEnabled) return `${user}: not in Google, because "Enable Google Sync" is not ticked.`;
  if (!isConnected) return `${user}: not in Google, because no Google account is connected.`;
  if (link === undefined) return `${user}: not in Google yet; it goes there with the next run.`;
  if (link.questionId !== undefined) return `${user}: waits for an answer to question ${link.questionId}.`;
  if (link.isParked) return `${user}: left alone after five failed tries: ${link.problem ?? ""}`;
  if (link.attempts > 0) return `${user}: the last try failed and is repeated: ${link.problem ?? ""}`;
  switch (link.state) {
    case "linked":
      if (isChanged) return `${user}: in Google; a change waits for the next run.`;
      return `${user}: in step with Google${lastSuccessAt === undefined ? "" : `, last synced ${lastSuccessAt.toISOString()}`}.`;
    case "baseline":
      return `${user}: not in Google, because it was there before syncing began and has not changed since. Populate Google sends it.`;
    case "left-out":
      // Only reasons of the closed list are stored.
      return `${user}: left out, because ${reasonText(link.leftOutReason as LeftOutReason)}.`;
    case "ended":
      return `${user}: no longer kept together with Google.`;
    case "new":
      return `${user}: not in Google yet; it goes there with the next run.`;
  }
}
