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

/** One part of a field made of several, by its place from 0; nothing where the field has no such part. */
export function partAt(field: string, place: number): string {
  return field.split(separator)[place] ?? "";
}

/** The value of a field in words, for reports and lists: first and last name are one name, other parts a list. */
export function shownField(field: string, value: string): string {
  const parts = value.split(separator).filter((part) => part !== "");
  return parts.join(field === "name" ? " " : ", ");
}

/** What people call a field: each phone is a field of its own, and they call all of them that (K4). */
export function shownFieldName(field: string): string {
  return field.startsWith("phone ") ? "phone" : field;
}
