import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { SeedError } from "../../src/local-google/errors.js";
import type { ShownEvent } from "../../src/local-google/index.js";
import { Anna, items } from "./support/client.js";

const lines = (...text: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...text, "END:VCALENDAR", ""].join("\r\n");
const event = (...text: readonly string[]): string =>
  lines("BEGIN:VEVENT", "UID:one@studio.example.test", ...text, "END:VEVENT");

describe("local Google: iCalendar files", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  const only = (text: string): ShownEvent => {
    anna.calendar.importIcs(text, "file.ics");
    const [first] = anna.calendar.list();
    assert.ok(first);
    return first;
  };

  it("reads folded lines, escapes, quoted parameters and what makes up an event", () => {
    const {
      etag: _e,
      id: _i,
      htmlLink: _h,
      ...read
    } = only(
      event(
        'DTSTART;TZID="Europe/Berlin":20260325T080000',
        "DURATION:PT1H30M",
        "SUMMARY:Portraits\\, fa",
        " mily",
        "DESCRIPTION:one\\ntwo\\;three",
        "LOCATION:Studio 1",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "STATUS:TENTATIVE",
        "SEQUENCE:2",
        "CREATED:20260101T120000Z",
        "LAST-MODIFIED:20260102T120000Z",
        'ATTENDEE;CN="Doe, Bob";PARTSTAT=ACCEPTED;ROLE=OPT-PARTICIPANT:mailto:Bob@example.test',
        "ATTENDEE:urn:uuid:no-address",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P0DT0H10M0S",
        "END:VALARM",
        "X-ANYTHING;X-P=1:ignored",
      ),
    );
    assert.deepEqual(read, {
      kind: "calendar#event",
      status: "tentative",
      created: "2026-01-01T12:00:00.000Z",
      updated: "2026-01-02T12:00:00.000Z",
      summary: "Portraits, family",
      description: "one\ntwo;three",
      location: "Studio 1",
      transparency: "transparent",
      visibility: "private",
      creator: { email: anna.email, self: true },
      organizer: { email: anna.email, self: true },
      start: { dateTime: "2026-03-25T08:00:00+01:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-03-25T09:30:00+01:00", timeZone: "Europe/Berlin" },
      iCalUID: "one@studio.example.test",
      sequence: 2,
      attendees: [{ email: "bob@example.test", displayName: "Doe, Bob", responseStatus: "accepted", optional: true }],
      reminders: { useDefault: false, overrides: [{ method: "popup", minutes: 10 }] },
      eventType: "default",
    });
  });

  const zones = {
    'TZID="Eastern Standard Time"': "America/New_York",
    'TZID="(UTC-05:00) Eastern Time (US & Canada)"': "America/New_York",
    "TZID=/mozilla.org/20050126_1/Europe/Paris": "Europe/Paris",
    "TZID=custom_America/New_York": "America/New_York",
  };
  for (const [parameter, timeZone] of Object.entries(zones)) {
    it(`knows the zone ${parameter}`, () => {
      const { start } = only(event(`DTSTART;${parameter}:20260325T080000`));
      assert.deepEqual(start, {
        dateTime: start instanceof Object && "dateTime" in start ? start.dateTime : "",
        timeZone,
      });
    });
  }

  it("takes times without zone as the calendar's own", () => {
    const text = lines(
      "X-WR-TIMEZONE:America/Chicago",
      "BEGIN:VEVENT",
      "UID:a",
      "DTSTART:20260325T080000",
      "END:VEVENT",
    );
    assert.deepEqual(only(text)["start"], { dateTime: "2026-03-25T14:00:00+01:00", timeZone: "America/Chicago" });
  });

  const wholeDays = {
    "DTSTART;VALUE=DATE:20260325": "2026-03-26",
    "DTSTART:20260325\r\nDTEND:20260325": "2026-03-26",
    "DTSTART;VALUE=DATE:20260325\r\nDTEND;VALUE=DATE:20260328": "2026-03-28",
    "DTSTART;VALUE=DATE:20260325\r\nDURATION:P2D": "2026-03-27",
  };
  for (const [text, date] of Object.entries(wholeDays)) {
    it(`C21: ends ${text.replace("\r\n", " ")} before ${date}`, () => {
      assert.deepEqual(only(event(text))["end"], { date });
    });
  }

  it("reads a series with EXDATE, RDATE and a changed instance", async () => {
    anna.calendar.importIcs(
      lines(
        "BEGIN:VEVENT",
        "UID:abc123@google.com",
        "DTSTART;TZID=Europe/Berlin:20260302T080000",
        "DTEND;TZID=Europe/Berlin:20260302T090000",
        "SUMMARY:Weekly",
        "DESCRIPTION:only of the series",
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE;TZID=Europe/Berlin:20260303T080000",
        "RDATE;VALUE=PERIOD:20260310T070000Z/20260310T080000Z",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:abc123@google.com",
        "RECURRENCE-ID:20260304T070000Z",
        "DTSTART;TZID=Europe/Berlin:20260304T100000",
        "DTEND;TZID=Europe/Berlin:20260304T110000",
        "SUMMARY:Later",
        "END:VEVENT",
      ),
      "file.ics",
    );
    const instances = items(await anna.call("GET", "/calendars/primary/events/abc123/instances"));
    assert.deepEqual(
      instances.map(({ id, summary, description }) => [id, summary, description]),
      [
        ["abc123_20260302T070000Z", "Weekly", "only of the series"],
        ["abc123_20260304T070000Z", "Later", undefined],
        ["abc123_20260305T070000Z", "Weekly", "only of the series"],
        ["abc123_20260310T070000Z", "Weekly", "only of the series"],
      ],
    );
  });

  it("skips free-busy tables, tasks and unknown parts", () => {
    const text = lines("BEGIN:VFREEBUSY", "DTSTART:20269999T000000Z", "END:VFREEBUSY", "BEGIN:X-OTHER", "END:X-OTHER");
    assert.equal(anna.calendar.importIcs(text, "file.ics"), 0);
  });

  it("keeps a text line that was broken without folding", () => {
    const text = event("DTSTART:20260325T080000Z", "DESCRIPTION:first", "&nbsp; second");
    assert.equal(only(text)["description"], "first\n&nbsp; second");
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ["an impossible day", event("DTSTART:20261032T000000"), "file.ics:5"],
    ["an impossible time", event("DTSTART:20261031T250000"), "file.ics:5"],
    ["an unknown zone", event("DTSTART;TZID=Mars/Base:20261031T080000"), "file.ics:5"],
    ["an end before the start", event("DTSTART:20260325T080000Z", "DTEND:20260325T070000Z"), "file.ics:6"],
    ["an unreadable rule", event("DTSTART:20260325T080000Z", "RRULE:FREQ=SOMETIMES"), "file.ics:3"],
    ["an event without start", event("SUMMARY:x"), "file.ics:3"],
    ["an unreadable exception date", event("DTSTART:20260325T080000Z", "EXDATE:tomorrow"), "file.ics:6"],
    ["a file that is cut off", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260325T080000Z\r\n", "file.ics:2"],
    ["an END without BEGIN", lines("END:VEVENT"), "file.ics:3"],
    ["no calendar at all", "Hello\r\n", "file.ics:1"],
    ["an empty file", "", "file.ics"],
  ];
  for (const [what, text, place] of broken) {
    it(`refuses ${what}, naming ${place}, and takes nothing over`, () => {
      const good = "BEGIN:VEVENT\r\nUID:good\r\nDTSTART:20260325T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR";
      assert.throws(
        () => anna.calendar.importIcs(text.replace("END:VCALENDAR", good), "file.ics"),
        (thrown) => thrown instanceof SeedError && thrown.place === place,
      );
      assert.deepEqual(anna.calendar.list(), []);
    });
  }
});

describe("local Google: calendars real programs wrote", function () {
  const folder = join(process.cwd(), "../shared/data/calendars");
  const expected: Readonly<Record<string, number | string>> = {
    "ICal.ics": "ICal.ics:22",
    "alarm_google_future.ics": 1,
    "alarm_thunderbird_future.ics": 1,
    "america_new_york.ics": 1,
    "calendar_with_unicode.ics": 0,
    "daily_recur.ics": 1,
    "day_long_recur_yearly.ics": 1,
    "example.ics": 3,
    "google_birthday.ics": 4,
    "minimal.ics": 1,
    "recur_instances.ics": 1,
  };
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".ics")) : [];
  before(function () {
    if (files.length > 0) return;
    console.log(`    skipped: there are no calendars in ${folder}`);
    this.skip();
  });
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  it("are all in this table", () => {
    assert.deepEqual(files.toSorted(), Object.keys(expected).toSorted());
  });

  for (const name of files) {
    const result = expected[name];
    it(`${name}: ${typeof result === "string" ? `refused at ${result}, for a day that does not exist` : `${result} events`}`, async () => {
      const text = readFileSync(join(folder, name), "utf8");
      if (typeof result === "string") {
        assert.throws(() => anna.calendar.importIcs(text, name), { place: result });
        const mended = text.replace(/BEGIN:VEVENT\r?\nDTSTART:20171032.*?END:VEVENT\r?\n/s, "");
        assert.equal(anna.calendar.importIcs(mended, name), 19);
      } else {
        assert.equal(anna.calendar.importIcs(text, name), result);
      }
      assert.equal((await anna.list({ singleEvents: true })).status, 200);
    });
  }
});
