import type { JsonObject } from "../json.js";
import type { SeedEvent } from "../seed/seed.js";
import type { SampleWeeks, Weekday } from "./sample-weeks.js";

/** What a guest said to an invitation. */
type Answer = "accepted" | "tentative" | "declined" | "needsAction";

/** Somebody else's event with this person as a guest. */
export function invitation(email: string, answer: Answer, organizer = "friend@example.test"): JsonObject {
  return {
    organizer: { email: organizer },
    attendees: [
      { email: organizer, responseStatus: "accepted" },
      { email, responseStatus: answer },
    ],
  };
}

/** This person's own event with guests. */
export function withGuests(email: string, ...guests: readonly string[]): JsonObject {
  return {
    attendees: [
      { email, responseStatus: "accepted" },
      ...guests.map((guest) => ({ email: guest, responseStatus: "needsAction" })),
    ],
  };
}

/** A birthday as Google makes it of a contact. @param born `YYYY-MM-DD` */
export function birthday(name: string, born: string): SeedEvent {
  const next = new Date(`${born}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const rule = born.endsWith("02-29") ? "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "RRULE:FREQ=YEARLY";
  return {
    eventType: "birthday",
    summary: `${name}'s birthday`,
    start: { date: born },
    end: { date: next.toISOString().slice(0, 10) },
    recurrence: [rule],
    transparency: "transparent",
    visibility: "private",
    birthdayProperties: { type: "birthday" },
  };
}

/** Something people do on some weekday, week after week, but never made a series of. */
export function everyWeek(
  weeks: SampleWeeks,
  { from, to, weekday }: { readonly from: number; readonly to: number; readonly weekday: Weekday },
  titles: readonly [string, ...string[]],
  begins: readonly [string, string],
): SeedEvent[] {
  return Array.from({ length: to - from + 1 }, (_none, index) => ({
    summary: titles[index % titles.length] ?? titles[0],
    ...weeks.at(from + index, weekday, ...begins),
  }));
}
