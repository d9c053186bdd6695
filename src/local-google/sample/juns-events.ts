import type { SeedEvent } from "../seed/seed.js";
import { birthday, everyWeek, invitation, withGuests } from "./event-makings.js";
import { friday, monday, saturday, sunday, thursday, tuesday, wednesday } from "./sample-weeks.js";
import type { SampleWeeks } from "./sample-weeks.js";

/** The assistant's calendar: college, another language, far zones. */
export function junsEvents(weeks: SampleWeeks, email: string): readonly SeedEvent[] {
  return [
    {
      summary: "Color theory",
      location: "College, room 114",
      ...weeks.at(-5, monday, "18:00", "20:00"),
      recurrence: ["RRULE:FREQ=WEEKLY;COUNT=14"],
      exceptions: [
        { originalStart: weeks.time(1, monday, "18:00"), location: "College, darkroom" },
        { originalStart: weeks.time(3, monday, "18:00"), status: "cancelled" },
      ],
    },
    {
      summary: "Pay rent",
      start: { date: weeks.day(-20, friday) },
      end: { date: weeks.day(-20, saturday) },
      recurrence: ["RRULE:FREQ=MONTHLY;BYMONTHDAY=1"],
    },
    { summary: "Exam: color theory", colorId: "11", ...weeks.at(9, monday, "18:00", "20:00") },
    { summary: "Exam week", transparency: "transparent", ...weeks.days(9, monday, 5) },
    { summary: "母に電話", ...weeks.at(1, sunday, "09:00", "09:30", "Asia/Tokyo") },
    { summary: "飲み会 🍶", ...weeks.at(1, friday, "20:00", "23:30"), ...invitation(email, "accepted") },
    { summary: "Moving day, Ken", ...weeks.at(2, saturday, "09:00", "15:00"), ...invitation(email, "needsAction") },
    { summary: "Timesheet training", ...weeks.at(1, thursday, "16:00", "16:30"), ...invitation(email, "tentative") },
    { summary: "Club night", ...weeks.at(1, saturday, "23:00", "03:00"), ...invitation(email, "declined") },
    { summary: "Study group", ...weeks.at(2, wednesday, "18:30", "20:30"), ...withGuests(email, "ken@example.test") },
    { summary: "Maybe the movies", status: "tentative", ...weeks.at(2, tuesday, "19:00", "21:30") },
    { summary: "Interview at another place", visibility: "private", ...weeks.at(3, wednesday, "11:00", "12:00") },
    { eventType: "focusTime", summary: "Portfolio", ...weeks.at(2, friday, "09:00", "11:00") },
    {
      eventType: "outOfOffice",
      summary: "In Osaka",
      start: weeks.time(12, saturday, "00:00"),
      end: weeks.time(14, sunday, "23:00"),
      outOfOfficeProperties: {
        autoDeclineMode: "declineOnlyNewConflictingInvitations",
        declineMessage: "I am in Osaka.",
      },
    },
    birthday("Ken", "2001-08-15"),
    ...everyWeek(
      weeks,
      { from: -12, to: 12, weekday: wednesday },
      ["Climbing", "Skate park", "D&D"],
      ["20:45", "22:15"],
    ),
    ...everyWeek(
      weeks,
      { from: -6, to: 9, weekday: saturday },
      ["Ramen", "Laundry", "Thrift shop"],
      ["11:30", "12:15"],
    ),
  ];
}
