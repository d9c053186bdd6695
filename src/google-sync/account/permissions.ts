/** What the person left ticked on Google's consent page (A4). */
export interface Permissions {
  /** Without it nothing syncs. */
  readonly calendar: boolean;
  /** Without it only the primary calendar can be used. */
  readonly calendarList: boolean;
  /** Without it contacts do not sync. */
  readonly contacts: boolean;
}

const scopeOf = {
  calendar: "https://www.googleapis.com/auth/calendar.events",
  calendarList: "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
  contacts: "https://www.googleapis.com/auth/contacts",
} as const;

/** The least that Google Sync needs (A1). */
export const requestedScopes: readonly string[] = [
  "openid",
  "email",
  scopeOf.calendar,
  scopeOf.calendarList,
  scopeOf.contacts,
];

/** Reads the scopes of a token answer; their order, and how `email` is written, differ from the request. */
export function permissionsOf(scopes: readonly string[]): Permissions {
  return {
    calendar: scopes.includes(scopeOf.calendar),
    calendarList: scopes.includes(scopeOf.calendarList),
    contacts: scopes.includes(scopeOf.contacts),
  };
}

/** What the tab says about permissions that are missing; empty when all are there. */
export function missingPermissions(permissions: Permissions): readonly string[] {
  if (!permissions.calendar) return ["Google Calendar was not permitted, so nothing is synced."];
  return [
    ...(permissions.calendarList
      ? []
      : ["The list of calendars was not permitted, so only the primary calendar can be used."]),
    ...(permissions.contacts ? [] : ["Contacts were not permitted, so contacts are not synced."]),
  ];
}
