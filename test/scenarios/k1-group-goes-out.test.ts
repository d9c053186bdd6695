import assert from "node:assert/strict";

import { contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup, joinGroup } from "../support/studio.js";
import type { MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("a client group and its label", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
  });

  afterEach(() => bench.close());

  async function aGroupOf(...names: readonly string[]): Promise<MadeClientGroup> {
    const clients = [];
    for (const lastName of names)
      clients.push(await aClient(bench.studio, { lastName, email: `${lastName.toLowerCase()}@example.test` }));
    const group = await aClientGroup(bench.studio, { name: "Weddings", clients });
    bench.setUp(anna, { clientGroupId: group.id });
    return group;
  }

  it("K1: all active clients of the group go out, Populate or not, under a label of its name", async () => {
    const group = await aGroupOf("Abel", "Baker");
    await joinGroup(bench.studio, group, await aClient(bench.studio, { lastName: "Idle", isInactive: true }));

    const { outcome, contacts } = await bench.run(anna);

    assert.deepEqual(
      [outcome, contacts?.google.created, contactsOf(anna)],
      ["done", 2, ["Clara Abel | abel@example.test | Weddings", "Clara Baker | baker@example.test | Weddings"]],
    );
  });

  it("K1: a client who joins the group later goes out too, and nobody twice", async () => {
    const group = await aGroupOf("Abel");
    await bench.run(anna);
    await joinGroup(bench.studio, group, await aClient(bench.studio, { lastName: "Cook" }));

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [contactsOf(anna), summary],
      [["Clara Abel | abel@example.test | Weddings", "Clara Cook | Weddings"], "Nothing had changed."],
    );
  });

  it("K1: the label follows the group to its new name, though nothing else has changed", async () => {
    const group = await aGroupOf("Abel");
    await bench.run(anna);
    await bench.edit("client_groups", group.id, { name: "Weddings 2026" });

    await bench.run(anna);

    assert.deepEqual(contactsOf(anna), ["Clara Abel | abel@example.test | Weddings 2026"]);
  });
});
