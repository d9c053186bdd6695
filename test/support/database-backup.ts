import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openStudioConnection } from "../../src/host/studio-data/index.js";
import type { TestStudio } from "./studio.js";

interface Named {
  readonly name: string;
  readonly sql: string;
}

/** A backup of a studio's embedded database; `restore` brings every table back to it, row versions too. */
export interface Backup {
  restore(): Promise<void>;
  dispose(): void;
}

/** A test that restores a backup; skipped on a server, whose backups are made and restored by its own means. */
export const itWithBackup: (title: string, work: () => Promise<void>) => void =
  (process.env["SPECTRA_TEST_DATABASE"] ?? "") === ""
    ? it
    : (title) => it.skip(`${title} (backups of a server are the server's matter)`);

/** Backs a studio up as an administrator does, while it runs. */
export async function backUp(studio: TestStudio): Promise<Backup> {
  const file = join(tmpdir(), `spectra-backup-${randomUUID()}.sqlite`);
  await studio.connection.query().raw("vacuum into ?", [file]);
  return {
    restore: () => restoreFrom(file, studio),
    dispose: () => rmSync(file, { force: true }),
  };
}

async function restoreFrom(file: string, studio: TestStudio): Promise<void> {
  const backup = await openStudioConnection(`sqlite:${file}`);
  try {
    await studio.unitOfWork.run(async (transaction) => {
      const db = studio.connection.query(transaction);
      await db.raw("pragma defer_foreign_keys = on");
      const triggers: readonly Named[] = await db("sqlite_master").where({ type: "trigger" }).select("name", "sql");
      for (const { name } of triggers) await db.raw(`drop trigger ${name}`);
      const tables: readonly Named[] = await db("sqlite_master")
        .where({ type: "table" })
        .whereNot("name", "like", "sqlite_%")
        .select("name");
      for (const { name } of tables) await db(name).delete();
      for (const { name } of tables) {
        const rows: readonly object[] = await backup.query()(name);
        for (let start = 0; start < rows.length; start += 20) await db(name).insert(rows.slice(start, start + 20));
      }
      for (const { sql } of triggers) await db.raw(sql);
    });
  } finally {
    await backup.close();
  }
}
