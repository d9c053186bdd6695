import assert from "node:assert/strict";

import { parameterProblems } from "./t-sql-parameters.js";
import { tSqlSchema } from "./t-sql-schema.js";

/** A statement, what is bound, and what is wrong with it. */
const rows: readonly (readonly [string, readonly unknown[], readonly string[]])[] = [
  ["select [id] from [clients] where [id] = @p0", [1], []],
  ["select [id] from [clients] where [id] = @p0", ["1"], ["string for id, which is int"]],
  ["select [id] from [clients] where [id] in (@p0, @p1)", [1, "2"], ["string for id, which is int"]],
  [
    "select [c].[id] from [clients] as [c] where [c].[first_name] = @p0",
    [7],
    ["number for first_name, which is nvarchar"],
  ],
  ["select [c].[id] from [clients] as [c] where [c].[no_name] = @p0", ["Mia"], ["there is no column c.no_name"]],
  ["update [clients] set [deleted_at] = @p0 where [id] = @p1", ["2026-03-02T15:00:00.000Z", 1], []],
  [
    "update [clients] set [deleted_at] = @p0 where [id] = @p1",
    ["yesterday", 1],
    ["string for deleted_at, which is datetime2"],
  ],
  ["update [sessions] set [is_all_day] = @p0", ["yes"], ["string for is_all_day, which is bit"]],
  [
    "insert into [clients] ([first_name], [id]) output inserted.[id] values (@p0, @p1), (@p2, DEFAULT)",
    ["Mia", 1, 2],
    ["number for first_name, which is nvarchar"],
  ],
  [
    "insert into [clients] ([first_name], [no_name]) values (@p0, @p1)",
    ["Mia", 1],
    ["there is no column clients.no_name"],
  ],
  ["update [google_sync_links] set [ends_at] = @p0", ["2026-04-01T10:00:00"], []],
  ["update [google_sync_links] set [attempts] = @p0", [1.5], ["number for attempts, which is int"]],
  [
    "update google_sync_links set state = @p0, ends_at = v.ends_at from (select @p1 as id, @p2 as ends_at union all select @p3, @p4) as v where google_sync_links.id = v.id",
    ["linked", 1, "2026-04-01T10:00:00", 2, 7],
    ["number for ends_at, which is nvarchar"],
  ],
  [
    "update google_sync_links set no_name = v.no_name from (select @p0 as id, @p1 as no_name) as v where google_sync_links.id = v.id",
    [1, "x"],
    ["there is no column google_sync_links.no_name"],
  ],
  ["select top (@p0) [id] from [clients]", ["5"], ["a count of rows is no whole number"]],
];

describe("parameters of statements for SQL Server", () => {
  for (const [sql, bindings, problems] of rows) {
    it(`${problems.length === 0 ? "fit" : "are refused"}: ${sql} with ${JSON.stringify(bindings)}`, async () => {
      assert.deepEqual(parameterProblems(sql, bindings, await tSqlSchema()), problems);
    });
  }
});
