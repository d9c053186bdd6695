import type { ContactLink } from "../contact-links/index.js";

/** What holds for every contact of one user. */
export interface AddressBookState {
  /** Why contacts are not synced at all; undefined where they are. */
  readonly refused: string | undefined;
  /** The contacts Send box (K2). */
  readonly isTwoWay: boolean;
  /** Whether the user may add clients (X1). */
  readonly mayAddClients: boolean;
  /** When Google Contacts were last read. */
  readonly readAt: Date | undefined;
}

/** What the contact itself says. */
export interface ContactFacts {
  /** It has a name, a company, an email or a phone (K7). */
  readonly hasName: boolean;
  /** Made by this user's sync for a client it is not tied to. */
  readonly isSecondCopy: boolean;
  /** The open question in which a client may be this contact (K6). */
  readonly askedIn: number | undefined;
}

const notTicked = 'because "Send new and modified Google contacts into StudioPlus Spectra" is not ticked';

/** One truthful sentence about a contact of Google: which client it is, or why it is none (R4). */
export function explainContact(link: ContactLink, facts: ContactFacts, book: AddressBookState): string {
  const { questionId, review, isParked, attempts, problem, isDeletedInGoogle, state } = link;
  if (book.refused !== undefined) return book.refused;
  const where = review === undefined ? "Held Changes" : "Contacts to Review";
  if (facts.askedIn !== undefined)
    return `It may be a client of the studio: question ${facts.askedIn}, under Contacts to Review, asks.`;
  if (questionId !== undefined) return `It waits for an answer to question ${questionId}, under ${where}.`;
  if (isParked) return `It is left alone after five failed tries: ${problem ?? ""}`;
  if (attempts > 0) return `The last try failed and is repeated: ${problem ?? ""}`;
  if (isDeletedInGoogle && state !== "left") return "It was deleted in Google.";
  return stateText(link, facts, book);
}

function stateText(
  { state, seenEtag, decidedEtag }: ContactLink,
  { hasName, isSecondCopy }: ContactFacts,
  { isTwoWay, mayAddClients }: AddressBookState,
): string {
  switch (state) {
    case "linked":
      return isTwoWay && seenEtag !== decidedEtag
        ? "It is a client of the studio; a change made in Google waits for the next run."
        : "It is a client of the studio, and in step.";
    case "new":
      return isTwoWay ? "It becomes a client with the next run." : `It is no client of the studio, ${notTicked}.`;
    case "baseline":
      return isTwoWay
        ? "It is no client of the studio, because it was in Google before contacts came in, or was left there by an answer or an undo. Populate asks for such contacts."
        : `It is no client of the studio, ${notTicked}.`;
    case "left-out":
      if (!hasName) return "It is left out, because it has neither name, company, email nor phone.";
      if (isSecondCopy) return "It is left out, because it is a second contact of a client who has one.";
      return mayAddClients
        ? "It was left out at the last run; the next run that sees it changed looks at it again."
        : "It is left out, because this user's clearance does not allow adding clients.";
    case "ended":
      return "Its client left the client group, or is no more; the contact stays in Google and does not come in by itself.";
    case "left":
      return "Its client is not synced any more, because it was deleted, or taken out of the label, in Google.";
    case "resting":
      return "Its client is not synced any more.";
  }
}

/** Why nothing is known of such a contact, a closed list too (R4). */
export function explainNoContact({ refused, isTwoWay, readAt }: AddressBookState): string {
  if (refused !== undefined) return refused;
  if (readAt === undefined) return "Google Contacts have not been read yet.";
  const next = isTwoWay ? "What is newer comes with the next run." : `They are not read again, ${notTicked}.`;
  return `Nobody like this was in Google Contacts when they were last read, ${readAt.toISOString()}. ${next}`;
}
