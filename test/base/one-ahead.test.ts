import assert from "node:assert/strict";

import { oneAhead } from "../../src/base/one-ahead.js";

describe("items asked for one ahead", () => {
  let trace: string[];

  beforeEach(() => {
    trace = [];
  });

  /** Items that are asked for one after the other; the last may fail. */
  async function* items(names: readonly string[], failure?: Error): AsyncIterable<string> {
    try {
      for (const name of names) {
        trace.push(`asked for ${name}`);
        yield name;
      }
      if (failure !== undefined) throw failure;
    } finally {
      trace.push("ended");
    }
  }

  it("come in order, each asked for while the one before is worked on, and no further", async () => {
    for await (const item of oneAhead(items(["one", "two", "three"]))) trace.push(`worked on ${item}`);

    assert.deepEqual(trace, [
      "asked for one",
      "asked for two",
      "worked on one",
      "asked for three",
      "worked on two",
      "ended",
      "worked on three",
    ]);
  });

  it("fail only once all before are worked on", async () => {
    const failure = new Error("No more");

    await assert.rejects(async () => {
      for await (const item of oneAhead(items(["one"], failure))) trace.push(`worked on ${item}`);
    }, failure);

    assert.deepEqual(trace, ["asked for one", "ended", "worked on one"]);
  });

  it("end with the one under way when nobody wants more", async () => {
    for await (const item of oneAhead(items(["one", "two", "three"]))) {
      trace.push(`worked on ${item}`);
      break;
    }

    assert.deepEqual(trace, ["asked for one", "asked for two", "worked on one", "ended"]);
  });

  it("may be none", async () => {
    for await (const item of oneAhead(items([]))) trace.push(`worked on ${item}`);

    assert.deepEqual(trace, ["ended"]);
  });
});
