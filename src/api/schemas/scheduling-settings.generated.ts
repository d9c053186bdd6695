// Generated from schemas/scheduling-settings.schema.json by `npm run generate`. Do not edit.

/**
 * The page Scheduling of Company (Studio) Preferences (S2).
 */
export interface SchedulingSettings {
  /**
   * Whether somebody may be booked twice at the same time.
   */
  conflictChecker: "Never" | "Allow After Prompting" | "Allow Always";
  /**
   * Sessions may have event lines, each with a time, a user and a room of its own.
   */
  advancedScheduling: boolean;
}
