import type { SeedEvent } from "../seed/seed.js";
import { birthday, everyWeek, invitation, withGuests } from "./event-makings.js";
import { friday, monday, saturday, sunday, thursday, tuesday, wednesday } from "./sample-weeks.js";
import type { SampleWeeks } from "./sample-weeks.js";

/** The owner's own calendar: family, books, invitations of every kind. */
export function oliviasEvents(weeks: SampleWeeks, email: string): readonly SeedEvent[] {
  return [
    {
      summary: "Yoga",
      location: "Riverside gym",
      ...weeks.at(-8, monday, "06:30", "07:30"),
      recurrence: ["RRULE:FREQ=WEEKLY;BYDAY=MO,WE"],
      exceptions: [
        {
          originalStart: weeks.time(1, monday, "06:30"),
          summary: "Yoga (later today)",
          ...weeks.at(1, monday, "07:30", "08:30"),
        },
        { originalStart: weeks.time(1, wednesday, "06:30"), status: "cancelled" },
      ],
    },
    // The studio has this one too, word for word.
    { summary: "Photo fair", ...weeks.days(3, thursday, 3) },
    {
      summary: "Budget with the accountant",
      ...weeks.at(1, thursday, "10:00", "11:30"),
      ...withGuests(email, "accountant@example.test"),
      conferenceData: {
        conferenceId: "abc-defg-hij",
        conferenceSolution: { key: { type: "hangoutsMeet" }, name: "Google Meet" },
        entryPoints: [{ entryPointType: "video", uri: "https://meet.example.test/abc-defg-hij" }],
      },
    },
    {
      summary: "Chamber of commerce breakfast",
      ...weeks.at(1, friday, "07:30", "09:00"),
      ...invitation(email, "declined"),
    },
    {
      summary: "Panel: women in business",
      ...weeks.at(2, thursday, "17:00", "19:00"),
      ...invitation(email, "needsAction"),
    },
    { summary: "Neighbors' barbecue", ...weeks.at(2, saturday, "16:00", "20:00"), ...invitation(email, "tentative") },
    { summary: "Gallery opening", ...weeks.at(3, friday, "18:00", "20:00"), ...invitation(email, "accepted") },
    { summary: "Maybe: lake house", status: "tentative", ...weeks.days(5, friday, 3) },
    { summary: "Scan results", visibility: "private", ...weeks.at(1, tuesday, "11:00", "11:30") },
    { summary: "Leo's swimming badge", ...weeks.at(2, sunday, "09:30", "11:00") },
    { summary: "Recycling out", transparency: "transparent", ...weeks.at(1, tuesday, "21:00", "21:15") },
    { summary: "Tax papers due", transparency: "transparent", colorId: "11", ...weeks.days(4, monday) },
    {
      eventType: "outOfOffice",
      summary: "Out of office",
      ...weeks.at(6, monday, "00:00", "23:59"),
      outOfOfficeProperties: { autoDeclineMode: "declineNone" },
    },
    {
      eventType: "workingLocation",
      summary: "Home",
      ...weeks.days(1, friday),
      visibility: "public",
      transparency: "transparent",
      workingLocationProperties: { type: "homeOffice", homeOffice: {} },
    },
    birthday("Leo", "2016-05-04"),
    birthday("Aunt Margaret", "1948-02-29"),
    ...everyWeek(
      weeks,
      { from: -12, to: 12, weekday: saturday },
      ["Farmers' market", "Piano lesson, Leo"],
      ["08:00", "08:45"],
    ),
    ...everyWeek(
      weeks,
      { from: -10, to: 8, weekday: thursday },
      ["Call Mom", "Read contracts", "Run"],
      ["20:00", "20:30"],
    ),
  ];
}
