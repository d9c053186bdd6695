import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { contactsOf } from "../support/both-address-books.js";
import { eventTitled, eventsOf } from "../support/both-sides.js";
import { timed } from "../support/google-events.js";
import { aClient, aClientGroup, anAppointment, aSession } from "../support/studio.js";
import type { MadeRecord } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("what is kept, and for how long", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });
  afterEach(() => bench.close());

  const job = () =>
    bench.processor().run({
      jobRunId: "job",
      zone: bench.zone,
      userId: undefined,
      isPreview: false,
      settings: {},
      signal: new AbortController().signal,
    });

  /** Everything the plugin keeps, as text. */
  async function kept(): Promise<string> {
    const tables = ["links", "journal", "runs", "questions", "mail_state", "contact_links"];
    const rows = await Promise.all(
      tables.map((table) => bench.studio.connection.query()(`google_sync_${table}`).select()),
    );
    return JSON.stringify(rows);
  }

  async function runsKept(): Promise<number> {
    return (await bench.services().journal.runs({ limit: 1000 })).length;
  }

  it("R6: the journal holds synced fields only: nobody's email, phone, status or studio notes", async () => {
    const client = await aClient(bench.studio, { email: "clara.private@example.test" });
    await aSession(bench.studio, {
      clientId: client.id,
      photographer: anna.id,
      description: "Family",
      notes: "Knee pain",
    });
    anna.google.create(
      timed("Dinner", "2026-04-03", "19:00", "20:00", {
        attendees: [
          { email: "guest.private@example.test" },
          { email: anna.email, self: true, responseStatus: "accepted" },
        ],
        organizer: { email: anna.email, self: true },
      }),
    );
    await bench.run(anna);
    await bench.run(anna);
    assert.doesNotMatch(await kept(), /clara\.private|guest\.private|Knee|pays late/);
  });

  it("R6: runs and their journal go after the days the studio keeps them, once a day by the job", async () => {
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
    await job();
    bench.clock.advance({ days: 89 });
    await job();
    const whileKept = await runsKept();
    bench.clock.advance({ days: 2 });
    await job();
    const effects = await bench.studio.connection.query()("google_sync_journal").select("id");
    assert.deepEqual([whileKept, await runsKept(), effects.length, eventsOf(anna).length], [2, 2, 0, 1]);
  });

  it("R6: the studio says for how many days", async () => {
    bench.company["journalDays"] = 3;
    await job();
    bench.clock.advance({ days: 4 });
    await job();
    assert.equal(await runsKept(), 1);
  });

  it("R6: a run of one user, or a preview, leaves that to the job", async () => {
    bench.company["journalDays"] = 1;
    await job();
    bench.clock.advance({ days: 4 });
    await bench.run(anna);
    await bench.run(anna, { isPreview: true });
    assert.equal(await runsKept(), 2);
  });

  it("R6: answered questions go with their time; open ones stay however old", async () => {
    const first = await aSession(bench.studio, { photographer: anna.id, description: "Family" });
    await aSession(bench.studio, { photographer: anna.id, description: "Baby", start: "2026-04-20T10:00:00" });
    await job();
    anna.google.delete(eventTitled(anna, "Clara Client - Family").id);
    await job();
    await bench.answer("take-off");
    anna.google.delete(eventTitled(anna, "Clara Client - Baby").id);
    await job();
    bench.clock.advance({ days: 91 });
    await job();
    const rows = await bench.studio.connection.query()("google_sync_questions").select("answer");
    assert.ok(first.id > 0);
    assert.deepEqual(rows, [{ answer: null }]);
  });

  describe("when a client is erased", () => {
    let session: MadeRecord;
    let clientId: number;

    beforeEach(async () => {
      const client = await aClient(bench.studio, { firstName: "Zelda", lastName: "Quixote" });
      clientId = client.id;
      session = await aSession(bench.studio, {
        clientId,
        photographer: anna.id,
        description: "Family",
        start: "2026-04-01T10:00:00",
        end: "2026-04-01T11:00:00",
      });
      await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
      await bench.run(anna);
    });

    const erase = () => bench.studio.unitOfWork.run((transaction) => bench.erasures().erase(clientId, transaction));

    it("R6: journal, reports, questions and link copies say nothing of them any more", async () => {
      anna.google.delete(eventTitled(anna, "Zelda Quixote - Family").id);
      await bench.run(anna);
      const before = await kept();
      await bench.upkeep().erased(await erase());
      assert.match(before, /Zelda Quixote/);
      assert.doesNotMatch(await kept(), /Zelda|Quixote/);
      assert.equal((await bench.openQuestions(anna)).length, 1);
    });

    it("R6: the studio's record says nothing of them, and the booking stays", async () => {
      await erase();
      const [row] = await bench.studio.connection.query()("clients").where({ id: clientId }).select();
      const sessions = await bench.studio.connection.query()("sessions").where({ id: session.id }).select("deleted_at");
      assert.doesNotMatch(JSON.stringify(row), /Zelda|Quixote|example\.test/);
      assert.deepEqual(sessions, [{ deleted_at: null }]);
    });

    it("R6: the event in Google loses the name at the next run, and keeps what is not the client's", async () => {
      const { id } = eventTitled(anna, "Zelda Quixote - Family");
      await bench.upkeep().erased(await erase());
      await bench.run(anna);
      const after = await bench.run(anna);
      const [text] = eventsOf(anna).filter((one) => one.includes("Family"));
      assert.deepEqual(
        [text, anna.google.list().some((event) => event.id === id), after.summary],
        ["2026-04-01T10:00 Erased client - Family", true, "Nothing had changed."],
      );
    });

    it("R6: what others have in the journal stays", async () => {
      await bench.upkeep().erased(await erase());
      assert.match(await kept(), /Lab/);
    });

    it("R6: an erasure of another process, or while the plugin was off, is caught up by the job", async () => {
      await erase();
      await job();
      assert.doesNotMatch(await kept(), /Zelda|Quixote/);
    });

    it("R6: forgetting twice is forgetting once", async () => {
      const erasure = await erase();
      await bench.upkeep().erased(erasure);
      await bench.upkeep().erased(erasure);
      assert.doesNotMatch(await kept(), /Zelda|Quixote/);
    });

    it("R6: nothing of their contact is kept once a run has let go of it, and it does not come in again", async () => {
      const [row]: { guid: string }[] = await bench.studio.connection.query()("clients").where({ id: clientId });
      await bench.edit("clients", clientId, { email: "zelda@example.test" });
      const group = await aClientGroup(bench.studio, { clients: [{ id: clientId, guid: row?.guid ?? "" }] });
      bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
      await job();
      const before = await kept();
      const erasure = await erase();
      await bench.upkeep().erased(erasure);
      bench.clock.advance({ days: 1 });
      await job();
      bench.clock.advance({ days: 1 });
      await job();
      const clients = await bench.studio.connection
        .query()("clients")
        .whereNull("deleted_at")
        .where({ last_name: "Quixote" });
      assert.match(before, /zelda@example\.test/);
      assert.doesNotMatch(await kept(), /Zelda|Quixote|zelda@/);
      assert.deepEqual([clients, contactsOf(anna).length], [[], 1]);
    });

    it("R6: a question whether a contact is theirs names them no more", async () => {
      const group = await aClientGroup(bench.studio, {
        clients: [await aClient(bench.studio, { firstName: "Zelda", lastName: "Quixote", email: "zq@example.test" })],
      });
      const [asked]: { id: number }[] = await bench.studio.connection.query()("clients").orderBy("id", "desc");
      bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
      anna.contacts.create(aPerson({ firstName: "Paul", lastName: "Panza", email: "zq@example.test" }));
      await bench.run(anna);
      const before = (await bench.openQuestions(anna)).length;
      const erasure = await bench.studio.unitOfWork.run((transaction) =>
        bench.erasures().erase(asked?.id ?? 0, transaction),
      );
      await bench.upkeep().erased(erasure);
      const [question] = await bench.openQuestions(anna);
      assert.deepEqual([before, /Quixote|Panza/.test(JSON.stringify(question))], [1, false]);
    });

    it("R6: copies of their contact go the night after, when a run had time to let go of it", async () => {
      const { clientGuid } = await erase();
      const { contactLinks } = bench.services();
      const stream = await contactLinks.createStream(anna.id, "sub", bench.clock.now());
      await bench.studio.unitOfWork.run((transaction) =>
        contactLinks.insert(
          stream.id,
          [{ state: "linked", clientId, clientGuid, resourceName: "people/c1" }],
          transaction,
        ),
      );
      const links = async () =>
        bench.studio.connection.query()("google_sync_contact_links").select("state", "client_guid", "seen");
      const erasedAt = bench.clock.now().toISOString();
      await bench.studio.connection.query()("erasures").update({ erased_at: erasedAt });
      await bench.upkeep().nightly(bench.zone);
      const [sameDay] = await links();
      bench.clock.advance({ days: 2 });
      await bench.upkeep().nightly(bench.zone);
      assert.deepEqual(
        [sameDay, await links()],
        [
          { state: "linked", client_guid: clientGuid, seen: null },
          // Which contact it was is remembered, or it would come in again as a new client.
          [{ state: "ended", client_guid: null, seen: null }],
        ],
      );
    });
  });
});
