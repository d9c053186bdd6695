import type { MailBlock, MailLink, MailListItem } from "../../api/index.js";
import { assertNever } from "../../base/assert-never.js";
import { addressOf } from "./letterhead.js";
import type { Letterhead } from "./letterhead.js";

/** A table wider than this is written as lines of label and value. */
const widestTable = 76;

/** The mail as plain text: everything the HTML says, readable without it. */
export function renderText(blocks: readonly MailBlock[], letterhead: Letterhead): string {
  const pieces = blocks.map((block) => textOf(block, letterhead));
  return `${[...pieces, `-- \n${letterhead.studioName}, ${letterhead.product}`].join("\n\n")}\n`;
}

function textOf(block: MailBlock, letterhead: Letterhead): string {
  switch (block.kind) {
    case "heading":
      return `${block.text}\n${"-".repeat(Math.min(block.text.length, widestTable))}`;
    case "paragraph":
      return block.text;
    case "list":
      return block.items.map((item) => itemText(item, letterhead)).join("\n");
    case "table":
      return tableText(block.columns, block.rows);
    case "link":
      return linkText(block.link, letterhead);
    default:
      return assertNever(block);
  }
}

function itemText({ text, note, link }: MailListItem, letterhead: Letterhead): string {
  const more = [note, link === undefined ? undefined : linkText(link, letterhead)];
  return [`* ${text}`, ...more.flatMap((line) => (line === undefined ? [] : [line]))]
    .join("\n")
    .replaceAll("\n", "\n  ");
}

function linkText({ label, target }: MailLink, letterhead: Letterhead): string {
  const address = addressOf(target, letterhead);
  return address === undefined ? label : `${label}: ${address}`;
}

function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((label, column) =>
    Math.max(label.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const isNarrow = widths.reduce((sum, width) => sum + width + 2, -2) <= widestTable;
  if (!isNarrow) {
    const lines = rows.map((row) => columns.map((label, column) => `${label}: ${row[column] ?? ""}`).join("\n  "));
    return lines.map((line) => `* ${line}`).join("\n");
  }
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => (cells[column] ?? "").padEnd(width))
      .join("  ")
      .trimEnd();
  return [columns, ...rows].map(line).join("\n");
}
