import type { ClientId, ClientRecord } from "../../api/index.js";
import type { ContactCandidate, ContactCandidates, ContactLink } from "../contact-links/index.js";
import { isPhoneField, sidesOfContact } from "../contacts/index.js";
import type { Match } from "../contacts/index.js";
import type { Agreed, Fields, Knowledge } from "../engine/index.js";
import type { ContactContext } from "./contact-context.js";
import { itemOfParts, knowledgeOfContact } from "./contact-half.js";
import type { ContactParts } from "./contact-half.js";
import type { ContactItem } from "./contact-item.js";
import { minutesUntilSeen } from "./open-contacts.js";
import { clientsForContacts, contactsForClients } from "./people-matches.js";
import type { FreeContact } from "./people-matches.js";
import { survivorsOf } from "./survivors.js";
import type { Survivor } from "./survivors.js";

/** Somebody who may be one of several, or nobody known: for a person to say (K6). */
export interface UnclearPerson {
  readonly item: ContactItem;
  /** Resource names for a client, row numbers of clients for a contact. */
  readonly candidates: readonly string[];
}

/** All that a run decides about, and those it has to ask about first. */
export interface Gathered {
  readonly items: readonly ContactItem[];
  readonly unclear: readonly UnclearPerson[];
}

/** A client still to be synced, with its row where a run before knew it. */
interface WaitingClient {
  readonly client: ClientRecord;
  readonly link: ContactCandidate | undefined;
}

/**
 * Makes pairs of what a run must look at: clients with their contacts, clients on their way to Google, contacts on
 * their way to the studio. Those nobody has linked yet are matched first (K6).
 */
export async function gatherContacts(candidates: ContactCandidates, context: ContactContext): Promise<Gathered> {
  const rows = candidates.links.filter(({ clientId }) => clientId !== undefined);
  const clients = await readClients(
    [...rows.flatMap(({ clientId }) => clientId ?? []), ...candidates.newClientIds],
    context,
  );
  const survivors = await survivorsOf(rows, clients, context);
  const taken = new Set([...survivors.values()].map(({ client }) => client.id));

  const asked = await openlyAsked(candidates, context);
  const paired = rows.filter((row) => !isWaiting(row));
  const waiting: readonly WaitingClient[] = [
    ...rows
      .filter((row) => isWaiting(row) && row.isMember)
      .flatMap((link) => waitingClient(link.clientId, link, clients)),
    ...candidates.newClientIds
      .filter((id) => !taken.has(id) && !asked.clients.has(String(id)))
      .flatMap((id) => waitingClient(id, undefined, clients)),
  ];
  const gone = rows.filter((row) => isWaiting(row) && !row.isMember);

  const known = [
    ...paired.map((row) => partsOfPair(row, clients, survivors.get(row.id), context)),
    ...gone.map((row) => partsOfGone(row)),
  ].map((parts) => itemOfParts(parts, context));
  const outgoing = await gatherClients(waiting, context);
  const spokenFor = new Set([...outgoing.spokenFor, ...asked.contacts]);
  const incoming = await gatherContactsAlone(candidates.links, spokenFor, context);
  return {
    items: [...known, ...outgoing.items, ...incoming.items],
    unclear: [...outgoing.unclear, ...incoming.unclear],
  };
}

/** Whom open questions are about besides those they were asked for: nobody is asked twice about one pair (K6). */
async function openlyAsked(
  { links }: ContactCandidates,
  { services, stream }: ContactContext,
): Promise<{ readonly contacts: ReadonlySet<string>; readonly clients: ReadonlySet<string> }> {
  const looked = new Set(links.map(({ id }) => id));
  const open = (await services.contactLinks.openReviews(stream.id)).filter(({ id }) => !looked.has(id));
  const named = (isOfClient: boolean) =>
    new Set(
      open
        .filter(({ clientId }) => (clientId !== undefined) === isOfClient)
        .flatMap(({ review }) => review?.candidates ?? []),
    );
  return { contacts: named(true), clients: named(false) };
}

/** On its way to Google, without a contact of its own yet. */
function isWaiting({ state }: ContactLink): boolean {
  return state === "new";
}

