import type { ClientId, Transaction, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { GoogleContact } from "../google/index.js";
import type { ContactLink, ContactLinkChange, ContactLinkState, NewContactLink } from "./contact-link.js";
import type { ContactStream, ContactStreamChange } from "./contact-stream.js";

/** Which links a run must look at. */
export interface ContactCandidateQuery {
  readonly stream: ContactStream;
  readonly groupId: number;
  readonly now: Date;
  /** Whether what was seen in Google is looked at: two-way, or Populate. */
  readonly readsGoogle: boolean;
  /** Contacts that existed before too: Populate Spectra (K2). */
  readonly withBaseline: boolean;
  /** All linked ones: two-way was switched on (P7). */
  readonly withAllLinked: boolean;
}

/** A link, and whether its client belongs to the group now and is active. */
export type ContactCandidate = ContactLink & { readonly isMember: boolean };

/** What a run must look at. */
export interface ContactCandidates {
  readonly links: readonly ContactCandidate[];
  /** Clients of the group that no link of the stream knows. */
  readonly newClientIds: readonly ClientId[];
}

/** Streams and links of contacts, found by state: what differs from what was agreed has changed. */
export interface ContactLinkStore {
  findStream(userId: UserId, accountSub: string): Promise<ContactStream | undefined>;
  findStreamById(id: number): Promise<ContactStream | undefined>;
  createStream(userId: UserId, accountSub: string, enabledAt: Date): Promise<ContactStream>;
  changeStream(id: number, change: ContactStreamChange, transaction?: Transaction): Promise<void>;

  /**
   * Remembers what Google sent. A source etag already known, and a version older than the one known, write nothing
   * (our own echo, C17; lists that lag, google.md 3.2).
   * @param listing the number of the full listing these belong to; undefined for a delta
   * @returns how many were new to us or had changed
   */
  rememberSeen(
    streamId: number,
    contacts: readonly GoogleContact[],
    listing: number | undefined,
    transaction: Transaction,
  ): Promise<number>;
  /** These are there, though they could not be read: not missing (C14). */
  markListed(
    streamId: number,
    resourceNames: readonly string[],
    listing: number,
    transaction: Transaction,
  ): Promise<void>;
  /** With a contact not known as deleted that the listing lacked: each needs its own GET (C14). */
  missingFromListing(streamId: number, listing: number): Promise<readonly ContactLink[]>;
  /** Forgets contacts nobody linked that the complete listing did not hold. */
  forgetUnlisted(streamId: number, listing: number, transaction: Transaction): Promise<void>;

  candidates(query: ContactCandidateQuery): Promise<ContactCandidates>;
  /** Contacts that are there and no client's, for matching (K6). */
  unlinkedContacts(streamId: number): Promise<readonly ContactLink[]>;
  /** Linked, and not known to be under our label; those a question holds are not among them (K1). */
  unlabelled(streamId: number): Promise<readonly ContactLink[]>;
  /** Those somebody has been asked who they are, and has not answered (K6). */
  openReviews(streamId: number): Promise<readonly ContactLink[]>;
  listByState(streamId: number, states: readonly ContactLinkState[]): Promise<readonly ContactLink[]>;
  findByIds(linkIds: readonly number[]): Promise<readonly ContactLink[]>;
  findByClients(streamId: number, clientGuids: readonly string[]): Promise<readonly ContactLink[]>;
  findByResourceNames(
    streamId: number,
    names: readonly string[],
    transaction?: Transaction,
  ): Promise<readonly ContactLink[]>;
  /** Of every user. */
  findByClient(clientId: ClientId): Promise<readonly (ContactLink & { readonly streamId: number })[]>;
  findByQuestion(questionId: number, transaction?: Transaction): Promise<readonly ContactLink[]>;
  countByState(streamId: number): Promise<Readonly<Partial<Record<ContactLinkState, number>>>>;
  /** From now on linked contacts are to be put under our label, wherever they are (K3). */
  forgetLabels(streamId: number, transaction: Transaction): Promise<void>;
  /** How many failed and will be tried again (G3). */
  countWaiting(streamId: number): Promise<number>;
  /** Whether the client belongs to the group and is active. */
  isMember(groupId: number, clientId: ClientId): Promise<boolean>;

  insert(streamId: number, links: readonly NewContactLink[], transaction: Transaction): Promise<void>;
  changeEach(
    changes: readonly { readonly id: number; readonly change: ContactLinkChange }[],
    transaction: Transaction,
  ): Promise<void>;
  delete(linkIds: readonly number[], transaction: Transaction): Promise<void>;
}
export const ContactLinkStore = serviceToken<ContactLinkStore>("contact-link-store");
