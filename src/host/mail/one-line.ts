/** A text for a header: line breaks and other control characters become spaces, so that it stays one header. */
export function oneLine(text: string, longest = 200): string {
  // The control characters of Unicode, and its separators of lines and paragraphs.
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}
