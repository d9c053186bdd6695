import assert from "node:assert/strict";

import { OutgoingMailStore } from "../../src/host/studio-data/index.js";
import { aUser } from "../support/studio.js";
import type { TestStudio } from "../support/studio.js";

/** Mails that wait to be sent. */
export function outgoingMailsContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let store: OutgoingMailStore;
  const at = (minutes: number) => new Date(Date.parse("2026-03-02T15:00:00.000Z") + minutes * 60_000);
  const mail = (recipient: string, minutes: number) => ({
    userId: undefined,
    recipient,
    subject: "Subject",
    blocksJson: "[]",
    queuedAt: at(minutes),
  });

  beforeEach(async () => {
    studio = await open();
    store = new OutgoingMailStore(studio.connection);
  });
  afterEach(() => studio.close());

  describe("outgoing mails", () => {
    const due = async (minutes: number) => (await store.findDue(at(minutes), 10)).map(({ recipient }) => recipient);

    it("are due at once, oldest first", async () => {
      const user = await aUser(studio);
      await store.add({ ...mail("a@example.test", 0), userId: user.id });
      await studio.unitOfWork.run((transaction) => store.add(mail("b@example.test", 1), transaction));
      const [first] = await store.findDue(at(1), 10);
      assert.deepEqual(
        [await due(0), await due(1), first?.userId, first?.attempts, first?.queuedAt, await store.count()],
        [["a@example.test"], ["a@example.test", "b@example.test"], user.id, 0, at(0), 2],
      );
    });

    it("are due again when their time has come, or when somebody hurries them", async () => {
      await store.add(mail("a@example.test", 0));
      const [first] = await store.findDue(at(0), 10);
      await store.postpone(first?.id ?? 0, at(5));
      const before = await due(4);
      const [later] = await store.findDue(at(5), 10);
      await store.hurry(at(1));
      assert.deepEqual([before, later?.attempts, later?.guid, await due(1)], [[], 1, first?.guid, ["a@example.test"]]);
    });

    it("are gone when they were sent", async () => {
      await store.add(mail("a@example.test", 0));
      const [first] = await store.findDue(at(0), 10);
      await store.remove(first?.id ?? 0);
      assert.deepEqual([await due(9), await store.count()], [[], 0]);
    });
  });
}
