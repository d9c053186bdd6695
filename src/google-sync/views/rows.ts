import type { Command, UserId } from "../../api/index.js";

/** What a view is asked for, or a row of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of a command's answer as a list; the commands answer with arrays of plain objects. */
export async function rowsOf(command: Command, viewer: UserId): Promise<readonly Row[]> {
  const { value } = await command.run({ input: {}, viewer, signal: AbortSignal.timeout(30_000) });
  return value as readonly Row[];
}

/** The texts of a row, column by column. */
export function cellsOf(row: Row, columns: readonly { readonly id: string }[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map(({ id }) => [id, textOf(row[id])]));
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** A field's name as the label of a row. */
export function labelOf(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}
