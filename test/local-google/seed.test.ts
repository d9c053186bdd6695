import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { LocalGoogleSeed as SchemaSeed } from "../../src/api/schemas/local-google-seed.generated.js";
import type { SeedError } from "../../src/local-google/errors.js";
import { readSeedFile, startLocalGoogle } from "../../src/local-google/index.js";
import type { LocalGoogleOptions, LocalGoogleSeed } from "../../src/local-google/index.js";
import { HandClock } from "./support/client.js";

/** Does not compile when the type and the schema's own type part. */
const typeOfSchema = (checked: SchemaSeed): LocalGoogleSeed => checked;

const seed: LocalGoogleSeed = {
  writtenFor: "2026-01-07",
  accounts: [
    {
      email: "anna@example.test",
      name: "Anna",
      timeZone: "America/Chicago",
      events: [
        {
          id: "series1",
          summary: "Team",
          start: { dateTime: "2026-01-05T09:00:00" },
          end: { dateTime: "2026-01-05T10:00:00" },
          recurrence: ["RRULE:FREQ=WEEKLY;UNTIL=20260201T000000Z"],
          exceptions: [
            { originalStart: { dateTime: "2026-01-12T09:00:00" }, summary: "Team (short)" },
            { originalStart: { dateTime: "2026-01-19T09:00:00" }, status: "cancelled" },
          ],
        },
      ],
      calendars: [
        {
          id: "holidays",
          summary: "Holidays",
          accessRole: "reader",
          events: [{ start: { date: "2026-01-08" }, end: { date: "2026-01-09" }, summary: "Feast" }],
        },
      ],
    },
  ],
};

