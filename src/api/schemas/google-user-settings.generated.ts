// Generated from schemas/google-user-settings.schema.json by `npm run generate`. Do not edit.

/**
 * The Google tab of User Preferences and Users (table P).
 */
export interface GoogleUserSettings {
  enabled: boolean;
  /**
   * The calendar's id at Google, or "primary".
   */
  calendarId: string;
  populateGoogle: boolean;
  populateStudio: boolean;
  sendAppointments: boolean;
  downloadTentative: boolean;
  sendContacts: boolean;
  /**
   * The row number of a client group; null for none.
   */
  clientGroupId: number | null;
  /**
   * On where the user has an email address, unless the user said otherwise.
   */
  emailWarnings: boolean;
  emailReport: boolean;
  emailAddress: string;
}
