import type { PersonFields, PersonList, PersonValue } from "../google/index.js";
import { tidy } from "./canonical-text.js";

/** The values of one list, in Google's order. */
export function valuesOf(fields: PersonFields, list: PersonList): readonly PersonValue[] {
  return fields[list] ?? [];
}

/** Where the value is that Google shows first: marked primary, or simply the first, if there is one. */
export function primaryIndex(values: readonly PersonValue[]): number {
  const marked = values.findIndex(({ metadata }) => isRecord(metadata) && metadata["primary"] === true);
  return Math.max(0, marked);
}

/** A text of a value; empty when it is not there, or no text. */
export function textIn(value: PersonValue | undefined, key: string): string {
  const text = value?.[key];
  return typeof text === "string" ? tidy(text) : "";
}

/** A value whose named texts are set; an empty one goes, and so does what Google derives from them. */
export function withTexts(
  value: PersonValue,
  texts: Readonly<Record<string, string>>,
  derived: readonly string[],
): PersonValue {
  const kept = Object.entries(value).filter(([key]) => texts[key] === undefined && !derived.includes(key));
  return Object.fromEntries([...kept, ...Object.entries(texts).filter(([, text]) => text !== "")]);
}

/** Whether a value says nothing any more: only what it is for is left. */
export function isHollow(value: PersonValue): boolean {
  const meta = ["metadata", "type", "formattedType", "current"];
  return Object.entries(value).every(([key, content]) => meta.includes(key) || content === "");
}

/** A list with one value in another's place, added when there was none, or taken out when it says nothing any more. */
export function replaceAt(values: readonly PersonValue[], index: number, value: PersonValue): readonly PersonValue[] {
  if (values[index] === undefined) return isHollow(value) ? values : [...values, value];
  return values.flatMap((old, at) => (at !== index ? [old] : isHollow(value) ? [] : [value]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
