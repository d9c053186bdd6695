import type { ClientId } from "../../api/index.js";
import type { Agreed, Directive, LostValue } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";

/** What was decided about a row last. */
export type ContactLinkState =
  /** Seen, or on its way: nothing decided yet. */
  | "new"
  /** A contact that existed before; comes in only with Populate (K2). */
  | "baseline"
  /** Client and contact are the same person. */
  | "linked"
  /** Deleted in Google or taken out of our label there: the client is not synced until put back (K3). */
  | "left"
  /** The client is not of the group any more: the contact stays, and never comes in by itself (K3). */
  | "ended"
  /** Its contact became another client's in a merge made in Google (K8). */
  | "resting"
  /** A contact nobody could recognise: without name, company, email and phone. */
  | "left-out";

/** A person is waited for to say who this is (K6). */
export interface Review {
  /** Resource names, or row numbers of clients; in the order of the question's answers. Of a resting one the client who keeps the contact (K8). */
  readonly candidates: readonly string[];
  /** What somebody answered: one of the candidates, or "new". */
  readonly decided?: string;
}

/**
 * Our record of a client, of a contact, or that the two are the same person. `seen` is Google's
 * newest copy, kept when the sync token moves on, so that a change that was held, refused or
 * failed is never forgotten although Google does not send it twice.
 */
export interface ContactLink {
  readonly id: number;
  readonly state: ContactLinkState;
  readonly clientId: ClientId | undefined;
  readonly clientGuid: string | undefined;
  /** `people/c…`, unique within the stream. */
  readonly resourceName: string | undefined;
  /** What both sides held when they last agreed; the names of its phone fields are the ties (K4). */
  readonly agreed: Agreed | undefined;
  /** The client's version `agreed.studio` was read from. */
  readonly clientVersion: string | undefined;
  readonly seen: LiveContact | undefined;
  /** Source etag of `seen`, or "deleted". */
  readonly seenEtag: string | undefined;
  /** A fact: a tombstone, or a 404 of its own (C14). */
  readonly isDeletedInGoogle: boolean;
  /** The source etag the last decision was made about; what differs has changed. */
  readonly decidedEtag: string | undefined;
  /** A create was sent, and no answer is stored: it may exist (K10). */
  readonly createSentAt: Date | undefined;
  readonly isMadeByUs: boolean;
  /** It has been in our label: being out of it now means that somebody took it out (K3). */
  readonly isLabelled: boolean;
  readonly attempts: number;
  readonly retryAt: Date | undefined;
  /** Given up after five tries, until it changes or someone says "Try again" (G3). */
  readonly isParked: boolean;
  readonly triedVersion: string | undefined;
  readonly triedEtag: string | undefined;
  readonly problem: string | undefined;
  readonly questionId: number | undefined;
  readonly directive: Directive | undefined;
  readonly review: Review | undefined;
  /** Values the later change overwrote at the last merge; on offer until either side changes again (C15). */
  readonly lost: readonly LostValue[];
}

/** Fields of a link to set; `undefined` given explicitly clears. */
export type ContactLinkChange = Partial<Omit<ContactLink, "id">>;

/** A link not stored yet. */
export type NewContactLink = ContactLinkChange & { readonly state: ContactLinkState };
