import type { ClientGroupRecord } from "../../api/index.js";
import type { ContactLink } from "../contact-links/index.js";

/** What is known of one client and one user. */
export interface ClientState {
  /** The user's name, as the sentence begins. */
  readonly user: string;
  readonly isConnected: boolean;
  readonly mayUseContacts: boolean;
  readonly group: ClientGroupRecord;
  readonly isMember: boolean;
  readonly link: ContactLink | undefined;
  /** The open question in which a contact may be this client (K6). */
  readonly askedIn: number | undefined;
  readonly lastSuccessAt: Date | undefined;
  readonly isChanged: boolean;
}

/** One truthful sentence: when the client last synced, or why it is not there (R4). */
export function explainClient(state: ClientState): string {
  return `${state.user}: ${reasonOf(state)}`;
}

function reasonOf({ isConnected, mayUseContacts, group, isMember, link, askedIn, ...rest }: ClientState): string {
  if (!isConnected) return "not in Google, because no Google account is connected.";
  if (!mayUseContacts) return "not in Google, because contacts were not permitted.";
  if (group.isInactive) return `not synced, because the client group "${group.name}" is inactive.`;
  if (!isMember) return `not synced, because the client is not in the group "${group.name}", or is inactive.`;
  if (askedIn !== undefined) return `may be a contact in Google already; waits for an answer to question ${askedIn}.`;
  if (link === undefined) return "not in Google yet; it goes there with the next run.";
  return stateText(link, rest);
}

function stateText(
  { questionId, isParked, attempts, problem, state, createSentAt }: ContactLink,
  { isChanged, lastSuccessAt }: Pick<ClientState, "isChanged" | "lastSuccessAt">,
): string {
  if (questionId !== undefined) return `waits for an answer to question ${questionId}.`;
  if (isParked) return `left alone after five failed tries: ${problem ?? ""}`;
  if (attempts > 0) return `the last try failed and is repeated: ${problem ?? ""}`;
  switch (state) {
    case "linked":
      if (isChanged) return "in Google; a change waits for the next run.";
      return `in step with Google${lastSuccessAt === undefined ? "" : `, last synced ${lastSuccessAt.toISOString()}`}.`;
    case "left":
      return 'not synced, because its contact was deleted or taken out of the label in Google. "Send again" brings it back.';
    case "resting":
      return 'not synced, because its contact was merged with another client\'s contact in Google. "Send again" makes one of its own.';
    case "new":
    case "ended":
    case "baseline":
    case "left-out":
      return createSentAt === undefined
        ? "not in Google yet; it goes there with the next run."
        : "Google did not say whether its contact was made; a later run finds out.";
  }
}
