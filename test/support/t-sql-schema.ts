import { googleSyncMigrations } from "../../src/google-sync/migrations.js";
import { KnexPluginDatabase, migrateStudio } from "../../src/host/studio-data/index.js";
import { recordMssql } from "./mssql-recorder.js";

/** The type of a column as SQL Server is told it; a length only where texts have one. */
export interface ColumnType {
  readonly name: "int" | "bit" | "nvarchar" | "datetime2" | "rowversion";
  readonly length: number | undefined;
}

/** Columns by table, as the migrations make them on SQL Server. */
export type TSqlSchema = ReadonlyMap<string, ReadonlyMap<string, ColumnType>>;

const typeNames: readonly string[] = ["int", "bit", "nvarchar", "datetime2", "rowversion"];
let schema: Promise<TSqlSchema> | undefined;

/** The tables of the studio and of the plugin, read once from what their migrations send. */
export function tSqlSchema(): Promise<TSqlSchema> {
  schema ??= readSchema();
  return schema;
}

async function readSchema(): Promise<TSqlSchema> {
  const statements: string[] = [];
  const connection = recordMssql((sql) => statements.push(sql));
  await migrateStudio(connection);
  await new KnexPluginDatabase("google-sync", connection).migrate(googleSyncMigrations);
  await connection.close();
  const tables = new Map<string, Map<string, ColumnType>>();
  for (const sql of statements) {
    const [, table, columns] =
      /^CREATE TABLE \[(\w+)\] \((.*)\)$/is.exec(sql) ??
      /^ALTER TABLE \[(\w+)\] ADD (?!CONSTRAINT)(.*)$/is.exec(sql) ??
      [];
    if (table === undefined || columns === undefined) continue;
    const known = tables.get(table) ?? new Map<string, ColumnType>();
    tables.set(table, known);
    for (const [, column = "", type = "", length] of columns.matchAll(/\[(\w+)\] ([a-z]\w+)(?:\((\d+|max)\))?/g)) {
      if (!typeNames.includes(type)) throw new TypeError(`${table}.${column} has the unknown type ${type}`);
      // One of the names just looked for.
      known.set(column, { name: type as ColumnType["name"], length: Number(length) || undefined });
    }
  }
  return tables;
}

/** The one type all columns of this name have; undefined where there is none or they differ. */
export function typeByName(schema: TSqlSchema, column: string): ColumnType | undefined {
  const types = [...schema.values()].flatMap((columns) => columns.get(column) ?? []);
  return types.every(({ name }) => name === types[0]?.name) ? types[0] : undefined;
}
