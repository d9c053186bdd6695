// Generated from schemas/google-sync-job-settings.schema.json by `npm run generate`. Do not edit.

/**
 * The Google Sync Processor's own settings under Modify Job Settings (J3).
 */
export interface GoogleSyncJobSettings {
  /**
   * More are faster; fewer are easier on a slow line or an old computer.
   */
  usersAtOnce: number;
}
