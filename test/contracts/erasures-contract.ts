import assert from "node:assert/strict";

import { ClientStore, ErasureStore, RecordNotFoundError } from "../../src/host/studio-data/index.js";
import { aClient, aClientGroup, anAppointment, aSession, aUser } from "../support/studio.js";
import type { TestStudio } from "../support/studio.js";

/** Erasing clients for good (R6). */
export function erasuresContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let store: ErasureStore;

  beforeEach(async () => {
    studio = await open();
    store = new ErasureStore(studio.connection, new ClientStore(studio.connection));
  });
  afterEach(() => studio.close());

  const erase = (id: number) => studio.unitOfWork.run((transaction) => store.erase(id, transaction));
  const all = (table: string) => studio.connection.query()(table).select();

  describe("erasing a client", () => {
    it("R6: leaves a record that says nothing, without phones and groups, and the bookings", async () => {
      const user = await aUser(studio);
      const client = await aClient(studio, {
        firstName: "Zelda",
        lastName: "Quixote",
        company: "Mills",
        email: "zelda@example.test",
        phones: ["555-0101"],
        mainAddress: { street: "1 Wind Way", city: "Windy" },
        birthDate: "1980-02-03",
      });
      await aClientGroup(studio, { clients: [client] });
      await aSession(studio, { clientId: client.id, photographer: user.id });
      await erase(client.id);
      const rows = JSON.stringify([
        await all("clients"),
        await all("client_phones"),
        await all("client_group_members"),
      ]);
      assert.doesNotMatch(rows, /Zelda|Quixote|Mills|zelda@|555|Wind|1980|pays late/);
      assert.equal((await all("sessions")).length, 1);
    });

    it("R6: is remembered with every entry the client had, and no word about them", async () => {
      const user = await aUser(studio);
      const client = await aClient(studio, { firstName: "Zelda", lastName: "Quixote" });
      const session = await aSession(studio, { clientId: client.id, photographer: user.id });
      await anAppointment(studio, { users: [user.id], description: "Somebody else's" });
      const erasure = await erase(client.id);
      const found = await store.findSince(0);
      assert.deepEqual(
        [found, erasure.clientGuid, erasure.entryIds, await store.findSince(erasure.id)],
        [[erasure], client.guid, [session.entryId], []],
      );
      assert.doesNotMatch(JSON.stringify(await all("erasures")), /Zelda/);
    });

    it("R6: takes whoever was merged into them along", async () => {
      const survivor = await aClient(studio, { firstName: "Zelda", lastName: "Quixote" });
      await aClient(studio, { firstName: "Zel", lastName: "Quixote", mergedInto: survivor.id });
      const other = await aClient(studio, { firstName: "Olga", lastName: "Other" });
      await erase(survivor.id);
      const names = (await all("clients")).map(({ id, last_name: name }: { id: number; last_name: string }) => [
        id === other.id,
        name,
      ]);
      assert.deepEqual(names, [
        [false, "Erased client"],
        [false, "Erased client"],
        [true, "Other"],
      ]);
    });

    it("R6: forgets what the host wrote down with their name, and nothing else", async () => {
      const client = await aClient(studio, { firstName: "Zelda", lastName: "Quixote" });
      const user = await aUser(studio);
      for (const text of ['"Zelda Quixote - Family" was deleted', '"Olga Other - Family" was deleted']) {
        await studio.notifications.notify({
          audience: { kind: "user", userId: user.id },
          severity: "warning",
          title: "An answer is needed",
          text,
          subject: text,
        });
      }
      await erase(client.id);
      const texts = (await all("notifications")).map(({ text }: { text: string }) => text);
      assert.deepEqual(texts, ['"Olga Other - Family" was deleted']);
    });

    it("is refused for a client who does not exist", async () => {
      await assert.rejects(erase(99), RecordNotFoundError);
    });
  });
}
