import type { LineValues } from "../../api/booking-payloads.js";
import { shownWallTime, shownWhen } from "../../common/shown-text.js";
import { bookingTexts as texts } from "../../texts/en/booking-texts.js";
import { commonTexts } from "../../texts/en/common-texts.js";
import { namesIn } from "./staff.js";
import type { Staff } from "./staff.js";

/** What values are shown with. */
export interface ShownWith {
  readonly staff: Staff;
  /** What the client of this record is called. */
  readonly clientName: string;
  readonly locale: string;
}

/** A value of a booking in words, to be compared with another. */
export function shownValue(name: string, value: unknown, { staff, clientName, locale }: ShownWith): string {
  switch (name) {
    case "start":
    case "end":
      return typeof value === "string" ? shownWallTime(value, locale) : "";
    case "lines":
      // The form has no other values of this name.
      return (value as readonly LineValues[]).map((line) => shownLine(line, staff, locale)).join("\n");
    case "status":
      return Object.entries(texts.statuses).find(([status]) => status === value)?.[1] ?? "";
    case "clientId":
      return value === null || value === undefined ? texts.none : clientName;
    case "userIds":
      return Array.isArray(value) ? namesIn(staff.people, value.map(Number)) : "";
    case "resourceIds":
      return Array.isArray(value) ? namesIn(staff.resources, value.map(Number)) : "";
    case "photographerId":
    case "assistantId":
      return typeof value === "number" ? namesIn(staff.people, [value]) : texts.none;
    default:
      if (typeof value === "boolean") return value ? commonTexts.yes : commonTexts.no;
      return typeof value === "string" ? value : "";
  }
}

function shownLine(line: LineValues, staff: Staff, locale: string): string {
  const what = line.isPrimary || line.description === "" ? [] : [line.description];
  const who = line.userId === null ? [] : [namesIn(staff.people, [line.userId])];
  const where = line.resourceId === null ? [] : [namesIn(staff.resources, [line.resourceId])];
  return texts.lines.shown([...what, ...who, ...where].join(", "), shownWhen(line, locale));
}
