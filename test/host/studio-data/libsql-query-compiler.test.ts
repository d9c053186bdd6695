import assert from "node:assert/strict";

import { openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

describe("many rows in one insert on the embedded database", () => {
  let studio: TestStudio;

  beforeEach(async () => {
    studio = await openTestStudio();
  });

  afterEach(() => studio.close());

  it("go in as a list of values, and their ids come back", async () => {
    const rows = [
      { name: "Studio A", is_inactive: false },
      { name: "Studio B", is_inactive: true },
    ];

    const query = studio.connection.query()("resources").insert(rows).returning("id");

    assert.equal(
      query.toSQL().sql,
      "insert into `resources` (`is_inactive`, `name`) values (?, ?), (?, ?) returning `id`",
    );
    assert.equal((await query).length, 2);
  });

  it("hold nothing where a row names no value", async () => {
    const rows = [{ guid: "g1", name: "Group A" }, { guid: "g2" }];

    assert.deepEqual(studio.connection.query()("client_groups").insert(rows).toSQL().bindings, [
      "g1",
      "Group A",
      "g2",
      null,
    ]);
  });

  it("may hold pieces of SQL", async () => {
    const db = studio.connection.query();
    await db("resources").insert([{ name: db.raw("upper(?)", ["room"]) }, { name: "Hall" }]);

    assert.deepEqual(await db("resources").orderBy("id").pluck("name"), ["ROOM", "Hall"]);
  });
});
