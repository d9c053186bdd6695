import assert from "node:assert/strict";

import { GoogleError } from "../../../../src/google-sync/google/index.js";
import { ContactsBench } from "../support/contacts-bench.js";

describe("labels of the local Google", () => {
  let bench: ContactsBench;

  beforeEach(async () => {
    bench = await ContactsBench.open();
  });

  afterEach(() => bench.close());

  function people(count: number): readonly string[] {
    return Array.from(
      { length: count },
      (_, index) => bench.book.create({ names: [{ givenName: `Mia ${index}` }] }).resourceName,
    );
  }

  async function membersOf(label: string): Promise<number> {
    return (await bench.readAll()).live.filter(({ memberships }) => memberships.includes(label)).length;
  }

  it("K1: makes a label; one of that name is found instead of made", async () => {
    const made = await bench.contacts.createLabel("Weddings");
    const found = await bench.contacts.createLabel("weddings");
    assert.deepEqual(
      [made.name, found.resourceName, bench.book.labels()],
      ["Weddings", made.resourceName, ["Weddings"]],
    );
  });

  it("G4: a label whose answer was lost is found, not made twice", async () => {
    bench.google.faults.add({ fault: { kind: "reset" }, when: "after", times: 1 });
    const label = await bench.contacts.createLabel("Weddings");
    assert.deepEqual([label.name, bench.book.labels()], ["Weddings", ["Weddings"]]);
  });

  it("K1: a name that is one of Google's own groups gets a word behind it, once", async () => {
    const made = await bench.contacts.createLabel("Family");
    const found = await bench.contacts.createLabel("Family");
    assert.deepEqual([made.name, found, bench.book.labels()], ["Family (clients)", made, ["Family (clients)"]]);
  });

  it("renames a label, also with an old etag and after a lost answer", async () => {
    const label = await bench.contacts.createLabel("Weddings");
    const renamed = await bench.contacts.renameLabel(label, "Brides");
    const again = await bench.contacts.renameLabel(label, "Couples");
    bench.google.faults.add({ fault: { kind: "reset" }, when: "after", times: 1 });
    const last = await bench.contacts.renameLabel(again, "Pairs");
    assert.deepEqual(
      [renamed.resourceName, renamed.name, again.name, last.name, bench.book.labels()],
      [label.resourceName, "Brides", "Couples", "Pairs", ["Pairs"]],
    );
  });

  it("K3: a label that is gone is a fact", async () => {
    const label = await bench.contacts.createLabel("Weddings");
    const [person = ""] = people(1);
    bench.book.deleteLabel("Weddings");
    const isGone = (error: unknown): boolean => error instanceof GoogleError && error.verdict.kind === "not-found";
    await assert.rejects(bench.contacts.changeMembers(label.resourceName, { add: [person], remove: [] }), isGone);
    await assert.rejects(bench.contacts.renameLabel(label, "Brides"), isGone);
  });

  it("changes 1,500 memberships in two requests, and names whom Google does not know", async () => {
    const { resourceName } = await bench.contacts.createLabel("Weddings");
    const names = people(1_499);
    bench.counts();
    const { notFound } = await bench.contacts.changeMembers(resourceName, {
      add: [...names, "people/c99"],
      remove: [],
    });
    assert.deepEqual(
      [notFound, bench.counts(), await membersOf(resourceName)],
      [["people/c99"], { "contactGroups.members.modify": 2 }, 1_499],
    );
  });

  it("K3: taken out of their only label, contacts stay in My Contacts", async () => {
    const { resourceName } = await bench.contacts.createLabel("Weddings");
    const [person = ""] = people(1);
    bench.book.change(person, {
      memberships: [{ contactGroupMembership: { contactGroupResourceName: resourceName } }],
    });
    await bench.contacts.changeMembers(resourceName, { add: [], remove: [person] });
    assert.deepEqual(
      (await bench.readAll()).live.map(({ memberships }) => memberships),
      [["contactGroups/myContacts"]],
    );
  });
});
