import { googleError, invalid } from "../http/google-errors.js";
import { isZone } from "../store/zone-time.js";

/** The parameters of events.list, read and checked. */
export interface ListParameters {
  readonly maxResults: number;
  readonly pageToken: string | undefined;
  readonly syncToken: string | undefined;
  readonly singleEvents: boolean;
  readonly showDeleted: boolean;
  readonly orderBy: "startTime" | "updated" | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly updatedMin: number | undefined;
  readonly eventTypes: readonly string[];
  readonly iCalUID: string | undefined;
  readonly q: string | undefined;
  readonly privateProperties: readonly string[];
  readonly sharedProperties: readonly string[];
  readonly maxAttendees: number | undefined;
  readonly timeZone: string | undefined;
  /** What must be the same in every request of a chain of sync tokens. */
  readonly chainKey: string;
  /** Everything but the page token: what must be the same in every page of a listing. */
  readonly pageKey: string;
}

const chained = ["singleEvents", "eventTypes", "maxAttendees", "showHiddenInvitations", "timeZone"];
const notPaged = new Set(["pageToken", "fields", "prettyPrint", "alt", "key", "quotaUser", "userIp", "oauth_token"]);
const restrictions = [
  "iCalUID",
  "privateExtendedProperty",
  "q",
  "sharedExtendedProperty",
  "timeMin",
  "timeMax",
  "updatedMin",
];
const longestAgo = 365 * 86_400_000;

/** @throws GoogleError 400 or 410 as Google does */
export function readListParameters(query: URLSearchParams, now: number): ListParameters {
  const syncToken = query.get("syncToken") ?? undefined;
  if (syncToken !== undefined) checkWithSyncToken(query);
  const singleEvents = readFlag(query, "singleEvents") ?? false;
  const orderBy = readOrder(query.get("orderBy"));
  if (orderBy === "startTime" && !singleEvents) throw googleError("orderingNotAvailable");
  const from = readTime(query, "timeMin");
  const to = readTime(query, "timeMax");
  if (from !== undefined && to !== undefined && to <= from) throw googleError("windowEmpty");
  const updatedMin = readTime(query, "updatedMin");
  if (updatedMin !== undefined && updatedMin < now - longestAgo) throw googleError("updatedMinTooLongAgo");
  return {
    maxResults: readPageSize(query, 250, 2500),
    pageToken: query.get("pageToken") ?? undefined,
    syncToken,
    singleEvents,
    showDeleted: readFlag(query, "showDeleted") ?? false,
    orderBy,
    from,
    to,
    updatedMin,
    eventTypes: query.getAll("eventTypes"),
    iCalUID: query.get("iCalUID") ?? undefined,
    q: query.get("q")?.toLowerCase() || undefined,
    privateProperties: query.getAll("privateExtendedProperty"),
    sharedProperties: query.getAll("sharedExtendedProperty"),
    maxAttendees: readCount(query, "maxAttendees"),
    timeZone: readZone(query),
    chainKey: keyOf(query, (name) => chained.includes(name)),
    pageKey: keyOf(query, (name) => !notPaged.has(name)),
  };
}

function checkWithSyncToken(query: URLSearchParams): void {
  if (query.has("orderBy")) throw googleError("syncTokenWithOrdering");
  if (restrictions.some((name) => query.has(name))) throw googleError("syncTokenWithRestrictions");
  if (query.get("showDeleted") === "false") throw googleError("syncTokenWithRestrictions");
}

function keyOf(query: URLSearchParams, isWanted: (name: string) => boolean): string {
  const pairs = [...query].filter(([name]) => isWanted(name)).filter(([name, value]) => !isDefault(name, value));
  return pairs
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
}

function isDefault(name: string, value: string): boolean {
  return value === "false" && (name === "singleEvents" || name === "showHiddenInvitations");
}

function readOrder(value: string | null): "startTime" | "updated" | undefined {
  if (value === null || value === "") return undefined;
  if (value !== "startTime" && value !== "updated") throw invalid("Invalid value for: orderBy", "orderBy");
  return value;
}

/** A page size, never above the documented most. */
export function readPageSize(query: URLSearchParams, usual: number, most: number): number {
  return Math.min(readCount(query, "maxResults") ?? usual, most);
}

/** A whole number above zero. */
export function readCount(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw invalid(`Invalid value for: ${name}`, name);
  return Number(value);
}

export function readFlag(query: URLSearchParams, name: string): boolean | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (value !== "true" && value !== "false") throw invalid(`Invalid value for: ${name}`, name);
  return value === "true";
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;

/** An RFC 3339 time; its offset is mandatory. */
export function readTime(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  const ms = rfc3339.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw invalid("Bad Request", name);
  return ms;
}

export function readZone(query: URLSearchParams): string | undefined {
  const zone = query.get("timeZone") ?? undefined;
  if (zone !== undefined && !isZone(zone)) throw invalid("Invalid value for: timeZone", "timeZone");
  return zone;
}
