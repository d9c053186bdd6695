import type { MailBlock, MailLink, MailListItem } from "../../api/index.js";
import { assertNever } from "../../base/assert-never.js";
import { addressOf } from "./letterhead.js";
import type { Letterhead } from "./letterhead.js";
import { mailStyles } from "./mail-styles.js";

/**
 * The mail as HTML. Every text is escaped (X3); nothing is loaded from anywhere: no images, no
 * fonts, no scripts. Laid out with one table, as mail programs want it.
 */
export function renderHtml(subject: string, blocks: readonly MailBlock[], letterhead: Letterhead): string {
  const body = blocks.map((block) => htmlOf(block, letterhead)).join("\n");
  const { studioName, product, locale } = letterhead;
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${mailStyles}</style>
</head>
<body class="ground">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" class="around">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0">
<tr><td class="head">${escaped(product)}<span class="studio">${escaped(studioName)}</span></td></tr>
<tr><td class="body">
<h1>${escaped(subject)}</h1>
${body}
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

/** Text as HTML shows it, in elements and in attributes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function htmlOf(block: MailBlock, letterhead: Letterhead): string {
  switch (block.kind) {
    case "heading":
      return `<h2>${escaped(block.text)}</h2>`;
    case "paragraph":
      return `<p class="${block.tone ?? "plain"}">${escaped(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => itemHtml(item, letterhead)).join("")}</ul>`;
    case "table":
      return tableHtml(block.columns, block.rows);
    case "link":
      return buttonHtml(block.link, letterhead);
    default:
      return assertNever(block);
  }
}

function itemHtml({ text, note, link }: MailListItem, letterhead: Letterhead): string {
  const quiet = note === undefined ? "" : `<div class="note">${escaped(note)}</div>`;
  return `<li>${escaped(text)}${link === undefined ? "" : ` ${linkHtml(link, letterhead)}`}${quiet}</li>`;
}

function linkHtml({ label, target }: MailLink, letterhead: Letterhead): string {
  const address = addressOf(target, letterhead);
  return address === undefined
    ? `<span class="note">${escaped(label)}</span>`
    : `<a href="${escaped(address)}" target="_blank" rel="noopener noreferrer">${escaped(label)}</a>`;
}

function buttonHtml({ label, target }: MailLink, letterhead: Letterhead): string {
  const address = addressOf(target, letterhead);
  if (address === undefined) return `<p><strong>${escaped(label)}</strong></p>`;
  return `<p class="next"><a class="button" href="${escaped(address)}" target="_blank" rel="noopener noreferrer">${escaped(label)}</a></p>`;
}

function tableHtml(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${escaped(cell)}</td>`).join("");
  const head = columns.map((label) => `<th scope="col">${escaped(label)}</th>`).join("");
  return `<table class="facts" width="100%" cellpadding="0" cellspacing="0"><thead><tr>${head}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells(row)}</tr>`)
    .join("")}</tbody></table>`;
}
