const longest = 254;

/**
 * Whether a text is one plain mail address. Stricter than the standards on purpose: no names, no
 * quotes, no lists, no control characters, so that nothing typed there can add a recipient or a header.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= longest && pattern.test(text);
}

/** One part, an @, another part; neither holds separators, quotes, spaces or control characters. */
const pattern = /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u;
