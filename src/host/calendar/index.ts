export { Calendar } from "./calendar.js";
export type { CalendarPerson } from "./calendar.js";
export { shownEntry } from "./shown-entry.js";
export type { ShownEntry } from "./shown-entry.js";
