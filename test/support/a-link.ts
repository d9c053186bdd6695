import type { ContactLink } from "../../src/google-sync/contact-links/index.js";
import type { Link } from "../../src/google-sync/links/index.js";

/** A link in step, both versions decided about. */
export function aLink(values: Partial<Link> = {}): Link {
  return {
    id: 1,
    state: "linked",
    entryId: undefined,
    eventId: undefined,
    generation: 0,
    agreed: undefined,
    studioVersion: "1",
    seen: undefined,
    seenEtag: "e1",
    isDeletedInGoogle: false,
    decidedEtag: "e1",
    leftOutReason: undefined,
    isOld: false,
    isMadeByUs: true,
    attempts: 0,
    retryAt: undefined,
    isParked: false,
    triedVersion: undefined,
    triedEtag: undefined,
    problem: undefined,
    questionId: undefined,
    directive: undefined,
    told: [],
    lost: [],
    repeatId: undefined,
    endsAt: undefined,
    ...values,
  };
}

/** The link of a client and a contact in step. */
export function aContactLink(values: Partial<ContactLink> = {}): ContactLink {
  return {
    id: 1,
    state: "linked",
    clientId: undefined,
    clientGuid: undefined,
    resourceName: undefined,
    agreed: undefined,
    clientVersion: "1",
    seen: undefined,
    seenEtag: "e1",
    isDeletedInGoogle: false,
    decidedEtag: "e1",
    createSentAt: undefined,
    isMadeByUs: true,
    isLabelled: true,
    attempts: 0,
    retryAt: undefined,
    isParked: false,
    triedVersion: undefined,
    triedEtag: undefined,
    problem: undefined,
    questionId: undefined,
    directive: undefined,
    review: undefined,
    lost: [],
    ...values,
  };
}
