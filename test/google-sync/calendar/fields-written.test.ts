import assert from "node:assert/strict";

import { fieldsWrittenToGoogle } from "../../../src/google-sync/calendar/entry-writes.js";

describe("the fields a write to Google carries", () => {
  const ours = { title: "a", when: "b", location: "c", notes: "d" };

  it("C2: are all but whether an event is private or free", () => {
    assert.deepEqual(fieldsWrittenToGoogle({ ...ours, private: "yes", free: "no" }), ours);
    assert.deepEqual(fieldsWrittenToGoogle(ours), ours);
  });
});
