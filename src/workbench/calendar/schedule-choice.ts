import type { Resource } from "../api/booking-payloads.js";
import type { Person } from "../api/payloads.js";

/** Whose schedules are shown. */
export interface ScheduleChoice {
  readonly userIds: readonly number[];
  readonly resourceIds: readonly number[];
}

/** Colours for those who have none of their own; all readable as a stripe on light and on dark. */
const colours = ["#1c7ed6", "#d6336c", "#2f9e44", "#e8590c", "#7048e8", "#0c8599", "#a61e4d", "#5c940d"];

/** The colour of a person in the calendar. */
export function colourOf(people: readonly Person[], userId: number): string {
  const index = people.findIndex(({ id }) => id === userId);
  return people[index]?.colour ?? paletteColour(index);
}

/** The colour of a room or another resource. */
export function resourceColour(resources: readonly Resource[], resourceId: number): string {
  return paletteColour(resources.findIndex(({ id }) => id === resourceId) + 3);
}

/** One of them more or less. */
export function toggled(ids: readonly number[], id: number): readonly number[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}

function paletteColour(index: number): string {
  return colours[Math.max(index, 0) % colours.length] ?? "#1c7ed6";
}
