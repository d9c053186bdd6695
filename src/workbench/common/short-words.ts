/** Letters a column of a table always has room for: most names and email addresses. */
const roomFor = 24;

/** Whether a text can be broken between its words alone, in a column of a table; a long address of the web cannot. */
export function hasShortWords(text: string): boolean {
  return text.split(/\s+/u).every((word) => word.length <= roomFor);
}
