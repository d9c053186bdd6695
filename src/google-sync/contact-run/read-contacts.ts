import { oneAhead } from "../../base/one-ahead.js";
import type { ContactStream } from "../contact-links/index.js";
import { GoogleError } from "../google/index.js";
import type { ContactPage, ContactsApi, GoogleContact, LiveContact } from "../google/index.js";
import type { ContactServices } from "./contact-services.js";
import { followMerges } from "./follow-merges.js";
import type { OurLabel } from "./our-label.js";

/** What reading found out besides the contacts. */
export interface ContactsRead {
  /** Contacts that are there but unreadable, for the report. */
  readonly unreadable: ContactPage["unreadable"];
  /** Contacts missing from a full listing that could not be looked at; nothing is concluded (C14). */
  readonly unconfirmed: number;
}

/** Where a read is to be stored. */
export interface ReadContactsFor {
  readonly contacts: ContactsApi;
  readonly stream: ContactStream;
  readonly label: OurLabel;
  readonly services: ContactServices;
}

/**
 * Reads what has changed since the sync token, or everything, and stores it as `seen` page by page; the new token
 * together with the last page. A token Google refuses leads to a full read in the same run (G7). Labels are listed
 * with a full read only.
 */
export async function readContacts(read: ReadContactsFor): Promise<ContactsRead> {
  const { syncToken } = read.stream;
  if (syncToken !== undefined) {
    try {
      return { unreadable: await listContacts(read, syncToken, undefined), unconfirmed: 0 };
    } catch (error) {
      if (!(error instanceof GoogleError && error.verdict.kind === "sync-token-refused")) throw error;
    }
  }
  return readEverything(read);
}

async function readEverything(read: ReadContactsFor): Promise<ContactsRead> {
  const { stream, services, label } = read;
  const listing = stream.listing + 1;
  await services.contactLinks.changeStream(stream.id, { listing, syncToken: undefined });
  await label.noteListing();
  const unreadable = await listContacts(read, undefined, listing);
  const unconfirmed = await confirmMissing(read, listing);
  await services.unitOfWork.run((transaction) => services.contactLinks.forgetUnlisted(stream.id, listing, transaction));
  return { unreadable, unconfirmed };
}

async function listContacts(
  { contacts, stream, services }: ReadContactsFor,
  syncToken: string | undefined,
  listing: number | undefined,
): Promise<ContactPage["unreadable"]> {
  const { contactLinks, unitOfWork, clock } = services;
  const begunAt = clock.now();
  const unreadable: ContactPage["unreadable"][number][] = [];
  for await (const page of oneAhead(contacts.listContacts(syncToken))) {
    unreadable.push(...page.unreadable);
    await unitOfWork.run(async (transaction) => {
      await followMerges(page.contacts, stream.id, services, transaction);
      await contactLinks.rememberSeen(stream.id, page.contacts, listing, transaction);
      if (listing !== undefined) {
        const names = page.unreadable.map(({ resourceName }) => resourceName);
        await contactLinks.markListed(stream.id, names, listing, transaction);
      }
      if (page.nextSyncToken !== undefined) {
        await contactLinks.changeStream(
          stream.id,
          { syncToken: page.nextSyncToken, readAt: begunAt, matchedAt: stream.matchedAt ?? begunAt },
          transaction,
        );
      }
    });
  }
  return unreadable;
}

/** What a complete listing lacks is deleted only once its own read says so (C14). @returns how many could not be read */
async function confirmMissing(read: ReadContactsFor, listing: number): Promise<number> {
  const { stream, services } = read;
  const missing = await services.contactLinks.missingFromListing(stream.id, listing);
  const names = missing.flatMap(({ resourceName }) => resourceName ?? []);
  return (await readOneByOne(names, read)).length;
}

/** A contact nothing is known of at this moment. */
interface NotRead {
  readonly resourceName: string;
  readonly error: GoogleError;
}

/** Reads the present state of contacts, in batches (K9). @returns those that could not be read */
export async function readOneByOne(
  resourceNames: readonly string[],
  { contacts, stream, services }: Omit<ReadContactsFor, "label">,
): Promise<readonly NotRead[]> {
  if (resourceNames.length === 0) return [];
  const outcomes = await contacts.getContacts(resourceNames);
  const found: GoogleContact[] = [];
  const failed: NotRead[] = [];
  for (const [asked, outcome] of outcomes) {
    if (outcome.kind === "found") found.push(knownAs(asked, outcome.contact));
    else if (outcome.kind === "failed") failed.push({ resourceName: asked, error: outcome.error });
    else found.push({ kind: "deleted", resourceName: asked, previousResourceNames: [] });
  }
  await services.unitOfWork.run(async (transaction) => {
    await followMerges(found, stream.id, services, transaction);
    await services.contactLinks.rememberSeen(stream.id, found, undefined, transaction);
  });
  return failed;
}

/** A contact that answers under another name than it was asked for has got that name since (K8). */
function knownAs(asked: string, contact: LiveContact): LiveContact {
  if (asked === contact.resourceName || contact.previousResourceNames.includes(asked)) return contact;
  return { ...contact, previousResourceNames: [...contact.previousResourceNames, asked] };
}
