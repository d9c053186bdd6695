import { serviceToken } from "../../base/service-token.js";

/** Whether and when the Control Center runs a job. */
export interface JobState {
  /** Run for the studio by whoever hosts it; nobody in the studio switches it on (P6). */
  readonly isManaged: boolean;
  /** "Job Enabled". */
  readonly isEnabled: boolean;
  /** The computer chosen to run it. */
  readonly computerName: string | undefined;
  /** Whether that computer has reported in lately. */
  readonly isComputerOn: boolean;
  /** When it is due next; undefined while it is not enabled. */
  readonly nextRunAt: Date | undefined;
}

/** What the Control Center knows of the jobs plugins contribute. */
export interface Jobs {
  /** @throws UnknownJobError when no enabled plugin has this job */
  stateOf(jobId: string): Promise<JobState>;
}
export const Jobs = serviceToken<Jobs>("jobs");
