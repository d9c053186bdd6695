import type { JobResult, JobUserResult, PreferenceValues, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { JobNotification } from "../mail/index.js";
import type { JobRunFilter, JobRunGroup } from "../studio-data/index.js";
import type { JobSchedule } from "./schedule.js";

/** What "Modify Job Settings" keeps of a job (J3). */
export interface JobSettings {
  readonly isEnabled: boolean;
  readonly schedule: JobSchedule;
  /** Undefined until a computer is chosen. */
  readonly computerName: string | undefined;
  readonly notification: JobNotification;
  /** What the plugin asks for besides, by the schema of its manifest; left out when saving, it stays as it is. */
  readonly own?: PreferenceValues;
}

/** Settings as they are kept. */
export interface KeptJobSettings extends JobSettings {
  /** Moments of the schedule before this one are over: when the settings were last saved. */
  readonly savedAt: Date;
}

/** What every job starts with. */
export const initialJobSettings: KeptJobSettings = {
  isEnabled: false,
  schedule: { kind: "every", minutes: 15 },
  computerName: undefined,
  notification: { when: "Never", address: "" },
  own: {},
  savedAt: new Date(0),
};

/** The beginning of a job run. */
export interface JobRunStart {
  readonly id: string;
  readonly jobId: string;
  readonly computerName: string;
  readonly isPreview: boolean;
  /** When the schedule wanted it; undefined for "Run Now". */
  readonly plannedFor: Date | undefined;
  /** Who pressed "Run Now". */
  readonly requestedBy?: UserId | undefined;
  readonly startedAt: Date;
}

/** A line of Control Center Logs (J5). */
export interface JobRunLine extends JobRunStart {
  readonly endedAt: Date | undefined;
  /** Undefined while it runs. */
  readonly outcome: JobResult["outcome"] | undefined;
  readonly summary: string;
}

/** A job run with everything. */
export interface JobRun extends JobRunLine {
  readonly users: readonly JobUserResult[];
  readonly details: unknown;
}

/** Jobs' settings and runs, for all processes of the studio. */
export interface JobStore {
  readSettings(jobId: string): Promise<KeptJobSettings>;
  writeSettings(jobId: string, settings: KeptJobSettings): Promise<void>;
  startRun(start: JobRunStart): Promise<void>;
  /** False when somebody else has written its end before. */
  finishRun(runId: string, endedAt: Date, result: JobResult): Promise<boolean>;
  /** Newest first. */
  listRuns(filter: JobRunFilter): Promise<readonly JobRunLine[]>;
  groupRuns(filter: JobRunFilter): Promise<readonly JobRunGroup[]>;
  findRun(runId: string): Promise<JobRun | undefined>;
  /** For when the newest planned run was planned. */
  lastPlanned(jobId: string): Promise<Date | undefined>;
  /** When the job last ended without failing. */
  lastSuccess(jobId: string): Promise<Date | undefined>;
  /** False when the run has ended. */
  requestAbort(runId: string): Promise<boolean>;
  isAbortRequested(runId: string): Promise<boolean>;
  /** Forgets runs that started before the moment, and all but so many of the newest. */
  forgetRuns(before: Date, keepNewest: number): Promise<void>;
}
export const JobStore = serviceToken<JobStore>("job-store");
