import assert from "node:assert/strict";

import { when, timed } from "../support/google-events.js";
import { aClient, anAppointment, aSession, aUser } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const secret = "Oncologist";

describe("C8: private and free events", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  const aPrivateEvent = (more: Readonly<Record<string, unknown>> = {}) =>
    anna.google.create(timed(secret, "2026-04-03", "09:00", "10:00", { visibility: "private", ...more }));

  it("C8: a private event comes in private, with its real title for its owner", async () => {
    aPrivateEvent();
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, entry?.isPrivate, entry?.isFree], [secret, true, false]);
  });

  it("C8: confidential counts as private, public does not", async () => {
    aPrivateEvent({ visibility: "confidential" });
    anna.google.create(timed("Market", "2026-04-04", "09:00", "10:00", { visibility: "public" }));
    await bench.run(anna);
    assert.deepEqual(
      (await bench.schedule(anna)).map(({ isPrivate }) => isPrivate),
      [true, false],
    );
  });

  it("C8: a free event comes in shown as free", async () => {
    anna.google.create(timed("Fair", "2026-04-03", "09:00", "10:00", { transparency: "transparent" }));
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.isFree, entry?.isPrivate], [true, false]);
  });

  it("C8: made private or free later in Google, the appointment follows, and back", async () => {
    const { id } = anna.google.create(timed("Fair", "2026-04-03", "09:00", "10:00"));
    const flags: unknown[] = [];
    for (const change of [
      { visibility: "private", transparency: "transparent" },
      { visibility: "default", transparency: "opaque" },
    ]) {
      await bench.run(anna);
      anna.google.patch(id, change);
      await bench.run(anna);
      const [entry] = await bench.schedule(anna);
      flags.push([entry?.isPrivate, entry?.isFree]);
    }
    assert.deepEqual(flags, [
      [true, true],
      [false, false],
    ]);
  });

  it("C8: a private appointment edited in the studio keeps its visibility and real title in Google", async () => {
    const { id } = aPrivateEvent();
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, { location: "Clinic" });
    await bench.run(anna);
    const { summary, visibility, location } = anna.google.get(id);
    assert.deepEqual([summary, visibility, location], [secret, "private", "Clinic"]);
  });

  it("C8, C16: deleted in Google while it is edited in the studio, it is made anew with its real title", async () => {
    const { id } = aPrivateEvent();
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    anna.google.delete(id);
    await bench.edit("appointments", entry?.recordId ?? 0, { location: "Clinic" });
    await bench.run(anna);
    assert.deepEqual(
      anna.google.list().map(({ summary }) => summary),
      [secret],
    );
  });

  it("C8: others on a private appointment moved in Google read that it is private, never its text", async () => {
    const { id } = aPrivateEvent();
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    const other = await aUser(bench.studio);
    await bench.studio.connection
      .query()("appointment_users")
      .insert({ appointment_id: entry?.recordId, user_id: other.id });
    await bench.run(anna);
    anna.google.patch(id, when("2026-04-05", "13:00", "14:00"));
    await bench.run(anna);
    assert.deepEqual(
      bench.notifications.map(({ text }) => text),
      [
        `Ursula ${anna.initials} moved "Private appointment" from 2026-04-03 09:00 to 10:00 to 2026-04-05 13:00 to 14:00.`,
      ],
    );
  });

  it("C8: a session whose event is private in Google is named neutrally to the others as well", async () => {
    const client = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" });
    const assistant = await aUser(bench.studio);
    await aSession(bench.studio, { photographer: anna.id, assistant: assistant.id, clientId: client.id });
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", { visibility: "private", ...when("2026-04-05", "13:00", "14:00") });
    await bench.run(anna);
    assert.deepEqual(
      bench.notifications.filter(({ text }) => text.includes("Ada")),
      [],
    );
  });

  /** Everything that gives a private event a line in a report, or a question. */
  const occasions: readonly { readonly what: string; readonly make: () => Promise<void> }[] = [
    {
      what: "a series",
      make: () => {
        aPrivateEvent({ recurrence: ["RRULE:FREQ=WEEKLY"] });
        return Promise.resolve();
      },
    },
    {
      what: "text that is cut",
      make: () => {
        aPrivateEvent({ summary: `${secret} ${"x".repeat(300)}`, location: `${secret} ${"x".repeat(300)}` });
        return Promise.resolve();
      },
    },
    {
      what: "an event that becomes tentative",
      make: async () => {
        const { id } = aPrivateEvent();
        await bench.run(anna);
        anna.google.patch(id, { status: "tentative" });
      },
    },
    {
      what: "guests who are not told",
      make: async () => {
        aPrivateEvent({ attendees: [{ email: "guest@example.test" }] });
        await bench.run(anna);
        const [entry] = await bench.schedule(anna);
        await bench.edit("appointments", entry?.recordId ?? 0, { starts_at: "2026-04-03T08:00:00" });
      },
    },
    {
      what: "an event of somebody else",
      make: async () => {
        anna.google.receiveInvitation(
          timed(secret, "2026-04-03", "09:00", "10:00", { visibility: "private" }),
          { email: "friend@example.test" },
          "accepted",
        );
        await bench.run(anna);
        const [entry] = await bench.schedule(anna);
        await bench.edit("appointments", entry?.recordId ?? 0, { description: `${secret}, again` });
      },
    },
    {
      what: "an edit that loses against a later one",
      make: async () => {
        const { id } = aPrivateEvent();
        await bench.run(anna);
        const [entry] = await bench.schedule(anna);
        anna.google.patch(id, { summary: `${secret} at nine` });
        bench.clock.advance({ minutes: 5 });
        await bench.edit("appointments", entry?.recordId ?? 0, { description: "Mine" });
      },
    },
    {
      what: "a refusal of Google",
      make: async () => {
        aPrivateEvent();
        await bench.run(anna);
        const [entry] = await bench.schedule(anna);
        await bench.edit("appointments", entry?.recordId ?? 0, { location: "Clinic" });
        bench.google.faults.add({
          match: { operation: "calendar.events.patch" },
          fault: { kind: "error", error: { status: 400, json: {} } },
        });
      },
    },
    {
      what: "a client's appointment deleted in Google",
      make: async () => {
        const { id } = aPrivateEvent();
        await bench.run(anna);
        const [entry] = await bench.schedule(anna);
        const client = await aClient(bench.studio);
        await bench.edit("appointments", entry?.recordId ?? 0, { client_id: client.id });
        await bench.run(anna);
        anna.google.delete(id);
      },
    },
  ];

  for (const { what, make } of occasions) {
    it(`C8: nothing an administrator reads holds the text of a private event: ${what}`, async () => {
      await make();
      const { signal } = new AbortController();
      const result = await bench.processor().run({
        jobRunId: "bench",
        zone: bench.zone,
        userId: anna.id,
        isPreview: false,
        settings: {},
        signal,
      });
      const questions = await bench.openQuestions();
      const shown = JSON.stringify([result, questions, bench.notifications, bench.logger.lines]);
      assert.ok(!shown.includes(secret), `says too much: ${shown}`);
      assert.match(shown, /Private appointment/);
    });
  }

  it("C8: a preview shown to others names private events neutrally", async () => {
    aPrivateEvent();
    const { signal } = new AbortController();
    const call = { jobRunId: "bench", zone: bench.zone, userId: anna.id, isPreview: true, settings: {}, signal };
    const shown = JSON.stringify(await bench.processor().run(call));
    assert.deepEqual([shown.includes(secret), shown.includes("Private appointment")], [false, true]);
  });

  it("C8: the owner's own report names it", async () => {
    aPrivateEvent({ recurrence: ["RRULE:FREQ=WEEKLY"] });
    const { warnings } = await bench.run(anna);
    assert.deepEqual(
      warnings.map(({ title, isPrivate }) => [title, isPrivate]),
      [[secret, true]],
    );
  });

  it("C8: made private while it is a client's, the appointment is hidden once it is nobody's again", async () => {
    const event = anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    const client = await aClient(bench.studio);
    await bench.edit("appointments", entry?.recordId ?? 0, { client_id: client.id });
    await bench.run(anna);
    anna.google.patch(event.id, { visibility: "private" });
    await bench.run(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, { client_id: null });
    await bench.run(anna);
    assert.deepEqual(
      (await bench.schedule(anna)).map(({ isPrivate }) => isPrivate),
      [true],
    );
  });

  it("C8, A10: what is private stays so when another calendar is chosen one way, and two-way is switched on later", async () => {
    bench.setUp(anna, { sendAppointments: false, populateStudio: true });
    aPrivateEvent();
    await bench.run(anna);
    const work = bench.google.accounts.get(anna.email).addCalendar({ summary: "Work", timeZone: bench.zone });
    bench.chooseCalendar(anna, work.id);
    bench.setUp(anna, { populateStudio: false, populateGoogle: true });
    await bench.run(anna);
    bench.setUp(anna, { sendAppointments: true, populateGoogle: false });
    // That our event there is not private is no difference to ask about (P7).
    assert.deepEqual((await bench.run(anna)).questions, []);
    await bench.run(anna);
    assert.deepEqual(
      [work.list().map(({ summary }) => summary), (await bench.schedule(anna)).map(({ isPrivate }) => isPrivate)],
      [[secret], [true]],
    );
  });

  it("C8: another user's copy made private or free hides the appointment from nobody", async () => {
    const ben = await bench.person({ sendAppointments: true });
    await bench.run(ben);
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    await bench.studio.connection.query()("appointment_users").insert({
      appointment_id: entry?.recordId,
      user_id: ben.id,
      changed_at: bench.clock.now().toISOString(),
    });
    await bench.run(ben);
    ben.google.patch(ben.google.list()[0]?.id ?? "", { visibility: "private", transparency: "transparent" });
    await bench.run(ben);
    await bench.run(anna);
    assert.deepEqual(
      [
        anna.google.list().map(({ summary }) => summary),
        (await bench.schedule(anna)).map(({ isPrivate, isFree }) => [isPrivate, isFree]),
      ],
      [["Dentist"], [[false, false]]],
    );
  });

  it("C8: an appointment private to one user is not told to another user's Google", async () => {
    const ben = await bench.person({ sendAppointments: true });
    await bench.run(ben);
    await anAppointment(bench.studio, { users: [anna.id, ben.id], description: secret, isPrivate: true });
    await bench.run(anna);
    await bench.run(ben);
    assert.deepEqual(
      [anna, ben].map(({ google }) => google.list().map(({ summary }) => summary)),
      [[secret], []],
    );
  });
});
