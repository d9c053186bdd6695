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

/** The computer chosen for a job has not reported in for a while (J4). */
export class ComputerOfflineError extends CodedError {
  readonly code = "computer-offline";
  constructor(name: string) {
    super(`The computer ${name} is offline`, {
      hint: "Switch it on, or choose another computer under Modify Job Settings. A missed run is made up once.",
    });
  }
}

/** Settings a job cannot have. */
export class InvalidJobSettingsError extends CodedError {
  readonly code = "invalid-job-settings";
}
