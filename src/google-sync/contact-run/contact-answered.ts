import type { ContactLink, ContactLinkChange } from "../contact-links/index.js";
import type { QuestionKind } from "../engine/index.js";
import { chosenOption, directiveFor } from "../questions/index.js";
import { settled } from "./contact-outcome.js";

/** What an answer means for one client or contact a question was about (G8, K6, K8). The next run carries it out. */
export function contactAnswered(
  { clientId, seenEtag, createSentAt, review }: ContactLink,
  kind: QuestionKind,
  answerId: string,
): ContactLinkChange {
  const free: ContactLinkChange = { ...settled, createSentAt };
  switch (kind) {
    case "unclear-match": {
      const option = chosenOption(answerId);
      const candidates = review?.candidates ?? [];
      const decided = option === undefined ? "new" : (candidates[option] ?? "new");
      // A contact that existed before comes in although Populate may be over by now.
      return { ...free, review: { candidates, decided }, ...(clientId === undefined ? { state: "new" } : {}) };
    }
    case "merged-in-google":
      return { ...free, review: { candidates: [], decided: answerId } };
    case "many-creations-in-studio":
      // A contact is never deleted by us: what does not come in stays where it is.
      if (answerId === "discard") return { ...free, state: "baseline", decidedEtag: seenEtag };
      return { ...free, directive: directiveFor(kind, answerId) };
    default:
      return { ...free, directive: directiveFor(kind, answerId) };
  }
}
