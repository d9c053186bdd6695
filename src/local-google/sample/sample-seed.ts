import type { LocalGoogleSeed, SeedAccount, SeedContact } from "../seed/seed.js";
import { gracesEvents } from "./graces-events.js";
import { junsEvents } from "./juns-events.js";
import { mateosContacts } from "./mateos-contacts.js";
import { mateosEvents } from "./mateos-events.js";
import { oliviasContacts } from "./olivias-contacts.js";
import { oliviasEvents } from "./olivias-events.js";
import { gracesContacts, junsContacts } from "./other-contacts.js";
import { publicHolidays } from "./public-holidays.js";
import { SampleWeeks, friday, monday, saturday, tuesday } from "./sample-weeks.js";

const holidays = {
  id: "en.usa#holiday@group.v.calendar.google.com",
  summary: "Holidays in United States",
  accessRole: "reader",
  colorId: "16",
} as const;

/**
 * Accounts of the people of the sample studio, each with a life of its own: by their addresses
 * they are the studio's users. The same day and zone give the same seed.
 * @param today `YYYY-MM-DD`; everything lies around it
 * @param timeZone of all primary calendars
 */
export function sampleSeed({
  today,
  timeZone,
}: {
  readonly today: string;
  readonly timeZone: string;
}): LocalGoogleSeed {
  const weeks = new SampleWeeks(today);
  const account = (
    email: string,
    name: string,
    eventsOf: typeof oliviasEvents,
    contacts: readonly SeedContact[],
  ): SeedAccount => ({ email, name, timeZone, events: eventsOf(weeks, email), contacts });
  return {
    accounts: [
      {
        ...account("olivia@example.test", "Olivia Hartwell", oliviasEvents, oliviasContacts),
        calendars: [
          // The others see the same calendar, so that its events are told once.
          { ...holidays, events: publicHolidays(today) },
          {
            id: "family0sample@group.calendar.google.com",
            summary: "Family",
            events: [
              { summary: "School trip, Leo", ...weeks.days(2, monday, 2) },
              { summary: "Movie night", ...weeks.at(1, friday, "19:00", "21:30") },
            ],
          },
        ],
      },
      {
        ...account("mateo@example.test", "Mateo Álvarez", mateosEvents, mateosContacts),
        calendars: [
          holidays,
          {
            id: "club0sample@group.calendar.google.com",
            summary: "FC Prairie, fixtures",
            accessRole: "writer",
            events: [{ summary: "Home game", ...weeks.at(2, saturday, "14:00", "16:00") }],
          },
        ],
      },
      {
        ...account("grace@example.test", "Grace Okonkwo-Lindqvist", gracesEvents, gracesContacts),
        defaultReminders: [
          { method: "popup", minutes: 10 },
          { method: "email", minutes: 60 },
        ],
        calendars: [{ ...holidays, isHidden: true }],
      },
      {
        ...account("jun@example.test", "Jun Tanaka 田中 純", junsEvents, junsContacts),
        locale: "ja",
        calendars: [
          holidays,
          {
            id: "college0sample@group.calendar.google.com",
            summary: "College (busy times)",
            accessRole: "freeBusyReader",
            events: [{ summary: "Lecture", ...weeks.at(1, tuesday, "09:00", "11:00") }],
          },
        ],
      },
    ],
  };
}
