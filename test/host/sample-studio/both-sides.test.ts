import assert from "node:assert/strict";

import { addDays, day, startOf, wallTime, zoneName } from "../../../src/base/wall-time.js";
import type { WallTime } from "../../../src/base/wall-time.js";
import { createSampleStudio } from "../../../src/host/sample-studio/index.js";
import { sampleSeed } from "../../../src/local-google/index.js";
import type { SeedEvent } from "../../../src/local-google/index.js";
import { openTestStudio } from "../../support/studio.js";

interface Item {
  readonly title: string;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly isAllDay: boolean;
}

describe("the sample studio and the sample accounts", () => {
  const timeZone = "America/Chicago";

  // The same week from its first to its last day, and one over the end of daylight saving.
  for (const date of ["2026-03-09", "2026-03-15", "2026-10-28"]) {
    it(`hold some of the same things word for word, and some at the same time, on ${date}`, async () => {
      const studio = await openTestStudio();
      try {
        const { users } = await createSampleStudio({
          connection: studio.connection,
          name: "Lakeside",
          edition: "Enterprise",
          timeZone: zoneName(timeZone),
          today: day(date),
          clients: 5,
          entries: 20,
        });
        const seed = sampleSeed({ today: date, timeZone });
        const same: string[] = [];
        const overlapping: string[] = [];
        for (const { id, initials, email } of users) {
          const entries = (await studio.schedule.list(id, undefined)).map(({ description, when }) => ({
            title: description,
            ...when,
          }));
          const events = (seed.accounts.find((account) => account.email === email)?.events ?? []).flatMap(itemOf);
          for (const event of events) {
            if (entries.some((entry) => isSame(entry, event))) same.push(`${initials} ${event.title}`);
            const training = entries.find(({ title }) => title === "Staff training");
            if (training && training.start < event.end && event.start < training.end) {
              overlapping.push(`${initials} ${event.title}`);
            }
          }
        }
        assert.deepEqual(same, ["OH Photo fair", "MA Dentist", "GO Photo fair"]);
        assert.ok(overlapping.includes("MA Lunch with Ana"));
      } finally {
        await studio.close();
      }
    });
  }

  it("K6: know some of the same people, alike and nearly alike", async () => {
    const studio = await openTestStudio();
    try {
      await createSampleStudio({
        connection: studio.connection,
        name: "Lakeside",
        edition: "Enterprise",
        timeZone: zoneName(timeZone),
        today: day("2026-03-11"),
        clients: 30,
        entries: 0,
      });
      const groups = await studio.clients.groups();
      const groupId = groups.find(({ name }) => name === "Google Sync")?.id ?? 0;
      const members: readonly number[] = await studio.connection
        .query()("client_members")
        .where({ client_group_id: groupId })
        .pluck("client_id");
      const clients = await studio.clients.find(members);
      const names = new Set(clients.map(({ firstName, lastName }) => `${firstName} ${lastName}`));
      const emails = new Set(clients.map(({ email }) => email).filter((email) => email !== ""));
      const contacts = sampleSeed({ today: "2026-03-11", timeZone }).accounts.flatMap(
        (account) => account.contacts ?? [],
      );
      const text = contacts.map((contact) => JSON.stringify(contact));
      const sameName = [...names].filter((name) => {
        const [given = "", family = ""] = name.split(" ");
        return text.some((one) => one.includes(`"givenName":"${given}","familyName":"${family}"`));
      });
      const sameEmail = [...emails].filter((email) => text.some((one) => one.includes(`"${email}"`)));
      assert.deepEqual(
        [sameName.toSorted(), sameEmail.toSorted()],
        [
          ["Beatrix Lund", "Nora Quill", "Tomás Rivero", "花子 田中"],
          ["beatrix.lund@example.test", "raman.family@example.test"],
        ],
      );
    } finally {
      await studio.close();
    }
  });

  it("takes days for days: what is all-day ends where the next day begins", () => {
    const fair = sampleSeed({ today: "2026-03-11", timeZone }).accounts[0]?.events?.find(
      ({ summary }) => summary === "Photo fair",
    );
    assert.deepEqual(fair && itemOf(fair), [
      {
        title: "Photo fair",
        start: startOf(day("2026-04-02")),
        end: startOf(addDays(day("2026-04-02"), 3)),
        isAllDay: true,
      },
    ]);
  });
});

/** Single events in the calendar's own zone. */
function itemOf({ summary, start, end, recurrence }: SeedEvent): readonly Item[] {
  if (recurrence !== undefined || start.timeZone !== undefined || end.timeZone !== undefined) return [];
  const title = String(summary);
  if (start.date !== undefined && end.date !== undefined) {
    return [{ title, start: startOf(day(start.date)), end: startOf(day(end.date)), isAllDay: true }];
  }
  return [{ title, start: wallTime(start.dateTime ?? ""), end: wallTime(end.dateTime ?? ""), isAllDay: false }];
}

function isSame(one: Item, other: Item): boolean {
  return (
    one.title === other.title && one.start === other.start && one.end === other.end && one.isAllDay === other.isAllDay
  );
}
