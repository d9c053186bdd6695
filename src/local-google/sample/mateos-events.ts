import type { SeedEvent } from "../seed/seed.js";
import { birthday, everyWeek, invitation, withGuests } from "./event-makings.js";
import { friday, monday, saturday, sunday, thursday, tuesday, wednesday } from "./sample-weeks.js";
import type { SampleWeeks } from "./sample-weeks.js";

/** A photographer's calendar: sports, travel through zones, focus time. */
export function mateosEvents(weeks: SampleWeeks, email: string): readonly SeedEvent[] {
  return [
    // The studio has this one too, word for word; it has staff training during the lunch.
    { summary: "Dentist", ...weeks.at(1, tuesday, "08:30", "09:15") },
    { summary: "Lunch with Ana", location: "Café Lumière", ...weeks.at(1, wednesday, "13:00", "14:00") },
    {
      summary: "Entrenamiento de fútbol",
      ...weeks.at(-6, tuesday, "19:30", "21:00"),
      recurrence: ["RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=40"],
      exceptions: [
        { originalStart: weeks.time(1, thursday, "19:30"), location: "Pitch 3, not 1" },
        { originalStart: weeks.time(2, tuesday, "19:30"), status: "cancelled" },
      ],
    },
    {
      eventType: "focusTime",
      summary: "Editing, do not disturb",
      ...weeks.at(1, monday, "13:00", "16:00"),
      focusTimeProperties: { chatStatus: "doNotDisturb", autoDeclineMode: "declineNone" },
    },
    {
      summary: "Flight to Bogotá",
      start: weeks.time(4, saturday, "09:10"),
      end: weeks.time(4, saturday, "17:25", "America/Bogota"),
      reminders: { useDefault: false, overrides: [{ method: "popup", minutes: 180 }] },
    },
    { summary: "Visit to the family", ...weeks.days(4, sunday, 6) },
    { summary: "Call with the agency in Madrid", ...weeks.at(2, monday, "17:00", "17:45", "Europe/Madrid") },
    { summary: "Sunrise over Auckland (livestream)", ...weeks.at(3, wednesday, "06:40", "07:40", "Pacific/Auckland") },
    {
      eventType: "fromGmail",
      summary: "Reservation at Kettle & Loom",
      ...weeks.at(1, saturday, "20:00", "22:00"),
      source: { title: "Reservation", url: "https://mail.example.test/reservation" },
    },
    {
      summary: "Test the drone",
      description: "<p>Bring:</p><ul><li>both batteries</li><li>the <b>permit</b> &amp; a vest</li></ul>",
      location: "Old Mill Park",
      ...weeks.at(2, friday, "07:00", "09:00"),
    },
    {
      summary: "Cousin's wedding (guest!)",
      ...weeks.at(7, saturday, "14:00", "23:30"),
      ...invitation(email, "accepted"),
    },
    { summary: "Street photo walk", ...weeks.at(3, sunday, "10:00", "12:00"), ...invitation(email, "needsAction") },
    {
      summary: "Karaoke, if enough come",
      ...weeks.at(1, friday, "21:00", "23:30"),
      ...invitation(email, "tentative"),
    },
    {
      summary: "Time-share presentation",
      ...weeks.at(2, wednesday, "18:00", "19:00"),
      ...invitation(email, "declined"),
    },
    {
      summary: "Dinner for six",
      ...weeks.at(2, saturday, "19:00", "22:00"),
      ...withGuests(email, "ana@example.test", "friend@example.test"),
    },
    { summary: "Perhaps: sell the old van", status: "tentative", ...weeks.at(2, thursday, "12:00", "12:30") },
    { summary: "Blood test", visibility: "private", ...weeks.at(2, tuesday, "07:45", "08:00") },
    { summary: "Ana's parents are here", transparency: "transparent", ...weeks.days(3, friday, 4) },
    birthday("Ana", "1991-11-02"),
    ...everyWeek(
      weeks,
      { from: -12, to: 14, weekday: sunday },
      ["Pádel", "Long run", "Bike to the lake"],
      ["08:00", "09:30"],
    ),
    ...everyWeek(weeks, { from: -9, to: 6, weekday: friday }, ["Laundry", "Groceries"], ["18:30", "19:00"]),
  ];
}
