import type { Agreed, Directive, Fields, LostValue } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";
import type { ContactLink, ContactLinkChange, ContactLinkState, Review } from "./contact-link.js";
import type { ContactStream, ContactStreamChange } from "./contact-stream.js";

/** A row of `google_sync_contact_links` as the database gives it. */
export interface ContactLinkColumns {
  readonly id: number;
  readonly stream_id: number;
  readonly state: string;
  readonly client_id: number | null;
  readonly client_guid: string | null;
  readonly resource_name: string | null;
  readonly agreed_studio: string | null;
  readonly agreed_google: string | null;
  readonly client_version: string | null;
  readonly seen: string | null;
  readonly seen_etag: string | null;
  readonly seen_updated_at: string | null;
  readonly is_deleted_in_google: number | boolean;
  readonly decided_etag: string | null;
  readonly create_sent_at: string | null;
  readonly is_made_by_us: number | boolean;
  readonly is_labelled: number | boolean;
  readonly listing: number | null;
  readonly attempts: number;
  readonly retry_at: string | null;
  readonly is_parked: number | boolean;
  readonly tried_version: string | null;
  readonly tried_etag: string | null;
  readonly problem: string | null;
  readonly question_id: number | null;
  readonly directive: string | null;
  readonly review: string | null;
  readonly lost_values: string | null;
}

/** A row of `google_sync_contact_streams` as the database gives it. */
export interface ContactStreamColumns {
  readonly id: number;
  readonly user_id: number;
  readonly account_sub: string;
  readonly group_guid: string | null;
  readonly enabled_at: string;
  readonly two_way_since: string | null;
  readonly matched_at: string | null;
  readonly google_baseline_at: string | null;
  readonly sync_token: string | null;
  readonly read_at: string | null;
  readonly label: string | null;
  readonly label_name: string | null;
  readonly is_label_remade: number | boolean;
  readonly listing: number;
  readonly link_count: number;
  readonly last_success_at: string | null;
}

/** The columns we wrote ourselves read back as what they were; hence the casts of parsed JSON. */
export function contactLinkOf(row: ContactLinkColumns): ContactLink {
  return {
    id: row.id,
    state: row.state as ContactLinkState,
    clientId: row.client_id ?? undefined,
    clientGuid: row.client_guid ?? undefined,
    resourceName: row.resource_name ?? undefined,
    agreed: agreedOf(row),
    clientVersion: row.client_version ?? undefined,
    seen: row.seen === null ? undefined : contactOf(row.seen),
    seenEtag: row.seen_etag ?? undefined,
    isDeletedInGoogle: isSet(row.is_deleted_in_google),
    decidedEtag: row.decided_etag ?? undefined,
    createSentAt: dateOf(row.create_sent_at),
    isMadeByUs: isSet(row.is_made_by_us),
    isLabelled: isSet(row.is_labelled),
    attempts: row.attempts,
    retryAt: dateOf(row.retry_at),
    isParked: isSet(row.is_parked),
    triedVersion: row.tried_version ?? undefined,
    triedEtag: row.tried_etag ?? undefined,
    problem: row.problem ?? undefined,
    questionId: row.question_id ?? undefined,
    directive: row.directive === null ? undefined : (JSON.parse(row.directive) as Directive),
    review: row.review === null ? undefined : (JSON.parse(row.review) as Review),
    lost: row.lost_values === null ? [] : (JSON.parse(row.lost_values) as LostValue[]),
  };
}

