import { googleError, invalid } from "../http/google-errors.js";
import type { Account, CalendarListEntry } from "../store/account.js";
import type { GoogleStore } from "../store/google-store.js";
import { isSameMoment } from "../store/stored-event.js";
import type { StoredEvent } from "../store/stored-event.js";
import { readMoment } from "./event-reader.js";
import { selectAll, selectChanged } from "./event-selection.js";
import { showEvent, showTombstone } from "./event-view.js";
import type { EventView } from "./event-view.js";
import { readCount, readFlag, readListParameters, readPageSize, readTime, readZone } from "./list-parameters.js";
import type { ListParameters } from "./list-parameters.js";
import { findEvent, instancesOf } from "./series.js";
import { Snapshots } from "./snapshots.js";
import type { Page, PageOptions, Snapshot } from "./snapshots.js";
import type { SyncTokens } from "./sync-tokens.js";

/** events.list and events.instances: first listings, deltas, pages. */
export class EventLists {
  readonly #snapshots: Snapshots<StoredEvent>;

  constructor(
    private readonly store: GoogleStore,
    private readonly tokens: SyncTokens,
    options: PageOptions,
  ) {
    this.#snapshots = new Snapshots(store.random, options);
  }

  list(account: Account, entry: CalendarListEntry, query: URLSearchParams): unknown {
    const read = readListParameters(query, this.#now());
    // Somebody who sees only busy times never sees a series as one.
    const wanted = entry.accessRole === "freeBusyReader" ? { ...read, singleEvents: true } : read;
    const since = wanted.syncToken === undefined ? undefined : this.#readToken(wanted, account, entry);
    const request = `${account.sub} ${entry.calendar.id} ${wanted.pageKey}`;
    const page =
      wanted.pageToken === undefined
        ? this.#snapshots.first(this.#snapshot(wanted, account, entry, since, request), wanted.maxResults)
        : this.#snapshots.next(wanted.pageToken, request, wanted.maxResults);
    const view = viewOf(entry, wanted.timeZone, wanted.maxAttendees);
    return answer(entry, view, page, (event) =>
      event.fields.status === "cancelled" && !wanted.showDeleted
        ? showTombstone(event, view.zone)
        : showEvent(event, view),
    );
  }

  instances(account: Account, entry: CalendarListEntry, masterId: string, query: URLSearchParams): unknown {
    const { calendar } = entry;
    const master = findEvent(calendar, masterId);
    if (!master) throw googleError("notFound");
    const window = { from: readTime(query, "timeMin"), to: readTime(query, "timeMax") };
    const showsDeleted = readFlag(query, "showDeleted") ?? false;
    const original = query.get("originalStart");
    const view = viewOf(entry, readZone(query), readCount(query, "maxAttendees"));
    const size = readPageSize(query, 250, 2500);
    const request = `${account.sub} ${calendar.id} ${masterId} ${[...query].filter(([name]) => name !== "pageToken").join("&")}`;
    const pageToken = query.get("pageToken");
    const list = (): StoredEvent[] =>
      instancesOf(calendar, master, window, this.#now())
        .filter(({ fields }) => showsDeleted || fields.status !== "cancelled")
        .filter((event) => original === null || hasOriginalStart(event, original, calendar.timeZone));
    const page = pageToken
      ? this.#snapshots.next(pageToken, request, size)
      : this.#snapshots.first({ request, items: list(), nextSyncToken: undefined }, size);
    return answer(entry, view, page, (event) => showEvent(event, view));
  }

  #snapshot(
    wanted: ListParameters,
    account: Account,
    entry: CalendarListEntry,
    since: number | undefined,
    request: string,
  ): Snapshot<StoredEvent> {
    const { calendar } = entry;
    const nextSyncToken = isSyncable(wanted)
      ? this.tokens.issue({
          of: calendar.id,
          sub: account.sub,
          change: calendar.change,
          parameters: wanted.chainKey,
          generation: entry.generation,
        })
      : undefined;
    const items =
      since === undefined
        ? selectAll(calendar, wanted, this.#now())
        : selectChanged(calendar, wanted, since, this.#now());
    return { request, items, nextSyncToken };
  }

  /** The change number a sync token remembers. @throws GoogleError 400 or 410 */
  #readToken(wanted: ListParameters, account: Account, entry: CalendarListEntry): number {
    const point = this.tokens.read(wanted.syncToken ?? "");
    if (!point || point.of !== entry.calendar.id || point.sub !== account.sub) throw googleError("invalidSyncToken");
    if (point.generation !== entry.generation || point.change > entry.calendar.change)
      throw googleError("fullSyncRequired");
    if (point.parameters !== wanted.chainKey) throw googleError("syncTokenWithRestrictions");
    return point.change;
  }

  #now(): number {
    return this.store.clock.now().getTime();
  }
}

/** Only an unfiltered, unordered listing can be continued by a sync token. */
function isSyncable(wanted: ListParameters): boolean {
  return (
    wanted.orderBy === undefined &&
    wanted.q === undefined &&
    wanted.iCalUID === undefined &&
    wanted.privateProperties.length === 0 &&
    wanted.sharedProperties.length === 0
  );
}

/** How an account sees a calendar's events. */
export function viewOf(entry: CalendarListEntry, zone?: string, maxAttendees?: number): EventView {
  return {
    calendar: entry.calendar,
    zone: zone ?? entry.calendar.timeZone,
    accessRole: entry.accessRole,
    maxAttendees,
  };
}

function answer(
  entry: CalendarListEntry,
  view: EventView,
  page: Page<StoredEvent>,
  show: (event: StoredEvent) => unknown,
): unknown {
  const { calendar } = entry;
  return {
    kind: "calendar#events",
    etag: `"p${calendar.change.toString(32).padStart(12, "3")}o0o"`,
    summary: calendar.properties.summary,
    description: calendar.properties.description,
    updated: new Date(calendar.updated).toISOString(),
    timeZone: view.zone,
    accessRole: entry.accessRole,
    defaultReminders: entry.defaultReminders,
    ...(page.nextPageToken !== undefined && { nextPageToken: page.nextPageToken }),
    ...(page.nextSyncToken !== undefined && { nextSyncToken: page.nextSyncToken }),
    items: page.items.map(show),
  };
}

function hasOriginalStart(event: StoredEvent, text: string, zone: string): boolean {
  const { originalStartTime } = event.fields;
  const wanted = readMoment(text.length === 10 ? { date: text } : { dateTime: text }, "start", zone);
  if (!originalStartTime) throw invalid("Not an instance.");
  return isSameMoment(originalStartTime, wanted);
}
