import type { JobSchedule } from "../api/payloads.js";

/** Days as schedules name them. */
export const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** What is typed into the schedule's fields. Both kinds are kept, so that changing one's mind loses nothing. */
export interface TypedSchedule {
  readonly kind: JobSchedule["kind"];
  readonly minutes: number | string;
  /** `HH:MM`, or empty for the whole day. */
  readonly from: string;
  readonly until: string;
  /** Times with commas or spaces between. */
  readonly times: string;
  readonly days: readonly string[];
}

export function typedSchedule(schedule: JobSchedule): TypedSchedule {
  const days = schedule.days ?? weekdays;
  const empty = { minutes: 15, from: "", until: "", times: "09:00", days };
  if (schedule.kind === "at") return { ...empty, kind: "at", times: schedule.times.join(", ") };
  const { minutes, from = "", until = "" } = schedule;
  return { ...empty, kind: "every", minutes, from, until };
}

/** What the host is sent. Whether it is a schedule, the host says. */
export function enteredSchedule({ kind, minutes, from, until, times, days }: TypedSchedule): unknown {
  const onDays = days.length === weekdays.length ? {} : { days };
  if (kind === "at") {
    const entered = times.split(/[\s,;]+/).filter((time) => time !== "");
    return { kind, times: entered.map((time) => (/^\d:/.test(time) ? `0${time}` : time)), ...onDays };
  }
  return { kind, minutes, ...(from === "" ? {} : { from }), ...(until === "" ? {} : { until }), ...onDays };
}
