import "reflect-metadata";

import assert from "node:assert/strict";

import { container } from "tsyringe";
import type { DependencyContainer } from "tsyringe";

import type { Transaction } from "../../src/api/index.js";
import { ClientGroupStore, ClientStore, registerStudioData } from "../../src/host/studio-data/index.js";
import type { TestStudio } from "../support/studio.js";
import { aClientsFields } from "./record-fields.js";

/** Clients and their groups. */
export function clientsContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let rooms: DependencyContainer;

  beforeEach(async () => {
    studio = await open();
    rooms = container.createChildContainer();
    registerStudioData(rooms, studio.connection);
  });

  afterEach(() => studio.close());

  const run = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => studio.unitOfWork.run(work);

  describe("clients", () => {
    it("are kept whole, and found by a part of their name and by group", async () => {
      const store = rooms.resolve(ClientStore);
      const groups = rooms.resolve(ClientGroupStore);
      const rosa = aClientsFields({ firstName: "Rosa", lastName: "O'Neil_%" });
      const [id = 0, other = 0] = await run((transaction) =>
        store.createMany([rosa, aClientsFields({ lastName: "Zander" })], transaction),
      );
      const groupId = await run((transaction) => groups.create("Weddings", transaction));
      await run((transaction) => groups.addMembers(groupId, [id, id, other], transaction));
      await run((transaction) => groups.addMembers(groupId, [id], transaction));
      await run((transaction) => groups.removeMembers(groupId, [other], transaction));

      const client = (await store.findById(id)) ?? assert.fail("no client");
      const { guid: _guid, version: _version, isDeleted, mergedInto, phones, ...fields } = client;
      assert.deepEqual(
        [{ id, ...rosa, phones: [] }, rosa.phones, false, undefined],
        [{ ...fields, phones: [] }, phones.map((phone) => ({ ...phone, id: undefined })), isDeleted, mergedInto],
      );
      const ids = async (filter: { readonly text?: string; readonly groupId?: number }): Promise<readonly number[]> =>
        (await store.list(filter)).map((found) => found.id);
      assert.deepEqual(
        [await ids({ text: "neil_%" }), await ids({ groupId }), await ids({})],
        [[id], [id], [id, other]],
      );
      assert.deepEqual(await groups.listMembers(groupId), [id]);
    });

    it("G9: are not saved over a change of theirs or of a phone", async () => {
      const store = rooms.resolve(ClientStore);
      const [id = 0] = await run((transaction) => store.createMany([aClientsFields({})], transaction));
      const opened = (await store.findById(id)) ?? assert.fail("no client");
      await studio.connection.query()("client_phones").where({ client_id: id }).update({ number: "555-0142" });
      const save = run((transaction) => store.save(id, opened.version, opened, transaction));
      await assert.rejects(save, { code: "stale-record" });
    });

    it("G9: have the version that plugins see; a phone saved as it was keeps its own", async () => {
      const store = rooms.resolve(ClientStore);
      const [id = 0] = await run((transaction) => store.createMany([aClientsFields({})], transaction));
      const opened = (await store.findById(id)) ?? assert.fail("no client");
      const [card] = await studio.clients.find([id]);
      const saved = await run((transaction) => store.save(id, opened.version, opened, transaction));
      const newest = (version: string): string | undefined => version.split(".").at(-1);
      assert.deepEqual([card?.version, newest(saved.version)], [opened.version, newest(opened.version)]);
    });

    it("keep the ids of phones that stay", async () => {
      const store = rooms.resolve(ClientStore);
      const [id = 0] = await run((transaction) => store.createMany([aClientsFields({})], transaction));
      const opened = (await store.findById(id)) ?? assert.fail("no client");
      const [first, second] = opened.phones;
      assert.ok(first && second);
      const phones = [
        { id: undefined, label: "Work", number: "555-0190" },
        { ...second, number: "555-0191" },
      ];

      const saved = await run((transaction) => store.save(id, opened.version, { ...opened, phones }, transaction));

      assert.deepEqual(
        saved.phones.map((phone) => [phone.id === second.id, phone.number]),
        [
          [false, "555-0190"],
          [true, "555-0191"],
        ],
      );
    });

    it("K3: merged ones hand over groups and bookings, deleted ones stay in the database", async () => {
      const store = rooms.resolve(ClientStore);
      const groups = rooms.resolve(ClientGroupStore);
      const [loser = 0, survivor = 0] = await run((transaction) =>
        store.createMany([aClientsFields({}), aClientsFields({})], transaction),
      );
      const groupId = await run((transaction) => groups.create("Families", transaction));
      await run((transaction) => groups.addMembers(groupId, [loser], transaction));
      await run((transaction) => store.merge(loser, survivor, transaction));
      const merged = await store.findById(loser);
      assert.deepEqual(
        [merged?.mergedInto, merged?.isDeleted, await groups.listMembers(groupId)],
        [survivor, true, [survivor]],
      );
      const kept = (await store.findById(survivor)) ?? assert.fail("no client");
      await run((transaction) => store.remove(survivor, kept.version, transaction));
      assert.deepEqual([await store.list(), (await store.find([survivor]))[0]?.isDeleted], [[], true]);
    });

    it("are made by the thousand", async () => {
      const store = rooms.resolve(ClientStore);
      const many = Array.from({ length: 3000 }, (_, turn) => aClientsFields({ lastName: `Client ${turn}` }));
      const ids = await run((transaction) => store.createMany(many, transaction));
      const found = await store.find([ids[0] ?? 0, ids[2999] ?? 0]);
      assert.deepEqual(
        found.map(({ lastName, phones }) => [lastName, phones.length]),
        [
          ["Client 0", 2],
          ["Client 2999", 2],
        ],
      );
    });
  });
}
