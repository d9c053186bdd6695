import { zoneName } from "../../base/wall-time.js";
import type { Agreed, Directive, Fields, LostValue } from "../engine/index.js";
import type { GoogleTime, LiveEvent } from "../google/index.js";
import type { Link, LinkChange, LinkNames, LinkState, NewLink, ToldOnce } from "./link.js";
import type { Stream, StreamChange } from "./stream.js";

/** A row of `google_sync_links` as the database gives it. */
export interface LinkColumns {
  readonly id: number;
  readonly stream_id: number;
  readonly state: string;
  readonly entry_guid: string | null;
  readonly event_id: string | null;
  readonly generation: number;
  readonly agreed_studio: string | null;
  readonly agreed_google: string | null;
  readonly studio_version: string | null;
  readonly seen: string | null;
  readonly seen_etag: string | null;
  readonly decided_etag: string | null;
  readonly is_deleted_in_google: number | boolean;
  readonly left_out_reason: string | null;
  readonly is_old: number | boolean;
  readonly is_made_by_us: number | boolean;
  readonly attempts: number;
  readonly retry_at: string | null;
  readonly is_parked: number | boolean;
  readonly problem: string | null;
  readonly tried_version: string | null;
  readonly tried_etag: string | null;
  readonly question_id: number | null;
  readonly directive: string | null;
  readonly told: string | null;
  readonly lost_values: string | null;
  readonly repeat_id: number | null;
  readonly ends_at: string | null;
  readonly listing: number | null;
}

/** What most links have not: one for all of them. */
const none: readonly never[] = [];

/** The columns we wrote ourselves read back as what they were; hence the casts of parsed JSON. */
export function linkOf(row: LinkColumns): Link {
  return {
    id: row.id,
    state: row.state as LinkState,
    entryId: row.entry_guid ?? undefined,
    eventId: row.event_id ?? undefined,
    generation: row.generation,
    agreed: agreedOf(row),
    studioVersion: row.studio_version ?? undefined,
    seen: row.seen === null ? undefined : eventOf(row.seen),
    seenEtag: row.seen_etag ?? undefined,
    decidedEtag: row.decided_etag ?? undefined,
    isDeletedInGoogle: isSet(row.is_deleted_in_google),
    leftOutReason: row.left_out_reason ?? undefined,
    isOld: isSet(row.is_old),
    isMadeByUs: isSet(row.is_made_by_us),
    attempts: row.attempts,
    retryAt: row.retry_at === null ? undefined : new Date(row.retry_at),
    isParked: isSet(row.is_parked),
    problem: row.problem ?? undefined,
    triedVersion: row.tried_version ?? undefined,
    triedEtag: row.tried_etag ?? undefined,
    questionId: row.question_id ?? undefined,
    directive: row.directive === null ? undefined : (JSON.parse(row.directive) as Directive),
    told: row.told === null ? none : (row.told.split(" ") as ToldOnce[]),
    lost: row.lost_values === null ? none : (JSON.parse(row.lost_values) as LostValue[]),
    repeatId: row.repeat_id ?? undefined,
    endsAt: row.ends_at ?? undefined,
  };
}

/** 1 as stored; a driver may make it `true`. */
export function isSet(flag: number | boolean): boolean {
  return Number(flag) === 1;
}

/** JSON knows no Date: the three instants of an event are made again. */
function eventOf(text: string): LiveEvent {
  const event = JSON.parse(text) as LiveEvent;
  return { ...event, updated: new Date(event.updated), start: timeOf(event.start), end: timeOf(event.end) };
}

function timeOf(time: GoogleTime): GoogleTime {
  return time.kind === "day" ? time : { ...time, dateTime: new Date(time.dateTime) };
}

/** The second text is stored only where the sides differ. */
function agreedOf({ agreed_studio: studio, agreed_google: google }: LinkColumns): Agreed | undefined {
  if (studio === null) return undefined;
  const fields = JSON.parse(studio) as Fields;
  return { studio: fields, google: google === null ? fields : (JSON.parse(google) as Fields) };
}

/**
 * The columns a change sets; `undefined` given explicitly sets NULL, a key not given stays.
 * @param before what the row names now: named again it would be written into the indexes anew, half the cost of a change
 */
export function columnsOfLink(change: LinkChange, before?: LinkNames): Readonly<Columns> {
  return withColumnsOf({}, change, before);
}

/** The row of a link not stored yet. @param listing the full listing that named its event, if one did */
export function rowOfLink(streamId: number, link: NewLink, listing?: number): Readonly<Columns> {
  const columns: Columns = {
    stream_id: streamId,
    listing: listing ?? null,
    generation: 0,
    attempts: 0,
    is_parked: 0,
    is_old: 0,
    is_made_by_us: 0,
    is_deleted_in_google: 0,
  };
  return withColumnsOf(columns, link, undefined);
}

