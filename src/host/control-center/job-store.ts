import type { JobResult, JobUserResult } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { JobSchedule } from "./schedule.js";

/** What "Modify Job Settings" keeps of a job (J3). */
export interface JobSettings {
  readonly isEnabled: boolean;
  readonly schedule: JobSchedule;
  /** Undefined until a computer is chosen. */
  readonly computerName: string | undefined;
}

/** What every job starts with. */
export const initialJobSettings: JobSettings = {
  isEnabled: false,
  schedule: { kind: "every", minutes: 15 },
  computerName: undefined,
};

/** The beginning of a job run. */
export interface JobRunStart {
  readonly id: string;
  readonly jobId: string;
  readonly computerName: string;
  readonly isPreview: boolean;
  /** When the schedule wanted it; undefined for "Run Now". */
  readonly plannedFor: Date | undefined;
  readonly startedAt: Date;
}

/** A line of Control Center Logs (J5). */
export interface JobRunLine extends JobRunStart {
  readonly endedAt: Date | undefined;
  /** Undefined while it runs, or when its computer went away. */
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
  readSettings(jobId: string): Promise<JobSettings>;
  writeSettings(jobId: string, settings: JobSettings): Promise<void>;
  startRun(start: JobRunStart): Promise<void>;
  finishRun(runId: string, endedAt: Date, result: JobResult): Promise<void>;
  /** Newest first. */
  listRuns(filter: { readonly jobId?: string; readonly limit: number }): Promise<readonly JobRunLine[]>;
  findRun(runId: string): Promise<JobRun | undefined>;
  /** For when the newest planned run was planned. */
  lastPlanned(jobId: string): Promise<Date | undefined>;
}
export const JobStore = serviceToken<JobStore>("job-store");
