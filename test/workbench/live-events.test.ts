import assert from "node:assert/strict";

import { followLiveEvents } from "../../src/workbench/api/live-events.js";
import type { EventStream } from "../../src/workbench/api/live-events.js";
import type { LiveEvent } from "../../src/workbench/api/payloads.js";

describe("live events", () => {
  it("tell what happened", () => {
    const { streams, events } = followed();
    streams[0]?.send("connected");
    streams[0]?.send("calendar-changed", '{"kind":"calendar-changed"}');
    const progress = { kind: "progress", pluginId: "sample", userId: 2, progress: { text: "1 of 2", done: 1 } };
    streams[0]?.send("progress", JSON.stringify(progress));
    assert.deepEqual(events, [{ kind: "calendar-changed" }, progress]);
  });

  it("leave out progress that is cut short or says nothing", () => {
    const { streams, events } = followed();
    streams[0]?.send("progress", "{");
    streams[0]?.send("progress", "{}");
    assert.deepEqual(events, []);
  });

  it("say when the stream is open again, since events may have been missed", () => {
    const { streams, reconnections } = followed();
    streams[0]?.send("connected");
    assert.equal(reconnections(), 0);
    streams[0]?.send("connected");
    assert.equal(reconnections(), 1);
  });

  it("open a new stream, later, after one the browser gave up", () => {
    const { streams, runLater } = followed();
    const [first] = streams;
    assert.ok(first);
    first.send("error");
    runLater();
    assert.equal(streams.length, 1, "the browser reconnects by itself");
    first.readyState = 2;
    first.send("error");
    runLater();
    assert.equal(streams.length, 2);
  });

  it("end when the page does", () => {
    const { streams, stop, isCalledOff } = followed();
    const [first] = streams;
    assert.ok(first);
    first.readyState = 2;
    first.send("error");
    stop();
    assert.equal(first.isClosed, true);
    assert.equal(isCalledOff(), true);
  });
});

class FakeStream implements EventStream {
  readyState = 1;
  isClosed = false;
  readonly #listeners = new Map<string, (event: { readonly data?: unknown }) => void>();

  addEventListener(name: string, listener: (event: { readonly data?: unknown }) => void): void {
    this.#listeners.set(name, listener);
  }
  close(): void {
    this.isClosed = true;
  }
  send(name: string, data?: string): void {
    this.#listeners.get(name)?.({ data });
  }
}

function followed() {
  const streams: FakeStream[] = [];
  const events: LiveEvent[] = [];
  const waiting: (() => void)[] = [];
  let reconnections = 0;
  let isCalledOff = false;
  const stop = followLiveEvents({
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    onEvent: (event) => events.push(event),
    onReconnected: () => (reconnections += 1),
    later: (work) => {
      waiting.push(work);
      return () => (isCalledOff = true);
    },
  });
  const runLater = (): void => {
    for (const work of waiting.splice(0)) work();
  };
  return { streams, events, stop, runLater, reconnections: () => reconnections, isCalledOff: () => isCalledOff };
}
