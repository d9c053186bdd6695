import type { Answer } from "../http/call.js";
import { googleError, googleErrors, insufficientScope, invalid, required } from "../http/google-errors.js";
import type { GoogleApi, OperationCall, ProtectedOperation } from "../http/operation.js";
import { isObject } from "../json.js";
import type { JsonObject } from "../json.js";
import type { CalendarListEntry } from "../store/account.js";
import { etagOf } from "../store/stored-event.js";
import type { StoredEvent } from "../store/stored-event.js";
import { conferenceProperties, showEntry } from "./calendar-lists.js";
import type { CalendarLists } from "./calendar-lists.js";
import { colorsAnswer } from "./colors.js";
import { viewOf } from "./event-lists.js";
import type { EventLists } from "./event-lists.js";
import { showEvent } from "./event-view.js";
import type { EventWriter, WriteAccess, WriteOptions } from "./event-writer.js";
import { readCount, readZone } from "./list-parameters.js";
import type { SendUpdates } from "./mail-ledger.js";
import { calendarMethods } from "./methods.js";
import type { CalendarMethodName } from "./methods.js";
import { findEvent } from "./series.js";

export interface CalendarApiParts {
  readonly writer: EventWriter;
  readonly events: EventLists;
  readonly lists: CalendarLists;
}

const service = "calendar-json.googleapis.com";

/** Google Calendar API v3: the methods a calendar client needs. */
export function createCalendarApi(parts: CalendarApiParts): GoogleApi {
  const handlers = handlersOf(parts);
  return {
    operations: calendarMethods.map((method): ProtectedOperation => ({
      kind: "protected",
      ...method,
      handle: handlers[method.name],
    })),
    manners: {
      unauthenticated: () => googleErrors.authError,
      insufficientScope: (rpcName) => insufficientScope(service, rpcName).answer,
    },
  };
}

type Handler = (call: OperationCall) => Answer;

function handlersOf({ writer, events, lists }: CalendarApiParts): Record<CalendarMethodName, Handler> {
  return {
    "calendar.calendarList.list": ({ caller, call }) => json(lists.list(caller.account, call.query)),
    "calendar.calendarList.get": (call) => json(showEntry(entryOf(call))),
    "calendar.calendars.get": (call) => json(showCalendar(entryOf(call))),
    "calendar.colors.get": () => json(colorsAnswer),
    "calendar.settings.get": ({ caller, path }) => {
      const value = caller.account.settings.get(path["setting"] ?? "");
      if (value === undefined) throw googleError("notFound");
      return json({ kind: "calendar#setting", etag: `"${value.length}"`, id: path["setting"], value });
    },
    "calendar.events.list": (call) => json(events.list(call.caller.account, entryOf(call), call.call.query)),
    "calendar.events.instances": (call) =>
      json(events.instances(call.caller.account, entryOf(call), eventIdOf(call), call.call.query)),
    "calendar.events.get": (call) => getEvent(call),
    "calendar.events.insert": (call) => shown(call, writer.insert(accessOf(call), bodyOf(call), optionsOf(call))),
    "calendar.events.import": (call) => shown(call, writer.import(accessOf(call), bodyOf(call), optionsOf(call))),
    "calendar.events.update": (call) =>
      shown(call, writer.update(accessOf(call), eventIdOf(call), bodyOf(call), optionsOf(call))),
    "calendar.events.patch": (call) =>
      shown(call, writer.patch(accessOf(call), eventIdOf(call), bodyOf(call), optionsOf(call))),
    "calendar.events.delete": (call) => {
      writer.delete(accessOf(call), eventIdOf(call), optionsOf(call));
      return { status: 204 };
    },
    "calendar.events.move": (call) => {
      const destination = call.call.query.get("destination");
      if (!destination) throw required("Missing destination.");
      const target = findEntry(call, destination);
      return shown(call, writer.move(accessOf(call), eventIdOf(call), target, optionsOf(call)), target);
    },
  };
}

function json(value: unknown, etag?: string): Answer {
  return { status: 200, json: value, ...(etag && { headers: { ETag: etag } }) };
}

function shown(call: OperationCall, event: StoredEvent, entry = entryOf(call)): Answer {
  return json(showEvent(event, viewOf(entry, undefined, readCount(call.call.query, "maxAttendees"))), etagOf(event));
}

function getEvent(call: OperationCall): Answer {
  const entry = entryOf(call);
  const event = findEvent(entry.calendar, eventIdOf(call));
  if (!event) throw googleError("notFound");
  if (call.call.headers["if-none-match"] === etagOf(event)) return { status: 304 };
  const { query } = call.call;
  return json(showEvent(event, viewOf(entry, readZone(query), readCount(query, "maxAttendees"))), etagOf(event));
}

/** The calendar a path names; `primary` is the account's own. @throws GoogleError 404 */
function entryOf(call: OperationCall): CalendarListEntry {
  return findEntry(call, call.path["calendarId"] ?? "");
}

function findEntry({ caller: { account, scopes } }: OperationCall, id: string): CalendarListEntry {
  const entry = account.entries.get(id === "primary" ? account.email : id);
  if (!entry || entry.isDeleted) throw googleError("notFound");
  if (entry.accessRole !== "owner" && isForOwnedOnly(scopes)) throw googleError("forbidden");
  return entry;
}

const ownedScopes = ["calendar.events.owned", "calendar.events.owned.readonly"];

/** Whether a token's calendar scopes are only about calendars the person owns. */
function isForOwnedOnly(scopes: ReadonlySet<string>): boolean {
  const events = [...scopes].filter((scope) => scope === "calendar" || /^calendar\.(?:events|readonly)/.test(scope));
  return events.length > 0 && events.every((scope) => ownedScopes.includes(scope));
}

function eventIdOf({ path }: OperationCall): string {
  return path["eventId"] ?? "";
}

function accessOf(call: OperationCall): WriteAccess {
  return { account: call.caller.account, entry: entryOf(call) };
}

function bodyOf({ json: body }: OperationCall): JsonObject {
  if (body === undefined) return {};
  if (!isObject(body)) throw googleError("parseError");
  return body;
}

function optionsOf({ call: { query, headers } }: OperationCall): WriteOptions {
  return {
    ifMatch: headers["if-match"],
    sendUpdates: readSendUpdates(query),
    takesConferenceData: query.get("conferenceDataVersion") === "1",
    takesAttachments: query.get("supportsAttachments") === "true",
  };
}

function readSendUpdates(query: URLSearchParams): SendUpdates {
  const value = query.get("sendUpdates");
  if (value === "all" || value === "externalOnly" || value === "none") return value;
  if (value !== null) throw invalid("Invalid value for: sendUpdates", "sendUpdates");
  return query.get("sendNotifications") === "true" ? "all" : "unspecified";
}

function showCalendar({ calendar, accessRole }: CalendarListEntry): unknown {
  const { id, summary, description, location, timeZone, ownerEmail } = calendar.properties;
  return {
    kind: "calendar#calendar",
    etag: `"${calendar.change}"`,
    id,
    summary,
    ...(description !== "" && { description }),
    ...(location && { location }),
    timeZone,
    conferenceProperties,
    ...(accessRole === "owner" && ownerEmail && { dataOwner: ownerEmail }),
  };
}
