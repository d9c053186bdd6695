import type { ScheduleEntry } from "../../api/index.js";

/** A session, an event line, or an appointment linked to a client: its title comes from the template (C2). */
export function isLinkedEntry(entry: ScheduleEntry): boolean {
  return entry.client !== undefined || entry.kind !== "appointment";
}
