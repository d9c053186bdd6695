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

/** The value of a field in words, for reports and lists: first and last name are one name, other parts a list. */
export function shownField(field: string, value: string): string {
  const parts = partsOf(value).filter((part) => part !== "");
  return parts.join(field === "name" ? " " : ", ");
}

/** What people call a field: each phone is a field of its own, and they call all of them that (K4). */
export function shownFieldName(field: string): string {
  return field.startsWith("phone ") ? "phone" : field;
}
