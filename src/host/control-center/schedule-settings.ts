import { InvalidJobSettingsError } from "./errors.js";
import { weekdays } from "./schedule.js";
import type { JobSchedule, Weekday } from "./schedule.js";

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;
const mostTimes = 48;

/** A schedule as it is kept; undefined for what is none. */
export function readSchedule(stored: Readonly<Record<string, unknown>>): JobSchedule | undefined {
  const { kind, minutes, from, until, times } = stored;
  const days = Array.isArray(stored["days"]) ? weekdays.filter((day) => isOneOf(day, stored["days"])) : undefined;
  const onDays = days === undefined ? {} : { days };
  if (kind === "at" && Array.isArray(times)) return { kind, times: times.filter(isTime), ...onDays };
  if (kind !== "every" || typeof minutes !== "number") return undefined;
  return { kind, minutes, ...(isTime(from) ? { from } : {}), ...(isTime(until) ? { until } : {}), ...onDays };
}

/** Refuses what no job can run by, in words for whoever typed it. @throws InvalidJobSettingsError */
export function requireSchedule(schedule: JobSchedule): void {
  if (schedule.days?.length === 0) throw new InvalidJobSettingsError("Choose at least one day");
  if (schedule.kind === "at") {
    if (schedule.times.length === 0) throw new InvalidJobSettingsError("Enter at least one time");
    if (schedule.times.length > mostTimes) throw new InvalidJobSettingsError(`Enter at most ${mostTimes} times`);
    for (const time of schedule.times) requireTime(time);
    return;
  }
  const { minutes, from, until } = schedule;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 24 * 60) {
    throw new InvalidJobSettingsError("A job runs every 1 to 1440 minutes");
  }
  if (from !== undefined) requireTime(from);
  if (until !== undefined) requireTime(until);
}

function requireTime(time: string): void {
  if (!isTime(time)) throw new InvalidJobSettingsError(`"${time}" is not a time of the day, such as 09:30`);
}

function isTime(text: unknown): text is string {
  return typeof text === "string" && timeOfDay.test(text);
}

function isOneOf(day: Weekday, days: unknown): boolean {
  return Array.isArray(days) && days.includes(day);
}
