/** What a browser takes for a tag; an address in angle brackets is none. */
const tags = /<\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>|<!--[\s\S]*?-->/gi;

/** No attribute reaches past an angle bracket, so that no text, however long or odd, takes long to read (G3). */
const links = /<a(?![^\s/>])([^<>]*)>([\s\S]*?)<\/a\s*>/gi;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/**
 * Google's descriptions may be HTML; the studio's notes are plain text (C9). Lines and list
 * items stay lines; a link whose text is not its address keeps the address in brackets.
 */
export function plainText(description: string): string {
  const text = description.replaceAll("\r\n", "\n");
  if (text.search(tags) < 0 && !/&[a-z#]\w*;/i.test(text)) return text.trim();
  return decodeEntities(
    text
      .replace(/<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi, "")
      .replace(links, (_, attributes: string, shown: string) => linkText(attributes, shown))
      .replace(/<li\b[^<>]*>/gi, "\n- ")
      .replace(/<br\s*\/?>|<\/(p|div|ul|ol|h[1-6]|tr)\s*>/gi, "\n")
      .replace(tags, ""),
  )
    .replace(/(?<![ \t])[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function linkText(attributes: string, shown: string): string {
  const [, address] = /(?:^\/|\s)href\s*=\s*["']?([^"'\s>]+)/i.exec(attributes) ?? [];
  if (address === undefined) return shown;
  return shown.replace(tags, "").trim() === address ? address : `${shown} (${address})`;
}

/**
 * The studio's notes as Google's description: as they are, or written so that nothing in them
 * is taken for HTML (X3). `plainText` gives them back.
 */
export function descriptionOf(notes: string): string {
  if (plainText(notes) === notes) return notes;
  return notes.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Cuts to so many UTF-16 units, as the database counts them, without splitting a character or
 * leaving a space at the end, which would differ from the trimmed text the studio shows (C11).
 */
export function cutTo(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).trimEnd();
}
