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
  /**
   * In one run of one user, on either side. More wait for an answer.
   */
  guardDeletions: number;
  /**
   * Whichever is more.
   */
  guardDeletionShare: number;
  /**
   * Appointments still to come; so many at once look like a time zone problem.
   */
  guardMoves: number;
  guardMoveShare: number;
  /**
   * Emptied or replaced in one run. More wait for an answer.
   */
  guardReplacements: number;
  /**
   * Whichever is more.
   */
  guardReplacementShare: number;
  /**
   * From Google contacts, in one run. More wait for an answer.
   */
  guardNewClients: number;
  /**
   * Whichever is more.
   */
  guardNewClientShare: number;
}
