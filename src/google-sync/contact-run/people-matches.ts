import type { ClientRecord, Clients } from "../../api/index.js";
import type { ContactLink } from "../contact-links/index.js";
import {
  digitForms,
  matchPeople,
  ownerOfContact,
  phonesOfContact,
  recognizeClient,
  recognizeContact,
} from "../contacts/index.js";
import type { ContactCanon, Match } from "../contacts/index.js";
import type { LiveContact } from "../google/index.js";
import type { ContactContext } from "./contact-context.js";
import { endOfMerges } from "./survivors.js";

/** A contact nobody is linked to, with its row. */
export interface FreeContact {
  readonly link: ContactLink;
  readonly contact: LiveContact;
}

/**
 * Which free contact is a client, and who cannot be told (K6): what somebody answered counts first, then our own mark
 * (K10), then what they are recognised by. By row number of the client; contacts by resource name.
 */
export function contactsForClients(
  clients: readonly { readonly client: ClientRecord; readonly link: ContactLink | undefined }[],
  free: readonly FreeContact[],
  context: ContactContext,
): ReadonlyMap<string, Match> {
  const byName = new Map(free.map((one) => [one.contact.resourceName, one]));
  // Asked about the contact, somebody named this client, who has joined the group since.
  const byAnswer = new Map(
    free.map(({ link, contact: { resourceName } }) => [link.review?.decided, resourceName] as const),
  );
  const byMark = new Map(
    free.flatMap((one) => (markOf(one, context) === undefined ? [] : [[markOf(one, context), one]])),
  );
  const matches = new Map<string, Match>();
  const taken = new Set<string>();
  const bind = (id: string, resourceName: string) => {
    matches.set(id, { kind: "bound", to: resourceName });
    taken.add(resourceName);
  };
  for (const { client, link } of clients) {
    const key = String(client.id);
    const decided = link?.review?.decided ?? byAnswer.get(key);
    const marked = byMark.get(client.guid)?.contact.resourceName;
    if (decided !== undefined && byName.has(decided) && !taken.has(decided)) bind(key, decided);
    else if (marked !== undefined && !taken.has(marked)) bind(key, marked);
    else if (decided === "new" || link?.createSentAt !== undefined) matches.set(key, { kind: "none" });
  }
  const open = clients.filter(({ client }) => !matches.has(String(client.id)));
  const found = matchPeople(
    open.map(({ client }) => recognizeClient(client, context.canon)),
    free
      .filter(({ link, contact }) => !taken.has(contact.resourceName) && link.review?.decided !== "new")
      .map(({ contact }) => recognizeContact(contact, context.canon)),
  );
  return new Map([...matches, ...found]);
}

/** Which client of the studio a contact is that would become a new one (K6). By resource name; clients by row number. */
export async function clientsForContacts(
  contacts: readonly FreeContact[],
  context: ContactContext,
): Promise<{ readonly matches: ReadonlyMap<string, Match>; readonly clients: ReadonlyMap<string, ClientRecord> }> {
  const { services, canon, stream } = context;
  const clients = new Map<string, ClientRecord>();
  const matches = new Map<string, Match>();
  const open: FreeContact[] = [];
  const cards = contacts.flatMap(({ contact }) => cardsOf(contact, canon));
  const like = cards.length === 0 ? [] : await services.clients.findLike(cards);
  for (const client of like) clients.set(String(client.id), client);
  const decided = await decidedClients(contacts, context);
  for (const one of contacts) {
    const { resourceName } = one.contact;
    const client = decided.get(resourceName);
    if (client !== undefined) {
      clients.set(String(client.id), client);
      matches.set(resourceName, { kind: "bound", to: String(client.id) });
    } else if (one.link.review?.decided === "new") matches.set(resourceName, { kind: "none" });
    else open.push(one);
  }
  const found = matchPeople(
    open.map(({ contact }) => recognizeContact(contact, canon)),
    [...clients.values()].map((client) => recognizeClient(client, canon)),
  );
  const guids = [...clients.values()].map(({ guid }) => guid);
  const links = await services.contactLinks.findByClients(stream.id, guids);
  const linked = new Set(links.flatMap(({ state, clientId }) => (state === "new" ? [] : [String(clientId)])));
  for (const [key, match] of found) matches.set(key, withoutTaken(match, linked));
  return { matches, clients };
}

/** What a contact is looked for by among the studio's clients: one card for each of its emails. */
function cardsOf(contact: LiveContact, canon: ContactCanon): Parameters<Clients["findLike"]>[0] {
  const { firstName, lastName, emails } = recognizeContact(contact, canon);
  const phones = phonesOfContact(contact)
    .flatMap((written) => digitForms(written, canon))
    .map((number) => ({ id: undefined, label: "", number }));
  return (emails.length === 0 ? [""] : emails).map((email) => ({ firstName, lastName, email, phones }));
}

/** Whom somebody named for contacts, though nothing in them is alike; a client deleted since is looked for again. */
async function decidedClients(
  contacts: readonly FreeContact[],
  context: ContactContext,
): Promise<ReadonlyMap<string, ClientRecord>> {
  const named = new Map(
    contacts.flatMap(({ link: { review }, contact: { resourceName } }) =>
      review?.decided === undefined || review.decided === "new" ? [] : [[resourceName, Number(review.decided)]],
    ),
  );
  const found = named.size === 0 ? [] : await context.services.clients.find([...new Set(named.values())]);
  const living = new Map<number, ClientRecord>();
  for (const client of found) {
    const survivor = await endOfMerges(client, context);
    if (survivor !== undefined && !survivor.isDeleted) living.set(client.id, survivor);
  }
  return new Map(
    [...named].flatMap(([resourceName, id]) => {
      const client = living.get(id);
      return client === undefined ? [] : [[resourceName, client] as const];
    }),
  );
}

/** A client who has a contact already is not bound to a second one, however alike: a person says what that is. */
function withoutTaken(match: Match, linked: ReadonlySet<string>): Match {
  return match.kind === "bound" && linked.has(match.to) ? { kind: "unclear", candidates: [match.to] } : match;
}

function markOf({ contact }: FreeContact, { studioGuid, user }: ContactContext): string | undefined {
  const owner = ownerOfContact(contact.clientData);
  return owner?.studioGuid === studioGuid && owner.userGuid === user.guid ? owner.clientGuid : undefined;
}