type Columns = Record<string, string | number | null>;

/** Puts them into the object given: to copy one of so many columns takes longer than to store them. */
function withColumnsOf(columns: Columns, change: LinkChange, before: LinkNames | undefined): Readonly<Columns> {
  const given = (key: keyof LinkChange) => Object.hasOwn(change, key);
  const name = (key: keyof LinkNames, column: string) => {
    if (before === undefined || change[key] !== before[key]) plain(key, column, change[key]);
  };
  const plain = (key: keyof LinkChange, column: string, value: string | number | undefined) => {
    if (given(key)) columns[column] = value ?? null;
  };
  plain("state", "state", change.state);
  name("entryId", "entry_guid");
  name("eventId", "event_id");
  plain("generation", "generation", change.generation);
  plain("studioVersion", "studio_version", change.studioVersion);
  plain("seenEtag", "seen_etag", change.seenEtag);
  plain("decidedEtag", "decided_etag", change.decidedEtag);
  plain("leftOutReason", "left_out_reason", change.leftOutReason);
  plain("attempts", "attempts", change.attempts);
  plain("problem", "problem", change.problem?.slice(0, 500));
  plain("triedVersion", "tried_version", change.triedVersion);
  plain("triedEtag", "tried_etag", change.triedEtag);
  name("questionId", "question_id");
  plain("repeatId", "repeat_id", change.repeatId);
  plain("endsAt", "ends_at", change.endsAt);
  plain("retryAt", "retry_at", change.retryAt?.toISOString());
  plain("seen", "seen", change.seen && JSON.stringify(change.seen));
  plain("directive", "directive", change.directive && JSON.stringify(change.directive));
  plain("told", "told", change.told === undefined || change.told.length === 0 ? undefined : change.told.join(" "));
  plain("lost", "lost_values", change.lost?.length ? JSON.stringify(change.lost) : undefined);
  plain("isDeletedInGoogle", "is_deleted_in_google", Number(change.isDeletedInGoogle ?? false));
  plain("isOld", "is_old", Number(change.isOld ?? false));
  plain("isMadeByUs", "is_made_by_us", Number(change.isMadeByUs ?? false));
  plain("isParked", "is_parked", Number(change.isParked ?? false));
  if (given("agreed")) {
    const { studio, google } = change.agreed ?? {};
    const [one, other] = [textOf(studio), studio === google ? null : textOf(google)];
    columns["agreed_studio"] = one;
    columns["agreed_google"] = one === other ? null : other;
  }
  return columns;
}

function textOf(fields: Fields | undefined): string | null {
  return fields === undefined ? null : JSON.stringify(fields);
}

/** A row of `google_sync_streams`. */
export interface StreamColumns {
  readonly id: number;
  readonly user_id: number;
  readonly account_sub: string;
  readonly calendar_id: string;
  readonly enabled_at: string;
  readonly two_way_since: string | null;
  readonly studio_baseline_at: string | null;
  readonly google_baseline_at: string | null;
  readonly last_success_at: string | null;
  readonly sync_token: string | null;
  readonly sync_zone: string | null;
  readonly kept_zone: string | null;
  readonly title_settings: string | null;
  readonly listing: number;
  readonly link_count: number;
}

export function streamOf(row: StreamColumns): Stream {
  const instant = (text: string | null) => (text === null ? undefined : new Date(text));
  return {
    id: row.id,
    userId: row.user_id,
    accountSub: row.account_sub,
    calendarId: row.calendar_id,
    enabledAt: new Date(row.enabled_at),
    twoWaySince: instant(row.two_way_since),
    studioBaselineAt: instant(row.studio_baseline_at),
    googleBaselineAt: instant(row.google_baseline_at),
    lastSuccessAt: instant(row.last_success_at),
    syncToken: row.sync_token ?? undefined,
    syncZone: row.sync_zone === null ? undefined : zoneName(row.sync_zone),
    keptZone: row.kept_zone === null ? undefined : zoneName(row.kept_zone),
    titleSettings: row.title_settings ?? undefined,
    listing: row.listing,
    linkCount: row.link_count,
  };
}

export function columnsOfStream(change: StreamChange): Readonly<Record<string, string | number | null>> {
  const names: Readonly<Record<keyof StreamChange, string>> = {
    enabledAt: "enabled_at",
    twoWaySince: "two_way_since",
    studioBaselineAt: "studio_baseline_at",
    googleBaselineAt: "google_baseline_at",
    lastSuccessAt: "last_success_at",
    syncToken: "sync_token",
    syncZone: "sync_zone",
    keptZone: "kept_zone",
    titleSettings: "title_settings",
    listing: "listing",
    linkCount: "link_count",
  };
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      // The keys of a StreamChange are the keys of the table above.
      names[key as keyof StreamChange],
      value instanceof Date ? value.toISOString() : (value ?? null),
    ]),
  );
}
