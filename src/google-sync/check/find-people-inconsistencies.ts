import type { ClientRecord } from "../../api/index.js";
import type { ContactLink } from "../contact-links/index.js";
import {
  displayNameOf,
  displayNameOfContact,
  isPhoneField,
  matchPeople,
  ownerOfContact,
  recognizeClient,
  recognizeContact,
  shownField,
  shownFieldName,
  sidesOfContact,
} from "../contacts/index.js";
import type { ContactCanon, ContactOwner } from "../contacts/index.js";
import type { Fields } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";
import type { FindingKind, PeopleFinding } from "./finding.js";
import type { PeopleListings } from "./people-listings.js";

/** What the comparison must know of the run besides the listings. */
export interface PeopleContext {
  readonly studioGuid: string;
  readonly userGuid: string;
  readonly canon: ContactCanon;
  /** The contacts Send box (K2). */
  readonly isTwoWay: boolean;
}

/** Compares clients, links and contacts; pure (R5). What merely waits for the next run is no inconsistency. */
export function findPeopleInconsistencies(listings: PeopleListings, context: PeopleContext): readonly PeopleFinding[] {
  const index = indexOf(listings);
  const ofLinks = listings.links.flatMap((link) => findingsOfLink(link, index, listings, context));
  const ofContacts = [...listings.contacts.values()].flatMap((contact) => findingsOfContact(contact, index, context));
  const found = new Set(ofContacts.flatMap(({ clientId }) => clientId ?? []));
  return [...ofLinks, ...ofContacts, ...sameUnknown(index, listings, found, context)];
}

interface Index {
  /** Any row of a client, by its GUID. */
  readonly rowOfClient: ReadonlyMap<string, ContactLink>;
  readonly rowOfContact: ReadonlyMap<string, ContactLink>;
  /** Clients of the set who have no contact yet, with their row where they have one. */
  readonly withoutContact: ReadonlyMap<
    string,
    { readonly client: ClientRecord; readonly row: ContactLink | undefined }
  >;
}

function indexOf({ links, clients, newClientIds, waitingIds }: PeopleListings): Index {
  const rowOfClient = new Map(links.flatMap((row) => (row.clientGuid === undefined ? [] : [[row.clientGuid, row]])));
  const unknown = newClientIds.flatMap((id) => clients.get(id) ?? []).map((client) => ({ client, row: undefined }));
  const onTheWay = links.flatMap((row) => {
    const client = row.state === "new" && row.clientId !== undefined ? clients.get(row.clientId) : undefined;
    // A lost creation is looked for by the runs themselves (K10).
    return client === undefined || !waitingIds.has(row.id) || row.createSentAt !== undefined ? [] : [{ client, row }];
  });
  return {
    rowOfClient,
    rowOfContact: new Map(links.flatMap((row) => (row.resourceName === undefined ? [] : [[row.resourceName, row]]))),
    withoutContact: new Map([...unknown, ...onTheWay].map((one) => [one.client.guid, one])),
  };
}

function findingsOfLink(
  link: ContactLink,
  index: Index,
  { stream, clients, contacts, waitingIds, goneNames, news, openQuestionIds }: PeopleListings,
  context: PeopleContext,
): readonly PeopleFinding[] {
  const client = link.clientId === undefined ? undefined : clients.get(link.clientId);
  const contact = link.resourceName === undefined ? undefined : contacts.get(link.resourceName);
  const found = (kind: FindingKind) => finding(kind, client, contact ?? link.seen, [link.id], context);
  if (link.questionId !== undefined) return openQuestionIds.has(link.questionId) ? [] : [found("stuck")];
  if (link.state !== "linked" || news.isOfLink(link)) return [];
  if (link.resourceName !== undefined && goneNames.has(link.resourceName)) return [found("dangling-link")];
  if (client === undefined || contact === undefined) return [];
  if (isOfAnother(link, contact, index, context)) return [found("wrong-owner")];
  // Held back by a failure, or looked at by the next run; one way, edits made in Google stay there on purpose (C23).
  const isLeftThere = !context.isTwoWay && link.decidedEtag !== contact.sourceEtag;
  if (waitingIds.has(link.id) || link.attempts > 0 || isLeftThere) return [];
  return [...drifts(link, client, contact, context), ...labelDrift(link, client, contact, stream.label, context)];
}

/** Made for a client who is still somebody else; of merged ones the survivor has it (K3), or the first of two (K8). */
function isOfAnother(link: ContactLink, contact: LiveContact, index: Index, context: PeopleContext): boolean {
  const owner = ownOwner(contact, context);
  if (owner === undefined || owner.clientGuid === link.clientGuid) return false;
  return index.rowOfClient.get(owner.clientGuid)?.state === "linked" || index.withoutContact.has(owner.clientGuid);
}