describe("local Google: seeds", () => {
  const folder = mkdtempSync(join(tmpdir(), "local-google-"));
  after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const started = async <T>(
    options: LocalGoogleOptions,
    look: (google: Awaited<ReturnType<typeof startLocalGoogle>>) => T,
  ): Promise<T> => {
    const google = await startLocalGoogle({ clock: new HandClock(), ...options });
    try {
      return await look(google);
    } finally {
      await google.dispose();
    }
  };

  it("fills accounts and calendars, and moves everything by whole weeks to the present", async () => {
    const shown = await started({ seed }, ({ accounts }) => {
      const anna = accounts.get("anna@example.test");
      return [
        ...anna
          .calendar()
          .list({ showDeleted: true })
          .map(({ id, start, status }) => [id, start, status]),
        ...anna
          .calendar("holidays")
          .list()
          .map(({ start, summary }) => [summary, start]),
      ];
    });
    assert.deepEqual(shown, [
      ["series1", { dateTime: "2026-03-02T09:00:00-06:00", timeZone: "America/Chicago" }, "confirmed"],
      ["series1_20260309T140000Z", { dateTime: "2026-03-09T09:00:00-05:00", timeZone: "America/Chicago" }, "confirmed"],
      ["series1_20260316T140000Z", { dateTime: "2026-03-16T09:00:00-05:00", timeZone: "America/Chicago" }, "cancelled"],
      ["Feast", { date: "2026-03-05" }],
    ]);
  });

  it("takes moved instances without a zone for the calendar's", async () => {
    const moved = {
      email: "anna@example.test",
      timeZone: "America/Chicago",
      events: [
        {
          id: "series1",
          start: { dateTime: "2026-01-05T09:00:00" },
          end: { dateTime: "2026-01-05T10:00:00" },
          recurrence: ["RRULE:FREQ=WEEKLY"],
          exceptions: [
            {
              originalStart: { dateTime: "2026-01-12T09:00:00" },
              start: { dateTime: "2026-01-13T11:00:00" },
              end: { dateTime: "2026-01-13T12:00:00" },
            },
          ],
        },
      ],
    };
    const start = await started(
      { seed: { accounts: [moved] } },
      ({ accounts }) => accounts.get("anna@example.test").calendar().get("series1_20260112T150000Z").start,
    );
    assert.deepEqual(start, { dateTime: "2026-01-13T11:00:00-06:00", timeZone: "America/Chicago" });
  });

  it("moves the end of a rule too", async () => {
    const recurrence = await started(
      { seed },
      ({ accounts }) => accounts.get("anna@example.test").calendar().get("series1")["recurrence"],
    );
    assert.deepEqual(recurrence, ["RRULE:FREQ=WEEKLY;UNTIL=20260329T000000Z"]);
  });

  it("reads .ics files beside the seed file", async () => {
    write("extra.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260325T080000Z\nEND:VEVENT\nEND:VCALENDAR\n");
    const path = write(
      "seed.json",
      JSON.stringify({ accounts: [{ email: "bob@example.test", icsFiles: ["extra.ics"] }] }),
    );
    const count = await started(
      { seed: readSeedFile(path), seedFolder: folder },
      ({ accounts }) => accounts.get("bob@example.test").calendar().list().length,
    );
    assert.equal(count, 1);
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ["an unknown field", { accounts: [{ email: "a@example.test", colour: 1 }] }, "/accounts/0/colour"],
    ["a missing address", { accounts: [{}] }, "/accounts/0/email"],
    [
      "an unknown role",
      { accounts: [{ email: "a@example.test", calendars: [{ summary: "x", accessRole: "king" }] }] },
      "/accounts/0/calendars/0/accessRole",
    ],
    [
      "an event without end",
      { accounts: [{ email: "a@example.test", events: [{ start: { date: "2026-01-01" } }] }] },
      "/accounts/0/events/0/end",
    ],
  ];
  for (const [what, content, pointer] of wrong) {
    it(`refuses ${what}, naming ${pointer}`, () => {
      const path = write("wrong.json", JSON.stringify(content));
      assert.throws(() => readSeedFile(path), { place: `${path}${pointer}` });
    });
  }

  it("has the type its schema says", () => {
    assert.deepEqual(typeOfSchema({ accounts: [{ email: "a@example.test" }] }), {
      accounts: [{ email: "a@example.test" }],
    });
  });

  it("refuses a file that is no JSON or not there", () => {
    assert.throws(() => readSeedFile(write("wrong.json", "{")), { code: "local-google-seed" });
    assert.throws(() => readSeedFile(join(folder, "missing.json")), { code: "local-google-seed" });
  });

  it("refuses an event Google would not take, and an unknown zone, naming the place", async () => {
    const account = { email: "a@example.test" };
    const upsideDown = { start: { date: "2026-01-02" }, end: { date: "2026-01-01" } };
    const places = [];
    for (const one of [
      { ...account, events: [upsideDown] },
      { ...account, timeZone: "Mars/Base" },
    ]) {
      places.push(
        await startLocalGoogle({ seed: { accounts: [one] } }).then(String, (refused: SeedError) => refused.place),
      );
    }
    assert.deepEqual(places, ["seed/accounts/0/events/0", "seed/accounts/0/timeZone"]);
  });

  it("leaves the content of another process that lives alone, and takes over that of one that is gone", async () => {
    const stateFile = join(folder, "shared.json");
    writeFileSync(`${stateFile}.lock`, String(process.ppid));
    await assert.rejects(startLocalGoogle({ clock: new HandClock(), seed, stateFile }), {
      code: "local-google-state-in-use",
    });
    // No process has so high a number.
    writeFileSync(`${stateFile}.lock`, "99999999");
    const google = await startLocalGoogle({ clock: new HandClock(), seed, stateFile });
    await google.dispose();
    assert.equal(existsSync(`${stateFile}.lock`), false);
  });

  it("keeps events, tokens and sync tokens over a restart", async () => {
    const stateFile = join(folder, "state.json");
    const path = "/calendar/v3/calendars/primary/events";
    const ask = async (url: string, token: string, query = ""): Promise<unknown> =>
      (await fetch(`${url}${path}${query}`, { headers: { Authorization: `Bearer ${token}` } })).json();
    const first = await startLocalGoogle({ clock: new HandClock(), seed, stateFile });
    const { accessToken } = first.grant("anna@example.test");
    const listed = await ask(first.url, accessToken);
    const syncToken = listed instanceof Object && "nextSyncToken" in listed ? String(listed.nextSyncToken) : "";
    first.accounts
      .get("anna@example.test")
      .calendar()
      .create({ id: "later1", start: { date: "2026-03-03" }, end: { date: "2026-03-04" } });
    await first.dispose();
    const second = await startLocalGoogle({ clock: new HandClock(), seed, stateFile });
    const delta = await ask(second.url, accessToken, `?syncToken=${encodeURIComponent(syncToken)}&fields=items(id)`);
    await second.dispose();
    assert.deepEqual(delta, { items: [{ id: "later1" }] });
  });

  it("gives no id twice after a restart", async () => {
    const stateFile = join(folder, "ids.json");
    const day = { start: { date: "2026-03-03" }, end: { date: "2026-03-04" } };
    const ids = new Set<string>();
    for (let restart = 0; restart < 3; restart++) {
      ids.add(
        await started(
          { seed, stateFile },
          ({ accounts }) => accounts.get("anna@example.test").calendar().create(day).id,
        ),
      );
    }
    assert.equal(ids.size, 3);
  });

  it("refuses a port that is taken", async () => {
    await started({}, async ({ url }) => {
      await assert.rejects(startLocalGoogle({ port: Number(new URL(url).port) }), { code: "local-google-port-taken" });
    });
  });

  it("refuses a state file of something else", async () => {
    const stateFile = write("other.json", "[]");
    await assert.rejects(startLocalGoogle({ stateFile }), { place: stateFile });
  });
});
