import type { JobLine, JobRunLine, JobSchedule } from "../api/payloads.js";
import { timeText } from "../dates/time-text.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { controlCenterTexts as texts } from "../texts/en/control-center-texts.js";
import { jobLogsTexts } from "../texts/en/job-logs-texts.js";

/** The state of a job in words, and whether somebody should look at it. */
export interface JobState {
  readonly text: string;
  readonly needsCare: boolean;
}

export function jobState({ settings, isComputerOffline, lastRun }: JobLine): JobState {
  if (lastRun !== undefined && isRunning(lastRun)) return { text: texts.states.running, needsCare: false };
  if (!settings.isEnabled) return { text: texts.states.disabled, needsCare: false };
  if (settings.computerName === undefined) return { text: texts.states.noComputer, needsCare: true };
  return isComputerOffline
    ? { text: texts.states.offline, needsCare: true }
    : { text: texts.states.waiting, needsCare: false };
}

export function isRunning({ endedAt }: Pick<JobRunLine, "endedAt">): boolean {
  return endedAt === undefined;
}

/** How long a run took; a dash while it runs. */
export function durationText(startedAt: string, endedAt: string | undefined): string {
  if (endedAt === undefined) return commonTexts.nothing;
  const seconds = Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000));
  return seconds < 60 ? jobLogsTexts.seconds(seconds) : jobLogsTexts.minutes(Math.floor(seconds / 60), seconds % 60);
}

/** When a job runs, in words and in times as the locale writes them. */
export function scheduleText(schedule: JobSchedule, locale: string): string {
  const clock = (time: string): string => timeText(time, locale);
  const days =
    schedule.days === undefined ? [] : [schedule.days.map((day) => texts.schedule.weekdays[day].short).join(", ")];
  if (schedule.kind === "at") {
    return [texts.schedule.at(schedule.times.toSorted().map(clock).join(", ")), ...days].join(", ");
  }
  const { minutes, from, until } = schedule;
  return [texts.schedule.every(minutes), ...betweenText(from && clock(from), until && clock(until)), ...days].join(
    ", ",
  );
}

function betweenText(from: string | undefined, until: string | undefined): readonly string[] {
  if (from === undefined) return until === undefined ? [] : [texts.schedule.onlyUntil(until)];
  return [until === undefined ? texts.schedule.onlyFrom(from) : commonTexts.fromTo(from, until)];
}

/** How a run, or one user's part of it, ended; nothing yet while it runs. */
export function outcomeText(outcome = "running"): string {
  return jobLogsTexts.outcomes[outcome] ?? outcome;
}
