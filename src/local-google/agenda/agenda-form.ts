import { textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import { addDays } from "../store/zone-time.js";

/**
 * What the form of an event says, in the words of the API. Days are inclusive on screen
 * and exclusive in Google.
 */
export function readEventForm(form: JsonObject, timeZone: string, isNew: boolean): JsonObject {
  const field = (name: string): string => textOf(form[name])?.trim() ?? "";
  const isAllDay = field("allDay") !== "";
  const startDate = field("startDate");
  const endDate = field("endDate") || startDate;
  const other = isNew ? undefined : null;
  const timed = (date: string, time: string): JsonObject => ({ dateTime: `${date}T${time}:00`, timeZone, date: other });
  const day = (date: string): JsonObject => ({ date, dateTime: other, timeZone: other });
  const startTime = field("startTime") || "09:00";
  return {
    summary: field("summary"),
    location: field("location"),
    description: textOf(form["description"]) ?? "",
    status: field("tentative") === "" ? "confirmed" : "tentative",
    visibility: field("private") === "" ? "default" : "private",
    transparency: field("free") === "" ? "opaque" : "transparent",
    start: isAllDay ? day(startDate) : timed(startDate, startTime),
    end: isAllDay ? day(nextDay(endDate)) : timed(endDate, field("endTime") || startTime),
  };
}

/** The day after; text that is no day is left for Google's own check to refuse. */
function nextDay(date: string): string {
  return Number.isNaN(Date.parse(date)) ? date : addDays(date, 1);
}
