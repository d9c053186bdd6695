import type { ClientGroupRecord, ClientId, ClientRecord } from "../../api/index.js";
import type { ContactLink, ContactStream } from "../contact-links/index.js";
import { groupToSync } from "../contact-run/index.js";
import { GoogleError } from "../google/index.js";
import type { ContactGetOutcome, ContactsApi, LiveContact } from "../google/index.js";
import type { OpenCalendar, RunContext } from "../job/index.js";

/** Everything Check compares of clients and contacts, read anew and stored nowhere. */
export interface PeopleListings {
  readonly stream: ContactStream;
  readonly group: ClientGroupRecord;
  /** Clients of the links, and those of the group no link knows. */
  readonly clients: ReadonlyMap<ClientId, ClientRecord>;
  readonly newClientIds: readonly ClientId[];
  /** By resource name. */
  readonly contacts: ReadonlyMap<string, LiveContact>;
  readonly links: readonly ContactLink[];
  /** Links the next run looks at anyway. */
  readonly waitingIds: ReadonlySet<number>;
  /** Linked contacts the listing lacks, and whose own GET confirms it (C14). */
  readonly goneNames: ReadonlySet<string>;
  readonly news: ContactNews;
  readonly openQuestionIds: ReadonlySet<number>;
}

/** What the next run will be told by Google; the token stays where it is. */
export interface ContactNews {
  isOfLink(link: ContactLink): boolean;
  /** Whether a contact nobody knows here will turn up by itself. */
  isOfUnknown(contact: LiveContact): boolean;
}

const everyState = ["new", "baseline", "linked", "left", "ended", "resting", "left-out"] as const;

/**
 * Reads clients, links and Google Contacts completely. Neither token nor `seen` moves (R5).
 * @returns undefined where this user's contacts are not synced
 * @throws GoogleError when the contacts cannot be listed
 */
export async function readPeopleListings(
  context: RunContext,
  { accountSub, contacts: api }: OpenCalendar,
): Promise<PeopleListings | undefined> {
  const { services, user, settings } = context;
  const { contactLinks } = services;
  const stream = await contactLinks.findStream(user.id, accountSub);
  const choice = await groupToSync({ user, settings: settings.user, mayUseContacts: api !== undefined, services });
  if (stream === undefined || api === undefined || choice.kind !== "group") return undefined;
  const { group } = choice;
  const isTwoWay = settings.user.sendContacts;
  const listed = await listAll(api);
  const news = await newsSince(api, stream, isTwoWay);
  const links = await contactLinks.listByState(stream.id, everyState);
  const answers = await readDoubtful(api, links, stream.label, listed);
  const waiting = await contactLinks.candidates({
    stream,
    groupId: group.id,
    now: services.clock.now(),
    readsGoogle: isTwoWay,
    withBaseline: isTwoWay && settings.user.populateStudio,
    withAllLinked: isTwoWay && stream.googleBaselineAt === undefined,
  });
  const clientIds = new Set([...links.flatMap(({ clientId }) => clientId ?? []), ...waiting.newClientIds]);
  const clients = clientIds.size === 0 ? [] : await services.clients.find([...clientIds]);
  return {
    stream,
    group,
    clients: new Map(clients.map((client) => [client.id, client])),
    newClientIds: waiting.newClientIds,
    contacts: new Map([...listed.contacts, ...[...answers].flatMap(([name, answer]) => foundAs(name, answer))]),
    links,
    waitingIds: new Set(waiting.links.map(({ id }) => id)),
    goneNames: new Set([...answers].flatMap(([name, { kind }]) => (kind === "not-found" ? [name] : []))),
    news,
    // Questions are filed under the calendar's stream, whatever they are about.
    openQuestionIds: new Set((await services.questions.openOfStream(context.stream.id)).map(({ id }) => id)),
  };
}

interface Listed {
  readonly contacts: ReadonlyMap<string, LiveContact>;
  /** Names of contacts that are there but cannot be read. */
  readonly unreadable: ReadonlySet<string>;
}

async function listAll(api: ContactsApi): Promise<Listed> {
  const contacts = new Map<string, LiveContact>();
  const unreadable = new Set<string>();
  for await (const page of api.listContacts(undefined)) {
    for (const contact of page.contacts) if (contact.kind === "live") contacts.set(contact.resourceName, contact);
    for (const { resourceName } of page.unreadable) unreadable.add(resourceName);
  }
  return { contacts, unreadable };
}

/**
 * Reads linked contacts one by one that the listing lacks, or shows otherwise than they are known: lists lag behind
 * our own writes, and only a fact deletes (C14, google.md 3.2).
 */
async function readDoubtful(
  api: ContactsApi,
  links: readonly ContactLink[],
  label: string | undefined,
  { contacts, unreadable }: Listed,
): Promise<ReadonlyMap<string, ContactGetOutcome>> {
  const isAsKnown = ({ seenEtag, isLabelled }: ContactLink, contact: LiveContact | undefined) =>
    contact?.sourceEtag === seenEtag && (!isLabelled || label === undefined || contact?.memberships.includes(label));
  const doubtful = links.flatMap((link) => {
    const { state, resourceName, isDeletedInGoogle } = link;
    const isLinked = state === "linked" && resourceName !== undefined && !isDeletedInGoogle;
    const isDoubtful = isLinked && !unreadable.has(resourceName) && !isAsKnown(link, contacts.get(resourceName));
    return isDoubtful ? [resourceName] : [];
  });
  return doubtful.length === 0 ? new Map() : api.getContacts(doubtful);
}

/** A contact that answers under another name has got that name since; the next full read follows it (K8). */
function foundAs(name: string, answer: ContactGetOutcome): readonly (readonly [string, LiveContact])[] {
  return answer.kind === "found" && answer.contact.resourceName === name ? [[name, answer.contact]] : [];
}

/** One way nothing is told (C23); without a token the next run reads all, and hears of what is newer than the last read. */
async function newsSince(api: ContactsApi, stream: ContactStream, isTwoWay: boolean): Promise<ContactNews> {
  const { syncToken, readAt } = stream;
  if (!isTwoWay) return { isOfLink: () => false, isOfUnknown: () => false };
  const everything: ContactNews = {
    isOfLink: () => true,
    isOfUnknown: ({ updatedAt }) => readAt === undefined || updatedAt >= readAt,
  };
  if (syncToken === undefined) return everything;
  const told = new Map<string, string>();
  try {
    for await (const page of api.listContacts(syncToken)) {
      for (const contact of page.contacts) {
        const etag = contact.kind === "live" ? contact.sourceEtag : "deleted";
        for (const name of [contact.resourceName, ...contact.previousResourceNames]) told.set(name, etag);
      }
      for (const { resourceName } of page.unreadable) told.set(resourceName, "");
    }
  } catch (error) {
    if (error instanceof GoogleError && error.verdict.kind === "sync-token-refused") return everything;
    throw error;
  }
  return {
    // The echo of our own write is no news (C17).
    isOfLink: ({ resourceName = "", seenEtag }) => told.has(resourceName) && told.get(resourceName) !== seenEtag,
    isOfUnknown: ({ resourceName }) => told.has(resourceName),
  };
}
