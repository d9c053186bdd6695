import assert from "node:assert/strict";

import type { ClientId, Transaction } from "../../../src/api/index.js";
import { KnexContactLinkStore } from "../../../src/google-sync/contact-links/index.js";
import type {
  ContactCandidateQuery,
  ContactLink,
  ContactStream,
  ContactStreamChange,
  NewContactLink,
} from "../../../src/google-sync/contact-links/index.js";
import { aContact, aTombstone } from "../../support/a-contact.js";
import { aClient, aClientGroup, aUser, leaveGroup } from "../../support/studio.js";
import type { MadeClient, MadeClientGroup, TestStudio } from "../../support/studio.js";

const now = new Date("2026-03-02T16:00:00.000Z");
const later = new Date("2026-03-02T16:30:00.000Z");
const guid = (number: number): string => `5a3c0b5e-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Every field set. */
const whole: NewContactLink = {
  state: "linked",
  clientId: 4,
  clientGuid: guid(4),
  resourceName: "people/c4",
  agreed: { studio: { name: "Mia", "phone 17": "mobile 1" }, google: { name: "Mia!", "phone 17": "mobile 1" } },
  clientVersion: "1.2",
  seen: aContact(4, 2),
  seenEtag: "#4.2",
  isDeletedInGoogle: true,
  decidedEtag: "#4.1",
  createSentAt: new Date("2026-03-02T15:05:00.456Z"),
  isMadeByUs: true,
  isLabelled: true,
  attempts: 3,
  retryAt: new Date("2026-03-02T15:06:00.789Z"),
  isParked: true,
  triedVersion: "1.1",
  triedEtag: "#4.0",
  problem: "Refused",
  questionId: 7,
  directive: { kind: "keep", side: "studio" },
  review: { candidates: ["people/c5", "people/c6"], decided: "new" },
  lost: [{ field: "email", side: "google", value: "mia@example.test", why: "later-change-won" }],
};

/** What every implementation of the store promises, on either database. */
export function contactLinkStoreContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let store: KnexContactLinkStore;
  let stream: ContactStream;

  beforeEach(async () => {
    studio = await open();
    store = new KnexContactLinkStore(studio.pluginDatabase());
    stream = await store.createStream((await aUser(studio)).id, "sub-of-anna", now);
  });

  afterEach(() => studio.close());

  function run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return studio.unitOfWork.run(work);
  }

  async function insert(...links: readonly NewContactLink[]): Promise<void> {
    for (const link of links) await run((transaction) => store.insert(stream.id, [link], transaction));
  }

  function see(...contacts: Parameters<typeof store.rememberSeen>[1]): Promise<number> {
    return run((transaction) => store.rememberSeen(stream.id, contacts, undefined, transaction));
  }

  function list(listing: number, ...contacts: Parameters<typeof store.rememberSeen>[1]): Promise<number> {
    return run((transaction) => store.rememberSeen(stream.id, contacts, listing, transaction));
  }

  async function byName(resourceName: string): Promise<ContactLink> {
    const [link] = await store.findByResourceNames(stream.id, [resourceName]);
    assert.ok(link, `there is no link with ${resourceName}`);
    return link;
  }

  async function everything(): Promise<readonly ContactLink[]> {
    return store.listByState(stream.id, ["new", "baseline", "linked", "left", "ended", "resting", "left-out"]);
  }

  describe("streams", () => {
    it("A5: are found by user and account, and are each other's only one", async () => {
      assert.deepEqual(await store.findStream(stream.userId, "sub-of-anna"), stream);
      assert.deepEqual(await store.findStreamById(stream.id), stream);
      assert.equal(await store.findStream(stream.userId, "another"), undefined);
    });

    it("take changes to what they name, to nothing too", async () => {
      const change: ContactStreamChange = {
        groupGuid: guid(9),
        enabledAt: later,
        twoWaySince: now,
        matchedAt: now,
        googleBaselineAt: now,
        syncToken: "token",
        readAt: now,
        label: "contactGroups/7",
        labelName: "Weddings",
        isLabelRemade: true,
        listing: 2,
        linkCount: 3,
        lastSuccessAt: now,
      };
      await store.changeStream(stream.id, change);
      assert.deepEqual(await store.findStreamById(stream.id), { ...stream, ...change });

      await run((transaction) => store.changeStream(stream.id, { syncToken: undefined }, transaction));
      assert.deepEqual(await store.findStreamById(stream.id), { ...stream, ...change, syncToken: undefined });
    });
  });

  describe("links", () => {
    it("R1: come back as they were, to the millisecond", async () => {
      await insert(whole);
      const [link] = await store.findByClients(stream.id, [guid(4)]);
      assert.deepEqual(link, { id: link?.id, ...whole });
    });

    it("take changes to what they name, to nothing too, and keep the rest", async () => {
      await insert(whole);
      const { id } = await byName("people/c4");
      await run((transaction) =>
        store.changeEach(
          [
            { id, change: { directive: undefined, review: undefined, agreed: undefined, attempts: 0 } },
            { id, change: {} },
          ],
          transaction,
        ),
      );
      const link = await byName("people/c4");
      assert.deepEqual(link, { id, ...whole, directive: undefined, review: undefined, agreed: undefined, attempts: 0 });
    });

    it("are found by client of any user, by question, by id and by what was sent and not answered", async () => {
      await insert(whole, { state: "new", clientId: 5, clientGuid: guid(5) });
      const { id } = await byName("people/c4");
      const names = (links: readonly ContactLink[]): readonly unknown[] =>
        links.map(({ resourceName }) => resourceName);
      assert.deepEqual(
        [
          (await store.findByClient(4)).map(({ streamId }) => streamId),
          names(await store.findByQuestion(7)),
          names(await store.findByIds([id, 99])),
          await store.countByState(stream.id),
          await store.countWaiting(stream.id),
        ],
        [[stream.id], ["people/c4"], ["people/c4"], { linked: 1, new: 1 }, 0],
      );
    });

    it("G3: what failed or was not answered is waiting", async () => {
      await insert({ state: "linked", attempts: 1 }, { state: "new", createSentAt: now }, { state: "linked" });
      assert.equal(await store.countWaiting(stream.id), 2);
    });

    it("one client and one contact have one link each", async () => {
      await insert({ state: "new", clientGuid: guid(1) }, { state: "new", resourceName: "people/c1" });
      await assert.rejects(insert({ state: "new", clientGuid: guid(1) }));
      await assert.rejects(insert({ state: "new", resourceName: "people/c1" }));
    });

    it("W6: a stream whose last link was deleted on purpose has lost none", async () => {
      await insert(whole);
      await store.changeStream(stream.id, { linkCount: 1 });
      const { id } = await byName("people/c4");
      await run((transaction) => store.delete([id], transaction));
      assert.equal((await store.findStreamById(stream.id))?.linkCount, 0);
    });
  });

  describe("what Google sent", () => {
    it("is remembered: new contacts, changes, tombstones beside the last full copy (C14)", async () => {
      assert.equal(await see(aContact(1), aContact(2)), 2);
      assert.equal(await see(aContact(1, 2), aTombstone(2), aTombstone(3)), 2);
      const [first, second] = [await byName("people/c1"), await byName("people/c2")];
      assert.deepEqual(
        [first.state, first.seen, first.seenEtag, second.isDeletedInGoogle, second.seen, (await everything()).length],
        ["new", aContact(1, 2), "#1.2", true, aContact(2), 2],
      );
    });

    it("C17: writes nothing for what is known, and nothing for an older version of a list that lags", async () => {
      await see(aContact(1, 3));
      assert.equal(await see(aContact(1, 3)), 0);
      assert.equal(await see(aContact(1, 2)), 0);
      assert.deepEqual((await byName("people/c1")).seen, aContact(1, 3));
      await see(aTombstone(1));
      assert.equal(await see(aTombstone(1)), 0);
    });

    it("C17: an older version than the one we wrote does not come back", async () => {
      await insert({
        state: "linked",
        clientGuid: guid(1),
        resourceName: "people/c1",
        seen: aContact(1, 5),
        seenEtag: "#1.5",
      });
      assert.equal(await see(aContact(1, 4)), 0);
      assert.equal(await see(aContact(1, 6)), 1);
    });

    it("counts the later of two copies in one page", async () => {
      assert.equal(await see(aContact(1, 1), aContact(1, 2)), 1);
      assert.equal((await byName("people/c1")).seenEtag, "#1.2");
    });

    it("C14: names linked contacts a listing lacked, and forgets those nobody linked", async () => {
      await see(aContact(1), aContact(2), aContact(3), aContact(4), aContact(5));
      const linked = [await byName("people/c1"), await byName("people/c2"), await byName("people/c3")];
      await run((transaction) =>
        store.changeEach(
          linked.map(({ id }, index) => ({ id, change: { state: "linked", clientGuid: guid(index) } })),
          transaction,
        ),
      );
      await list(7, aContact(1), aContact(4), aContact(6));
      await run((transaction) => store.markListed(stream.id, ["people/c2"], 7, transaction));
      await run((transaction) => store.forgetUnlisted(stream.id, 7, transaction));
      assert.deepEqual(
        [
          (await store.missingFromListing(stream.id, 7)).map(({ resourceName }) => resourceName),
          (await everything()).map(({ resourceName }) => resourceName).toSorted(),
          (await store.unlinkedContacts(stream.id)).map(({ resourceName }) => resourceName),
        ],
        [["people/c3"], ["people/c1", "people/c2", "people/c3", "people/c4", "people/c6"], ["people/c4", "people/c6"]],
      );
    });

    it("takes 2,000 contacts in pages of any size", async () => {
      const contacts = Array.from({ length: 2_000 }, (_, number) => aContact(number));
      assert.equal(await list(1, ...contacts), 2_000);
      assert.equal(await list(2, ...contacts), 0);
      assert.deepEqual(await store.missingFromListing(stream.id, 2), []);
    });
  });

  describe("what a run must look at", () => {
    let clients: readonly MadeClient[];
    let group: MadeClientGroup;

    beforeEach(async () => {
      clients = [await aClient(studio), await aClient(studio), await aClient(studio)];
      group = await aClientGroup(studio, { clients });
    });

    function clientAt(index: number): MadeClient {
      const client = clients[index];
      assert.ok(client);
      return client;
    }

    async function versionOf(client: MadeClient): Promise<string> {
      const row: { version: string } | undefined = await studio
        .pluginDatabase()
        .query()
        .from("client_members")
        .where({ client_group_id: group.id, client_id: client.id })
        .first("version");
      assert.ok(row);
      return row.version;
    }

    /** A client in step with a contact of the same number. */
    async function inStep(index: number, values: Partial<NewContactLink> = {}): Promise<void> {
      const client = clientAt(index);
      await insert({
        state: "linked",
        clientId: client.id,
        clientGuid: client.guid,
        clientVersion: await versionOf(client),
        resourceName: `people/c${index}`,
        seen: aContact(index),
        seenEtag: `#${index}.1`,
        decidedEtag: `#${index}.1`,
        isLabelled: true,
        ...values,
      });
    }

    async function candidates(options: Partial<ContactCandidateQuery> = {}) {
      const query = { stream, groupId: group.id, now, readsGoogle: true, withBaseline: false, withAllLinked: false };
      const { links, newClientIds } = await store.candidates({ ...query, ...options });
      return { links: links.map(({ resourceName, clientGuid }) => resourceName ?? clientGuid), newClientIds };
    }

    async function change(index: number): Promise<void> {
      await studio.connection
        .query()("clients")
        .where({ id: clientAt(index).id })
        .update({ email: "new@example.test" });
    }

    it("K1: clients of the group no link knows; not those of another stream", async () => {
      await inStep(0);
      const expected: readonly ClientId[] = [clientAt(1).id, clientAt(2).id];
      assert.deepEqual((await candidates()).newClientIds, expected);
      const other = await store.createStream((await aUser(studio)).id, "another", now);
      assert.equal((await candidates({ stream: other })).newClientIds.length, 3);
    });

    it("C17: nothing of what is in step", async () => {
      for (const index of [0, 1, 2]) await inStep(index);
      assert.deepEqual(await candidates(), { links: [], newClientIds: [] });
      assert.equal((await candidates({ withAllLinked: true })).links.length, 3);
    });

    it("changes of the client, of a phone, and of the contact; Google's only where they are read", async () => {
      for (const index of [0, 1, 2]) await inStep(index);
      await change(0);
      await studio.connection
        .query()("client_phones")
        .insert({ client_id: clientAt(1).id, number: "555 0101" });
      await see(aContact(2, 2));
      assert.deepEqual((await candidates()).links, ["people/c0", "people/c1", "people/c2"]);
      assert.deepEqual((await candidates({ readsGoogle: false })).links, ["people/c0", "people/c1"]);
    });

    it("K3: clients taken out of the group, inactive, or of a group made inactive", async () => {
      for (const index of [0, 1, 2]) await inStep(index);
      await leaveGroup(studio, group, clientAt(0));
      await studio.connection
        .query()("clients")
        .where({ id: clientAt(1).id })
        .update({ is_inactive: true });
      assert.deepEqual((await candidates()).links, ["people/c0", "people/c1"]);
      await studio.connection.query()("client_groups").where({ id: group.id }).update({ is_inactive: true });
      assert.equal((await candidates()).links.length, 3);
    });

    it("K2: contacts that existed before only with Populate, those new or changed since always", async () => {
      await see(aContact(7), aContact(8), aContact(9));
      for (const name of ["people/c7", "people/c8"]) {
        const { id, seenEtag } = await byName(name);
        await run((transaction) =>
          store.changeEach([{ id, change: { state: "baseline", decidedEtag: seenEtag } }], transaction),
        );
      }
      await see(aContact(8, 2));
      assert.deepEqual((await candidates()).links, ["people/c8", "people/c9"]);
      assert.equal((await candidates({ withBaseline: true })).links.length, 3);
      assert.deepEqual((await candidates({ readsGoogle: false })).links, []);
    });

    it("G3: what failed once it is due, what is parked once it is another matter", async () => {
      const tried = { attempts: 1, retryAt: later, triedEtag: "#0.2" };
      await inStep(0, { ...tried, seen: aContact(0, 2), seenEtag: "#0.2", triedVersion: await versionOf(clientAt(0)) });
      await inStep(1, {
        ...tried,
        isParked: true,
        seen: aContact(1, 2),
        seenEtag: "#1.2",
        triedEtag: "#1.2",
        triedVersion: await versionOf(clientAt(1)),
      });
      assert.deepEqual((await candidates()).links, []);
      assert.deepEqual((await candidates({ now: later })).links, ["people/c0"]);
      await see(aContact(1, 3));
      assert.deepEqual((await candidates()).links, ["people/c1"]);
    });

    it("G8, K6: not what a question holds, but what waits to be told apart once it has changed", async () => {
      await inStep(0, { questionId: 3 });
      await inStep(1, { questionId: 4, review: { candidates: ["people/c9"] } });
      await change(0);
      assert.deepEqual((await candidates()).links, []);
      await change(1);
      assert.deepEqual((await candidates()).links, ["people/c1"]);
    });

    it("K3: says who is in the group, and looks at everybody once the label is to be made again", async () => {
      for (const index of [0, 1]) await inStep(index);
      await leaveGroup(studio, group, clientAt(0));
      await run((transaction) => store.forgetLabels(stream.id, transaction));
      const query = { stream, groupId: group.id, now, readsGoogle: false, withBaseline: false, withAllLinked: false };
      const { links } = await store.candidates(query);
      assert.deepEqual(
        links.map(({ resourceName, isMember }) => [resourceName, isMember]),
        [
          ["people/c0", false],
          ["people/c1", true],
        ],
      );
    });

    it("finds that of 5,000 links none is to be looked at, in two statements", async () => {
      const database = studio.pluginDatabase().query();
      await fiveThousandInStep(studio, stream.id, group.id);
      let statements = 0;
      const count = (): void => {
        statements += 1;
      };
      database.on("query", count);
      const found = await candidates();
      database.off("query", count);
      assert.deepEqual([found.links, found.newClientIds.length, statements], [[], clients.length, 2]);
    });

    it("what somebody has said something about", async () => {
      await inStep(0, { directive: { kind: "approve" } });
      assert.deepEqual((await candidates()).links, ["people/c0"]);
    });

    it("K3: who left the set once put back, and who was taken out of the group once in it again", async () => {
      await inStep(0, { state: "left" });
      await inStep(1, { state: "ended" });
      await leaveGroup(studio, group, clientAt(1));
      assert.deepEqual((await candidates()).links, []);
      await see(aContact(0, 2));
      await studio.connection
        .query()("client_group_members")
        .insert({ client_group_id: group.id, client_id: clientAt(1).id });
      assert.deepEqual((await candidates()).links, ["people/c0", "people/c1"]);
    });

    it("X1: says of one client whether it is of the group", async () => {
      const { id } = await aClient(studio);
      assert.deepEqual(
        [await store.isMember(group.id, clientAt(0).id), await store.isMember(group.id, id)],
        [true, false],
      );
    });
  });
}

/** Clients of the group and contacts, all in step; set by set, as thousands of single rows would take their time. */
async function fiveThousandInStep(studio: TestStudio, streamId: number, groupId: number): Promise<void> {
  const numbers = Array.from({ length: 5_000 }, (_, number) => 1_000 + number);
  await studio.unitOfWork.run(async (transaction) => {
    const db = studio.pluginDatabase().query(transaction);
    for (let start = 0; start < numbers.length; start += 500) {
      const portion = numbers.slice(start, start + 500);
      await db("clients").insert(portion.map((number) => ({ guid: guid(number), company: "Five Thousand" })));
    }
    await db.raw(
      `insert into client_group_members (client_group_id, client_id)
       select ?, id from clients where company = 'Five Thousand'`,
      [groupId],
    );
    await db.raw(
      `insert into google_sync_contact_links (stream_id, state, client_id, client_guid, client_version, resource_name,
         seen_etag, decided_etag, is_labelled)
       select ?, 'linked', m.client_id, m.client_guid, m.version, concat('people/c', m.client_id), 'e', 'e', 1
       from client_members m inner join clients c on c.id = m.client_id where c.company = 'Five Thousand'`,
      [streamId],
    );
  });
}
