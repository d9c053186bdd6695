const prefix = "https://www.googleapis.com/auth/";

/** Scopes about signing in: always granted together, without a tick box. */
const signIn = new Set(["openid", `${prefix}userinfo.email`, `${prefix}userinfo.profile`]);

const aliases: Readonly<Record<string, string>> = {
  email: `${prefix}userinfo.email`,
  profile: `${prefix}userinfo.profile`,
};

/** What each scope means in the words of the consent page. */
const descriptions: Readonly<Record<string, string>> = {
  [`${prefix}calendar`]:
    "See, edit, share and permanently delete all the calendars you can access using Google Calendar",
  [`${prefix}calendar.readonly`]: "See and download any calendar you can access using your Google Calendar",
  [`${prefix}calendar.events`]: "View and edit events on all your calendars",
  [`${prefix}calendar.events.owned`]: "See, create, change and delete events on Google calendars you own",
  [`${prefix}calendar.events.readonly`]: "View events on all your calendars",
  [`${prefix}calendar.calendarlist.readonly`]: "See the list of Google calendars you're subscribed to",
  [`${prefix}calendar.settings.readonly`]: "View your Calendar settings",
  [`${prefix}contacts`]: "See, edit, download and permanently delete your contacts",
  [`${prefix}contacts.readonly`]: "See and download your contacts",
};

/** The scopes of a request by their full names, each once; undefined when one is unknown. */
export function readScopes(text: string): string[] | undefined {
  const names = text.split(/[\s+]+/).filter((name) => name !== "");
  const full = [...new Set(names.map((name) => aliases[name] ?? name))];
  return full.every(isKnown) ? full : undefined;
}

function isKnown(scope: string): boolean {
  return signIn.has(scope) || /^https:\/\/www\.googleapis\.com\/auth\/[a-z][a-z.]*$/.test(scope);
}

export function isSignInScope(scope: string): boolean {
  return signIn.has(scope);
}

export function describeScope(scope: string): string {
  return descriptions[scope] ?? scope;
}

/** `calendar.events` for `https://www.googleapis.com/auth/calendar.events`; others as they are. */
export function shortScope(scope: string): string {
  return scope.startsWith(prefix) ? scope.slice(prefix.length) : scope;
}
