import assert from "node:assert/strict";

import { everythingDecided, requestsThatWrite } from "../google-sync/state-machine/previewed-run.js";
import { contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup } from "../support/studio.js";
import type { MadeClient } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("a preview of clients and contacts", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let clara: MadeClient;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clara = await aClient(bench.studio, { email: "clara@example.test" });
    const { id } = await aClientGroup(bench.studio, { name: "Weddings", clients: [clara] });
    bench.setUp(anna, { clientGroupId: id, sendContacts: true, populateStudio: true });
  });

  afterEach(() => bench.close());

  /** R3: what is decided is as before; @returns codes of what it warns of, and how many contacts it would touch */
  async function preview(): Promise<readonly [readonly string[], number]> {
    const before = await everythingDecided(bench);
    bench.google.log.clear();
    const { report, contacts } = await bench.runForResult(anna, { isPreview: true });
    assert.deepEqual([await everythingDecided(bench), requestsThatWrite(bench)], [before, []]);
    const touched = (contacts?.planned ?? []).filter(({ action }) => action.kind !== "agree");
    return [report.warnings.map(({ code }) => code), touched.length];
  }

  it("R3: keeps nothing of the label it finds in Google, and the run after it uses that label", async () => {
    await bench.run(anna);
    anna.contacts.deleteLabel("Weddings");
    await bench.run(anna);
    anna.contacts.deleteLabel("Weddings");
    await bench.run(anna);
    anna.contacts.createLabel("Weddings");

    await preview();

    const { label } = await bench.studio.connection.query()("google_sync_contact_streams").first("label");
    assert.equal(label, null);
  });

  it("R3, K3: shows a label deleted in Google made again without making a note of it, as often as it is asked", async () => {
    await bench.run(anna);
    anna.contacts.deleteLabel("Weddings");

    const shown = [await preview(), await preview()];
    const { warnings } = await bench.run(anna);

    assert.deepEqual(shown, [
      [["label-made-again"], 0],
      [["label-made-again"], 0],
    ]);
    assert.deepEqual(
      [warnings.map(({ code }) => code), contactsOf(anna)],
      [["label-made-again"], ["Clara Client | clara@example.test | Weddings"]],
    );
  });

  it("R3, K1: shows another client group without moving anybody to its label, and nobody as leaving", async () => {
    await bench.run(anna);
    const other = await aClientGroup(bench.studio, { name: "Families", clients: [clara] });
    bench.setUp(anna, { clientGroupId: other.id });

    const [warnings] = await preview();
    const run = await bench.run(anna);

    assert.deepEqual(
      [warnings, run.warnings, contactsOf(anna)],
      [[], [], ["Clara Client | clara@example.test | Families | Weddings"]],
    );
  });
});
