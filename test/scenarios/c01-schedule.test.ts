import assert from "node:assert/strict";

import { aClient, anAppointment, anEventLine, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("C1: a user's schedule in Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let ben: BenchPerson;
  let clientId: number;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    ben = await bench.person();
    for (const person of [anna, ben]) await bench.run(person);
    clientId = (await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" })).id;
  });

  afterEach(() => bench.close());

  async function sync(): Promise<void> {
    for (const person of [anna, ben]) assert.deepEqual((await bench.run(person)).errors, []);
  }

  it("C1: an appointment is an event of everyone assigned to it, and of nobody else", async () => {
    await anAppointment(bench.studio, { users: [anna.id, ben.id], description: "Staff meeting" });
    await anAppointment(bench.studio, { users: [ben.id], description: "Dentist" });
    await sync();
    assert.deepEqual([titlesOf(anna), titlesOf(ben)], [["Staff meeting"], ["Dentist", "Staff meeting"]]);
  });

  it("C1: a session is one event in the photographer's account and one in the assistant's", async () => {
    await aSession(bench.studio, { photographer: anna.id, assistant: ben.id, clientId, description: "Family" });
    await sync();
    assert.deepEqual([titlesOf(anna), titlesOf(ben)], [["Ada Smith - Family"], ["Ada Smith - Family"]]);
  });

  it("C1: who is photographer and assistant of one session has it once", async () => {
    await aSession(bench.studio, { photographer: anna.id, assistant: anna.id, clientId, description: "Family" });
    await sync();
    assert.deepEqual(titlesOf(anna), ["Ada Smith - Family"]);
  });

  it("C1: the visible event lines naming a user are their events, in place of the session", async () => {
    const session = await aSession(bench.studio, { photographer: anna.id, clientId, description: "Wedding" });
    await anEventLine(bench.studio, session, { user: anna.id, isPrimary: true, description: "Wedding" });
    await anEventLine(bench.studio, session, { user: anna.id, description: "Dinner" });
    await anEventLine(bench.studio, session, { user: ben.id, description: "Lights" });
    await anEventLine(bench.studio, session, { user: ben.id, description: "Travel", isVisible: false });
    await sync();
    assert.deepEqual(
      [titlesOf(anna), titlesOf(ben)],
      [["Ada Smith - Dinner", "Ada Smith - Wedding"], ["Ada Smith - Lights"]],
    );
  });

  it("C1: a line that is hidden goes from Google, one that is shown comes", async () => {
    const session = await aSession(bench.studio, { clientId, description: "Wedding" });
    const shown = await anEventLine(bench.studio, session, { user: anna.id, description: "Dinner" });
    const hidden = await anEventLine(bench.studio, session, { user: anna.id, description: "Travel", isVisible: false });
    await sync();
    await bench.edit("session_event_lines", shown.id, { is_visible: false });
    await bench.edit("session_event_lines", hidden.id, { is_visible: true });
    await sync();
    assert.deepEqual(titlesOf(anna), ["Ada Smith - Travel"]);
  });

  it("C1: cancelled appointments and sessions are in nobody's Google", async () => {
    await anAppointment(bench.studio, { users: [anna.id], status: "cancelled" });
    const session = await aSession(bench.studio, { photographer: anna.id, clientId, status: "cancelled" });
    await anEventLine(bench.studio, session, { user: ben.id });
    await sync();
    assert.deepEqual([titlesOf(anna), titlesOf(ben)], [[], []]);
  });

  it("C1: one user's edit of a shared session in Google reaches the other's account", async () => {
    bench.setUp(anna, { sendAppointments: true });
    await aSession(bench.studio, { photographer: anna.id, assistant: ben.id, clientId, description: "Family" });
    await sync();
    const [event] = anna.google.list();
    anna.google.patch(event?.id ?? "", { summary: "Ada Smith - Family of five", location: "Park" });
    await sync();
    assert.deepEqual(
      ben.google.list().map(({ summary, location }) => [summary, location]),
      [["Ada Smith - Family of five", "Park"]],
    );
  });
});

function titlesOf({ google }: BenchPerson): readonly unknown[] {
  return google
    .list()
    .map(({ summary }) => summary)
    .toSorted();
}
