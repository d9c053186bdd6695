import { addDays, dayOf, instantOf, wallTime, wallTimeAt } from "../../base/wall-time.js";
import type { Day, ZoneName } from "../../base/wall-time.js";

/** Days of the week, Monday first, as ISO 8601 counts them. */
export const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Every so many minutes, counted from the first time of the day and as minutes really pass. */
export interface EverySchedule {
  readonly kind: "every";
  readonly minutes: number;
  /** `HH:MM`; midnight when left out. */
  readonly from?: string | undefined;
  /** `HH:MM`, still in time; the end of the day when left out. Not later than `from`: of the next day. */
  readonly until?: string | undefined;
  /** On which days it begins; every day when left out. */
  readonly days?: readonly Weekday[] | undefined;
}

/** At given times of the day. */
export interface AtSchedule {
  readonly kind: "at";
  /** `HH:MM`, in any order. */
  readonly times: readonly string[];
  readonly days?: readonly Weekday[] | undefined;
}

/**
 * When a job runs (J3), by the clock on the wall of the job's zone. A time in a daylight-saving
 * gap moves forward, a repeated one counts once, the earlier (C21).
 */
export type JobSchedule = EverySchedule | AtSchedule;

/** A schedule that is due, and what comes after it. */
export interface Due {
  /** The newest moment of the schedule that has come and was not run for; undefined when nothing is due. */
  readonly now: Date | undefined;
  /** The next moment that is still to come; undefined when there never is one. */
  readonly next: Date | undefined;
}

/** A year has no longer pause between two of the same weekday than this. */
const lookAheadDays = 8;

/**
 * What is due. Runs missed while the computer was off are made up once: however many
 * moments passed, only the newest is due (J4).
 * @param since moments up to this one are over: for when the last run was planned, or when the job was set up
 */
export function dueOf(schedule: JobSchedule, zone: ZoneName, since: Date, now: Date): Due {
  const latest = latestUntil(schedule, zone, now);
  return {
    now: latest !== undefined && latest > since ? latest : undefined,
    next: nextAfter(schedule, zone, now),
  };
}

/** The first moment of the schedule after an instant; undefined when there is none. */
export function nextAfter(schedule: JobSchedule, zone: ZoneName, after: Date): Date | undefined {
  const from = addDays(dayOf(wallTimeAt(after, zone)), -1);
  for (let ahead = 0; ahead <= lookAheadDays + 1; ahead += 2) {
    // Two days at a time: one that begins in the evening may reach past the beginning of the next.
    const found = [ahead, ahead + 1].flatMap((days) => {
      const moment = firstAfter(schedule, zone, addDays(from, days), after.getTime());
      return moment === undefined ? [] : [moment];
    });
    if (found.length > 0) return new Date(Math.min(...found));
  }
  return undefined;
}

/** So many moments that come after an instant, for people who want to see what they chose. */
export function nextRuns(schedule: JobSchedule, zone: ZoneName, after: Date, count: number): readonly Date[] {
  const runs: Date[] = [];
  for (let last = after; runs.length < count;) {
    const next = nextAfter(schedule, zone, last);
    if (next === undefined) break;
    runs.push(next);
    last = next;
  }
  return runs;
}

/** The last moment of the schedule up to an instant; undefined when there is none. */
function latestUntil(schedule: JobSchedule, zone: ZoneName, now: Date): Date | undefined {
  const today = dayOf(wallTimeAt(now, zone));
  const moments: number[] = [];
  for (let back = 0; back <= lookAheadDays; back += 1) {
    const moment = lastUntil(schedule, zone, addDays(today, -back), now.getTime());
    if (moment !== undefined) moments.push(moment);
    if (moments.length > 0 && back > 0) break;
  }
  return moments.length === 0 ? undefined : new Date(Math.max(...moments));
}

function firstAfter(schedule: JobSchedule, zone: ZoneName, day: Day, after: number): number | undefined {
  if (!runsOn(schedule, day)) return undefined;
  if (schedule.kind === "at") return atTimes(schedule, zone, day).find((moment) => moment > after);
  const { begin, end, step } = spanOf(schedule, zone, day);
  const moment = after < begin ? begin : begin + (Math.floor((after - begin) / step) + 1) * step;
  return moment <= end ? moment : undefined;
}

function lastUntil(schedule: JobSchedule, zone: ZoneName, day: Day, now: number): number | undefined {
  if (!runsOn(schedule, day)) return undefined;
  if (schedule.kind === "at") return atTimes(schedule, zone, day).findLast((moment) => moment <= now);
  const { begin, end, step } = spanOf(schedule, zone, day);
  if (now < begin) return undefined;
  return begin + Math.floor((Math.min(now, end) - begin) / step) * step;
}

function atTimes({ times }: AtSchedule, zone: ZoneName, day: Day): readonly number[] {
  return times.map((time) => instantAt(day, time, zone)).toSorted((a, b) => a - b);
}

/** From when to when a day's runs are; the end is still in time. */
function spanOf({ minutes, from = "00:00", until }: EverySchedule, zone: ZoneName, day: Day) {
  const begin = instantAt(day, from, zone);
  const step = minutes * 60_000;
  // Without an end a day ends just before the next begins, however many hours it has.
  if (until === undefined) return { begin, end: instantAt(addDays(day, 1), "00:00", zone) - 1, step };
  return { begin, end: instantAt(until > from ? day : addDays(day, 1), until, zone), step };
}

function runsOn({ days }: JobSchedule, day: Day): boolean {
  if (days === undefined) return true;
  // Noon of the day in UTC has the day's own weekday.
  const sundayFirst = new Date(`${day}T12:00:00Z`).getUTCDay();
  const weekday = weekdays[(sundayFirst + 6) % 7];
  return weekday !== undefined && days.includes(weekday);
}

function instantAt(day: Day, time: string, zone: ZoneName): number {
  return instantOf(wallTime(`${day}T${time}`), zone).getTime();
}
