import assert from "node:assert/strict";

import { writesTo } from "../support/google-writes.js";
import { aClient, anAppointment, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("C2: what of an entry goes to Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let clientId: number;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    bench.google.log.clear();
    clientId = (await aClient(bench.studio, { firstName: "Ada", lastName: "Smith", phones: ["(312) 555-0147"] })).id;
  });

  afterEach(() => bench.close());

  const what = { start: "2026-04-01T10:00:00", end: "2026-04-01T11:30:00", location: "Studio 2", notes: "Bring film" };

  function onlyEvent(): Readonly<Record<string, unknown>> & { readonly id: string } {
    const [event, ...more] = anna.google.list();
    assert.ok(event !== undefined && more.length === 0, "exactly one event");
    return event;
  }

  it("C2: an unlinked appointment goes with its Description as title, when, location and notes", async () => {
    await anAppointment(bench.studio, { users: [anna.id], description: "Call the lab", ...what });
    await bench.run(anna);
    const [write] = writesTo(bench.google);
    const { id: _id, extendedProperties: _marks, ...body } = write?.body ?? {};
    assert.deepEqual(body, {
      summary: "Call the lab",
      location: "Studio 2",
      description: "Bring film",
      start: { dateTime: "2026-04-01T10:00:00", timeZone: "America/Chicago" },
      end: { dateTime: "2026-04-01T11:30:00", timeZone: "America/Chicago" },
    });
  });

  for (const kind of ["appointment", "session"] as const) {
    const make = () =>
      kind === "appointment"
        ? anAppointment(bench.studio, { users: [anna.id], clientId, description: "Proofs", ...what })
        : aSession(bench.studio, { photographer: anna.id, clientId, description: "Proofs", ...what });

    it(`C2: a linked ${kind} takes its title from the template and keeps its notes and the phone to itself`, async () => {
      bench.company["titleTemplate"] = "{client} {phone}: {description}";
      await make();
      await bench.run(anna);
      const { summary, location, description } = onlyEvent();
      assert.deepEqual([summary, location, description], ["Ada Smith : Proofs", "Studio 2", undefined]);
    });

    it(`C2: the studio may choose to send notes and phone of a linked ${kind}`, async () => {
      Object.assign(bench.company, {
        titleTemplate: "{client} {phone}: {description}",
        sendNotes: true,
        sendPhone: true,
      });
      await make();
      await bench.run(anna);
      const { summary, description } = onlyEvent();
      assert.deepEqual([summary, description], ["Ada Smith (312) 555-0147: Proofs", "Bring film"]);
    });

    it(`C2: where the notes of a linked ${kind} are not sent, Google's description is neither read nor written`, async () => {
      const { id } = await make();
      await bench.run(anna);
      anna.google.patch(onlyEvent().id, { description: "My own words" });
      await bench.run(anna);
      await bench.edit(`${kind}s`, id, { notes: "Bring more film", location: "Park" });
      await bench.run(anna);
      const [entry] = await bench.schedule(anna);
      const { description, location } = onlyEvent();
      assert.deepEqual([entry?.notes, description, location], ["Bring more film", "My own words", "Park"]);
    });
  }

  const edits = [
    { columns: { description: "Call her" }, patch: { summary: "Call her" } },
    { columns: { location: "Park" }, patch: { location: "Park" } },
    { columns: { location: "" }, patch: { location: "" } },
    { columns: { notes: "Two rolls" }, patch: { description: "Two rolls" } },
    {
      columns: { ends_at: "2026-04-01T12:00:00" },
      patch: {
        start: { dateTime: "2026-04-01T10:00:00", timeZone: "America/Chicago" },
        end: { dateTime: "2026-04-01T12:00:00", timeZone: "America/Chicago" },
      },
    },
  ] as const;
  for (const { columns, patch } of edits) {
    it(`C2: an edit of ${JSON.stringify(columns)} is a PATCH of that field alone`, async () => {
      const { id } = await anAppointment(bench.studio, { users: [anna.id], description: "Call the lab", ...what });
      await bench.run(anna);
      bench.google.log.clear();
      await bench.edit("appointments", id, columns);
      await bench.run(anna);
      assert.deepEqual(
        writesTo(bench.google).map(({ method, body }) => [method, withoutNulls(body)]),
        [["PATCH", patch]],
      );
    });
  }

  it("C2: reminders, colour, guests, attachments, conference and visibility stay as the Google user has them", async () => {
    const { id } = await anAppointment(bench.studio, { users: [anna.id], description: "Call the lab", ...what });
    await bench.run(anna);
    const theirs = {
      reminders: { useDefault: false, overrides: [{ method: "popup", minutes: 5 }] },
      colorId: "11",
      visibility: "public",
      guestsCanInviteOthers: false,
      attendees: [{ email: "guest@example.test", responseStatus: "accepted" }],
      attachments: [{ fileUrl: "https://drive.example.test/1", title: "List" }],
      conferenceData: { conferenceId: "abc", conferenceSolution: { key: { type: "addOn" }, name: "Meet" } },
    };
    anna.google.patch(onlyEvent().id, theirs);
    const kept = (event: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(Object.keys(theirs).map((name) => [name, event[name]]));
    const before = kept(onlyEvent());
    await bench.run(anna);
    await bench.edit("appointments", id, { starts_at: "2026-04-01T09:00:00", location: "Park", notes: "New" });
    await bench.run(anna);
    const moved = onlyEvent()["start"];
    assert.deepEqual(
      [kept(onlyEvent()), moved],
      [before, { dateTime: "2026-04-01T09:00:00-05:00", timeZone: bench.zone }],
    );
  });
});

/** Google's times may name the kind they are not as null, so that a day becomes a time. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
      inner === null ? [] : [[name, withoutNulls(inner)]],
    ),
  );
}
