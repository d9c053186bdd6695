import type { ActionKind, Fields } from "../engine/index.js";
import type { Effect } from "../journal/index.js";
import type { ContactItem } from "./contact-item.js";

/** The journal line of a write about a client or a contact (R1). @param clientGuid of a client just made */
export function contactEffect(
  { client, contact }: ContactItem,
  side: Effect["side"],
  action: ActionKind,
  before: Fields,
  after: Fields,
  clientGuid = client?.guid,
): Effect {
  // A contact that is being made has no name of its own yet.
  const eventId = contact?.resourceName ?? `people/new/${clientGuid ?? ""}`;
  return { side, action, entryId: clientGuid, eventId, before, after, isPrivate: false };
}
