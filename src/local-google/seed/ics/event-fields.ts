import type { JsonObject } from "../../json.js";
import { instantOfWall } from "../../store/zone-time.js";
import { findLine } from "./components.js";
import type { Component } from "./components.js";
import type { ContentLine } from "./content-lines.js";
import { readAddress, readDuration, readText, readTime } from "./values.js";
import type { IcsTime } from "./values.js";
import type { ZoneNames } from "./zone-names.js";

const partStats: Readonly<Record<string, string>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
};

/** Guests; whoever has no e-mail address cannot be one at Google. */
export function readAttendees(event: Component): JsonObject[] {
  const attendees = new Map<string, JsonObject>();
  for (const line of event.lines.filter(({ name }) => name === "ATTENDEE")) {
    const email = readAddress(line.value);
    if (email === undefined) continue;
    const { CN, PARTSTAT = "", ROLE, CUTYPE = "" } = line.parameters;
    attendees.set(email, {
      email,
      ...(CN && CN.toLowerCase() !== email && { displayName: readText(CN) }),
      responseStatus: partStats[PARTSTAT.toUpperCase()] ?? "needsAction",
      ...(ROLE === "OPT-PARTICIPANT" && { optional: true }),
      ...(["RESOURCE", "ROOM"].includes(CUTYPE.toUpperCase()) && { resource: true }),
    });
  }
  return [...attendees.values()];
}

export function readOrganizer(event: Component): JsonObject | undefined {
  const line = findLine(event, "ORGANIZER");
  const email = line && readAddress(line.value);
  if (!line || email === undefined) return undefined;
  const { CN } = line.parameters;
  return { email, ...(CN && CN.toLowerCase() !== email && { displayName: readText(CN) }) };
}

const longestReminder = 40_320;

/** Alarms before the start as reminders; Google knows no others, and five at most. */
export function readReminders(event: Component, start: IcsTime, zones: ZoneNames): JsonObject | undefined {
  const alarms = event.components.filter(({ name }) => name === "VALARM");
  if (alarms.length === 0) return undefined;
  const reminders = new Map<string, JsonObject>();
  for (const alarm of alarms) {
    const trigger = findLine(alarm, "TRIGGER");
    const minutes = trigger && minutesBefore(trigger, start, zones);
    if (minutes === undefined || minutes < 0 || minutes > longestReminder) continue;
    const method = findLine(alarm, "ACTION")?.value.toUpperCase() === "EMAIL" ? "email" : "popup";
    reminders.set(`${method} ${minutes}`, { method, minutes });
  }
  return { useDefault: false, overrides: [...reminders.values()].slice(0, 5) };
}

function minutesBefore(trigger: ContentLine, start: IcsTime, zones: ZoneNames): number {
  if (trigger.parameters["VALUE"] !== "DATE-TIME") return Math.round(-readDuration(trigger) / 60);
  return Math.round((instantOf(start, zones) - instantOf(readTime(trigger, zones), zones)) / 60_000);
}

/** The instant of a time; a day begins at midnight in the calendar's zone. */
export function instantOf(time: IcsTime, zones: ZoneNames): number {
  return "date" in time
    ? instantOfWall(`${time.date}T00:00:00`, zones.calendarZone)
    : instantOfWall(time.dateTime, time.timeZone);
}

const recurrenceNames = ["RRULE", "EXRULE", "RDATE", "EXDATE"];

/** RRULE, EXRULE, RDATE and EXDATE with zone names Google knows. */
export function readRecurrence(event: Component, zones: ZoneNames): string[] {
  return event.lines.filter(({ name }) => recurrenceNames.includes(name)).map((line) => recurrenceLine(line, zones));
}

function recurrenceLine(line: ContentLine, zones: ZoneNames): string {
  if (line.name.endsWith("RULE")) return `${line.name}:${line.value.trim()}`;
  const dates = line.value
    .split(",")
    // Of a period only its start is an instance.
    .map((text) => text.trim().replace(/\/.*$/, ""))
    .filter((text) => text !== "")
    .map((text) => (/^\d{8}Z$/.test(text) ? text.slice(0, 8) : text));
  const times = dates.map((text) => readTime(line, zones, text));
  const [first] = times;
  if (!first || "date" in first) return `${line.name};VALUE=DATE:${dates.map((text) => text.slice(0, 8)).join(",")}`;
  const zone = first.timeZone === "UTC" ? "" : `;TZID=${first.timeZone}`;
  return `${line.name}${zone}:${dates.join(",")}`;
}
