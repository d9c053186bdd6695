import "reflect-metadata";

import assert from "node:assert/strict";

import { container } from "tsyringe";
import type { DependencyContainer } from "tsyringe";

import type { JobResult, Transaction } from "../../src/api/index.js";
import { zoneName } from "../../src/base/wall-time.js";
import {
  CompanyStore,
  ComputerStore,
  JobRunStore,
  JobSettingsStore,
  ResourceStore,
  registerStudioData,
} from "../../src/host/studio-data/index.js";
import { aUser } from "../support/studio.js";
import type { TestStudio } from "../support/studio.js";

/** The company and its Control Center. */
export function operationsContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let rooms: DependencyContainer;

  beforeEach(async () => {
    studio = await open();
    rooms = container.createChildContainer();
    registerStudioData(rooms, studio.connection);
  });

  afterEach(() => studio.close());

  const run = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => studio.unitOfWork.run(work);
  const company = {
    name: "Example Studio",
    edition: "Professional",
    locale: "en-US",
    timeZone: zoneName("America/Chicago"),
  } as const;

  describe("the Control Center", () => {
    it("J4: computers report in under one name, whatever its case", async () => {
      const store = rooms.resolve(ComputerStore);
      const zone = zoneName("America/Chicago");
      await store.heartbeat({ name: "DESK", zone, version: "1.0.0" });
      await store.heartbeat({ name: "desk", zone, version: "1.1.0" });
      assert.deepEqual(
        (await store.list()).map(({ name, version }) => [name, version]),
        [["DESK", "1.1.0"]],
      );
      assert.ok((await store.findByName("Desk"))?.heartbeatAt);
    });

    it("J3: settings are saved and saved again", async () => {
      const store = rooms.resolve(JobSettingsStore);
      const settings = {
        isEnabled: true,
        schedule: { every: 15 },
        computerName: undefined,
        notification: { when: "Failures" },
        general: { userName: "AB" },
      };
      await store.save("google-sync.processor", settings);
      await store.save("google-sync.processor", { ...settings, computerName: "DESK" });
      assert.deepEqual(await store.find("google-sync.processor"), { ...settings, computerName: "DESK" });
      assert.equal(await store.find("other"), undefined);
    });

    it("J5: runs are logged with a line for each user", async () => {
      const user = await aUser(studio);
      const store = rooms.resolve(JobRunStore);
      const started = {
        id: "run-1",
        jobId: "google-sync.processor",
        computerName: "DESK",
        isPreview: false,
        plannedFor: undefined,
        startedAt: new Date("2026-03-02T15:00:00.000Z"),
      };
      const line = { userId: user.id, outcome: "done", summary: "Two sent", warnings: ["A"], errors: [] } as const;
      const result: JobResult = { outcome: "done", summary: "One user", users: [line], details: { sent: 2 } };
      await store.start({ ...started, id: "run-0", startedAt: new Date("2026-03-01T15:00:00.000Z") });
      await store.start(started);
      const endedAt = new Date("2026-03-02T15:00:10.000Z");
      await store.finish("run-1", endedAt, result);

      assert.deepEqual(
        [
          await store.find("run-1"),
          await store.findUserResults("run-1"),
          await store.findDetails("run-1"),
          (await store.list({ outcome: "done", jobId: started.jobId })).map(({ id }) => id),
          (await store.list({ before: started.startedAt })).map(({ id }) => id),
        ],
        [{ ...started, endedAt, outcome: "done", summary: "One user" }, [line], { sent: 2 }, ["run-1"], ["run-0"]],
      );
      await store.removeBefore(new Date("2026-04-01T00:00:00.000Z"));
      assert.deepEqual(await store.list(), []);
    });
  });

  describe("the company", () => {
    it("is one, with a GUID for ever", async () => {
      const store = rooms.resolve(CompanyStore);
      assert.equal(await store.find(), undefined);
      await store.create({ ...company, isSecurityOn: false });
      const made = (await store.find()) ?? assert.fail("no company");
      await store.save({ ...company, name: "Renamed", isSecurityOn: true });
      assert.deepEqual(await store.find(), { ...made, name: "Renamed", isSecurityOn: true });
      await assert.rejects(store.create({ ...company, isSecurityOn: false }));
    });

    it("has rooms by name", async () => {
      const store = rooms.resolve(ResourceStore);
      const id = await run((transaction) => store.create("Studio 1", transaction));
      assert.deepEqual(await store.list(), [{ id, name: "Studio 1", isInactive: false }]);
    });
  });
}
