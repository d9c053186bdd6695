import { googleError, googleErrors, GoogleError } from "../http/google-errors.js";
import { accessRoles } from "../store/account.js";
import type { AccessRole, Account, CalendarListEntry } from "../store/account.js";
import type { GoogleStore } from "../store/google-store.js";
import { calendarColors } from "./colors.js";
import { readChoice } from "./event-reader.js";
import { readFlag, readPageSize } from "./list-parameters.js";
import { Snapshots } from "./snapshots.js";
import type { PageOptions } from "./snapshots.js";
import type { SyncTokens } from "./sync-tokens.js";

const ownId = "list";

/** calendarList.list and calendarList.get. */
export class CalendarLists {
  readonly #snapshots: Snapshots<CalendarListEntry>;

  constructor(
    store: GoogleStore,
    private readonly tokens: SyncTokens,
    options: PageOptions,
  ) {
    this.#snapshots = new Snapshots(store.random, options);
  }

  list(account: Account, query: URLSearchParams): unknown {
    const syncToken = query.get("syncToken");
    const minimum = readChoice(query.get("minAccessRole"), accessRoles, "minAccessRole");
    const showsDeleted = readFlag(query, "showDeleted");
    const showsHidden = readFlag(query, "showHidden");
    if (syncToken !== null && (minimum || showsDeleted === false || showsHidden === false)) {
      throw googleError("syncTokenWithRestrictions");
    }
    const since = syncToken === null ? undefined : this.#readToken(syncToken, account);
    const size = readPageSize(query, 100, 250);
    const request = `${account.sub} ${[minimum, showsDeleted, showsHidden, syncToken].join(" ")}`;
    const select = (entry: CalendarListEntry): boolean => {
      if (since !== undefined) return entry.change > since;
      if (entry.isDeleted && !showsDeleted) return false;
      if (entry.isHidden && !showsHidden) return false;
      return !minimum || accessRoles.indexOf(entry.accessRole) >= accessRoles.indexOf(minimum);
    };
    const pageToken = query.get("pageToken");
    const page = pageToken
      ? this.#snapshots.next(pageToken, request, size)
      : this.#snapshots.first(
          { request, items: [...account.entries.values()].filter(select), nextSyncToken: this.#issue(account) },
          size,
        );
    return {
      kind: "calendar#calendarList",
      etag: `"p${account.listChange.toString(32).padStart(12, "3")}o0o"`,
      ...(page.nextPageToken !== undefined && { nextPageToken: page.nextPageToken }),
      ...(page.nextSyncToken !== undefined && { nextSyncToken: page.nextSyncToken }),
      items: page.items.map(showEntry),
    };
  }

  #issue(account: Account): string {
    return this.tokens.issue({
      of: ownId,
      sub: account.sub,
      change: account.listChange,
      parameters: "",
      generation: account.listGeneration,
    });
  }

  #readToken(token: string, account: Account): number {
    const point = this.tokens.read(token);
    if (!point || point.of !== ownId || point.sub !== account.sub) throw new GoogleError(googleErrors.invalidSyncToken);
    if (point.generation !== account.listGeneration || point.change > account.listChange) {
      throw googleError("fullSyncRequired");
    }
    return point.change;
  }
}

/** One calendar of the list as the API shows it; a removed one bare. */
export function showEntry(entry: CalendarListEntry): Record<string, unknown> {
  const { calendar } = entry;
  const identity = { kind: "calendar#calendarListEntry", etag: `"${entry.micros}"`, id: calendar.id };
  if (entry.isDeleted) return { ...identity, deleted: true };
  const colors = calendarColors[entry.colorId];
  const { summary, description, location, timeZone } = calendar.properties;
  return {
    ...identity,
    summary,
    ...(description !== "" && { description }),
    ...(location && { location }),
    timeZone,
    ...(entry.summaryOverride && { summaryOverride: entry.summaryOverride }),
    colorId: entry.colorId,
    backgroundColor: colors?.background ?? "#9fe1e7",
    foregroundColor: colors?.foreground ?? "#000000",
    ...(entry.isHidden && { hidden: true }),
    ...(entry.isSelected && { selected: true }),
    accessRole: entry.accessRole,
    defaultReminders: entry.defaultReminders,
    ...(entry.isPrimary && { notificationSettings, primary: true }),
    ...dataOwner(entry.accessRole, calendar.properties.ownerEmail),
    conferenceProperties,
  };
}

function dataOwner(role: AccessRole, email: string | undefined): { dataOwner?: string } {
  return role === "owner" && email ? { dataOwner: email } : {};
}

const notificationSettings = {
  notifications: ["eventCreation", "eventChange", "eventCancellation", "eventResponse"].map((type) => ({
    type,
    method: "email",
  })),
};

export const conferenceProperties = { allowedConferenceSolutionTypes: ["hangoutsMeet"] };
