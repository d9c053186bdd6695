// Generated from schemas/google-user-settings.schema.json by `npm run generate`. Do not edit.

/**
 * The Google tab of User Preferences and Users (table P).
 */
export interface GoogleUserSettings {
  enabled: boolean;
  calendarId: string;
  populateGoogle: boolean;
  populateStudio: boolean;
  populateContacts: "ask" | "labelled" | "all";
  sendAppointments: boolean;
  downloadTentative: boolean;
  sendContacts: boolean;
  clientGroupId: number | null;
  emailWarnings: boolean;
  emailReport: boolean;
  emailAddress: string;
}
