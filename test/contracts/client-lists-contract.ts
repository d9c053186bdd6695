import "reflect-metadata";

import assert from "node:assert/strict";

import { container } from "tsyringe";

import type { Transaction } from "../../src/api/index.js";
import { ClientGroupStore, ClientSearch, ClientStore, registerStudioData } from "../../src/host/studio-data/index.js";
import type { ClientFields, ClientQuery } from "../../src/host/studio-data/index.js";
import type { TestStudio } from "../support/studio.js";
import { aClientsFields } from "./record-fields.js";

/** Lists of clients as screens page through them, and groups of one name each. */
export function clientListsContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let search: ClientSearch;
  let groups: ClientGroupStore;
  let store: ClientStore;

  beforeEach(async () => {
    studio = await open();
    const rooms = container.createChildContainer();
    registerStudioData(rooms, studio.connection);
    search = rooms.resolve(ClientSearch);
    groups = rooms.resolve(ClientGroupStore);
    store = rooms.resolve(ClientStore);
  });

  afterEach(() => studio.close());

  const run = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => studio.unitOfWork.run(work);
  const make = (...clients: readonly Partial<ClientFields>[]): Promise<readonly number[]> =>
    run((transaction) => store.createMany(clients.map(aClientsFields), transaction));
  const found = async (query: ClientQuery): Promise<readonly string[]> =>
    (await search.page(query, 100)).map(({ firstName, lastName, company }) =>
      [firstName, lastName, company].filter(Boolean).join(" "),
    );

  it("finds clients by parts of name, company and email, and by digits of a phone however it is written", async () => {
    await make(
      { firstName: "Rosa", lastName: "O'Neil_%", company: "", email: "rosa@example.test", phones: [] },
      {
        firstName: "",
        lastName: "",
        company: "Harbor Hall",
        email: "",
        phones: [{ id: undefined, label: "Office", number: "+1 (312) 555-0142" }],
      },
    );
    const asked = ["rosa", "neil_%", "o'n ROSA", "hall", "@example", "312 555 01", "5550142", "rosa hall"];
    const answers = [];
    for (const text of asked) answers.push(await found({ text }));
    const [rosa, hall] = [["Rosa O'Neil_%"], ["Harbor Hall"]];
    assert.deepEqual(answers, [rosa, rosa, rosa, hall, rosa, hall, hall, []]);
  });

  it("pages by name and through equal names; counts all of them", async () => {
    const names = ["Abel", "Zoe", "Abel", "Miller", "Abel", "Nilsson"];
    await make(...names.map((lastName) => ({ lastName, firstName: "Kim" })));
    const pages: string[][] = [];
    let after: number | undefined;
    do {
      const page = await search.page({}, 2, after);
      pages.push(page.map(({ lastName }) => lastName));
      after = page.at(-1)?.id;
    } while (after !== undefined);
    assert.deepEqual(pages, [["Abel", "Abel"], ["Abel", "Miller"], ["Nilsson", "Zoe"], []]);
    assert.equal(await search.count({}), 6);
  });

  it("lists members of a group and those outside it; inactive ones when asked, deleted ones never", async () => {
    const [ann = 0, bob = 0, cas = 0, dan = 0] = await make(
      { lastName: "Ann" },
      { lastName: "Bob" },
      { lastName: "Cas", isInactive: true },
      { lastName: "Dan" },
    );
    const groupId = await run((transaction) => groups.create("Weddings", transaction));
    await run((transaction) => groups.addMembers(groupId, [ann, cas, dan], transaction));
    const gone = (await store.findById(dan)) ?? assert.fail("no client");
    await run((transaction) => store.remove(dan, gone.version, transaction));

    const asked: readonly ClientQuery[] = [
      { groupId },
      { groupId, includeInactive: true },
      { outsideGroupId: groupId },
      { includeInactive: true },
    ];
    const ids = [];
    for (const query of asked) ids.push((await search.ids(query)).toSorted((one, other) => one - other));
    assert.deepEqual(ids, [[ann], [ann, cas], [bob], [ann, bob, cas]]);
    const [line] = await groups.listWithCounts();
    const living = await run((transaction) => store.living([bob, dan], transaction));
    assert.deepEqual([line?.memberCount, await groups.groupsOf(cas), living], [2, [groupId], [bob]]);
  });

  it("shows the phone to call, and how phones are called here", async () => {
    const phones = [
      { id: undefined, label: "Grandma's", number: "555-0101" },
      { id: undefined, label: "Mobile", number: "555-0102" },
    ];
    await make({ phones });
    const [line] = await search.page({}, 1);
    assert.deepEqual([line?.phone, await search.phoneLabels()], ["555-0101", ["Grandma's", "Mobile"]]);
  });

  it("gives a name to one group only, whatever its case", async () => {
    const first = await run((transaction) => groups.create("Weddings", transaction));
    const again = run((transaction) => groups.create("WEDDINGS", transaction));
    await assert.rejects(again, { code: "client-group-name-taken" });
    const other = await run((transaction) => groups.create("Families", transaction));
    const renamed = run((transaction) => groups.save(other, { name: "weddings", isInactive: false }, transaction));
    await assert.rejects(renamed, { code: "client-group-name-taken" });
    await run((transaction) => groups.save(first, { name: "weddings", isInactive: true }, transaction));
  });

  it("G9: does not save a group over somebody else's change", async () => {
    const id = await run((transaction) => groups.create("Weddings", transaction));
    const [opened] = await groups.listWithCounts();
    const save = (name: string): Promise<void> =>
      run((transaction) => groups.saveIfCurrent(id, opened?.version ?? "", { name, isInactive: false }, transaction));
    await save("Weddings 2026");
    await assert.rejects(save("Weddings and more"), { code: "stale-record" });
  });

  it("G9: does not merge a client that changed since somebody looked", async () => {
    const [loser = 0, survivor = 0] = await make({}, {});
    const seen = (await store.findById(loser)) ?? assert.fail("no client");
    await studio.connection.query()("clients").where({ id: loser }).update({ company: "Meanwhile Ltd" });
    const merge = run((transaction) => store.merge(loser, survivor, transaction, seen.version));
    await assert.rejects(merge, { code: "stale-record" });
  });
}
