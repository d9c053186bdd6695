import type { ShownEntry } from "../api/payloads.js";
import { calendarTexts as texts } from "../texts/en/calendar-texts.js";
import type { Staff } from "./booking/staff.js";
import { colourOf, resourceColour } from "./schedule-choice.js";
import type { ScheduleChoice } from "./schedule-choice.js";

/** What an entry is, told in words and by its outline, never by colour alone. */
export type EntryKind = "session" | "client-appointment" | "unlinked" | "private";

export function kindOf({ kind, isPrivate, clientName }: ShownEntry): EntryKind {
  if (isPrivate) return "private";
  if (kind !== "appointment") return "session";
  return clientName === "" ? "unlinked" : "client-appointment";
}

/** A line of the calendar, as the calendar component takes it. */
export interface CalendarLine {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly editable: boolean;
  readonly extendedProps: {
    readonly entry: ShownEntry;
    readonly kind: EntryKind;
    /** Whose of the shown schedules it is on. */
    readonly owners: readonly LineOwner[];
    /** Whether the owners are named: not while only one schedule is shown. */
    readonly namesOwners: boolean;
  };
}

/** A person or a room whose schedule an entry is on. */
export interface LineOwner {
  readonly short: string;
  readonly colour: string;
}

/** Entries for the calendar component; a booking of several people or rooms stands there once, with all of them. */
export function calendarLines(
  entries: readonly ShownEntry[],
  staff: Staff,
  mayMove: { readonly appointment: boolean; readonly session: boolean },
): readonly CalendarLine[] {
  const namesOwners = new Set(entries.map(scheduleOf)).size > 1;
  const byEntry = new Map<string, ShownEntry[]>();
  for (const entry of entries) byEntry.set(entry.entryId, [...(byEntry.get(entry.entryId) ?? []), entry]);
  return [...byEntry].flatMap(([entryId, same]) => {
    // Private to one of them: who may read it reads it (C8).
    const entry = same.find(({ isHidden }) => !isHidden) ?? same[0];
    if (entry === undefined) return [];
    const { start, end, isAllDay, kind } = entry;
    return {
      id: entryId,
      title: lineTitle(entry),
      start: isAllDay ? start.slice(0, 10) : start,
      end: isAllDay ? end.slice(0, 10) : end,
      allDay: isAllDay,
      editable: !entry.isHidden && mayMove[kind === "appointment" ? "appointment" : "session"],
      extendedProps: { entry, kind: kindOf(entry), owners: same.map((one) => ownerOf(one, staff)), namesOwners },
    };
  });
}

function ownerOf({ resourceId, userId }: ShownEntry, { people, resources }: Staff): LineOwner {
  if (resourceId === undefined) {
    const short = people.find(({ id }) => id === userId)?.initials ?? "";
    return { short, colour: colourOf(people, userId) };
  }
  const short = resources.find(({ id }) => id === resourceId)?.name ?? "";
  return { short, colour: resourceColour(resources, resourceId) };
}

/** The hours a day is shown with: the studio's usual ones, and more where something is booked earlier or later. */
export function shownHours(entries: readonly ShownEntry[]): { readonly from: string; readonly to: string } {
  let [from, to] = [7, 20];
  for (const { start, end, isAllDay } of entries) {
    if (isAllDay) continue;
    const staysInDay = start.slice(0, 10) === end.slice(0, 10);
    from = Math.min(from, staysInDay ? hourOf(start) : 0);
    to = Math.max(to, staysInDay ? Math.ceil(hourOf(end) + Number(end.slice(14, 16)) / 60) : 24);
  }
  return { from: `${String(from).padStart(2, "0")}:00:00`, to: `${to}:00:00` };
}

/** The path of the calendar route. @param to exclusive */
export function calendarPath(from: string, to: string, { userIds, resourceIds }: ScheduleChoice): string {
  const query = new URLSearchParams({ from, to, users: userIds.join(",") });
  if (resourceIds.length > 0) query.set("resources", resourceIds.join(","));
  return `/api/calendar?${query.toString()}`;
}

function scheduleOf({ userId, resourceId }: ShownEntry): string {
  return resourceId === undefined ? String(userId) : `resource-${resourceId}`;
}

function hourOf(time: string): number {
  return Number(time.slice(11, 13));
}

function lineTitle({ title, clientName }: ShownEntry): string {
  const shown = title === "" ? texts.noDescription : title;
  return clientName === "" ? shown : texts.ofClient(clientName, shown);
}
