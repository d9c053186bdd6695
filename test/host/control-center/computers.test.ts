import assert from "node:assert/strict";

import { zoneName } from "../../../src/base/wall-time.js";
import { ComputerStore } from "../../../src/host/studio-data/index.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const job = "waiting-job.processor";
const never = new AbortController().signal;

describe("J4: jobs and their computers", () => {
  let studio: TestStudio;
  let computers: ComputerStore;

  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("waiting-job")] });
    computers = new ComputerStore(studio.host.connection);
    await reportsIn("BACK-ROOM");
    await studio.host.services.controlCenter.changeSettings(job, {
      isEnabled: true,
      schedule: { kind: "every", minutes: 15 },
      computerName: "BACK-ROOM",
      notification: { when: "Never", address: "" },
    });
  });
  afterEach(() => studio.close());

  const controlCenter = () => studio.host.services.controlCenter;
  const reportsIn = (name: string) => computers.heartbeat({ name, zone: zoneName("America/Denver"), version: "1.0.0" });
  const goesOff = (name: string) =>
    studio.host.connection.query()("computers").where({ name }).update({ heartbeat_at: "2026-01-01T00:00:00.000Z" });
  const bell = async () => (await studio.host.services.notifications.listFor(1)).map(({ title }) => title);

  it("J4: runs no job another computer was chosen for", async () => {
    await studio.clock.advance(20 * 60_000);
    await studio.host.scheduler.look(never);
    assert.deepEqual(await controlCenter().listRuns({}), []);
  });

  it("J3, C20: plans in the zone of the chosen computer", async () => {
    const [line] = await controlCenter().listJobs();
    assert.deepEqual([line?.zone, line?.nextRunAt?.toISOString()], ["America/Denver", "2026-03-02T15:15:00.000Z"]);
  });

  it("J4: asks the chosen computer for a run, in whatever case it was named", async () => {
    assert.equal(await controlCenter().requestRun(job, 1), "BACK-ROOM");
    assert.deepEqual(await controlCenter().takeRequests(), []);
  });

  it("J4: says that the chosen computer is offline instead of asking it", async () => {
    await goesOff("BACK-ROOM");
    await assert.rejects(controlCenter().requestRun(job, 1), /BACK-ROOM is offline/);
  });

  it("J4: shows a computer that is off past its next run, tells the administrators once, and takes it back when it is on", async () => {
    await goesOff("BACK-ROOM");
    await studio.host.scheduler.look(never);
    assert.deepEqual(await bell(), [], "its next run is still to come");
    await studio.clock.advance(17 * 60_000);
    await studio.host.scheduler.look(never);
    await studio.clock.advance(60_000);
    await studio.host.scheduler.look(never);
    assert.deepEqual(await bell(), ["BACK-ROOM is offline"]);
    assert.equal((await controlCenter().listJobs())[0]?.isComputerOffline, true);
    await reportsIn("BACK-ROOM");
    await studio.clock.advance(60_000);
    await studio.host.scheduler.look(never);
    assert.deepEqual(await bell(), []);
  });

  it("J3: refuses a schedule without a day or a time, and a notification to nobody", async () => {
    const change = (settings: object) =>
      controlCenter().changeSettings(job, {
        isEnabled: true,
        schedule: { kind: "every", minutes: 15 },
        computerName: "BACK-ROOM",
        notification: { when: "Never", address: "" },
        ...settings,
      });
    await assert.rejects(change({ schedule: { kind: "at", times: [] } }), /at least one time/);
    await assert.rejects(change({ schedule: { kind: "at", times: ["9:00"] } }), /"9:00" is not a time/);
    await assert.rejects(change({ schedule: { kind: "every", minutes: 15, days: [] } }), /at least one day/);
    await assert.rejects(change({ schedule: { kind: "every", minutes: 0 } }), /1 to 1440/);
    await assert.rejects(change({ notification: { when: "Always", address: "desk" } }), /email address/);
  });
});