/** The columns a change sets; `undefined` given explicitly sets NULL, a key not given stays. */
export function columnsOfContactLink(change: ContactLinkChange): Readonly<Record<string, string | number | null>> {
  const columns: Record<string, string | number | null> = {};
  const set = (key: keyof ContactLinkChange, column: string, value: string | number | undefined) => {
    if (Object.hasOwn(change, key)) columns[column] = value ?? null;
  };
  const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));
  set("state", "state", change.state);
  set("clientId", "client_id", change.clientId);
  set("clientGuid", "client_guid", change.clientGuid);
  set("resourceName", "resource_name", change.resourceName);
  set("clientVersion", "client_version", change.clientVersion);
  set("seen", "seen", json(change.seen));
  set("seen", "seen_updated_at", change.seen?.updatedAt.toISOString());
  set("seenEtag", "seen_etag", change.seenEtag);
  set("isDeletedInGoogle", "is_deleted_in_google", Number(change.isDeletedInGoogle ?? false));
  set("decidedEtag", "decided_etag", change.decidedEtag);
  set("createSentAt", "create_sent_at", change.createSentAt?.toISOString());
  set("isMadeByUs", "is_made_by_us", Number(change.isMadeByUs ?? false));
  set("isLabelled", "is_labelled", Number(change.isLabelled ?? false));
  set("attempts", "attempts", change.attempts);
  set("retryAt", "retry_at", change.retryAt?.toISOString());
  set("isParked", "is_parked", Number(change.isParked ?? false));
  set("triedVersion", "tried_version", change.triedVersion);
  set("triedEtag", "tried_etag", change.triedEtag);
  set("problem", "problem", change.problem?.slice(0, 500));
  set("questionId", "question_id", change.questionId);
  set("directive", "directive", json(change.directive));
  set("review", "review", json(change.review));
  set("lost", "lost_values", change.lost?.length ? json(change.lost) : undefined);
  set("agreed", "agreed_studio", json(change.agreed?.studio));
  set("agreed", "agreed_google", json(change.agreed?.google));
  return columns;
}

export function contactStreamOf(row: ContactStreamColumns): ContactStream {
  return {
    id: row.id,
    userId: row.user_id,
    accountSub: row.account_sub,
    groupGuid: row.group_guid ?? undefined,
    enabledAt: new Date(row.enabled_at),
    twoWaySince: dateOf(row.two_way_since),
    matchedAt: dateOf(row.matched_at),
    googleBaselineAt: dateOf(row.google_baseline_at),
    syncToken: row.sync_token ?? undefined,
    readAt: dateOf(row.read_at),
    label: row.label ?? undefined,
    labelName: row.label_name ?? undefined,
    isLabelRemade: isSet(row.is_label_remade),
    listing: row.listing,
    linkCount: row.link_count,
    lastSuccessAt: dateOf(row.last_success_at),
  };
}

const streamColumns = {
  groupGuid: "group_guid",
  enabledAt: "enabled_at",
  twoWaySince: "two_way_since",
  matchedAt: "matched_at",
  googleBaselineAt: "google_baseline_at",
  syncToken: "sync_token",
  readAt: "read_at",
  label: "label",
  labelName: "label_name",
  isLabelRemade: "is_label_remade",
  listing: "listing",
  linkCount: "link_count",
  lastSuccessAt: "last_success_at",
} as const satisfies Readonly<Record<keyof ContactStreamChange, keyof ContactStreamColumns>>;

/** As {@link columnsOfContactLink}, of a stream. */
export function columnsOfContactStream(change: ContactStreamChange): Readonly<Record<string, string | number | null>> {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      // The keys of a ContactStreamChange are the keys of the table above.
      streamColumns[key as keyof ContactStreamChange],
      value instanceof Date ? value.toISOString() : typeof value === "boolean" ? Number(value) : (value ?? null),
    ]),
  );
}

/** 1 as stored; a driver may make it `true`. */
export function isSet(flag: number | boolean): boolean {
  return Number(flag) === 1;
}

function dateOf(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}

function agreedOf({ agreed_studio: studio, agreed_google: google }: ContactLinkColumns): Agreed | undefined {
  if (studio === null || google === null) return undefined;
  return { studio: JSON.parse(studio) as Fields, google: JSON.parse(google) as Fields };
}

/** JSON knows no Date. */
function contactOf(text: string): LiveContact {
  const contact = JSON.parse(text) as LiveContact;
  return { ...contact, updatedAt: new Date(contact.updatedAt) };
}
