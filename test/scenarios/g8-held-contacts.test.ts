import assert from "node:assert/strict";

import { HeldItems, confirmationOf, heldGroups, readConfirmation } from "../../src/google-sync/job/index.js";
import type { HeldItem, UserRunResult } from "../../src/google-sync/job/index.js";
import { aPerson } from "../support/a-person.js";
import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup, joinGroup, leaveGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("held groups of clients and contacts", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let clients: MadeClient[];

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clients = [];
  });

  afterEach(() => bench.close());

  async function inStep(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1)
      clients.push(await aClient(bench.studio, { lastName: `No ${index}`, email: `no${index}@example.test` }));
    group = await aClientGroup(bench.studio, { name: "Weddings", clients });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
    await bench.run(anna);
  }

  async function held(): Promise<readonly HeldItem[]> {
    const [question] = await bench.openQuestions();
    return question === undefined ? [] : new HeldItems(bench.services(), bench.preferences()).of(question);
  }

  async function answer(answerId: string, items: readonly HeldItem[]): Promise<void> {
    const [question] = await bench.openQuestions();
    const ids = items.map(({ id }) => id);
    await bench.answerer().answer(question?.id ?? 0, answerId, anna.id, bench.zone, ids);
  }

  async function preview(): Promise<string> {
    return confirmationOf(heldGroups(await bench.runForResult(anna, { isPreview: true })));
  }

  async function confirm(groups: string): Promise<UserRunResult["confirmed"]> {
    return (await bench.runForResult(anna, { isPreview: true, confirm: readConfirmation(groups) })).confirmed;
  }

  function deleteContacts(count: number): void {
    for (const { resourceName } of anna.contacts.list().slice(0, count)) anna.contacts.delete(resourceName);
  }

  const sidesOf = ({ name, studio, google, isOutOf }: HeldItem) => [
    name.title,
    studio?.["email"],
    google?.["email"],
    ...(isOutOf === undefined ? [] : [isOutOf]),
  ];

  it("G8: shows both sides of contacts that were deleted in Google, and of those taken out of the label", async () => {
    await inStep(3);
    deleteContacts(2);
    anna.contacts.unlabel(anna.contacts.list()[0]?.resourceName ?? "", "Weddings");
    await bench.run(anna);

    assert.deepEqual((await held()).map(sidesOf), [
      ["Clara No 0", "no0@example.test", undefined],
      ["Clara No 1", "no1@example.test", undefined],
      ["Clara No 2", "no2@example.test", "no2@example.test", { google: true }],
    ]);
  });

  it("G8: shows both sides of clients who left the group", async () => {
    await inStep(3);
    for (const client of clients) await leaveGroup(bench.studio, group, client);
    await bench.run(anna);

    const [first] = await held();
    assert.deepEqual(first && sidesOf(first), ["Clara No 0", "no0@example.test", "no0@example.test", { studio: true }]);
  });

  it("G8: shows both values of what was replaced", async function () {
    this.timeout(20_000);
    await inStep(22);
    for (const { id } of clients.slice(0, 21)) await bench.edit("clients", id, { email: "" });
    await bench.run(anna);

    const items = await held();
    assert.deepEqual([items.length, items[0] && sidesOf(items[0])], [21, ["Clara No 0", "", "no0@example.test"]]);
  });

  it('G8: "Discard" for one and "Apply" for the others does each, and closes the question with the last', async () => {
    await inStep(4);
    deleteContacts(4);
    await bench.run(anna);
    const items = await held();
    await answer("discard", items.slice(0, 1));
    const open = (await bench.openQuestions()).map(({ itemCount }) => itemCount);
    await bench.run(anna);
    const between = contactsOf(anna);

    await answer("apply", items.slice(1));
    const { warnings } = await bench.run(anna);

    const restored = ["Clara No 0 | no0@example.test | Weddings"];
    assert.deepEqual(
      [open, between, await bench.openQuestions(), warnings.length, contactsOf(anna)],
      [[3], restored, [], 3, restored],
    );
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it("G8: what has changed meanwhile is planned anew on answering", async () => {
    await inStep(3);
    for (const client of clients) await leaveGroup(bench.studio, group, client);
    await bench.run(anna);
    const items = await held();
    await joinGroup(bench.studio, group, clients[0] ?? { id: 0, guid: "" });
    await bench.edit("clients", clients[0]?.id ?? 0, { email: "new@example.test" });
    await answer("apply", items);

    await bench.run(anna);

    assert.deepEqual([(await clientsOf(bench, group)).length, contactsOf(anna)[0]?.includes("new@")], [1, true]);
  });

  it("G8: an item of another question, or none, is refused and nothing is answered", async () => {
    await inStep(3);
    deleteContacts(3);
    await bench.run(anna);
    const [first] = await held();
    assert.ok(first);

    await assert.rejects(answer("apply", [first, { ...first, id: 999 }]), { code: "answer-refused" });
    await assert.rejects(answer("apply", []), { code: "answer-refused" });

    assert.equal((await held()).length, 3);
  });

  it('G1: confirmed in Preview counts as "Apply" for contacts gone from Google', async () => {
    await inStep(4);
    deleteContacts(4);

    const words = await preview();
    const confirmed = await confirm(words);
    const { questions, warnings } = await bench.run(anna);

    assert.deepEqual(
      [words.split(":")[0], confirmed, questions, warnings.length, (await bench.run(anna)).summary],
      ["many-leaving-in-google", { approved: 4, people: 4, grown: [] }, [], 4, "Nothing had changed."],
    );
  });

  it('G1: confirmed in Preview counts as "Apply" for clients gone from the group', async () => {
    await inStep(4);
    for (const client of clients) await leaveGroup(bench.studio, group, client);

    const confirmed = await confirm(await preview());
    const { questions } = await bench.run(anna);

    assert.deepEqual([confirmed?.people, questions, contactsOf(anna).length], [4, [], 4]);
  });

  it('G1: confirmed in Preview counts as "Apply" for replaced values, either way', async function () {
    this.timeout(20_000);
    await inStep(22);
    for (const { id } of clients.slice(0, 21)) await bench.edit("clients", id, { email: "" });
    const toGoogle = await confirm(await preview());
    const first = await bench.run(anna);
    for (const { resourceName } of anna.contacts.list().slice(0, 21))
      anna.contacts.change(resourceName, { names: [{ givenName: "X", familyName: "Y" }] });

    const toStudio = await confirm(await preview());
    const second = await bench.run(anna);

    assert.deepEqual([toGoogle?.people, toStudio?.people, first.questions, second.questions], [21, 21, [], []]);
    assert.equal((await clientsOf(bench, group)).filter((line) => line.startsWith("X Y")).length, 21);
  });

  it('G1: confirmed in Preview counts as "Apply" for many new clients', async function () {
    this.timeout(20_000);
    await inStep(1);
    for (let index = 0; index < 51; index += 1)
      anna.contacts.create(aPerson({ firstName: "New", lastName: `Person ${index}` }));

    const confirmed = await confirm(await preview());
    const { questions } = await bench.run(anna);

    assert.deepEqual([confirmed?.people, questions, (await clientsOf(bench, group)).length], [51, [], 52]);
  });

  it("G1: does not hold for people nobody was shown: the run asks", async () => {
    await inStep(5);
    deleteContacts(5);
    const [words = ""] = /^[a-z-]+:\d+/.exec(await preview()) ?? [];

    const confirmed = await confirm(words);
    const { questions } = await bench.run(anna);

    assert.deepEqual(
      [confirmed?.approved, confirmed?.grown.length, questions.map(({ kind }) => kind)],
      [0, 1, ["many-leaving-in-google"]],
    );
  });

  it("G1, R3: only seen, and not confirmed, it changes nothing: the next run asks", async () => {
    await inStep(3);
    deleteContacts(3);
    await preview();

    const { questions } = await bench.run(anna);

    assert.deepEqual(
      questions.map(({ kind }) => kind),
      ["many-leaving-in-google"],
    );
  });
});
