import assert from "node:assert/strict";

import { SharedLiveEvents } from "../../../src/host/live-events/index.js";
import type { LiveEvent } from "../../../src/host/live-events/index.js";
import { LiveEventStore } from "../../../src/host/studio-data/index.js";
import { FakeClock } from "../../support/fake-clock.js";
import { RecordingLogger } from "../../support/recording-logger.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

describe("live events of several processes", () => {
  let studio: TestStudio;
  let clock: FakeClock;
  let desk: SharedLiveEvents;
  let office: SharedLiveEvents;
  let stop: AbortController;
  let loop: Promise<void>;
  let heard: LiveEvent[];
  let hearing: () => void;

  beforeEach(async () => {
    studio = await openTestStudio();
    clock = new FakeClock();
    const store = new LiveEventStore(studio.host.connection);
    desk = new SharedLiveEvents(store, clock, new RecordingLogger());
    office = new SharedLiveEvents(store, clock, new RecordingLogger());
    await store.add("before", [JSON.stringify({ kind: "plugins-changed" })]);
    stop = new AbortController();
    heard = [];
    hearing = () => undefined;
    office.subscribe((event) => {
      heard.push(event);
      hearing();
    });
    loop = office.follow(stop.signal);
    while (clock.sleeping === 0) await clock.advance(0);
  });

  afterEach(async () => {
    stop.abort(new Error("The test is over"));
    await loop;
    await desk.flush();
    await office.flush();
    await studio.close();
  });

  const progress = (done: number): LiveEvent => ({
    kind: "progress",
    pluginId: "google-sync",
    userId: 1,
    progress: { text: "Sending", done, total: 9, isFinished: false },
  });

  async function hears(count: number): Promise<readonly LiveEvent[]> {
    while (heard.length < count) {
      const next = new Promise<void>((resolve) => {
        hearing = resolve;
      });
      await clock.advance(1000);
      await Promise.race([next, clock.advance(0)]);
    }
    return heard;
  }

  it("P2: progress reaches a browser of another process, the newest of what came at once", async () => {
    desk.publish(progress(1));
    desk.publish(progress(2));
    desk.publish({ kind: "jobs-changed" });
    assert.deepEqual(await hears(2), [progress(2), { kind: "jobs-changed" }]);
  });

  it("a process hears of itself once, and of what was before it not at all", async () => {
    office.publish({ kind: "jobs-changed" });
    desk.publish({ kind: "calendar-changed" });
    assert.deepEqual(await hears(2), [{ kind: "jobs-changed" }, { kind: "calendar-changed" }]);
  });

  it("what waits is written when a process ends", async () => {
    desk.publish({ kind: "calendar-changed" });
    await desk.flush();
    assert.deepEqual(await hears(1), [{ kind: "calendar-changed" }]);
  });
});
