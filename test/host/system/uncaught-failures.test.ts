import assert from "node:assert/strict";
import { EventEmitter } from "node:events";

import { outliveFailures } from "../../../src/host/system/index.js";
import { RecordingLogger } from "../../support/recording-logger.js";

describe("failures nobody waited for", () => {
  it("X4: are logged and end nothing, until the host ends", () => {
    const source = new EventEmitter();
    const logger = new RecordingLogger();
    const watch = outliveFailures(source, logger);
    source.emit("uncaughtException", new Error("a timer broke"));
    source.emit("unhandledRejection", new Error("a promise broke"));
    void watch.dispose();
    const reasons = logger.lines.map(({ fields }) => fields?.["reason"]);
    assert.deepEqual([reasons, source.eventNames()], [["a timer broke", "a promise broke"], []]);
  });

  it("end the process all the same when nobody reads its log any more", () => {
    const source = new EventEmitter();
    outliveFailures(source, new RecordingLogger());
    const failure = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    assert.throws(() => source.emit("uncaughtException", failure), failure);
  });
});
