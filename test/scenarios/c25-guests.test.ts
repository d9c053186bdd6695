import assert from "node:assert/strict";

import { timed } from "../support/google-events.js";
import { writesTo, writtenFields } from "../support/google-writes.js";
import { aClient, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const attendees = [{ email: "guest@example.test", responseStatus: "accepted" }];

describe("C25: an event with guests", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let clientId: number;

  beforeEach(async () => {
    bench = await SyncBench.open();
    Object.assign(bench.company, { sendNotes: true, sendPhone: true });
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    clientId = (await aClient(bench.studio, { firstName: "Ada", lastName: "Smith", phones: ["(312) 555-0147"] })).id;
  });

  afterEach(() => bench.close());

  async function aGuestsEvent(): Promise<string> {
    const { id } = anna.google.create(timed("Lunch", "2026-04-03", "12:00", "13:00", { attendees }));
    await bench.run(anna);
    return id;
  }

  async function editEntry(values: Readonly<Record<string, unknown>>) {
    const [entry] = await bench.schedule(anna);
    await bench.edit(`${entry?.kind ?? "appointment"}s`, entry?.recordId ?? 0, values);
    return bench.run(anna);
  }

  it("C25: comes in, its changes too", async () => {
    const id = await aGuestsEvent();
    anna.google.patch(id, { summary: "Long lunch", location: "Cafe" });
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, entry?.location], ["Long lunch", "Cafe"]);
  });

  it("C25: keeps its Google title when it is linked, and gets nothing about the client", async () => {
    await aGuestsEvent();
    await editEntry({ client_id: clientId, description: "Proofs", notes: "Owes money", location: "At Ada's" });
    await bench.run(anna);
    assert.deepEqual(writesTo(bench.google), []);
  });

  it("C25: keeps its Google title when it is not linked and edited in the studio", async () => {
    const id = await aGuestsEvent();
    await editEntry({ description: "Lunch with Ada Smith", notes: "Owes money" });
    const { summary, description } = anna.google.get(id);
    assert.deepEqual([summary, description], ["Lunch", undefined]);
  });

  it("C25: a session whose event got guests keeps the title it had, and gets nothing further", async () => {
    await aSession(bench.studio, { photographer: anna.id, clientId, description: "Family" });
    await bench.run(anna);
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", { attendees, summary: "Shooting" });
    await bench.run(anna);
    bench.google.log.clear();
    await editEntry({ description: "Family, and their debts", notes: "Owes money", location: "At Ada's" });
    const [entry] = await bench.schedule(anna);
    assert.deepEqual(
      [writesTo(bench.google), anna.google.list().map(({ summary }) => summary), entry?.description],
      [[], ["Shooting"], "Family, and their debts"],
    );
  });

  for (const { what, values, written } of [
    { what: "moved", values: { starts_at: "2026-04-03T11:00:00" }, written: "PATCH end start" },
    { what: "deleted", values: { deleted_at: "2026-03-02T16:00:00.000Z" }, written: "DELETE" },
  ]) {
    it(`C25: is ${what} silently, and the user is warned that the guests were not told, with a link to the event`, async () => {
      const id = await aGuestsEvent();
      const { htmlLink } = anna.google.get(id);
      const { warnings } = await editEntry(values);
      assert.deepEqual(
        warnings.map(({ code, text, link }) => [code, text, link]),
        [
          [
            "guests-not-told",
            `"Lunch" has guests and is ${what} in Google. The guests were not told; tell them yourself.`,
            htmlLink,
          ],
        ],
      );
      assert.deepEqual([writtenFields(bench.google), bench.google.mails.entries()], [[written], []]);
    });
  }

  it("C25: somebody else's event gets nothing about the client, even where Google names no guests", async () => {
    anna.google.receiveInvitation(
      timed("Lunch", "2026-04-03", "12:00", "13:00", { guestsCanModify: true }),
      { email: "friend@example.test" },
      "accepted",
    );
    await bench.run(anna);
    await editEntry({ client_id: clientId });
    assert.deepEqual(writesTo(bench.google), []);
  });

  it("C25: a meeting room is no guest", async () => {
    const { id } = anna.google.create(
      timed("Lunch", "2026-04-03", "12:00", "13:00", { attendees: [{ email: "room@example.test", resource: true }] }),
    );
    await bench.run(anna);
    await editEntry({ description: "Dinner" });
    assert.equal(anna.google.get(id)["summary"], "Dinner");
  });
});
