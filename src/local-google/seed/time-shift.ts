import { isObject } from "../json.js";
import type { JsonObject } from "../json.js";
import { addDays, daysBetween, mondayOf } from "../store/zone-time.js";
import type { PreparedEvent } from "./prepared-event.js";

/** Whole weeks, in days, from the week of one day to the week of another. */
export function weeksBetween(from: string, to: string): number {
  return daysBetween(mondayOf(from), mondayOf(to));
}

/** The same event so many days later: its times, its rules and its exceptions. */
export function shiftEvent(event: PreparedEvent, days: number): PreparedEvent {
  if (days === 0) return event;
  return {
    ...event,
    body: shiftBody(event.body, days),
    exceptions: event.exceptions.map((exception) => ({
      ...exception,
      originalStart: shiftTime(exception.originalStart, days),
      body: shiftBody(exception.body, days),
    })),
  };
}

function shiftBody(body: JsonObject, days: number): JsonObject {
  const { start, end, recurrence } = body;
  return {
    ...body,
    ...(isObject(start) && { start: shiftTime(start, days) }),
    ...(isObject(end) && { end: shiftTime(end, days) }),
    ...(Array.isArray(recurrence) && { recurrence: recurrence.map((line) => shiftRule(String(line), days)) }),
  };
}

function shiftTime(time: JsonObject, days: number): JsonObject {
  const shifted = (text: unknown): unknown =>
    typeof text === "string" && text.length >= 10 ? addDays(text.slice(0, 10), days) + text.slice(10) : text;
  return {
    ...time,
    ...(time["date"] !== undefined && { date: shifted(time["date"]) }),
    ...(time["dateTime"] !== undefined && { dateTime: shifted(time["dateTime"]) }),
  };
}

function shiftRule(line: string, days: number): string {
  return line.replaceAll(/(?<=[=:,])(\d{4})(\d{2})(\d{2})(?!\d)/g, (_whole, year: string, month: string, day: string) =>
    addDays(`${year}-${month}-${day}`, days).replaceAll("-", ""),
  );
}
