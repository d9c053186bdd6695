import { CodedError } from "../../base/coded-error.js";

/** The job is already being run, here or on another computer (G6). */
export class JobAlreadyRunningError extends CodedError {
  readonly code = "job-already-running";
  constructor(title: string, heldBy: string) {
    super(`The job "${title}" is already running (${heldBy})`, { hint: "Wait until it has finished." });
  }
}

/** No enabled plugin contributes this job. */
export class UnknownJobError extends CodedError {
  readonly code = "unknown-job";
  constructor(name: string, known: readonly string[]) {
    super(`There is no job "${name}"`, {
      hint: known.length === 0 ? "No enabled plugin has a job." : `There is: ${known.join(", ")}.`,
    });
  }
}

/** No run of this id is in the logs. */
export class UnknownJobRunError extends CodedError {
  readonly code = "unknown-job-run";
  constructor(runId: string) {
    super(`There is no job run "${runId}"`);
  }
}

/** Settings a job cannot have. */
export class InvalidJobSettingsError extends CodedError {
  readonly code = "invalid-job-settings";
}
