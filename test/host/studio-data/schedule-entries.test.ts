import assert from "node:assert/strict";

import { anAppointment, aUser, openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

/** Tables that grow with the years; reading one user's schedule must not walk through them. */
const growing = /\bSCAN (a|au|s|l|c|p|n|appointments|sessions|clients)\b/;

describe("the view schedule_entries", () => {
  let studio: TestStudio;

  beforeEach(async () => {
    studio = await openTestStudio();
  });

  afterEach(() => studio.close());

  const plans = {
    "of one user": "select * from schedule_entries where user_id = 1",
    "of one user from a day on": "select * from schedule_entries where user_id = 1 and ends_at > '2026-01-01T00:00:00'",
    "of some entries": "select version from schedule_entries where user_id = 1 and entry_guid in ('a', 'b')",
    "beside a plugin's links":
      "select v.version from users u inner join schedule_entries v on v.entry_guid = u.guid and v.user_id = 1",
  };

  for (const [name, sql] of Object.entries(plans)) {
    it(`uses indexes for the entries ${name}`, async () => {
      const plan: readonly { readonly detail: string }[] = await studio.connection
        .query()
        .raw(`explain query plan ${sql}`);
      assert.deepEqual(
        plan.map(({ detail }) => detail).filter((detail) => growing.test(detail)),
        [],
      );
    });
  }

  it("has the columns plugins were promised, and no others", async () => {
    const user = await aUser(studio);
    await anAppointment(studio, { users: [user.id] });
    const row: object = await studio.connection.query()("schedule_entries").where({ user_id: user.id }).first("*");
    assert.deepEqual(Object.keys(row), [
      "user_id",
      "entry_guid",
      "kind",
      "record_id",
      "version",
      "changed_at",
      "starts_at",
      "ends_at",
      "is_all_day",
      "is_linked",
    ]);
  });
});
