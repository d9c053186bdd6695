import type { SeedEvent } from "../seed/seed.js";
import { birthday, everyWeek, invitation, withGuests } from "./event-makings.js";
import { friday, monday, saturday, sunday, thursday, tuesday, wednesday } from "./sample-weeks.js";
import type { SampleWeeks } from "./sample-weeks.js";

/** A photographer's calendar: nights, long titles, events others made, attachments and colours. */
export function gracesEvents(weeks: SampleWeeks, email: string): readonly SeedEvent[] {
  return [
    // The studio has this one too, word for word.
    { summary: "Photo fair", ...weeks.days(3, thursday, 3) },
    {
      summary: "Choir",
      ...weeks.at(-10, wednesday, "19:00", "21:00"),
      recurrence: ["RRULE:FREQ=WEEKLY;INTERVAL=2"],
      exceptions: [
        {
          originalStart: weeks.time(2, wednesday, "19:00"),
          summary: "Choir: concert!",
          ...weeks.at(2, friday, "19:30", "22:00"),
        },
        { originalStart: weeks.time(4, wednesday, "19:00"), status: "cancelled" },
      ],
    },
    { summary: "Volunteer night shift", ...weeks.at(1, friday, "22:00", "06:00") },
    { summary: "Moon rises over the bridge", ...weeks.at(2, tuesday, "20:41", "20:41") },
    {
      summary: `Remember: ${"the very long list of things to bring to the very long day by the sea, ".repeat(4)}and sunscreen`,
      ...weeks.at(3, sunday, "07:00", "19:00"),
    },
    {
      summary: "Rehearsal dinner, plan B outdoors 🌧️",
      colorId: "6",
      reminders: {
        useDefault: false,
        overrides: [
          { method: "email", minutes: 1440 },
          { method: "popup", minutes: 15 },
        ],
      },
      attachments: [{ fileUrl: "https://drive.example.test/plan-b", title: "Plan B.pdf", mimeType: "application/pdf" }],
      ...weeks.at(2, saturday, "17:00", "19:00"),
    },
    {
      summary: "Parents' council",
      ...weeks.at(1, thursday, "19:00", "20:30"),
      ...invitation(email, "accepted"),
      guestsCanModify: true,
    },
    { summary: "Book swap", ...weeks.at(2, sunday, "15:00", "17:00"), ...invitation(email, "tentative") },
    { summary: "Alumni reunion", ...weeks.at(5, saturday, "18:00", "23:00"), ...invitation(email, "needsAction") },
    { summary: "Webinar: ten secrets", ...weeks.at(1, tuesday, "12:00", "13:00"), ...invitation(email, "declined") },
    { summary: "Walk with Uche", ...weeks.at(1, sunday, "16:00", "17:30"), ...withGuests(email, "uche@example.test") },
    { summary: "Maybe move the piano", status: "tentative", ...weeks.at(3, tuesday, "10:00", "12:00") },
    { summary: "Counselling", visibility: "private", ...weeks.at(1, monday, "17:30", "18:20") },
    { summary: "Uche in town", transparency: "transparent", ...weeks.days(1, monday, 5) },
    { summary: "Boiler service", ...weeks.at(2, monday, "08:00", "12:00") },
    { summary: "Call with Lagos", ...weeks.at(2, thursday, "18:00", "18:30", "Africa/Lagos") },
    birthday("Uche", "1989-12-24"),
    birthday("Dad", "1957-07-30"),
    ...everyWeek(
      weeks,
      { from: -12, to: 12, weekday: tuesday },
      ["Library", "Swim", "Garden club"],
      ["07:15", "08:00"],
    ),
    ...everyWeek(weeks, { from: -8, to: 10, weekday: sunday }, ["Church", "Brunch"], ["10:30", "12:00"]),
  ];
}
