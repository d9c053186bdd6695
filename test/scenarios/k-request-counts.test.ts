import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { aClient, aClientGroup } from "../support/studio.js";
import type { MadeClient } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson, BenchSettings } from "../support/sync-bench.js";

/** The minimum of requests for contacts (google.md section 7). */
describe("requests to Google about contacts", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let clients: MadeClient[];

  async function open(count: number, settings: BenchSettings = {}): Promise<void> {
    bench = await SyncBench.open();
    anna = await bench.person();
    clients = [];
    for (let index = 0; index < count; index += 1)
      clients.push(await aClient(bench.studio, { lastName: `No ${index}`, email: `no${index}@example.test` }));
    const group = await aClientGroup(bench.studio, { name: "Weddings", clients });
    bench.setUp(anna, { clientGroupId: group.id, ...settings });
  }

  afterEach(() => bench.close());

  /** The requests of one run. */
  async function requestsOfRun(): Promise<Readonly<Record<string, number>>> {
    bench.google.log.clear();
    const { outcome } = await bench.run(anna);
    assert.equal(outcome, "done");
    return bench.google.log.counts();
  }

  it("K1: a first push of 250 clients is one list of labels, one of contacts, a label and two batches", async function () {
    this.timeout(20_000);
    await open(250);

    assert.deepEqual(await requestsOfRun(), {
      "people.contactGroups.list": 1,
      "people.people.connections.list": 1,
      "people.contactGroups.create": 1,
      "people.people.batchCreateContacts": 2,
    });
  });

  it("C23: an idle run one way takes none", async () => {
    await open(3);
    await bench.run(anna);

    assert.deepEqual(await requestsOfRun(), {});
  });

  it("C17: an idle run two-way takes one", async () => {
    await open(3, { sendContacts: true });
    await bench.run(anna);
    await bench.run(anna);

    assert.deepEqual(await requestsOfRun(), { "people.people.connections.list": 1 });
  });

  it("K9: an update one way reads its contacts in one batch and writes them in one", async () => {
    await open(3);
    await bench.run(anna);
    for (const { id } of clients) await bench.edit("clients", id, { email: `new${id}@example.test` });

    assert.deepEqual(await requestsOfRun(), {
      "people.people.getBatchGet": 1,
      "people.people.batchUpdateContacts": 1,
    });
  });

  it("K2: an update two-way is the delta and one write", async () => {
    await open(3, { sendContacts: true });
    await bench.run(anna);
    for (const { id } of clients) await bench.edit("clients", id, { email: `new${id}@example.test` });

    assert.deepEqual(await requestsOfRun(), {
      "people.people.connections.list": 1,
      "people.people.batchUpdateContacts": 1,
    });
  });

  it("K2: new contacts are the delta and one change of the label", async () => {
    await open(3, { sendContacts: true });
    await bench.run(anna);
    for (const lastName of ["Ash", "Birch"]) anna.contacts.create(aPerson({ firstName: "Tree", lastName }));

    assert.deepEqual(await requestsOfRun(), {
      "people.people.connections.list": 1,
      "people.contactGroups.members.modify": 1,
    });
  });
});
