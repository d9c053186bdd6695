// Generated from schemas/google-company-settings.schema.json by `npm run generate`. Do not edit.

/**
 * The Google page of Company (Studio) Preferences.
 */
export interface GoogleCompanySettings {
  /**
   * Of the OAuth client the studio made in the Google Cloud Console.
   */
  clientId: string;
  /**
   * Stored encrypted and never shown again.
   */
  clientSecret: string;
  /**
   * {client}, {description}, {type} and {phone} stand for the entry's own.
   */
  titleTemplate: string;
  sendNotes: boolean;
  sendPhone: boolean;
  populateMonths: number;
  /**
   * What runs did, and questions that were answered. Undo reaches as far back.
   */
  journalDays: number;
}
