/** Stands between the parts of a field made of several, such as first and last name; no part holds it. */
const separator = "\t";

/** A text as both sides mean it: outer spaces, and tabs, say nothing. */
export function tidy(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[\t\r]/g, " ")
    .trim();
}

/** Several parts as one field; nothing at all when every part is empty. */
export function joinParts(parts: readonly string[]): string {
  return parts.every((part) => part === "") ? "" : parts.join(separator);
}

/** The parts of a field made of several; none of an empty one. */
export function partsOf(field: string): readonly string[] {
  return field === "" ? [] : field.split(separator);
}

/** The field's value in words, for reports and lists. */
export function shownValue(field: string): string {
  return field
    .split(separator)
    .filter((part) => part !== "")
    .join(", ");
}
