import type { Calendar } from "./calendar.js";

/** From the least to the most a person may do with a calendar. */
export const accessRoles = ["freeBusyReader", "reader", "writer", "owner"] as const;
export type AccessRole = (typeof accessRoles)[number];

export interface Reminder {
  readonly method: "email" | "popup";
  readonly minutes: number;
}

/** One calendar in one person's list. Never changed: a change puts another in its place. */
export interface CalendarListEntry {
  readonly calendar: Calendar;
  readonly accessRole: AccessRole;
  readonly isPrimary: boolean;
  readonly isHidden: boolean;
  readonly isSelected: boolean;
  readonly isDeleted: boolean;
  readonly colorId: string;
  readonly summaryOverride?: string;
  readonly defaultReminders: readonly Reminder[];
  readonly micros: number;
  /** The number of this entry's last change in the list's history. */
  readonly change: number;
  /** Sync tokens of an older generation are refused with 410. */
  readonly generation: number;
}

/** A person with a Google account. */
export interface Account {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly settings: Map<string, string>;
  readonly entries: Map<string, CalendarListEntry>;
  /** The number of the newest change of the calendar list. */
  listChange: number;
  /** Sync tokens of the calendar list of an older generation are refused with 410. */
  listGeneration: number;
}

export function mayWrite(role: AccessRole): boolean {
  return role === "writer" || role === "owner";
}
