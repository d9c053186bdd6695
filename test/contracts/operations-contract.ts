import "reflect-metadata";

import assert from "node:assert/strict";

import { container } from "tsyringe";
import type { DependencyContainer } from "tsyringe";

import type { JobResult, Transaction } from "../../src/api/index.js";
import { zoneName } from "../../src/base/wall-time.js";
import {
  CompanyStore,
  ComputerStore,
  JobRequestStore,
  JobRunStore,
  JobSettingsStore,
  LiveEventStore,
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

  describe("Control Center Logs", () => {
    const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 2, hour));
    const started = { computerName: "DESK", isPreview: false, plannedFor: undefined, jobId: "sync" };
    const ended = (outcome: JobResult["outcome"], summary: string): JobResult => ({
      outcome,
      summary,
      users: [],
      details: {},
    });
    let store: JobRunStore;

    beforeEach(async () => {
      store = rooms.resolve(JobRunStore);
      await store.start({ ...started, id: "a", plannedFor: at(8), startedAt: at(8) });
      await store.finish("a", at(9), ended("done", "100% [synced]"));
      await store.start({ ...started, id: "b", plannedFor: at(9), startedAt: at(9) });
      await store.finish("b", at(10), ended("failed", "No internet"));
      await store.start({ ...started, id: "c", jobId: "other", startedAt: at(10), requestedBy: 1 });
    });

    it("J5: are grouped and counted by the database", async () => {
      const none = { failed: 0, withProblems: 0, running: 0 };
      assert.deepEqual(await store.groupByJob(), [
        { jobId: "other", runs: 1, ...none, running: 1, newestAt: at(10) },
        { jobId: "sync", runs: 2, ...none, failed: 1, newestAt: at(9) },
      ]);
      assert.deepEqual(await store.groupByJob({ outcome: "running", from: at(9) }), [
        { jobId: "other", runs: 1, ...none, running: 1, newestAt: at(10) },
      ]);
    });

    it("J5: are found by words, whatever signs are in them", async () => {
      const user = await aUser(studio);
      const line = { userId: user.id, outcome: "failed", summary: "Needs reconnecting", warnings: [] } as const;
      await store.finish("c", at(11), { ...ended("done", ""), users: [{ ...line, errors: [String.raw`C:\x`] }] });
      const found = async (text: string) => (await store.list({ text })).map(({ id }) => id);
      assert.deepEqual(
        [await found("internet"), await found("0% ["), await found("reconnecting"), await found("_")],
        [["b"], ["a"], ["c"], []],
      );
    });

    it("J4: know what was planned last and what succeeded last", async () => {
      assert.deepEqual(
        [await store.lastPlanned("sync"), await store.lastSuccess("sync"), await store.lastPlanned("other")],
        [at(9), at(9), undefined],
      );
    });

    it("J1: keep that somebody wants a run to end, while it runs", async () => {
      assert.deepEqual(
        [await store.requestAbort("c"), await store.requestAbort("a"), await store.isAbortRequested("c")],
        [true, false, true],
      );
    });

    it("G6: take the end of a run from one process only", async () => {
      assert.equal(await store.finish("b", at(12), ended("done", "Late")), false);
      assert.equal((await store.find("b"))?.summary, "No internet");
    });

    it("J5: keep so many of the newest", async () => {
      const surplus = await store.startOfRunAfter(1);
      assert.deepEqual([surplus, await store.startOfRunAfter(3)], [at(9), undefined]);
    });
  });

  describe("what processes ask of and tell each other", () => {
    it("J4: a run that is wanted is taken once, by whoever has the job", async () => {
      const store = rooms.resolve(JobRequestStore);
      await store.add("sync", undefined);
      await store.add("sync", undefined);
      assert.deepEqual(await store.take([]), []);
      assert.deepEqual(await store.take(["other"]), []);
      assert.equal((await store.take(["sync", "other"])).length, 1);
      assert.deepEqual(await store.take(["sync"]), []);
    });

    it("events reach the other processes", async () => {
      const store = rooms.resolve(LiveEventStore);
      assert.equal(await store.newest(), 0);
      await store.add("desk", ["1", "2"]);
      await store.add("office", ["3"]);
      const heard = async (origin: string) => (await store.listAround(0, origin)).map(({ eventJson }) => eventJson);
      assert.deepEqual([await heard("office"), await heard("desk")], [["1", "2"], ["3"]]);
      assert.equal(await store.newest(), 3);
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
