import assert from "node:assert/strict";

import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { eventsOf } from "../support/both-sides.js";
import { aClient, aClientGroup, anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("contacts that are not synced", () => {
  let bench: SyncBench;

  beforeEach(async () => {
    bench = await SyncBench.open({ contactDelaySeconds: 0 });
  });

  afterEach(() => bench.close());

  /** A person with a contact of their own, and a client in a group. */
  async function apart(settings: Parameters<SyncBench["person"]>[0] = {}) {
    const client = await aClient(bench.studio, {
      firstName: "Clara",
      email: "clara@example.test",
      phones: ["555 0101"],
    });
    const group = await aClientGroup(bench.studio, { name: "Weddings", clients: [client] });
    const anna = await bench.person({ populateGoogle: true, ...settings });
    const { resourceName } = anna.contacts.create({
      names: [{ givenName: "Mia", familyName: "Smith" }],
      phoneNumbers: [{ value: "555 0102", type: "mobile" }],
    });
    anna.contacts.label(resourceName, "Cousins");
    await anAppointment(bench.studio, {
      users: [anna.id],
      description: "Lab",
      start: "2026-04-01T10:00:00",
      end: "2026-04-01T11:00:00",
    });
    return { anna, group };
  }

  async function bothSides(anna: BenchPerson, group: Parameters<typeof clientsOf>[1]) {
    return { google: contactsOf(anna), studio: await clientsOf(bench, group), events: eventsOf(anna) };
  }

  const untouched = {
    google: ["Mia Smith | mobile 555 0102 | Cousins"],
    studio: ["Clara Client | clara@example.test | Mobile 555 0101 | Weddings"],
    events: ["2026-04-01T10:00 Lab"],
  };

  it("K1: without a client group nothing is read of contacts, and both sides stay as they are", async () => {
    const { anna, group } = await apart();

    await bench.run(anna);

    const asked = Object.keys(bench.google.log.counts()).filter((operation) => operation.startsWith("people."));
    assert.deepEqual([asked, await bothSides(anna, group)], [[], untouched]);
  });

  it("A4: without the contacts permission the calendar syncs, contacts do not", async () => {
    const { anna, group } = await apart({ sendContacts: true });
    bench.setUp(anna, { clientGroupId: group.id });
    bench.untickContacts(anna);

    await bench.run(anna);

    assert.deepEqual(await bothSides(anna, group), untouched);
  });
});
