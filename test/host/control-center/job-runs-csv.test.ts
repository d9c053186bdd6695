import assert from "node:assert/strict";

import { jobRunsCsv } from "../../../src/host/control-center/index.js";

describe("job runs as CSV", () => {
  it("X3: holds nothing a spreadsheet would calculate, and quotes what is in the way", () => {
    const run = {
      id: "a",
      jobId: "sync",
      jobTitle: '=HYPERLINK("https://example.test")',
      computerName: "@DESK",
      isPreview: true,
      plannedFor: undefined,
      startedAt: new Date("2026-03-02T15:00:00Z"),
      endedAt: undefined,
      outcome: undefined,
      summary: 'Two "users",\nboth done',
    };
    assert.equal(
      jobRunsCsv([run]),
      '"Started","Ended","Job","Result","Preview","Computer","Summary"\r\n' +
        `"2026-03-02T15:00:00.000Z","","'=HYPERLINK(""https://example.test"")","running","yes","'@DESK",` +
        '"Two ""users"",\nboth done"\r\n',
    );
  });
});
