import type { ProtectedOperation } from "../http/operation.js";

type Method = Omit<ProtectedOperation, "kind" | "handle">;

const root = "/calendar/v3";
const events = `${root}/calendars/{calendarId}/events`;

const writeScopes = ["calendar", "calendar.app.created", "calendar.events", "calendar.events.owned"];
const readScopes = [
  ...writeScopes,
  "calendar.events.freebusy",
  "calendar.events.owned.readonly",
  "calendar.events.public.readonly",
  "calendar.events.readonly",
  "calendar.readonly",
];
const listScopes = ["calendar", "calendar.calendarlist", "calendar.calendarlist.readonly", "calendar.readonly"];
const colorScopes = [
  "calendar",
  "calendar.app.created",
  "calendar.calendarlist",
  "calendar.calendarlist.readonly",
  "calendar.events.freebusy",
  "calendar.events.owned",
  "calendar.events.owned.readonly",
  "calendar.events.public.readonly",
  "calendar.readonly",
];
const calendarScopes = [
  "calendar",
  "calendar.app.created",
  "calendar.calendars",
  "calendar.calendars.readonly",
  "calendar.readonly",
];

/** `eventLabelVersion` is in the newer Node client, not yet in the Discovery document. */
const writeQuery = [
  "conferenceDataVersion",
  "maxAttendees",
  "sendNotifications",
  "sendUpdates",
  "supportsAttachments",
  "eventLabelVersion",
];
const changeQuery = [...writeQuery, "alwaysIncludeEmail"];
const listQuery = [
  "alwaysIncludeEmail",
  "eventTypes",
  "iCalUID",
  "maxAttendees",
  "maxResults",
  "orderBy",
  "pageToken",
  "privateExtendedProperty",
  "q",
  "sharedExtendedProperty",
  "showDeleted",
  "showHiddenInvitations",
  "singleEvents",
  "syncToken",
  "timeMax",
  "timeMin",
  "timeZone",
  "updatedMin",
];
const instancesQuery = [
  "alwaysIncludeEmail",
  "maxAttendees",
  "maxResults",
  "originalStart",
  "pageToken",
  "showDeleted",
  "timeMax",
  "timeMin",
  "timeZone",
];

/** Verb, path, parameters and scopes as in the Discovery document of Calendar v3 (revision 20260225); cost from the quota guide. */
export const calendarMethods = [
  method("calendar.calendarList.list", "GET", `${root}/users/me/calendarList`, listScopes, [
    "maxResults",
    "minAccessRole",
    "pageToken",
    "showDeleted",
    "showHidden",
    "syncToken",
  ]),
  method(
    "calendar.calendarList.get",
    "GET",
    `${root}/users/me/calendarList/{calendarId}`,
    [...listScopes, "calendar.app.created"],
    [],
  ),
  method("calendar.calendars.get", "GET", `${root}/calendars/{calendarId}`, calendarScopes, []),
  method("calendar.colors.get", "GET", `${root}/colors`, colorScopes, []),
  method(
    "calendar.settings.get",
    "GET",
    `${root}/users/me/settings/{setting}`,
    ["calendar", "calendar.readonly", "calendar.settings.readonly"],
    [],
  ),
  method("calendar.events.list", "GET", events, readScopes, listQuery),
  method("calendar.events.insert", "POST", events, writeScopes, writeQuery),
  method("calendar.events.import", "POST", `${events}/import`, writeScopes, [
    "conferenceDataVersion",
    "supportsAttachments",
    "eventLabelVersion",
  ]),
  method("calendar.events.get", "GET", `${events}/{eventId}`, readScopes, [
    "alwaysIncludeEmail",
    "maxAttendees",
    "timeZone",
  ]),
  method("calendar.events.update", "PUT", `${events}/{eventId}`, writeScopes, changeQuery),
  method("calendar.events.patch", "PATCH", `${events}/{eventId}`, writeScopes, changeQuery, 3),
  method("calendar.events.delete", "DELETE", `${events}/{eventId}`, writeScopes, ["sendNotifications", "sendUpdates"]),
  method("calendar.events.instances", "GET", `${events}/{eventId}/instances`, readScopes, instancesQuery),
  method(
    "calendar.events.move",
    "POST",
    `${events}/{eventId}/move`,
    ["calendar", "calendar.events", "calendar.events.owned"],
    ["destination", "sendNotifications", "sendUpdates"],
  ),
];

export type CalendarMethodName = (typeof calendarMethods)[number]["name"];

function method<const Name extends string>(
  name: Name,
  verb: Method["method"],
  path: string,
  scopes: readonly string[],
  query: readonly string[],
  cost = 1,
): Method & { readonly name: Name } {
  return { name, method: verb, path, query, scopes, cost, rpcName: rpcNameOf(name) };
}

/** `calendar.events.list` is `calendar.v3.Events.List` in error details. */
function rpcNameOf(name: string): string {
  const [api = "", resource = "", verb = ""] = name.split(".");
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return `${api}.v3.${capital(resource)}.${capital(verb)}`;
}
