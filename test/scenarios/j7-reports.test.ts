import assert from "node:assert/strict";

import { eventTitled } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { MailRoom } from "../support/mail-room.js";
import { aClient, aClientGroup, anAppointment, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("the detailed sync report", () => {
  let bench: SyncBench;
  let room: MailRoom;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    room = await MailRoom.open();
    bench.mailer = room.mailer;
    anna = await bench.person({
      populateGoogle: true,
      sendAppointments: true,
      emailReport: true,
      emailAddress: "anna@example.test",
    });
  });

  afterEach(async () => {
    await bench.close();
    await room.close();
  });

  it("J7: says what was created, changed and deleted each way, what was left out and why, and how long it took", async () => {
    const lab = await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    const gone = await anAppointment(bench.studio, { users: [anna.id], description: "Gone" });
    await bench.run(anna);
    const first = await room.only();
    await bench.edit("appointments", lab.id, { location: "Park" });
    await bench.edit("appointments", gone.id, { deleted_at: bench.clock.now().toISOString() });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    anna.google.create(timed("Maybe", "2026-04-04", "09:00", "10:00", { status: "tentative" }));
    await bench.run(anna);
    const second = await room.only();

    assert.match(first, /^Google Sync: report of a run\n/);
    assert.match(first, /In Google +2 +0 +0/);
    assert.match(first, /Created: "Lab", Apr 1, 2026, 10:00/);
    assert.match(second, /Where +Created +Changed +Deleted\nIn Google +0 +1 +1\nIn Spectra +1 +0 +0/);
    assert.match(second, /Changed: "Lab".*\n +location: nothing → "Park"/);
    assert.match(second, /Deleted: "Gone"/);
    assert.match(second, /Created: "Dentist"/);
    assert.match(second, /1 event, because it is tentative, and "Download tentative/);
    assert.match(second, /Started +Ended +Took\n.*\d seconds/);
    assert.match(second, /Open this run: https:\/\/studio\.example\.test\/views\/google-sync\.run-view\?input=/);
  });

  it("J7: says the same in HTML, from the same model", async () => {
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab <b>& more</b>" });
    await bench.run(anna);
    const [mail] = await room.look();
    const html = mail?.html || "";
    for (const said of ["What was done", "Lab &lt;b&gt;&amp; more&lt;/b&gt;", '<th scope="col">Created</th>', "Took"])
      assert.ok(html.includes(said), said);
  });

  it("J7: a quiet run sends none", async () => {
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
    await bench.run(anna);
    await room.look();
    await bench.run(anna);
    await bench.run(anna);
    assert.deepEqual(await room.look(), []);
  });

  it("C15, J7: names the value that was not kept, on which side and why", async () => {
    const lab = await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
    await bench.run(anna);
    await room.look();
    await bench.edit("appointments", lab.id, { location: "Park" });
    bench.clock.advance({ minutes: 10 });
    anna.google.patch(eventTitled(anna, "Lab").id, { location: "Lake" });
    await bench.run(anna);
    const text = await room.only();
    assert.match(text, /Values that were merged away/);
    assert.match(
      text,
      /"Lab"\n +The location "Park" entered in the studio is not kept: the other side was changed later/,
    );
  });

  it("J6, J7: with both boxes ticked it is one message, the troubles first", async () => {
    bench.setUp(anna, { emailWarnings: true });
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
    anna.google.create(timed("Choir", "2026-04-02", "19:00", "20:00", { recurrence: ["RRULE:FREQ=WEEKLY"] }));
    bench.setUp(anna, { populateStudio: true });
    await bench.run(anna);
    const text = await room.only();
    assert.match(text, /^Google Sync: 1 warning\n/);
    assert.ok(text.indexOf("Choir") < text.indexOf("What was done"));
    assert.match(text, /Created: "Lab"/);
  });

  it("C8, J7: a private event is counted, and named neutrally only", async () => {
    const secret = anna.google.create(
      timed("Divorce lawyer", "2026-04-02", "19:00", "20:00", { visibility: "private" }),
    );
    bench.setUp(anna, { populateStudio: true });
    await bench.run(anna);
    const made = await room.only();
    anna.google.patch(secret.id, {
      summary: "Divorce court",
      location: "Court",
      ...when("2026-04-02", "18:00", "19:00"),
    });
    await bench.run(anna);
    const changed = await room.only();
    assert.match(made, /Created: "Private appointment"/);
    assert.match(changed, /Changed: "Private appointment"/);
    assert.doesNotMatch(made + changed, /Divorce|Court/i);
  });

  it("J7: carries a held question with its answers, and is sent once for it", async () => {
    await aSession(bench.studio, { photographer: anna.id, description: "Family" });
    await bench.run(anna);
    await room.look();
    anna.google.delete(eventTitled(anna, "Clara Client - Family").id);
    await bench.run(anna);
    const text = await room.only();
    await bench.run(anna);
    assert.match(text, /^Google Sync: 1 question for you\n/);
    assert.match(text, /"Restore in Google" makes the event in Google again/);
    assert.deepEqual(await room.look(), []);
  });

  it("J7, K1: contacts and clients have lines of their own, by name", async () => {
    const clara = await aClient(bench.studio, { email: "clara@example.test" });
    const group = await aClientGroup(bench.studio, { clients: [clara] });
    bench.setUp(anna, { clientGroupId: group.id });
    await bench.run(anna);
    const made = await room.only();
    await bench.edit("clients", clara.id, { email: "clara.client@example.test" });
    await bench.run(anna);
    const changed = await room.only();
    assert.match(made, /Contacts in Google +1 +0 +0\nClients in Spectra +0 +0 +0/);
    assert.match(made, /Created: "Clara Client"/);
    assert.match(changed, /Changed: "Clara Client"\n +email: "clara@example\.test" → "clara\.client@example\.test"/);
  });

  it("J6, J7: a lasting failure is reported daily, not at every run", async () => {
    await bench.run(anna);
    await room.look();
    anna.google.removeCalendar();
    await bench.run(anna);
    const first = await room.look();
    await bench.run(anna);
    await bench.run(anna);
    assert.deepEqual([first.length, await room.look()], [1, []]);
  });

  it("J7: many changes are named up to a hundred for each side, and counted", async () => {
    for (let index = 0; index < 103; index += 1)
      await anAppointment(bench.studio, { users: [anna.id], description: `Number ${index}` });
    await bench.run(anna);
    const text = await room.only();
    assert.match(text, /In Google +103 +0 +0/);
    assert.equal(text.match(/\* Created: "Number/g)?.length, 100);
    assert.match(text, /and 3 more, named in the run/);
  });
});
