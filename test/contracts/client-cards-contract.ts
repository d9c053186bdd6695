import "reflect-metadata";

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import { container } from "tsyringe";

import { Clients, StaleEntryError } from "../../src/api/index.js";
import type { ClientCard, ClientRecord, Transaction } from "../../src/api/index.js";
import { ClientGroupStore, ClientStore, registerStudioData } from "../../src/host/studio-data/index.js";
import type { TestStudio } from "../support/studio.js";
import { aClientsFields } from "./record-fields.js";

const nowhere = { street: "", city: "", region: "", postalCode: "", country: "" };

/** What a plugin sends of a client. */
function aCard(values: Partial<ClientCard> = {}): ClientCard {
  return {
    firstName: "Rosa",
    lastName: "Example",
    salutation: "Dr",
    company: "",
    jobTitle: "",
    email: "rosa@example.test",
    mainAddress: { ...nowhere, city: "Springfield" },
    mailingAddress: nowhere,
    birthDate: "--02-29",
    anniversary: "",
    phones: [{ id: undefined, label: "Mobile", number: "+1 312 555 0142" }],
    ...values,
  };
}

/** Clients as plugins know them (`Clients`). */
export function clientCardsContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let clients: Clients;
  let groups: ClientGroupStore;
  let store: ClientStore;
  let groupId: number;
  const longAgo = new Date("2026-01-05T08:00:00.000Z");

  beforeEach(async () => {
    studio = await open();
    const rooms = container.createChildContainer();
    registerStudioData(rooms, studio.connection);
    clients = rooms.resolve<Clients>(Clients);
    groups = rooms.resolve(ClientGroupStore);
    store = rooms.resolve(ClientStore);
    groupId = await run((transaction) => groups.create("Families", transaction));
  });

  afterEach(() => studio.close());

  const run = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => studio.unitOfWork.run(work);

  async function make(...cards: readonly ClientCard[]): Promise<readonly ClientRecord[]> {
    const drafts = cards.map((card) => ({ ...card, guid: randomUUID(), changedAt: longAgo }));
    return run((transaction) => clients.create(drafts, groupId, transaction));
  }

  async function one(): Promise<ClientRecord> {
    const [client] = await make(aCard());
    return client ?? assert.fail("no client");
  }

  async function read(id: number): Promise<ClientRecord> {
    const [client] = await clients.find([id]);
    return client ?? assert.fail("no client");
  }

  /** The rows of the view plugins join in SQL. */
  function members(): Promise<readonly { readonly client_id: number; readonly version: string }[]> {
    return studio.connection
      .query()("client_members")
      .where({ client_group_id: groupId })
      .orderBy("client_id")
      .select("client_id", "version");
  }

  describe("clients as plugins know them", () => {
    it("K4: are made whole and in the group, with the time of whoever changed them", async () => {
      const [first, second] = await make(aCard(), aCard({ firstName: "Ben", phones: [], birthDate: "" }));

      const { id: _id, guid: _guid, version: _version, phones, ...rest } = first ?? assert.fail("no client");
      const { phones: _phones, ...card } = aCard();
      assert.deepEqual(rest, {
        ...card,
        changedAt: longAgo,
        isInactive: false,
        isDeleted: false,
        mergedInto: undefined,
      });
      assert.deepEqual(
        phones.map(({ label, number }) => [label, number]),
        [["Mobile", "+1 312 555 0142"]],
      );
      assert.deepEqual(
        (await members()).map(({ client_id: id }) => id),
        [first?.id, second?.id],
      );
    });

    it("K4: notes and status are not among what is read", async () => {
      const [id = 0] = await run((transaction) => store.createMany([aClientsFields({ notes: "Secret" })], transaction));
      assert.doesNotMatch(JSON.stringify(await read(id)), /Secret|notes|status/);
    });

    it("K1: the view has the version a client is read with, whichever program wrote", async () => {
      const { id, version } = await one();
      const db = studio.connection.query();
      const seen = [version];
      for (const write of [
        () => db("clients").where({ id }).update({ job_title: "Baker" }),
        () => db("client_phones").where({ client_id: id }).update({ number: "555-0199" }),
        () => db("client_phones").insert({ client_id: id, label: "", number: "555-0198", position: 1 }),
        () => db("client_phones").where({ client_id: id, position: 0 }).del(),
      ]) {
        await write();
        const [row] = await members();
        assert.equal(row?.version, (await read(id)).version);
        seen.push(row.version);
      }
      assert.equal(new Set(seen).size, 5);
    });

    it("K3: the view has no inactive, deleted or merged clients, and none of an inactive group", async () => {
      const [kept, inactive, deleted, merged] = await make(aCard(), aCard(), aCard(), aCard());
      const db = studio.connection.query();
      await db("clients").where({ id: inactive?.id }).update({ is_inactive: true });
      await run(async (transaction) => {
        await clients.remove({ clientId: deleted?.id ?? 0, version: deleted?.version ?? "" }, transaction);
        await store.merge(merged?.id ?? 0, kept?.id ?? 0, transaction);
      });
      assert.deepEqual(
        (await members()).map(({ client_id: id }) => id),
        [kept?.id],
      );
      assert.deepEqual(
        (await clients.find([deleted?.id ?? 0, merged?.id ?? 0])).map(({ isDeleted, mergedInto }) => [
          isDeleted,
          mergedInto,
        ]),
        [
          [true, undefined],
          [true, kept?.id],
        ],
      );
      await run((transaction) => groups.save(groupId, { name: "Families", isInactive: true }, transaction));
      assert.deepEqual(await members(), []);
    });

    it("G9: a change names the version it was planned from", async () => {
      const { id, version } = await one();
      await studio.connection.query()("client_phones").where({ client_id: id }).update({ number: "555-0199" });
      const change = run((transaction) =>
        clients.change({ clientId: id, version }, { firstName: "Rosalie" }, { changedAt: longAgo }, transaction),
      );
      await assert.rejects(change, StaleEntryError);
      assert.equal((await read(id)).firstName, "Rosa");
    });

    it("K4: a change writes what it names, keeps the ids of phones, and comes back as it now is", async () => {
      const { id, version, phones } = await one();
      const changedAt = new Date("2026-02-03T10:00:00.000Z");
      const [phone] = phones;

      const changed = await run((transaction) =>
        clients.change(
          { clientId: id, version },
          {
            company: "Example Ltd",
            birthDate: "1980-02-29",
            phones: [
              { id: undefined, label: "Work", number: "555-0101" },
              { id: phone?.id, label: "Mobile", number: "555-0102" },
            ],
          },
          { changedAt },
          transaction,
        ),
      );

      assert.deepEqual(changed, await read(id));
      assert.deepEqual(
        [changed.firstName, changed.company, changed.birthDate, changed.changedAt],
        ["Rosa", "Example Ltd", "1980-02-29", changedAt],
      );
      assert.deepEqual(
        changed.phones.map(({ id: phoneId, label, number }) => [phoneId === phone?.id, label, number]),
        [
          [false, "Work", "555-0101"],
          [true, "Mobile", "555-0102"],
        ],
      );
      assert.notEqual(changed.version, version);
    });

    it("K4: an emptied list of phones is empty", async () => {
      const { id, version } = await one();
      const changed = await run((transaction) =>
        clients.change({ clientId: id, version }, { phones: [] }, { changedAt: longAgo }, transaction),
      );
      assert.deepEqual(changed.phones, []);
    });

    it("K6: finds whoever shares a name, an email or the end of a phone number with one of many", async () => {
      const [byName, byEmail, byPhone, nobody] = await make(
        aCard({ email: "", phones: [] }),
        aCard({ firstName: "Ben", email: "ben@example.test", phones: [] }),
        aCard({ firstName: "Cleo", email: "", phones: [{ id: undefined, label: "", number: "(312) 555-0177" }] }),
        aCard({ firstName: "Dora", email: "dora@example.test", phones: [] }),
      );

      const found = await clients.findLike([
        { firstName: "rosa", lastName: "EXAMPLE", email: "", phones: [] },
        { firstName: "", lastName: "", email: "Ben@Example.test", phones: [] },
        { firstName: "", lastName: "", email: "", phones: [{ id: undefined, label: "", number: "+1 312.555.0177" }] },
      ]);

      assert.deepEqual(
        found.map(({ id }) => id).toSorted((a, b) => a - b),
        [byName?.id, byEmail?.id, byPhone?.id],
      );
      assert.ok(nobody);
    });

    it("K6: takes a name or an email for the same in any case, beyond A to Z too", async () => {
      const nobody = { email: "", phones: [] };
      await make(
        aCard({ firstName: "Émile", lastName: "Özil", ...nobody }),
        aCard({ firstName: "", lastName: "", email: "Emile@Example.Test", phones: [] }),
      );
      const found = [];
      for (const lastName of ["Özil", "özil", "ÖZIL"]) {
        found.push((await clients.findLike([{ firstName: "émile", lastName, ...nobody }])).length);
      }
      const byEmail = await clients.findLike([
        { firstName: "", lastName: "", email: "emile@EXAMPLE.test", phones: [] },
      ]);
      assert.deepEqual([found, byEmail.length], [[1, 1, 1], 1]);
    });

    it("K6: what is empty on both sides is no likeness, and inactive clients are none", async () => {
      const [inactive] = await make(
        aCard({ lastName: "Quiet" }),
        aCard({ firstName: "", lastName: "", email: "", phones: [] }),
      );
      await studio.connection.query()("clients").where({ id: inactive?.id }).update({ is_inactive: true });
      const found = await clients.findLike([
        { firstName: "", lastName: "", email: "", phones: [{ id: undefined, label: "", number: "12" }] },
        { firstName: "Rosa", lastName: "Quiet", email: "rosa@example.test", phones: [] },
      ]);
      assert.deepEqual(found, []);
    });

    it("are made by the thousand in a handful of statements", async () => {
      const made = await make(...Array.from({ length: 1500 }, (_, turn) => aCard({ lastName: `Client ${turn}` })));
      assert.deepEqual(
        [made[0]?.lastName, made[1499]?.lastName, (await members()).length],
        ["Client 0", "Client 1499", 1500],
      );
    });

    it("lists groups by name, with those that are inactive", async () => {
      await run((transaction) => groups.create("Athletes", transaction));
      assert.deepEqual(
        (await clients.groups()).map(({ name, isInactive }) => [name, isInactive]),
        [
          ["Athletes", false],
          ["Families", false],
        ],
      );
    });
  });
}
