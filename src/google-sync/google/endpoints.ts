/** Where Google answers. */
export interface GoogleEndpoints {
  /** Google's consent page, opened in a browser. */
  readonly authorization: string;
  readonly token: string;
  readonly revoke: string;
  /** Origin of the Calendar API, with a trailing slash. */
  readonly calendarRoot: string;
  readonly calendarBatch: string;
  /** Origin of the People API, with a trailing slash. */
  readonly peopleRoot: string;
}

/**
 * The endpoints of the real Google, or all of them on another origin (`--google-url`): their
 * paths differ, so that one host and port can serve them all.
 */
export function googleEndpoints(rootUrl: string | undefined): GoogleEndpoints {
  const at = (origin: string): string => `${(rootUrl ?? origin).replace(/\/+$/, "")}/`;
  return {
    authorization: `${at("https://accounts.google.com")}o/oauth2/v2/auth`,
    token: `${at("https://oauth2.googleapis.com")}token`,
    revoke: `${at("https://oauth2.googleapis.com")}revoke`,
    calendarRoot: at("https://www.googleapis.com"),
    calendarBatch: `${at("https://www.googleapis.com")}batch/calendar/v3`,
    peopleRoot: at("https://people.googleapis.com"),
  };
}
