import type { JobLine, JobRunLine } from "../api/payloads.js";

/** The state of a job in words, and whether somebody should look at it. */
export interface JobState {
  readonly text: string;
  readonly needsCare: boolean;
}

export function jobState({ settings, isComputerOffline, lastRun }: JobLine): JobState {
  if (lastRun !== undefined && isRunning(lastRun)) return { text: "Running", needsCare: false };
  if (!settings.isEnabled) return { text: "Disabled", needsCare: false };
  if (settings.computerName === undefined) return { text: "No computer chosen", needsCare: true };
  return isComputerOffline ? { text: "Computer offline", needsCare: true } : { text: "Waiting", needsCare: false };
}

function isRunning({ endedAt }: JobRunLine): boolean {
  return endedAt === undefined;
}

/** How a run, or one user's part of it, ended. */
export function outcomeText(outcome: string | undefined): string {
  switch (outcome) {
    case undefined:
      return "Running";
    case "done":
      return "Done";
    case "done-with-problems":
      return "Done with problems";
    case "held":
      return "Waiting for an answer";
    case "failed":
      return "Failed";
    case "skipped":
      return "Skipped";
    default:
      return outcome;
  }
}
