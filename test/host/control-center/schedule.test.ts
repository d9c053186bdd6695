import assert from "node:assert/strict";

import { nextDue } from "../../../src/host/control-center/index.js";

const every = { kind: "every", minutes: 15 } as const;
const now = new Date("2026-03-02T15:00:00Z");

describe("when a job is due", () => {
  const table: [title: string, last: string | undefined, expected: string][] = [
    ["at once when it never ran", undefined, "2026-03-02T15:00:00Z"],
    ["so many minutes after it was due last", "2026-03-02T14:50:00Z", "2026-03-02T15:05:00Z"],
    ["J4: once, now, when runs were missed", "2026-03-01T09:00:00Z", "2026-03-02T15:00:00Z"],
  ];
  for (const [title, last, expected] of table) {
    it(title, () => {
      const lastDue = last === undefined ? undefined : new Date(last);
      assert.deepEqual(nextDue(every, lastDue, now), new Date(expected));
    });
  }
});
