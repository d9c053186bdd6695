import assert from "node:assert/strict";

import type { PluginMigration } from "../../../src/api/index.js";
import { updateRows } from "../../../src/google-sync/links/index.js";
import { mssqlStandInStudio, openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

type RowUpdate = Parameters<typeof updateRows>[2][number];

const table = "google_sync_things";

const things: PluginMigration = {
  name: "001-things",
  async up(db) {
    await db.schema.createTable(table, (columns) => {
      columns.increments("id");
      columns.string("name", 40);
      columns.string("place", 40);
      columns.integer("size");
    });
  },
  async down(db) {
    await db.schema.dropTable(table);
  },
};

const opened: readonly (readonly [string, () => Promise<TestStudio>])[] = [
  ["the embedded database", () => openTestStudio([things])],
  ["SQL Server's dialect", () => mssqlStandInStudio(() => undefined, [things])],
];

for (const [name, open] of opened) {
  describe(`updating many rows on ${name}`, () => {
    let studio: TestStudio;

    beforeEach(async () => {
      studio = await open();
      const rows = Array.from({ length: 130 }, (_, index) => ({ name: `Thing ${index + 1}`, place: "Shelf", size: 1 }));
      for (const row of rows) await studio.pluginDatabase().query()(table).insert(row);
    });

    afterEach(() => studio.close());

    /** What the rows hold after the updates, and how many statements those took. */
    async function after(updates: readonly RowUpdate[]): Promise<readonly [readonly unknown[], number]> {
      const db = studio.pluginDatabase().query();
      let statements = 0;
      const count = (): void => void (statements += 1);
      db.client.on("query", count);
      await updateRows(db, table, updates);
      db.client.off("query", count);
      const rows: readonly object[] = await db(table).orderBy("id").select("name", "place", "size");
      return [rows.map((row) => Object.values(row).join(" ")), statements];
    }

    it("sets each to its own values, and what all share, fifty in a statement", async () => {
      const updates = Array.from({ length: 100 }, (_, index) => ({
        id: 100 - index,
        columns: { name: `New ${100 - index}`, place: "Box", size: index % 2 === 0 ? null : 7 },
      }));

      const [rows, statements] = await after(updates);

      assert.deepEqual(
        [rows.slice(0, 2), rows.slice(99, 101), statements],
        [["New 1 Box 7", "New 2 Box "], ["New 100 Box ", "Thing 101 Shelf 1"], 2],
      );
    });

    it("sets what is left over one by one, in the same words each time", async () => {
      const updates = Array.from({ length: 53 }, (_, index) => ({ id: index + 1, columns: { place: `Box ${index}` } }));

      const [rows, statements] = await after(updates);

      assert.deepEqual(
        [rows[49], rows[52], rows[53], statements],
        ["Thing 50 Box 49 1", "Thing 53 Box 52 1", "Thing 54 Shelf 1", 4],
      );
    });

    it("leaves columns alone that are not named, whichever others are", async () => {
      const updates = Array.from({ length: 100 }, (_, index): RowUpdate => ({
        id: index + 1,
        columns: index % 2 === 0 ? { name: null } : { size: index },
      }));

      const [rows, statements] = await after([...updates, { id: 130, columns: {} }]);

      assert.deepEqual(
        [rows.slice(0, 2), rows[129], statements],
        [[" Shelf 1", "Thing 2 Shelf 1"], "Thing 130 Shelf 1", 2],
      );
    });
  });
}
