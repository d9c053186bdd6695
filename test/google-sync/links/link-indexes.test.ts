import assert from "node:assert/strict";

import { googleSyncMigrations } from "../../../src/google-sync/migrations.js";
import { openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

/** What a run asks about the links of one user's calendar. */
const statements = {
  counts: `select count(*), sum(case when attempts > 0 and is_parked = 0 then 1 else 0 end), sum(is_parked)
    from google_sync_links where stream_id = 1`,
  "looks for what was left out": "select id from google_sync_links where stream_id = 1 and state = 'left-out'",
  "looks for any": "select id from google_sync_links where stream_id = 1",
};

describe("the table of links", () => {
  let studio: TestStudio;

  before(async () => {
    studio = await openTestStudio(googleSyncMigrations);
  });

  after(() => studio.close());

  for (const [what, sql] of Object.entries(statements)) {
    it(`is not walked through where a run ${what}`, async () => {
      const plan: readonly { readonly detail: string }[] = await studio.connection
        .query()
        .raw(`explain query plan ${sql}`);
      assert.deepEqual(
        plan.map(({ detail }) => detail).filter((detail) => /\bSCAN\b/.test(detail)),
        [],
      );
    });
  }
});
