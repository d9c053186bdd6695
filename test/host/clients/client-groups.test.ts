import assert from "node:assert/strict";

import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";
import { aTypedClient } from "./typed-client.js";

describe("Client Groups Maintenance", () => {
  let studio: TestStudio;

  beforeEach(async () => {
    studio = await openTestStudio();
  });
  afterEach(() => studio.close());

  const groups = () => studio.host.services.clientGroups;
  const find = async (id: number) =>
    (await groups().list()).find((group) => group.id === id) ?? assert.fail("no such group");

  it("adds, renames and sets groups inactive", async () => {
    const id = await groups().create({ name: " Google Sync ", isInactive: false });
    const { version, name } = await find(id);
    await groups().save(id, version, { name: "google sync", isInactive: true });
    const saved = await find(id);
    assert.deepEqual([name, saved.name, saved.isInactive], ["Google Sync", "google sync", true]);
  });

  it("gives a name to one group only, whatever its case and script, and none to none", async () => {
    await groups().create({ name: "Ärzte", isInactive: true });
    const create = (name: string) => groups().create({ name, isInactive: false });
    await assert.rejects(create("ÄRZTE"), { code: "client-group-name-taken" });
    await assert.rejects(create("  "), { code: "impossible-client" });
  });

  it("G9: does not save a group over somebody else's change", async () => {
    const id = await groups().create({ name: "Weddings", isInactive: false });
    const { version } = await find(id);
    await groups().save(id, version, { name: "Weddings 2026", isInactive: false });
    await assert.rejects(groups().save(id, version, { name: "Brides", isInactive: false }), { code: "stale-record" });
  });

  it("adds and removes clients, each once, and counts them", async () => {
    const id = await groups().create({ name: "Weddings", isInactive: false });
    const { clientRecords } = studio.host.services;
    const [one, other] = [
      await clientRecords.create(aTypedClient(), []),
      await clientRecords.create(aTypedClient(), []),
    ];
    await groups().add(id, [one, other]);
    await groups().add(id, [one]);
    await groups().remove(id, [other]);
    assert.deepEqual([(await find(id)).memberCount, await clientRecords.ids({ groupId: id })], [1, [one]]);
    await clientRecords.remove(await clientRecords.open(other));
    await groups().add(id, [one, other]);
    assert.deepEqual((await find(id)).memberCount, 1);
    await assert.rejects(groups().add(id, [other]), { code: "record-not-found" });
    await assert.rejects(groups().add(id + 1, [one]), { code: "record-not-found" });
  });
});
