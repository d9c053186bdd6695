import type { PreferenceValues, Studio } from "../../../src/api/index.js";
import type { RunOutcome } from "../../../src/google-sync/reports/index.js";
import type { ProcessTask } from "./scene.js";

/** What a sync process is told; JSON in its first argument. */
export interface ProcessOrder {
  readonly databaseFile: string;
  readonly googleUrl: string;
  readonly userId: number;
  readonly sub: string;
  readonly calendarId: string;
  readonly tokens: {
    readonly accessToken: string;
    readonly refreshToken: string;
    readonly expiresAt: string;
    readonly scope: string;
  };
  readonly studio: Awaited<ReturnType<Studio["facts"]>>;
  readonly company: PreferenceValues;
  readonly settings: PreferenceValues;
  readonly zone: string;
  readonly now: string;
  readonly task: ProcessTask;
  readonly killAt: CommitPoint | undefined;
}

/** The n-th commit of a process, just before it or right after. */
export interface CommitPoint {
  readonly nth: number;
  readonly when: "before" | "after";
}

/** A line a process writes when it has changed the user's settings, which are its parent's. */
export interface ChangedSettings {
  readonly changed: PreferenceValues;
}

/** What an undisturbed process leaves as the last line of its standard output. */
export interface ProcessTrace {
  readonly commits: number;
  readonly outcome: RunOutcome;
  readonly summary: string;
}
