import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { PluginMigration } from "../../../src/api/index.js";
import {
  KnexPluginDatabase,
  PluginMigrationError,
  UnknownMigrationError,
  migrateStudio,
  openStudioConnection,
  revertStudio,
  studioMigrationStatus,
} from "../../../src/host/studio-data/index.js";
import type { StudioConnection } from "../../../src/host/studio-data/index.js";

describe("migrations", () => {
  let folder: string;
  let connection: StudioConnection;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "spectra-migrations-"));
    connection = await openStudioConnection(`sqlite:${join(folder, "studio.sqlite")}`);
  });

  afterEach(async () => {
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("go up and down and up again, leaving nothing behind", async () => {
    await migrateStudio(connection);
    const before = await schema();
    await revertStudio(connection);
    assert.deepEqual(await schema(), ["applied_migrations"]);
    assert.deepEqual((await studioMigrationStatus(connection)).applied, []);
    await migrateStudio(connection);
    assert.deepEqual(await schema(), before);
    assert.deepEqual((await studioMigrationStatus(connection)).pending, []);
  });

  it("say what is to do on a new database", async () => {
    const { applied, pending } = await studioMigrationStatus(connection);
    assert.deepEqual([applied, pending[0]], [[], "001-people"]);
  });

  it("run once when two processes start at once", async () => {
    const other = await openStudioConnection(`sqlite:${join(folder, "studio.sqlite")}`);
    try {
      await Promise.all([migrateStudio(connection), migrateStudio(other)]);
      const names = await connection.query()("applied_migrations").pluck("name");
      assert.equal(names.length, new Set(names).size);
    } finally {
      await other.close();
    }
  });

  it("refuse a database made by a newer version", async () => {
    await migrateStudio(connection);
    await connection.query()("applied_migrations").insert({ scope: "studio", name: "999-future", applied_at: "" });
    await assert.rejects(migrateStudio(connection), UnknownMigrationError);
  });

  describe("of a plugin", () => {
    const links: PluginMigration = {
      name: "001-links",
      up: (db) => db.schema.createTable("google_sync_links", (table) => table.increments("id")),
      down: (db) => db.schema.dropTable("google_sync_links"),
    };
    const making = (name: string, table: string): PluginMigration => ({
      name,
      up: (db) => db.schema.createTable(table, (builder) => builder.increments("id")),
      down: (db) => db.schema.dropTable(table),
    });

    it("build its own tables, once", async () => {
      const database = new KnexPluginDatabase("google-sync", connection);
      await database.migrate([links]);
      await database.migrate([links, making("002-journal", "google_sync_journal")]);
      assert.deepEqual(await schema(), ["applied_migrations", "google_sync_journal", "google_sync_links"]);
    });

    it("refuse a table under another name, and leave nothing of the step", async () => {
      const database = new KnexPluginDatabase("google-sync", connection);
      const stray: PluginMigration = {
        name: "002-stray",
        async up(db) {
          await db.schema.createTable("google_sync_first", (table) => table.increments("id"));
          await db.schema.createTable("users_too", (table) => table.increments("id"));
        },
        down: async () => undefined,
      };
      await assert.rejects(database.migrate([links, stray]), PluginMigrationError);
      assert.deepEqual(await schema(), ["applied_migrations", "google_sync_links"]);
    });

    it("refuse steps out of order or of one name", async () => {
      const database = new KnexPluginDatabase("google-sync", connection);
      await assert.rejects(database.migrate([making("002-b", "google_sync_b"), links]), PluginMigrationError);
      await assert.rejects(database.migrate([links, links]), PluginMigrationError);
    });
  });

  async function schema(): Promise<readonly string[]> {
    return connection
      .query()("sqlite_master")
      .whereIn("type", ["table", "view", "trigger"])
      .whereNot("name", "like", "sqlite_%")
      .orderBy("name")
      .pluck("name");
  }
});