function drifts(
  { id, agreed }: ContactLink,
  client: ClientRecord,
  contact: LiveContact,
  context: PeopleContext,
): readonly PeopleFinding[] {
  const { studio, google } = sidesOfContact(client, contact, agreed, context.canon);
  return Object.keys({ ...studio, ...google })
    .filter((field) => isUnlike(field, studio, agreed?.studio ?? {}) || isUnlike(field, google, agreed?.google ?? {}))
    .map((field) => ({
      ...finding("field-drift", client, contact, [id], context),
      drift: {
        field: shownFieldName(field),
        studio: shownField(field, studio[field] ?? ""),
        google: shownField(field, google[field] ?? ""),
      },
    }));
}

/** A field nothing was agreed on is no drift; but a phone nobody has agreed on is one that was not there. */
function isUnlike(field: string, now: Fields, agreed: Fields): boolean {
  const before = agreed[field] ?? (isPhoneField(field) ? "" : undefined);
  return now[field] !== undefined && before !== undefined && now[field] !== before;
}

/** Out of our label without anybody having been told (K3). */
function labelDrift(
  { id, isLabelled }: ContactLink,
  client: ClientRecord,
  contact: LiveContact,
  label: string | undefined,
  context: PeopleContext,
): readonly PeopleFinding[] {
  if (!isLabelled || label === undefined || contact.memberships.includes(label) || !context.isTwoWay) return [];
  const drift = { field: "label", studio: "in the client group", google: "not under its label" };
  return [{ ...finding("field-drift", client, contact, [id], context), drift }];
}

/** What the mark of a contact nobody is tied to says about links that should be there. */
function findingsOfContact(contact: LiveContact, index: Index, context: PeopleContext): readonly PeopleFinding[] {
  const row = index.rowOfContact.get(contact.resourceName);
  const owner = ownerOfContact(contact.clientData);
  if (owner === undefined || row?.clientGuid !== undefined || row?.questionId !== undefined) return [];
  const rows = row === undefined ? [] : [row.id];
  const own = ownOwner(contact, context);
  if (own === undefined) return [finding("foreign-mark", undefined, contact, rows, context)];
  const other = index.rowOfClient.get(own.clientGuid);
  if (other?.state === "linked") return [finding("double", undefined, contact, rows, context)];
  const waiting = index.withoutContact.get(own.clientGuid);
  return waiting === undefined ? [] : [missingLink(waiting, contact, rows, context)];
}

/** Contacts no row knows and no news tells of, who are a client without a contact: the next run would make them twice (K6). */
function sameUnknown(
  { rowOfContact, withoutContact }: Index,
  { contacts, news }: PeopleListings,
  found: ReadonlySet<number>,
  context: PeopleContext,
): readonly PeopleFinding[] {
  const clients = [...withoutContact.values()].filter(({ client }) => !found.has(client.id));
  const free = [...contacts.values()].filter(
    ({ resourceName }) => rowOfContact.get(resourceName)?.clientGuid === undefined,
  );
  const matches = matchPeople(
    clients.map(({ client }) => recognizeClient(client, context.canon)),
    free.map((contact) => recognizeContact(contact, context.canon)),
  );
  return clients.flatMap((one) => {
    const match = matches.get(String(one.client.id));
    const contact = match?.kind === "bound" ? contacts.get(match.to) : undefined;
    if (contact === undefined || rowOfContact.has(contact.resourceName) || news.isOfUnknown(contact)) return [];
    return [missingLink(one, contact, [], context)];
  });
}

function missingLink(
  { client, row }: { readonly client: ClientRecord; readonly row: ContactLink | undefined },
  contact: LiveContact,
  rows: readonly number[],
  context: PeopleContext,
): PeopleFinding {
  const linkIds = row === undefined ? rows : [...rows, row.id];
  return finding("missing-link", client, contact, linkIds, context);
}

/** Whose contact it is, where this user's sync made it. */
function ownOwner({ clientData }: LiveContact, { studioGuid, userGuid }: PeopleContext): ContactOwner | undefined {
  const owner = ownerOfContact(clientData);
  return owner?.studioGuid === studioGuid && owner.userGuid === userGuid ? owner : undefined;
}

function finding(
  kind: FindingKind,
  client: ClientRecord | undefined,
  contact: LiveContact | undefined,
  linkIds: readonly number[],
  { canon }: PeopleContext,
): PeopleFinding {
  const title = client === undefined ? contact && displayNameOfContact(contact, canon) : displayNameOf(client);
  return {
    about: "people",
    kind,
    title: title ?? "",
    isPrivate: false,
    clientId: client?.id,
    resourceName: contact?.resourceName,
    linkIds,
  };
}
