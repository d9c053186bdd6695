import assert from "node:assert/strict";

import { allDay, timed } from "../support/google-events.js";
import { aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const organizer = { email: "friend@example.test" };

/** Every reason an event does not come in: how it is made in Google, by Google or by the person. */
const leftOut: readonly {
  readonly what: string;
  readonly reason: string;
  readonly make: (person: BenchPerson) => void;
}[] = [
  {
    what: "a birthday",
    reason: "special-type",
    make: ({ google }) =>
      void google.createSeries({
        ...allDay("Birthday", "2026-04-03", "2026-04-04"),
        eventType: "birthday",
        visibility: "private",
        transparency: "transparent",
        recurrence: ["RRULE:FREQ=YEARLY"],
      }),
  },
  {
    what: "focus time",
    reason: "special-type",
    make: ({ google }) =>
      void google.create(
        timed("Focus", "2026-04-03", "09:00", "10:00", { eventType: "focusTime", focusTimeProperties: {} }),
      ),
  },
  {
    what: "out of office",
    reason: "special-type",
    make: ({ google }) =>
      void google.create(
        timed("Away", "2026-04-03", "09:00", "10:00", { eventType: "outOfOffice", outOfOfficeProperties: {} }),
      ),
  },
  {
    what: "a declined invitation",
    reason: "declined",
    make: ({ google }) =>
      void google.receiveInvitation(timed("Party", "2026-04-03", "09:00", "10:00"), organizer, "declined"),
  },
  {
    what: "an invitation not yet answered",
    reason: "unanswered",
    make: ({ google }) => void google.receiveInvitation(timed("Party", "2026-04-03", "09:00", "10:00"), organizer),
  },
  {
    what: 'an invitation answered with "maybe"',
    reason: "tentative",
    make: ({ google }) =>
      void google.receiveInvitation(timed("Party", "2026-04-03", "09:00", "10:00"), organizer, "tentative"),
  },
  {
    what: "a tentative event",
    reason: "tentative",
    make: ({ google }) => void google.create(timed("Perhaps", "2026-04-03", "09:00", "10:00", { status: "tentative" })),
  },
  {
    what: "a series",
    reason: "series",
    make: ({ google }) =>
      void google.createSeries(
        // The type of the helper's result does not say that the rule is there.
        timed("Yoga", "2026-04-03", "09:00", "10:00", { recurrence: ["RRULE:FREQ=WEEKLY"] }) as Parameters<
          typeof google.createSeries
        >[0],
      ),
  },
];

describe("C4: what comes in from Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  const descriptions = async () => (await bench.schedule(anna)).map(({ description }) => description);

  for (const { what, reason, make } of leftOut) {
    it(`C4: leaves out ${what} and counts it in the report as "${reason}"`, async () => {
      make(anna);
      const report = await bench.run(anna);
      assert.deepEqual([await descriptions(), report.leftOut, report.errors], [[], { [reason]: 1 }, []]);
    });
  }

  it("C4: counts every left-out event under its reason", async () => {
    for (const { make } of leftOut) make(anna);
    const { leftOut: counted } = await bench.run(anna);
    assert.deepEqual(counted, { series: 1, "special-type": 3, declined: 1, unanswered: 1, tentative: 2 });
  });

  it('C4: with "Download tentative…" tentative events and unanswered invitations come in, declined ones never', async () => {
    bench.setUp(anna, { downloadTentative: true });
    for (const { make } of leftOut) make(anna);
    const { leftOut: counted } = await bench.run(anna);
    assert.deepEqual(
      [(await descriptions()).toSorted(), counted],
      [["Party", "Party", "Perhaps"], { series: 1, "special-type": 3, declined: 1 }],
    );
  });

  it("C4: a tentative event comes in once it is confirmed, an invitation once it is accepted", async () => {
    const event = anna.google.create(timed("Perhaps", "2026-04-03", "09:00", "10:00", { status: "tentative" }));
    const invitation = anna.google.receiveInvitation(timed("Party", "2026-04-03", "12:00", "13:00"), organizer);
    await bench.run(anna);
    anna.google.patch(event.id, { status: "confirmed" });
    anna.google.respond(invitation.id, "accepted");
    await bench.run(anna);
    assert.deepEqual(await descriptions(), ["Perhaps", "Party"]);
  });

  it("C4: one already in that becomes tentative stays and goes on syncing, with one warning", async () => {
    const event = anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    anna.google.patch(event.id, { status: "tentative" });
    const first = await bench.run(anna);
    anna.google.patch(event.id, { summary: "Dentist at noon" });
    const second = await bench.run(anna);
    assert.deepEqual(
      [first.warnings, second.warnings].map((warnings) => warnings.map(({ code }) => code)),
      [["tentative"], []],
    );
    assert.deepEqual(await descriptions(), ["Dentist at noon"]);
  });

  it('C4: what came in tentative with "Download tentative…" is no reason to warn', async () => {
    bench.setUp(anna, { downloadTentative: true });
    const event = anna.google.create(timed("Perhaps", "2026-04-03", "09:00", "10:00", { status: "tentative" }));
    await bench.run(anna);
    anna.google.patch(event.id, { summary: "Perhaps later" });
    const { warnings } = await bench.run(anna);
    assert.deepEqual([await descriptions(), warnings], [["Perhaps later"], []]);
  });

  it('C4: an accepted invitation answered with "maybe" later stays, with a warning', async () => {
    const invitation = anna.google.receiveInvitation(
      timed("Party", "2026-04-03", "12:00", "13:00"),
      organizer,
      "accepted",
    );
    await bench.run(anna);
    anna.google.respond(invitation.id, "tentative");
    const { warnings } = await bench.run(anna);
    assert.deepEqual([await descriptions(), warnings.map(({ code }) => code)], [["Party"], ["tentative"]]);
  });

  it("C4: an invitation declined after it came in counts as deleted: the appointment goes", async () => {
    const invitation = anna.google.receiveInvitation(
      timed("Party", "2026-04-03", "12:00", "13:00"),
      organizer,
      "accepted",
    );
    await bench.run(anna);
    anna.google.respond(invitation.id, "declined");
    const { studio } = await bench.run(anna);
    const { links } = bench.services();
    const [stream] = await links.streamsOf(anna.id);
    const link = await links.findByEvent(stream?.id ?? 0, invitation.id);
    assert.deepEqual(
      [await descriptions(), studio.deleted, link?.state, link?.leftOutReason, (await bench.run(anna)).summary],
      [[], 1, "left-out", "declined", "Nothing had changed."],
    );
  });

  it("C4: an invitation declined and accepted again comes in again", async () => {
    const invitation = anna.google.receiveInvitation(
      timed("Party", "2026-04-03", "12:00", "13:00"),
      organizer,
      "accepted",
    );
    await bench.run(anna);
    for (const answer of ["declined", "accepted"] as const) {
      anna.google.respond(invitation.id, answer);
      await bench.run(anna);
    }
    assert.deepEqual(await descriptions(), ["Party"]);
  });

  it("C4: a session's event declined by its user counts as deleted: a question is asked, the session stays", async () => {
    await aSession(bench.studio, { photographer: anna.id, description: "Family" });
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", {
      attendees: [
        { email: anna.email, responseStatus: "declined" },
        { email: "guest@example.test", responseStatus: "accepted" },
      ],
    });
    await bench.run(anna);
    const questions = await bench.openQuestions(anna);
    assert.deepEqual([await descriptions(), questions.map(({ kind }) => kind)], [["Family"], ["deleted-in-google"]]);
  });
});
