import assert from "node:assert/strict";

import { openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

describe("the index clients_by_name", () => {
  let studio: TestStudio;

  beforeEach(async () => {
    studio = await openTestStudio();
  });

  afterEach(() => studio.close());

  const columns = "id, first_name, last_name, company, email, is_inactive";
  const byName = "order by clients.last_name collate nocase, clients.first_name collate nocase, clients.id limit 100";
  const plans = {
    "the first page": `select ${columns} from clients where deleted_at is null ${byName}`,
    "what is searched for": `select ${columns} from clients where deleted_at is null
      and (last_name like '%a%' or email like '%a%' or company like '%a%') ${byName}`,
    "a later page": `select ${columns} from clients where clients.last_name collate nocase >= 'M' ${byName}`,
  };

  for (const [name, sql] of Object.entries(plans)) {
    it(`gives ${name} without sorting, and without reading a client's row`, async () => {
      const plan: readonly { readonly detail: string }[] = await studio.connection
        .query()
        .raw(`explain query plan ${sql}`);
      const details = plan.map(({ detail }) => detail);
      assert.deepEqual(
        details.filter((detail) => !/USING COVERING INDEX clients_by_name/.test(detail)),
        [],
      );
    });
  }
});
