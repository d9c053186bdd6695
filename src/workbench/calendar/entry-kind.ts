import type { Person, ShownEntry } from "../api/payloads.js";

/** What an entry is, told in words and by its outline, never by colour alone. */
export type EntryKind = "session" | "client-appointment" | "unlinked" | "private";

/** Each kind in words. */
export const kindTexts: Readonly<Record<EntryKind, string>> = {
  session: "Session",
  "client-appointment": "Appointment with a client",
  unlinked: "Unlinked appointment",
  private: "Private appointment",
};

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
  readonly extendedProps: { readonly entry: ShownEntry; readonly kind: EntryKind; readonly who: string };
}

/** Entries for the calendar component; a booking of two shown people stands there twice, once for each. */
export function calendarLines(entries: readonly ShownEntry[], people: readonly Person[]): readonly CalendarLine[] {
  const severalPeople = new Set(entries.map(({ userId }) => userId)).size > 1;
  return entries.map((entry) => ({
    id: `${entry.entryId}/${entry.userId}`,
    title: lineTitle(entry),
    start: entry.isAllDay ? entry.start.slice(0, 10) : entry.start,
    end: entry.isAllDay ? entry.end.slice(0, 10) : entry.end,
    allDay: entry.isAllDay,
    extendedProps: {
      entry,
      kind: kindOf(entry),
      who: severalPeople ? (people.find(({ id }) => id === entry.userId)?.initials ?? "") : "",
    },
  }));
}

/** The record behind an entry, as the host names it; an event line belongs to its session. */
export function recordPath({ kind, recordId }: ShownEntry): string {
  return `/api/records/${kind === "appointment" ? "appointment" : "session"}/${recordId}/status`;
}

/** The names in the address bar of the calendar route. @param to exclusive */
export function calendarPath(from: string, to: string, userIds: readonly number[]): string {
  const query = new URLSearchParams({ from, to });
  if (userIds.length > 0) query.set("users", userIds.join(","));
  return `/api/calendar?${query.toString()}`;
}

function lineTitle({ title, clientName }: ShownEntry): string {
  const shown = title === "" ? "No description" : title;
  return clientName === "" ? shown : `${clientName} - ${shown}`;
}