async function readClients(
  ids: readonly ClientId[],
  { services }: ContactContext,
): Promise<ReadonlyMap<ClientId, ClientRecord>> {
  const found = ids.length === 0 ? [] : await services.clients.find([...new Set(ids)]);
  return new Map(found.map((client) => [client.id, client]));
}

function waitingClient(
  id: ClientId | undefined,
  link: ContactCandidate | undefined,
  clients: ReadonlyMap<ClientId, ClientRecord>,
): readonly WaitingClient[] {
  const client = id === undefined ? undefined : clients.get(id);
  return client === undefined ? [] : [{ client, link }];
}

/** A client with a contact, as things are now: still in the group, gone, or living on in another client (K3). */
function partsOfPair(
  row: ContactCandidate,
  clients: ReadonlyMap<ClientId, ClientRecord>,
  survivor: Survivor | undefined,
  context: ContactContext,
): ContactParts {
  const client = row.clientId === undefined ? undefined : clients.get(row.clientId);
  const key = `link ${row.id}`;
  const { seen: contact } = row;
  if (survivor !== undefined) {
    const known: Knowledge = { kind: "linked", agreed: agreedWithSurvivor(row, survivor, context) };
    return { key, link: row, absorbed: survivor.absorbed, client: survivor.client, contact, known };
  }
  // Left the group with a contact that was deleted since, and is back: the contact is made anew (K3).
  if (row.state === "ended" && row.isDeletedInGoogle)
    return { key, link: row, client, contact: undefined, known: { kind: "new" } };
  const departure = row.isMember ? undefined : isGone(client) ? "orphaned" : "left-group";
  const known: Knowledge = { kind: "linked", agreed: row.agreed ?? { studio: {}, google: {} } };
  return { key, link: row, client, departure, contact, known };
}

/** Its contact is there; one deleted in Google, or lost to another client in a merge, is none. */
function hasContact({ state, resourceName, isDeletedInGoogle }: ContactLink): boolean {
  return state !== "new" && resourceName !== undefined && !isDeletedInGoogle;
}

/**
 * What the contact was agreed to hold with the client merged away: where the survivor says something else, that is the
 * studio's edit. Phones are known by the rows of the client they were of, and what the survivor does not say was
 * entered nowhere: both are as never agreed on (W5).
 */
function agreedWithSurvivor({ agreed }: ContactCandidate, { client }: Survivor, { canon }: ContactContext): Agreed {
  const { studio: says } = sidesOfContact(client, undefined, undefined, canon);
  const isKnown = (field: string) => !isPhoneField(field) && (says[field] ?? "") !== "";
  const keep = (fields: Fields = {}) => Object.fromEntries(Object.entries(fields).filter(([field]) => isKnown(field)));
  return { studio: keep(agreed?.studio), google: keep(agreed?.google) };
}

function isGone(client: ClientRecord | undefined): boolean {
  return client === undefined || client.isDeleted || client.mergedInto !== undefined;
}

/** Left the group before it had a contact: nothing is left to know of it. */
function partsOfGone(row: ContactCandidate): ContactParts {
  return { key: `link ${row.id}`, link: row, client: undefined, contact: undefined, known: { kind: "new" } };
}

interface Outgoing extends Gathered {
  /** Contacts that became a client's, or may be one that somebody is asked about. */
  readonly spokenFor: ReadonlySet<string>;
}

async function gatherClients(waiting: readonly WaitingClient[], context: ContactContext): Promise<Outgoing> {
  if (waiting.length === 0) return { items: [], unclear: [], spokenFor: new Set() };
  const free = await freeContacts(context);
  const byName = new Map(free.map((one) => [one.contact.resourceName, one]));
  const matches = contactsForClients(waiting, free, context);
  const items: ContactItem[] = [];
  const unclear: UnclearPerson[] = [];
  const spokenFor = new Set<string>();
  for (const one of waiting) {
    const match: Match = matches.get(String(one.client.id)) ?? { kind: "none" };
    const bound = match.kind === "bound" ? byName.get(match.to) : undefined;
    const item = itemOfParts(partsOfClient(one, bound), context);
    if (match.kind === "unclear") unclear.push({ item, candidates: match.candidates });
    else if (bound !== undefined || !isStillUncertain(one.link, context)) items.push(item);
    for (const name of match.kind === "unclear" ? match.candidates : match.kind === "bound" ? [match.to] : [])
      spokenFor.add(name);
  }
  return { items, unclear, spokenFor };
}

