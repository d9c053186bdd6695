import assert from "node:assert/strict";

import type { ScheduleEntry } from "../../../src/api/index.js";
import { addMonths, day, startOf, zoneName } from "../../../src/base/wall-time.js";
import type { Day } from "../../../src/base/wall-time.js";
import { createSampleStudio } from "../../../src/host/sample-studio/index.js";
import type { SampleStudio, SampleStudioOptions } from "../../../src/host/sample-studio/index.js";
import { isPassword } from "../../../src/host/security/password-hash.js";
import { ClientGroupStore, ClientStore, CompanyStore, UserStore } from "../../../src/host/studio-data/index.js";
import { openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

interface MadeSample {
  readonly studio: TestStudio;
  readonly sample: SampleStudio;
}

describe("sample studio", () => {
  const today = day("2026-03-11");
  const open: TestStudio[] = [];
  const make = async (options: Partial<SampleStudioOptions> = {}): Promise<MadeSample> => {
    const studio = await openTestStudio();
    open.push(studio);
    const usual = { name: "Lakeside", edition: "Professional", timeZone: zoneName("America/Chicago"), today } as const;
    return { studio, sample: await createSampleStudio({ connection: studio.connection, ...usual, ...options }) };
  };
  let made: MadeSample;
  let schedules: readonly (readonly ScheduleEntry[])[];

  before(async () => {
    made = await make();
    schedules = await schedulesOf(made);
  });
  after(async () => {
    for (const studio of open) await studio.close();
  });

  it("has as many clients and entries as asked for", () => {
    const { clients, appointments, sessions } = made.sample.counts;
    assert.deepEqual([clients, appointments + sessions], [300, 1200]);
  });

  it("tells the numbers of rows it made", async () => {
    const { clients, appointments, sessions, eventLines, repeats } = made.sample.counts;
    const counted = [];
    for (const table of ["clients", "appointments", "sessions", "session_event_lines", "repeats"]) {
      counted.push(await countOf(made.studio, table));
    }
    assert.deepEqual([clients, appointments, sessions, eventLines, repeats], counted);
  });

  it("has the name, edition and zone asked for, and security on", async () => {
    const company = await new CompanyStore(made.studio.connection).find();
    assert.deepEqual(
      { ...company, guid: "" },
      {
        guid: "",
        name: "Lakeside",
        edition: "Professional",
        locale: "en-US",
        timeZone: "America/Chicago",
        isSecurityOn: true,
      },
    );
  });

  it("gives every user the password it tells", async () => {
    const users = new UserStore(made.studio.connection);
    const isRight = [];
    for (const { initials, password } of made.sample.users) {
      isRight.push([initials, await isPassword(password, (await users.findCredentials(initials))?.passwordHash)]);
    }
    assert.deepEqual(isRight, [
      ["OH", true],
      ["MA", true],
      ["GO", true],
      ["JT", true],
    ]);
  });

  it("clears the owner for users, the others not", async () => {
    const levels = [];
    for (const { id } of made.sample.users) levels.push(await made.studio.clearances.levelOf(id, "Users"));
    assert.deepEqual(levels, ["delete", "none", "none", "none"]);
  });

  it("has a client group to sync, with some of the clients", async () => {
    const groups = new ClientGroupStore(made.studio.connection);
    const group = (await groups.list()).find(({ name }) => name === "Google Sync");
    assert.equal((await groups.listMembers(group?.id ?? 0)).length, 120);
  });

  it("invents addresses of example.test and 555 numbers only", async () => {
    const clients = await new ClientStore(made.studio.connection).list({ includeInactive: true });
    const real = clients.flatMap(({ email, phones }) => [
      ...(email === "" || /^[a-z.0-9]+@example\.test$/.test(email) ? [] : [email]),
      ...phones.map(({ number }) => number).filter((number) => !/555[-. ]01\d\d/.test(number)),
    ]);
    assert.deepEqual(real, []);
  });

  it("writes names in many scripts", async () => {
    const clients = await new ClientStore(made.studio.connection).list({ includeInactive: true });
    const names = clients.map(({ firstName, lastName }) => firstName + lastName).join("");
    const scripts = ["Latin", "Cyrillic", "Greek", "Hebrew", "Arabic", "Devanagari", "Thai", "Han", "Hangul"];
    const missing = scripts.filter((script) => !new RegExp(`\\p{Script=${script}}`, "u").test(names));
    assert.deepEqual(missing, []);
  });

  it("K4: marks what is the studio's own business, and offers none of it to plugins", async () => {
    const clients = await new ClientStore(made.studio.connection).list({ includeInactive: true });
    const texts = clients
      .flatMap(({ notes, status }) => [notes, status])
      .filter((text) => text.startsWith("In-house:"));
    const offered = JSON.stringify(await made.studio.clients.find(clients.map(({ id }) => id)));
    assert.deepEqual([texts.length > 20, offered.includes("In-house:")], [true, false]);
  });

  it("has clients of every kind a sync meets", async () => {
    const clients = await new ClientStore(made.studio.connection).list({ includeInactive: true });
    const labels = new Set(clients.flatMap(({ phones }) => phones.map(({ label }) => label)));
    const kinds: Readonly<Record<string, boolean>> = {
      "a birthday without a year": clients.some(({ birthDate }) => birthDate?.startsWith("--")),
      "a birthday with a year": clients.some(({ birthDate }) => birthDate !== undefined && !birthDate.startsWith("--")),
      "an anniversary": clients.some(({ anniversary }) => anniversary !== undefined),
      "a company without a person": clients.some((one) => one.company !== "" && one.firstName + one.lastName === ""),
      "a label of the studio's own": labels.has("Grandma's") && labels.has("Studio door"),
      "two of one name": clients.filter(({ lastName }) => lastName === "Quill").length === 2,
    };
    assert.deepEqual(
      Object.keys(kinds).filter((kind) => kinds[kind] !== true),
      [],
    );
  });

  it("gives every address to one client only", async () => {
    const clients = await new ClientStore(made.studio.connection).list({ includeInactive: true });
    const emails = clients.map(({ email }) => email).filter((email) => email !== "");
    assert.equal(new Set(emails).size, emails.length);
  });

  it("has every kind of entry on the users' schedules", () => {
    const all = schedules.flat();
    const kinds: Readonly<Record<string, (entry: ScheduleEntry) => boolean>> = {
      "unlinked appointment": ({ kind, client }) => kind === "appointment" && client === undefined,
      "linked appointment": ({ kind, client }) => kind === "appointment" && client !== undefined,
      session: ({ kind }) => kind === "session",
      "event line": ({ kind }) => kind === "event-line",
      occurrence: ({ repeatId }) => repeatId !== undefined,
      private: ({ isPrivate }) => isPrivate,
      free: ({ isFree }) => isFree,
      "all-day": ({ when }) => when.isAllDay,
      "several days": ({ when }) => when.isAllDay && daysBetween(when.start, when.end) > 1,
      overnight: ({ when }) => !when.isAllDay && when.start.slice(0, 10) < when.end.slice(0, 10),
      "no length": ({ when }) => when.start === when.end,
      shared: ({ userCount }) => userCount > 1,
      past: ({ when }) => when.end < startOf(today),
      future: ({ when }) => when.start > startOf(today),
    };
    const missing = Object.entries(kinds).flatMap(([kind, is]) => (all.some(is) ? [] : [kind]));
    assert.deepEqual(missing, []);
  });

  it("has cancelled and deleted ones", async () => {
    const { studio } = made;
    for (const table of ["appointments", "sessions"]) {
      const cancelled = studio.connection.query()(table).where({ status: "cancelled" });
      const deleted = studio.connection.query()(table).whereNotNull("deleted_at");
      assert.ok((await cancelled).length > 0 && (await deleted).length > 0, table);
    }
  });

  it("reaches from a year back to half a year ahead", () => {
    const starts = schedules.flat().map(({ when }) => when.start.slice(0, 10));
    const outside = starts.filter((start) => start < "2025-03-11" || start > addMonths(today, 6));
    assert.deepEqual(outside, []);
  });

  it("books at believable hours, more at the weekend", () => {
    const sessions = schedules.flat().filter(({ kind }) => kind === "session");
    const isSaturday = ({ when }: ScheduleEntry): boolean => new Date(`${when.start}Z`).getUTCDay() === 6;
    const isMonday = ({ when }: ScheduleEntry): boolean => new Date(`${when.start}Z`).getUTCDay() === 1;
    const atNight = sessions.filter(({ when }) => when.start.slice(11) < "07:30" || when.start.slice(11) > "18:00:00");
    assert.deepEqual(atNight, []);
    assert.ok(sessions.filter(isSaturday).length > 2 * sessions.filter(isMonday).length);
  });

  it("overlaps some entries, but few", () => {
    const overlaps = schedules.map(
      (entries) => entries.filter((one) => entries.some((other) => one !== other && doOverlap(one, other))).length,
    );
    const shares = overlaps.map((count, index) => count / (schedules[index]?.length ?? 1));
    assert.ok(
      shares.some((share) => share > 0) && shares.every((share) => share < 0.2),
      shares.map((share) => share.toFixed(2)).join(" "),
    );
  });

  it("comes out the same for the same seed and day", async () => {
    const once = contentOf(await schedulesOf(await make({ clients: 20, entries: 120, seed: 7 })));
    const again = contentOf(await schedulesOf(await make({ clients: 20, entries: 120, seed: 7 })));
    assert.deepEqual(again, once);
  });

  it("comes out different for another seed", async () => {
    const one = contentOf(await schedulesOf(await make({ clients: 20, entries: 120, seed: 7 })));
    const other = contentOf(await schedulesOf(await make({ clients: 20, entries: 120, seed: 8 })));
    assert.notDeepEqual(other, one);
  });

  for (const entries of [0, 1, 2, 3, 10]) {
    it(`can be as small as ${entries} entries and one client`, async () => {
      const { counts } = (await make({ clients: 1, entries })).sample;
      assert.deepEqual([counts.clients, counts.appointments + counts.sessions], [1, entries]);
    });
  }

  it("refuses sizes it cannot make, and makes nothing then", async () => {
    const studio = await openTestStudio();
    open.push(studio);
    const options = { connection: studio.connection, name: "Small", edition: "Standard", today } as const;
    for (const size of [{ clients: 0 }, { entries: -1 }, { entries: 1.5 }, { clients: 1_000_000 }]) {
      await assert.rejects(createSampleStudio({ ...options, timeZone: zoneName("Europe/Berlin"), ...size }), {
        code: "sample-size",
      });
    }
    assert.equal(await new CompanyStore(studio.connection).find(), undefined);
  });

  it("keeps nothing when the database already holds a studio", async () => {
    const { studio } = await make({ clients: 1, entries: 0 });
    const options = { connection: studio.connection, name: "Second", edition: "Standard", today } as const;
    await assert.rejects(createSampleStudio({ ...options, timeZone: zoneName("Europe/Berlin") }));
    assert.equal(await countOf(studio, "users"), 4);
  });
});

/** Each user's schedule, in the order of the users told. */
async function schedulesOf({ studio, sample }: MadeSample): Promise<readonly (readonly ScheduleEntry[])[]> {
  return Promise.all(sample.users.map(({ id }) => studio.schedule.list(id, undefined)));
}

/** What the entries say, without what each database makes up. */
function contentOf(schedules: readonly (readonly ScheduleEntry[])[]): readonly string[] {
  return schedules.map((entries) =>
    entries
      .map(({ kind, description, when, location, notes, client, sessionType, userCount }) =>
        JSON.stringify([kind, description, when, location, notes, client?.lastName, sessionType, userCount]),
      )
      .toSorted()
      .join("\n"),
  );
}

async function countOf({ connection }: TestStudio, table: string): Promise<number> {
  const [row]: readonly { readonly count: number }[] = await connection.query()(table).count({ count: "*" });
  return Number(row?.count);
}

function doOverlap({ when: one }: ScheduleEntry, { when: other }: ScheduleEntry): boolean {
  return !one.isAllDay && !other.isAllDay && one.start < other.end && other.start < one.end;
}

function daysBetween(from: string, to: string): number {
  const dayOfText = (text: string): Day => day(text.slice(0, 10));
  return (Date.parse(dayOfText(to)) - Date.parse(dayOfText(from))) / 86_400_000;
}
