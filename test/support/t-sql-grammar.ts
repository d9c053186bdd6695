import { createRequire } from "node:module";

import type { antlr4tsSQL, SQLDialect } from "antlr4ts-sql";

// The package is CommonJS of many megabytes; it is loaded when the first statement is checked.
const load = createRequire(import.meta.url);
const checked = new Map<string, readonly string[]>();
let grammar: antlr4tsSQL | undefined;

/** What SQL Server's grammar has against a statement; nothing when it is well formed. */
export function tSqlProblems(sql: string): readonly string[] {
  const known = checked.get(sql);
  if (known !== undefined) return known;
  const problems: string[] = [];
  const listener = {
    syntaxError: (_recognizer: unknown, _symbol: unknown, line: number, column: number, message: string): void => {
      problems.push(`${line}:${column} ${message.slice(0, 120)}`);
    },
  };
  grammar ??= makeGrammar();
  const tokens = grammar.getTokens(sql, [listener]);
  grammar.getParseTree(grammar.getParser(tokens, [listener]));
  checked.set(sql, problems);
  return problems;
}

function makeGrammar(): antlr4tsSQL {
  // What the package's own types say it exports.
  const library = load("antlr4ts-sql") as { antlr4tsSQL: typeof antlr4tsSQL; SQLDialect: typeof SQLDialect };
  return new library.antlr4tsSQL(library.SQLDialect.TSQL);
}
