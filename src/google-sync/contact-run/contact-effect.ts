import { writtenByClient, writtenByContact } from "../contacts/index.js";
import type { ContactCanon } from "../contacts/index.js";
import { pick } from "../engine/index.js";
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

/** The same of a change, which keeps how the values it replaces were written (K5). */
export function contactChange(item: ContactItem, side: Effect["side"], changed: Fields, canon: ContactCanon): Effect {
  const { client, contact, sides } = item;
  const before = sides[side];
  const written =
    side === "studio" ? client && writtenByClient(client, sides) : contact && writtenByContact(contact, sides, canon);
  return {
    ...contactEffect(item, side, "change", before, { ...before, ...changed }),
    written: pick(written ?? {}, Object.keys(changed)),
  };
}
