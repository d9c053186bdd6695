import type { JobResult, UserId } from "../../../api/index.js";
import { readFlag, readInstant, readOptional } from "../connection/columns.js";

/** A job run that begins. */
export interface StartedJobRun {
  readonly id: string;
  readonly jobId: string;
  readonly computerName: string;
  readonly isPreview: boolean;
  /** The moment of the schedule it was for; undefined for "Run Now". */
  readonly plannedFor: Date | undefined;
  /** Who pressed "Run Now". */
  readonly requestedBy?: UserId | undefined;
  readonly startedAt: Date;
}

/** A line of "Control Center Logs" (J5). */
export interface StoredJobRun extends StartedJobRun {
  /** Both undefined while it runs. */
  readonly endedAt: Date | undefined;
  readonly outcome: JobResult["outcome"] | undefined;
  readonly summary: string;
}

/** Which job runs to list. */
export interface JobRunFilter {
  readonly jobId?: string | undefined;
  readonly outcome?: JobRunOutcome | undefined;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  /** Words of the summary, or of a user's line. */
  readonly text?: string | undefined;
  readonly limit?: number | undefined;
}

/** How a run ended, or that it has not. */
export type JobRunOutcome = JobResult["outcome"] | "running";

/** The runs of one job, counted in the database. */
export interface JobRunGroup {
  readonly jobId: string;
  readonly runs: number;
  readonly failed: number;
  readonly withProblems: number;
  readonly running: number;
  readonly newestAt: Date;
}

/** A row of `job_runs`. */
export interface JobRunRow {
  readonly id: string;
  readonly job_id: string;
  readonly computer_name: string;
  readonly is_preview: unknown;
  readonly planned_for: unknown;
  readonly requested_by: number | null;
  readonly started_at: unknown;
  readonly ended_at: unknown;
  readonly outcome: JobResult["outcome"] | null;
  readonly summary: string;
}

/** What of a row is read. */
export const jobRunColumns = [
  "id",
  "job_id",
  "computer_name",
  "is_preview",
  "planned_for",
  "requested_by",
  "started_at",
  "ended_at",
  "outcome",
  "summary",
] as const satisfies readonly (keyof JobRunRow)[];

export function toJobRun(row: JobRunRow): StoredJobRun {
  return {
    id: row.id,
    jobId: row.job_id,
    computerName: row.computer_name,
    isPreview: readFlag(row.is_preview),
    plannedFor: readOptional(row.planned_for, readInstant),
    ...(row.requested_by === null ? {} : { requestedBy: row.requested_by }),
    startedAt: readInstant(row.started_at),
    endedAt: readOptional(row.ended_at, readInstant),
    outcome: row.outcome ?? undefined,
    summary: row.summary,
  };
}
