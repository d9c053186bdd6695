import type { ClientRecord } from "../../api/index.js";
import type { ContactCandidate, ContactLink } from "../contact-links/index.js";
import { displayNameOfContact, ownerOfContact, rulesOfContact, sidesOfContact } from "../contacts/index.js";
import type { GoogleSide, Knowledge, StudioSide } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";
import type { ContactContext } from "./contact-context.js";
import type { ContactItem, Departure } from "./contact-item.js";

/** What a pair is made of, before its fields are. */
export interface ContactParts {
  readonly key: string;
  readonly link: ContactCandidate | ContactLink | undefined;
  readonly absorbed?: ContactLink | undefined;
  readonly client: ClientRecord | undefined;
  /** Undefined where the client is still to be synced. */
  readonly departure?: Departure | undefined;
  readonly contact: LiveContact | undefined;
  readonly known: Knowledge;
  readonly joinsGroup?: boolean;
  /** Why it is nothing to us, where that does not show in the contact itself. */
  readonly leftOut?: string;
}

/** Makes the pair the engine decides about, with everything needed to carry the decision out. */
export function itemOfParts(parts: ContactParts, context: ContactContext): ContactItem {
  const { key, link, absorbed, client, departure, contact, known } = parts;
  const { isTwoWay, mayChangeClients, canon, label } = context;
  const agreed = known.kind === "linked" ? known.agreed : undefined;
  const sides = sidesOfContact(client, contact, agreed, canon);
  const isInLabel = contact !== undefined && label.holds(contact);
  return {
    pair: {
      key,
      known,
      studio: studioSide(parts, sides.studio),
      google: googleSide(parts, sides.google, context),
      rules: rulesOfContact([sides.studio, sides.google], { isTwoWay, mayChangeClients }),
      directive: link?.directive,
    },
    link,
    absorbed,
    client,
    contact,
    sides,
    departure,
    joinsGroup: parts.joinsGroup ?? false,
    needsLabel: contact !== undefined && !isInLabel,
  };
}

function studioSide({ client, departure, link }: ContactParts, fields: ContactItem["sides"]["studio"]): StudioSide {
  if (client === undefined) return link?.clientGuid === undefined ? { kind: "absent" } : { kind: "gone" };
  if (departure !== undefined) return { kind: "gone" };
  return { kind: "present", fields, version: client.version, changedAt: client.changedAt, isInWindow: true };
}

function googleSide(
  { link, absorbed, contact, known, client, departure, leftOut }: ContactParts,
  fields: ContactItem["sides"]["google"],
  context: ContactContext,
): GoogleSide {
  const row = link?.seen === undefined ? absorbed : link;
  if (contact === undefined) return { kind: "absent" };
  if (row?.isDeletedInGoogle === true) return { kind: "deleted" };
  // A client who is gone leaves the contact where it is, labelled or not (L4).
  const isSynced = known.kind === "linked" && departure === undefined;
  if (isSynced && link !== undefined && isTakenOut(link, contact, context)) return { kind: "deleted" };
  const reason = client === undefined ? (leftOut ?? reasonToLeaveOut(contact, context)) : undefined;
  if (reason !== undefined) return { kind: "left-out", reason };
  return {
    kind: "present",
    fields,
    etag: contact.etag,
    updatedAt: contact.updatedAt,
    isInWindow: client !== undefined || mayComeIn(known, contact, context),
  };
}

/** Taken out of our label by hand (K3); an answer that puts it back comes before. */
function isTakenOut(link: ContactLink, contact: LiveContact, { label }: ContactContext): boolean {
  const isPutBack = link.directive?.kind === "keep" && link.directive.side === "studio";
  return link.isLabelled && !label.isAnew && !label.holds(contact) && !isPutBack;
}

/** Why a contact nobody is linked to does not become a client. */
function reasonToLeaveOut(contact: LiveContact, context: ContactContext): string | undefined {
  if (displayNameOfContact(contact, context.canon) === "") return "nobody";
  if (!context.mayChangeClients) return "not-allowed";
  const owner = ownerOfContact(contact.clientData);
  const isOurs = owner?.studioGuid === context.studioGuid && owner.userGuid === context.user.guid;
  return isOurs ? "second-copy" : undefined;
}

/** New contacts come in; those that existed before only with Populate, labelled ones or all, as was chosen (K2). */
function mayComeIn(known: Knowledge, contact: LiveContact, { settings, label }: ContactContext): boolean {
  if (known.kind === "new" || !settings.populateStudio) return true;
  return settings.populateContacts === "all" || label.holds(contact);
}

/** What was known of a contact nobody is linked to: nothing, or that it was there before (K2). */
export function knowledgeOfContact(link: ContactLink, { stream, rowsLostSince }: ContactContext): Knowledge {
  if (link.state === "baseline") return { kind: "baseline", fields: undefined };
  const since = stream.twoWaySince ?? stream.enabledAt;
  const isBefore = stream.googleBaselineAt === undefined && link.seen !== undefined && link.seen.updatedAt <= since;
  const isLostRow = rowsLostSince !== undefined && link.seen !== undefined && link.seen.updatedAt <= rowsLostSince;
  return isBefore || isLostRow ? { kind: "baseline", fields: undefined } : { kind: "new" };
}