async function freeContacts({ services, stream }: ContactContext): Promise<readonly FreeContact[]> {
  const rows = await services.contactLinks.unlinkedContacts(stream.id);
  return rows.flatMap((link) => (link.seen === undefined ? [] : [{ link, contact: link.seen }]));
}

function partsOfClient({ client, link }: WaitingClient, bound: FreeContact | undefined): ContactParts {
  const key = link === undefined ? `client ${client.id}` : `link ${link.id}`;
  if (bound === undefined) return { key, link, client, contact: undefined, known: { kind: "new" } };
  // What was sent was agreed on, so that an edit made since is one (K10).
  const agreed = link?.createSentAt === undefined ? undefined : link.agreed;
  const known: Knowledge = agreed === undefined ? { kind: "new" } : { kind: "linked", agreed };
  return { key, link: bound.link, absorbed: link, client, contact: bound.contact, known };
}

/** Whether a lost creation may still turn out to have happened: it is repeated only after a later read (K10). */
function isStillUncertain(link: ContactLink | undefined, { stream }: ContactContext): boolean {
  const sentAt = link?.createSentAt;
  if (sentAt === undefined) return false;
  const seenFrom = sentAt.getTime() + minutesUntilSeen * 60_000;
  return stream.readAt === undefined || stream.readAt.getTime() < seenFrom;
}

/** Contacts nobody is linked to: on their way to the studio, or left as they are. */
async function gatherContactsAlone(
  links: readonly ContactCandidate[],
  spokenFor: ReadonlySet<string>,
  context: ContactContext,
): Promise<Gathered> {
  const alone = links
    .filter(({ clientId }) => clientId === undefined)
    .filter(({ resourceName }) => resourceName === undefined || !spokenFor.has(resourceName))
    .map((link) => ({ link, item: itemOfParts(partsOfContact(link, context), context) }));
  const comingIn = alone.flatMap(({ link, item }) =>
    item.contact !== undefined && comesIn(item, context) ? [{ link, contact: item.contact }] : [],
  );
  const { matches, clients } = await clientsForContacts(comingIn, context);
  const items: ContactItem[] = [];
  const unclear: UnclearPerson[] = [];
  for (const { link, item } of alone) {
    const match = link.resourceName === undefined ? undefined : matches.get(link.resourceName);
    const client = match?.kind === "bound" ? clients.get(match.to) : undefined;
    if (match?.kind === "unclear") unclear.push({ item, candidates: match.candidates });
    else if (client === undefined) items.push(item);
    else items.push(await itemOfBoundContact(link, client, context));
  }
  return { items, unclear };
}

function partsOfContact(link: ContactCandidate, context: ContactContext): ContactParts {
  return {
    key: `link ${link.id}`,
    link,
    client: undefined,
    contact: link.seen,
    known: knowledgeOfContact(link, context),
  };
}

/** What the decision table says of it: only those who would become clients are looked for in the studio (N3, N9). */
function comesIn({ pair: { google, known } }: ContactItem, { isTwoWay, settings }: ContactContext): boolean {
  if (google.kind !== "present" || !google.isInWindow || !isTwoWay) return false;
  return known.kind === "new" || settings.populateStudio;
}

/** A contact that is a client of the studio already: the client joins the group, or was on its way itself (K6). */
async function itemOfBoundContact(
  link: ContactCandidate,
  client: ClientRecord,
  context: ContactContext,
): Promise<ContactItem> {
  const { services, stream, group } = context;
  const [absorbed] = await services.contactLinks.findByClients(stream.id, [client.guid]);
  // Somebody said that it is a client who has a contact already: then this is a second one of the same person.
  if (absorbed !== undefined && hasContact(absorbed))
    return itemOfParts({ ...partsOfContact(link, context), leftOut: "second-copy" }, context);
  const isMember = await services.contactLinks.isMember(group.id, client.id);
  const parts: ContactParts = {
    key: `link ${link.id}`,
    link,
    absorbed,
    client,
    contact: link.seen,
    known: { kind: "new" },
    joinsGroup: !isMember,
  };
  return itemOfParts(parts, context);
}
