import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { MailRoom } from "../support/mail-room.js";
import { aClient, aClientGroup } from "../support/studio.js";
import type { MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const views = "https://studio.example.test/views";

describe("emails about clients and contacts", () => {
  let bench: SyncBench;
  let room: MailRoom;
  let anna: BenchPerson;
  let group: MadeClientGroup;

  beforeEach(async () => {
    bench = await SyncBench.open();
    room = await MailRoom.open();
    bench.mailer = room.mailer;
    anna = await bench.person({ emailWarnings: true, emailAddress: "anna@example.test" });
    const clients = [];
    for (const firstName of ["Clara", "Dora", "Eve"])
      clients.push(await aClient(bench.studio, { firstName, email: `${firstName}@example.test` }));
    group = await aClientGroup(bench.studio, { name: "Weddings", clients });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
  });

  afterEach(async () => {
    await bench.close();
    await room.close();
  });

  it("K6, J6: whoever cannot be told for sure is mailed once, with the way to Contacts to Review", async () => {
    anna.contacts.create(aPerson({ firstName: "Clara", lastName: "Client", email: "other@example.test" }));
    await bench.run(anna);
    const text = await room.only();
    await bench.run(anna);

    assert.match(text, /The client "Clara Client" \(client \d+\) may be in Google already/);
    assert.match(text, /"Link to …" says that it is that one; "Create new" makes a new one/);
    assert.ok(text.includes(`${views}/google-sync.contacts-to-review-view`), text);
    assert.ok(!text.includes("held-view"), text);
    assert.deepEqual(await room.look(), []);
  });

  it("K8, J6: clients proposed for merging are mailed, with what the answers do", async () => {
    await bench.run(anna);
    await room.look();
    const [one, two] = anna.contacts.list();
    anna.contacts.merge(two?.resourceName ?? "", one?.resourceName ?? "");
    await bench.run(anna);

    const text = await room.only();
    assert.match(text, /were merged in Google; .* keeps the contact/);
    assert.match(text, /"Merge the clients" makes one client of the two, for good; "Keep both clients"/);
    assert.ok(text.includes(`${views}/google-sync.contacts-to-review-view`), text);
  });

  it("G1, J6: held contacts are mailed once, with what Apply and Discard do and the way to Held Changes", async () => {
    await bench.run(anna);
    await room.look();
    for (const { resourceName } of anna.contacts.list()) anna.contacts.delete(resourceName);
    await bench.run(anna);
    const text = await room.only();

    assert.match(text, /3 contacts of the group "Weddings" were deleted or taken out of the label in Google/);
    assert.match(text, /"Apply" stops syncing their clients; "Discard" puts the contacts back/);
    assert.ok(text.includes(`${views}/google-sync.held-view`), text);
  });

  it("K3, J6: an inactive client group is mailed once, and once when it is over", async () => {
    await bench.run(anna);
    await bench.edit("client_groups", group.id, { is_inactive: true });
    await bench.run(anna);
    const first = await room.only();
    await bench.run(anna);
    const again = await room.look();
    await bench.edit("client_groups", group.id, { is_inactive: false });
    await bench.run(anna);
    const over = await room.only();

    assert.match(first, /The client group "Weddings" is inactive, so contacts are not synced/);
    assert.match(over, /What you were told about is over/);
    assert.deepEqual(again, []);
  });
});
