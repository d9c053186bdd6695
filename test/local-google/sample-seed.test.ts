import assert from "node:assert/strict";
import { join } from "node:path";

import { samplePeople } from "../../src/host/sample-studio/sample-people.js";
import { readSeedFile, sampleSeed, startLocalGoogle } from "../../src/local-google/index.js";
import type { LocalGoogle } from "../../src/local-google/index.js";
import { isObject } from "../../src/local-google/json.js";
import type { JsonObject } from "../../src/local-google/json.js";
import { checkSeed } from "../../src/local-google/seed/seed-checker.js";
import { HandClock } from "./support/client.js";

const emails = ["olivia@example.test", "mateo@example.test", "grace@example.test", "jun@example.test"];

describe("local Google: the sample accounts", () => {
  // Two zones on either side of the world, and days on both ends of a week.
  for (const [today, timeZone] of [
    ["2026-03-11", "America/Chicago"],
    ["2027-01-03", "Pacific/Auckland"],
    ["2028-02-28", "Europe/Berlin"],
  ] as const) {
    it(`are a seed Google takes on ${today} in ${timeZone}`, async () => {
      const seed = checkSeed(structuredClone(sampleSeed({ today, timeZone })), "sample");
      const google = await startLocalGoogle({ clock: new HandClock(), seed });
      try {
        assert.deepEqual(
          google.accounts.list().map(({ email }) => email),
          emails,
        );
      } finally {
        await google.dispose();
      }
    });
  }

  describe("loaded", () => {
    let google: LocalGoogle;
    before(async () => {
      const seed = sampleSeed({ today: "2026-03-11", timeZone: "America/Chicago" });
      google = await startLocalGoogle({ clock: new HandClock(), seed });
    });
    after(() => google.dispose());
    const eventsOf = (email: string): readonly JsonObject[] =>
      google.accounts.get(email).calendar().list({ showDeleted: true });

    it("belong to the people of the sample studio", () => {
      assert.deepEqual(
        samplePeople.map(({ email }) => email),
        google.accounts.list().map(({ email }) => email),
      );
    });

    it("hold between 40 and 100 events each", () => {
      const counts = emails.map((email) => eventsOf(email).length);
      assert.ok(
        counts.every((count) => count >= 40 && count <= 100),
        counts.join(" "),
      );
    });

    for (const email of emails) {
      it(`hold everything a sync has to judge: ${email}`, () => {
        const events = eventsOf(email);
        const answers = new Set(events.flatMap((event) => ownAnswer(event, email)));
        const kinds: Readonly<Record<string, (event: JsonObject) => boolean>> = {
          tentative: ({ status }) => status === "tentative",
          private: ({ visibility, eventType }) => visibility === "private" && eventType === "default",
          free: ({ transparency, eventType }) => transparency === "transparent" && eventType === "default",
          "several days": ({ start, end }) => isLong(start, end),
          series: ({ recurrence, eventType }) => recurrence !== undefined && eventType === "default",
          "changed instance": ({ recurringEventId, status }) =>
            recurringEventId !== undefined && status === "confirmed",
          "deleted instance": ({ recurringEventId, status }) =>
            recurringEventId !== undefined && status === "cancelled",
          "guests of one's own": ({ organizer, attendees }) =>
            attendees !== undefined && isObject(organizer) && organizer["email"] === email,
          birthday: ({ eventType }) => eventType === "birthday",
        };
        const missing = Object.entries(kinds).flatMap(([kind, is]) => (events.some(is) ? [] : [kind]));
        assert.deepEqual(
          [missing, [...answers].toSorted()],
          [[], ["accepted", "declined", "needsAction", "tentative"]],
        );
      });
    }

    it("have events of every type", () => {
      const types = new Set(emails.flatMap((email) => eventsOf(email).map(({ eventType }) => String(eventType))));
      assert.deepEqual([...types].toSorted(), [
        "birthday",
        "default",
        "focusTime",
        "fromGmail",
        "outOfOffice",
        "workingLocation",
      ]);
    });

    it("have events in other zones", () => {
      const zones = new Set(
        emails.flatMap((email) => eventsOf(email).flatMap(({ start, end }) => [zoneOf(start), zoneOf(end)])),
      );
      zones.delete(undefined);
      assert.deepEqual([...zones].toSorted(), [
        "Africa/Lagos",
        "America/Bogota",
        "America/Chicago",
        "Asia/Tokyo",
        "Europe/Madrid",
        "Pacific/Auckland",
      ]);
    });

    it("carry what belongs to the Google user alone: reminders, colours, conferences, attachments", () => {
      const all = emails.flatMap(eventsOf);
      const has = (field: string): boolean => all.some((event) => event[field] !== undefined);
      assert.deepEqual(
        ["colorId", "conferenceData", "attachments"].filter((field) => !has(field)),
        [],
      );
      assert.ok(all.some(({ reminders }) => isObject(reminders) && Array.isArray(reminders["overrides"])));
    });

    it("share one calendar of holidays, told once and not to be written", () => {
      const lists = emails.map((email) =>
        google.accounts.get(email).calendar("en.usa#holiday@group.v.calendar.google.com").list(),
      );
      const [first = []] = lists;
      const thanksgiving = first.filter(({ summary }) => summary === "Thanksgiving Day").map(({ start }) => start);
      assert.deepEqual(
        [lists.map(({ length }) => length), thanksgiving],
        [
          [33, 33, 33, 33],
          [{ date: "2025-11-27" }, { date: "2026-11-26" }, { date: "2027-11-25" }],
        ],
      );
    });

    it("have contacts of every kind, in labels of their own", () => {
      const contacts = sampleSeed({ today: "2026-03-11", timeZone: "America/Chicago" }).accounts.map(
        (account) => account.contacts ?? [],
      );
      const all = contacts.flat();
      const kinds: Readonly<Record<string, (contact: JsonObject) => boolean>> = {
        "phone only": ({ names, organizations, emailAddresses, phoneNumbers }) =>
          [names, organizations, emailAddresses].every((field) => field === undefined) && phoneNumbers !== undefined,
        "company only": ({ names, organizations }) => names === undefined && organizations !== undefined,
        "email only": ({ names, organizations, emailAddresses }) =>
          names === undefined && organizations === undefined && emailAddresses !== undefined,
        "several emails": ({ emailAddresses }) => Array.isArray(emailAddresses) && emailAddresses.length > 1,
        "a photo": ({ photoUrl }) => photoUrl !== undefined,
        "a custom field": ({ userDefined }) => userDefined !== undefined,
        "a label": ({ labels }) => labels !== undefined,
        "no label": ({ labels }) => labels === undefined,
      };
      assert.deepEqual(
        [
          contacts.map(({ length }) => length),
          Object.keys(kinds).filter((kind) => !all.some((one) => kinds[kind]?.(one))),
        ],
        [[15, 6, 3, 3], []],
      );
    });

    it("have calendars of every kind beside the primary one", () => {
      assert.deepEqual(
        emails.map((email) => google.accounts.get(email).calendarIds().length),
        [3, 3, 2, 3],
      );
    });
  });

  it("have a small neighbour in samples/, read from JSON and iCalendar", async () => {
    const folder = join(import.meta.dirname, "../../../samples/calendars");
    const seed = readSeedFile(join(folder, "one-account.json"));
    const google = await startLocalGoogle({ clock: new HandClock(), seed, seedFolder: folder });
    try {
      const titles = google.accounts
        .get("visitor@example.test")
        .calendar()
        .list()
        .map(({ summary }) => String(summary));
      assert.deepEqual(titles.toSorted(), [
        "Community choir",
        "Community choir (later)",
        "Dinner",
        "Ice festival 冰雪节",
        "Parking permit, maybe",
        "Winter market",
      ]);
    } finally {
      await google.dispose();
    }
  });

  it("are the same for the same day", () => {
    const options = { today: "2026-03-11", timeZone: "America/Chicago" };
    assert.deepEqual(sampleSeed(options), sampleSeed(options));
  });
});

function ownAnswer({ attendees, organizer }: JsonObject, email: string): readonly unknown[] {
  if (!Array.isArray(attendees) || (isObject(organizer) && organizer["email"] === email)) return [];
  return attendees.flatMap((attendee: unknown) =>
    isObject(attendee) && attendee["email"] === email ? [attendee["responseStatus"]] : [],
  );
}

function isLong(start: unknown, end: unknown): boolean {
  if (!isObject(start) || !isObject(end)) return false;
  return Date.parse(String(end["date"])) - Date.parse(String(start["date"])) > 86_400_000;
}

function zoneOf(time: unknown): unknown {
  return isObject(time) ? time["timeZone"] : undefined;
}
