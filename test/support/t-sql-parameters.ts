import { typeByName } from "./t-sql-schema.js";
import type { ColumnType, TSqlSchema } from "./t-sql-schema.js";

/**
 * What is wrong with the parameters of a statement: values of another type than the column they are written to or
 * compared with, columns the named table does not have, counts of rows that are no whole numbers.
 */
export function parameterProblems(sql: string, bindings: readonly unknown[], schema: TSqlSchema): readonly string[] {
  const tables = tablesIn(sql);
  const problems: string[] = [];
  const check = (qualifier: string | undefined, column: string, parameters: readonly number[]): void => {
    const type = typeOf(qualifier, column, tables, schema);
    if (type === "no such column") problems.push(`there is no column ${qualifier ?? ""}.${column}`);
    else if (type !== undefined)
      for (const parameter of parameters) {
        const value = bindings[parameter];
        if (!fits(value, type)) problems.push(`${typeof value} for ${column}, which is ${type.name}`);
      }
  };
  for (const { column, parameter, table } of [...inserted(sql), ...updatedFrom(sql)]) check(table, column, [parameter]);
  const compared = /(?:\[?(\w+)\]?\.)?\[?(\w+)\]?\s*(?:=|<>|<=|>=|<|>)\s*@p(\d+)\b/g;
  for (const [, qualifier, column = "", parameter] of sql.matchAll(compared))
    check(qualifier, column, [Number(parameter)]);
  const listed = /(?:\[?(\w+)\]?\.)?\[?(\w+)\]?\s+(?:not )?in \(((?:@p\d+(?:, )?)+)\)/g;
  for (const [, qualifier, column = "", list = ""] of sql.matchAll(listed))
    check(qualifier, column, parametersIn(list));
  for (const [, parameter] of sql.matchAll(/(?:\btop \(|\boffset |\bfetch next )@p(\d+)/g))
    if (!Number.isInteger(bindings[Number(parameter)])) problems.push("a count of rows is no whole number");
  return problems;
}

/** Tables by the names they have in the statement. */
function tablesIn(sql: string): ReadonlyMap<string, string> {
  const named =
    /\b(?:from|join|into|update)\s+\[?(\w+)\]?(?:\s+(?:as\s+)?\[?(?!(?:on|where|set|order|group|inner|left|cross|join|union|with|values)\b)(\w+)\]?)?/gi;
  return new Map([...sql.matchAll(named)].map(([, table = "", alias]) => [alias ?? table, table] as const));
}

function typeOf(
  qualifier: string | undefined,
  column: string,
  tables: ReadonlyMap<string, string>,
  schema: TSqlSchema,
): ColumnType | "no such column" | undefined {
  const asked = qualifier === undefined ? [...tables.values()] : [tables.get(qualifier) ?? qualifier];
  const known = asked.map((table) => schema.get(table));
  for (const columns of known) {
    const type = columns?.get(column);
    if (type !== undefined) return type;
  }
  // Views, common table expressions and what is computed have no types of their own here.
  return known.every((columns) => columns !== undefined) && known.length > 0 && qualifier !== undefined
    ? "no such column"
    : typeByName(schema, column);
}

/** A parameter that is written to a column. */
interface Written {
  readonly table: string;
  readonly column: string;
  readonly parameter: number;
}

function inserted(sql: string): readonly Written[] {
  const [, table = "", columns = "", values = ""] =
    /^insert into \[(\w+)\] \(([^)]*)\) (?:output [^()]* )?values ((?:\((?:@p\d+|DEFAULT|, )+\)(?:, )?)+)/.exec(sql) ??
    [];
  const names = [...columns.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
  return [...values.matchAll(/@p(\d+)|DEFAULT/g)].flatMap(([, parameter], index) =>
    parameter === undefined ? [] : [{ table, column: names[index % names.length] ?? "", parameter: Number(parameter) }],
  );
}

/** Values of a table that many rows of another are set from, by the names of its first row. */
function updatedFrom(sql: string): readonly Written[] {
  const [, table = "", first = "", others = ""] =
    /^update (\w+) set .* from \(select (@p\d+ as \w+(?:, @p\d+ as \w+)*)((?: union all select (?:@p\d+(?:, )?)+)*)\) as v where /.exec(
      sql,
    ) ?? [];
  const names = [...first.matchAll(/ as (\w+)/g)].map(([, name = ""]) => name);
  return parametersIn(first + others).map((parameter, index) => ({
    table,
    column: names[index % names.length] ?? "",
    parameter,
  }));
}

function parametersIn(text: string): readonly number[] {
  return [...text.matchAll(/@p(\d+)/g)].map(([, parameter]) => Number(parameter));
}

function fits(value: unknown, { name }: ColumnType): boolean {
  if (value === null || value === undefined) return true;
  switch (name) {
    case "int":
      return Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647;
    case "bit":
      return typeof value === "boolean" || value === 0 || value === 1;
    case "nvarchar":
      return typeof value === "string";
    case "datetime2":
      return typeof value === "string" && /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,7})?)?Z?)?$/.test(value);
    case "rowversion":
      return false;
  }
}
