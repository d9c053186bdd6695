import type { JobSchedule } from "../api/payloads.js";
import { readTime, timeText } from "../dates/time-text.js";

/** Days as schedules name them. */
export const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** What is typed into the schedule's fields. Both kinds are kept, so that changing one's mind loses nothing. */
export interface TypedSchedule {
  readonly kind: JobSchedule["kind"];
  readonly minutes: number | string;
  /** `HH:MM`, or empty for the whole day. */
  readonly from: string;
  readonly until: string;
  /** Times as the studio's locale writes them, with commas between. */
  readonly times: string;
  readonly days: readonly string[];
}

export function typedSchedule(schedule: JobSchedule, locale: string): TypedSchedule {
  const days = schedule.days ?? weekdays;
  const empty = { minutes: 15, from: "", until: "", times: timeText("09:00", locale), days };
  if (schedule.kind === "at") {
    return { ...empty, kind: "at", times: schedule.times.map((time) => timeText(time, locale)).join(", ") };
  }
  const { minutes, from = "", until = "" } = schedule;
  return { ...empty, kind: "every", minutes, from, until };
}

/** What the host is sent. Whether it is a schedule, the host says. */
export function enteredSchedule({ kind, minutes, from, until, times, days }: TypedSchedule, locale: string): unknown {
  const onDays = days.length === weekdays.length ? {} : { days };
  if (kind === "at") {
    const entered = times.split(/[,;]+/).filter((time) => time.trim() !== "");
    return { kind, times: entered.map((time) => readTime(time, locale) ?? time.trim()), ...onDays };
  }
  return { kind, minutes, ...(from === "" ? {} : { from }), ...(until === "" ? {} : { until }), ...onDays };
}
