import assert from "node:assert/strict";

import { zoneName } from "../../src/base/wall-time.js";
import { eventTitled, eventsOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { MailRoom } from "../support/mail-room.js";
import { deleteInGoogle, manyInStep } from "../support/many-in-step.js";
import { anAppointment, aSession } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const tabLink = "https://studio.example.test/preferences/user/google-sync.user-page";
const heldLink = "https://studio.example.test/views/google-sync.held-view";

describe("emails about warnings and errors", () => {
  let bench: SyncBench;
  let room: MailRoom;
  let anna: BenchPerson;
  let lab: MadeRecord;

  beforeEach(async () => {
    bench = await SyncBench.open();
    room = await MailRoom.open();
    bench.mailer = room.mailer;
    anna = await bench.person({
      populateGoogle: true,
      sendAppointments: true,
      emailWarnings: true,
      emailAddress: "anna@example.test",
    });
    lab = await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
    await bench.run(anna);
    assert.deepEqual(await room.look(), []);
  });

  afterEach(async () => {
    await bench.close();
    await room.close();
  });

  const withoutPermission = () => {
    bench.google.revokeGrants(anna.email);
    return [
      bench.google.faults.add({ match: { operation: "oauth.token" }, fault: { kind: "error", error: "invalidGrant" } }),
      bench.google.faults.add({ fault: { kind: "error", error: "authError" } }),
    ];
  };

  it("A7, J6: a revoked permission is mailed at first, then daily, then once when it works again", async () => {
    const faults = withoutPermission();
    await bench.run(anna);
    const first = await room.only();
    await bench.run(anna);
    const sameDay = await room.look();
    bench.clock.advance({ days: 1 });
    await bench.run(anna);
    const nextDay = await room.only();
    for (const fault of faults) await fault.dispose();
    await bench.run(anna);
    const over = await room.only();
    await bench.run(anna);

    assert.match(first, /^Google Sync: Google needs reconnecting\n/);
    assert.match(first, /click "Authenticate My Google Account" and sign in again/);
    assert.ok(first.includes(`Open the Google tab: ${tabLink}`));
    assert.deepEqual(sameDay, []);
    assert.match(nextDay, /^Google Sync: Google needs reconnecting\n/);
    assert.match(over, /^Google Sync works again\n/);
    assert.match(over, /What you were told about is over\. There is nothing to do\./);
    assert.deepEqual(await room.look(), []);
  });

  it("A11, J6: a calendar that is gone is mailed with what to do, and nothing was deleted", async () => {
    anna.google.removeCalendar();
    await bench.run(anna);
    const text = await room.only();
    assert.match(text, /^Google Sync: Google calendar not available\n/);
    assert.match(text, /choose another Google calendar and click "OK"/);
    assert.match(text, /Nothing was deleted or written/);
  });

  it("C22, J6: a run held for a changed zone is mailed with its answers, and once when it is answered", async () => {
    bench.zone = zoneName("Europe/Berlin");
    await bench.run(anna);
    const asked = await room.only();
    await bench.run(anna);
    const sameDay = await room.look();
    await bench.answer("old");
    await bench.run(anna);
    const over = await room.only();

    assert.match(asked, /^Google Sync: 1 question for you\n/);
    assert.match(asked, /"Keep the old zone" .*; "Use the new zone"/);
    assert.ok(asked.includes(`Open Held Changes: ${heldLink}`));
    assert.deepEqual(sameDay, []);
    assert.match(over, /^Google Sync works again\n/);
  });

  it("G1, J6: held deletions are mailed once, with what Apply and Discard do", async () => {
    const made = await manyInStep(bench, anna, 12);
    await room.look();
    deleteInGoogle(anna, made);
    await bench.run(anna);
    const text = await room.only();
    await bench.run(anna);
    assert.match(text, /appointments were deleted in Google/);
    assert.match(text, /"Apply" deletes them in the studio too; "Discard" makes them anew in Google/);
    assert.ok(text.includes(heldLink));
    assert.deepEqual(await room.look(), []);
  });

  it("C13, J6: a session deleted on the phone is asked about, with each answer's meaning", async () => {
    await aSession(bench.studio, { photographer: anna.id, description: "Family" });
    await bench.run(anna);
    anna.google.delete(eventTitled(anna, "Clara Client - Family").id);
    await bench.run(anna);
    const text = await room.only();
    assert.match(text, /was deleted in Google\. It stays in the studio until you say what to do/);
    assert.match(text, /"Restore in Google" makes the event in Google again; "Take me off it"/);
  });

  it("C19, J6: a repeat made in Google is one warning, with its title and first date", async () => {
    anna.google.create(timed("Choir", "2026-04-02", "19:00", "20:00", { recurrence: ["RRULE:FREQ=WEEKLY"] }));
    await bench.run(anna);
    const text = await room.only();
    await bench.run(anna);
    assert.match(text, /^Google Sync: 1 warning\n/);
    assert.match(text, /"Choir" \(first on 2026-04-02\) repeats in Google\. .*enter it again in the studio/);
    assert.deepEqual(await room.look(), []);
  });

  it("C8, J6: names nothing of a private event, though the mail goes to its owner", async () => {
    anna.google.create(
      timed("Divorce lawyer", "2026-04-02", "19:00", "20:00", {
        visibility: "private",
        recurrence: ["RRULE:FREQ=DAILY"],
      }),
    );
    await bench.run(anna);
    const text = await room.only();
    assert.match(text, /Private appointment/);
    assert.doesNotMatch(text, /Divorce/);
  });

  it("X3, J6: a title full of HTML is text in the mail", async () => {
    const title = '<img src=x onerror="alert(1)">';
    anna.google.create(timed(title, "2026-04-02", "19:00", "20:00", { recurrence: ["RRULE:FREQ=DAILY"] }));
    await bench.run(anna);
    const [mail] = await room.look();
    assert.ok((mail?.text ?? "").includes(title));
    assert.doesNotMatch(mail?.html || "", /<img/);
  });

  it("J6: two troubles of one run are one message", async () => {
    for (const title of ["Choir", "Yoga"])
      anna.google.create(timed(title, "2026-04-02", "19:00", "20:00", { recurrence: ["RRULE:FREQ=WEEKLY"] }));
    await bench.run(anna);
    const text = await room.only();
    assert.match(text, /^Google Sync: 2 warnings\n/);
    assert.ok(text.includes("Choir") && text.includes("Yoga"));
  });

  it("J6: a preview, and a run without anything to say, mail nothing", async () => {
    anna.google.create(timed("Choir", "2026-04-02", "19:00", "20:00", { recurrence: ["RRULE:FREQ=WEEKLY"] }));
    await bench.run(anna, { isPreview: true });
    const afterPreview = await room.look();
    await bench.run(anna);
    await room.look();
    await bench.edit("appointments", lab.id, { location: "Park" });
    await bench.run(anna);
    assert.deepEqual([afterPreview, await room.look()], [[], []]);
  });

  it("J6: with neither box ticked nothing is mailed", async () => {
    bench.setUp(anna, { emailWarnings: false });
    anna.google.removeCalendar();
    await bench.run(anna);
    assert.deepEqual(await room.look(), []);
  });

  it("J6: what could not be handed over is mailed once emailing is set up", async () => {
    bench.mailer = {
      send: () => Promise.resolve({ kind: "not-sent", code: "not-set-up", reason: "Emailing is not set up." }),
      isSetUp: () => Promise.resolve(false),
    };
    anna.google.removeCalendar();
    await bench.run(anna);
    bench.mailer = room.mailer;
    await bench.run(anna);
    assert.match(await room.only(), /Google calendar not available/);
  });

  it("G3, J6: mail that breaks leaves the run as it was", async () => {
    bench.mailer = { ...room.mailer, send: () => Promise.reject(new Error("No database")) };
    anna.google.create(timed("Choir", "2026-04-02", "19:00", "20:00", { recurrence: ["RRULE:FREQ=WEEKLY"] }));
    await bench.edit("appointments", lab.id, { location: "Park" });
    const { outcome } = await bench.run(anna);
    assert.deepEqual([outcome, eventsOf(anna).length > 0], ["done", true]);
    assert.ok(bench.logger.lines.some(({ message }) => message === "A run could not be mailed about"));
  });

  it("C22, J6: a calendar in another zone is warned of at first, then daily, and once when it is right again", async () => {
    anna.google.setTimeZone("Europe/Paris");
    bench.clock.advance({ minutes: 5 });
    await bench.loseSyncToken(anna);
    await bench.run(anna);
    const first = await room.only();
    await bench.run(anna);
    const sameDay = await room.look();
    anna.google.setTimeZone("America/Chicago");
    await bench.loseSyncToken(anna);
    await bench.run(anna);
    assert.match(first, /is set to Europe\/Paris, the studio's times are meant in America\/Chicago/);
    assert.deepEqual(sameDay, []);
    assert.match(await room.only(), /^Google Sync works again/);
  });
});
