import { statusLabels } from "./field-labels.js";
import { namesIn } from "./staff.js";
import type { Staff } from "./staff.js";

/** A value of a booking in words, to be compared with another. @param clientName what the client of this record is called */
export function shownValue(name: string, value: unknown, staff: Staff, clientName: string): string {
  switch (name) {
    case "start":
    case "end":
      return typeof value === "string" ? value.slice(0, 16).replace("T", " ") : "";
    case "status":
      return Object.entries(statusLabels).find(([status]) => status === value)?.[1] ?? "";
    case "clientId":
      return value === null || value === undefined ? "None" : clientName;
    case "userIds":
      return Array.isArray(value) ? namesIn(staff.people, value.map(Number)) : "";
    case "resourceIds":
      return Array.isArray(value) ? namesIn(staff.resources, value.map(Number)) : "";
    case "photographerId":
    case "assistantId":
      return typeof value === "number" ? namesIn(staff.people, [value]) : "None";
    default:
      if (typeof value === "boolean") return value ? "Yes" : "No";
      return typeof value === "string" ? value : "";
  }
}
