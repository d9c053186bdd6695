import type { JobLine, JobRunLine, JobSchedule } from "../api/payloads.js";

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

export function isRunning({ endedAt }: Pick<JobRunLine, "endedAt">): boolean {
  return endedAt === undefined;
}

/** How long a run took; a dash while it runs. */
export function durationText(startedAt: string, endedAt: string | undefined): string {
  if (endedAt === undefined) return "–";
  const seconds = Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** When a job runs, in words. */
export function scheduleText(schedule: JobSchedule): string {
  const days = schedule.days === undefined ? [] : [schedule.days.join(", ")];
  if (schedule.kind === "at") return [`At ${schedule.times.toSorted().join(", ")}`, ...days].join(", ");
  const { minutes, from, until } = schedule;
  const every = minutes === 1 ? "Every minute" : `Every ${minutes} minutes`;
  const between = from === undefined && until === undefined ? [] : [`${from ?? "00:00"} to ${until ?? "24:00"}`];
  return [every, ...between, ...days].join(", ");
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
