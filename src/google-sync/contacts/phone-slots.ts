import type { PhoneOfClient } from "../../api/index.js";
import type { Agreed, Fields } from "../engine/index.js";
import type { PersonValue } from "../google/index.js";
import { cutTo } from "../calendar/index.js";
import { joinParts } from "./canonical-text.js";
import type { ContactCanon } from "./contact-canon.js";
import { textIn } from "./person-value.js";
import { phoneTypeOf } from "./phone-labels.js";
import { canonicalNumber } from "./phone-number.js";

/**
 * One phone that both sides may hold: a field of its own (K4). Its name is the tie: `phone 17` is
 * the studio's phone 17 and the entry of Google's list it was agreed with, `phone new 1` an entry the
 * studio has no phone for.
 */
export interface PhoneSlot {
  readonly field: string;
  readonly studio: PhoneOfClient | undefined;
  readonly google: PersonValue | undefined;
  /** Position in Google's list; undefined when it is not there. */
  readonly index: number | undefined;
}

const prefix = "phone ";

export function isPhoneField(field: string): boolean {
  return field.startsWith(prefix);
}

/** The field of a phone of the studio. */
export function phoneFieldOf(id: number): string {
  return `${prefix}${id}`;
}

/** A phone of the studio as canonical text: type and number. */
function phoneText({ label, number }: Pick<PhoneOfClient, "label" | "number">, canon: ContactCanon): string {
  const canonical = canonicalNumber(number, canon);
  return canonical === "" ? "" : joinParts([phoneTypeOf(label), canonical]);
}

/** An entry of Google's list as canonical text, cut as the studio would hold it (C11). */
function entryText(value: PersonValue | undefined, canon: ContactCanon): string {
  if (value === undefined) return "";
  return phoneText({ label: entryLabel(value, canon), number: entryNumber(value, canon) }, canon);
}

export function entryNumber(value: PersonValue, { limits }: ContactCanon): string {
  return cutTo(textIn(value, "value"), limits.phoneNumber);
}

export function entryLabel(value: PersonValue, { limits }: ContactCanon): string {
  return cutTo(textIn(value, "type"), limits.phoneLabel);
}

/**
 * Ties the studio's phones to Google's entries: first as they were agreed, by the same type and
 * number, then the number, then the type; what was never agreed on by its number alone.
 */
export function phoneSlots(
  agreed: Agreed | undefined,
  phones: readonly PhoneOfClient[],
  entries: readonly PersonValue[],
  canon: ContactCanon,
): readonly PhoneSlot[] {
  const texts = entries.map((entry) => entryText(entry, canon));
  const free = new Set<number>(texts.flatMap((text, index) => (text === "" ? [] : [index])));
  const tied = new Map<string, number>();
  const known = Object.keys(agreed?.google ?? {}).filter(isPhoneField);
  const tie = (fields: readonly string[], wanted: (field: string) => string, partOf: (text: string) => string) => {
    for (const field of fields.filter((one) => !tied.has(one))) {
      const text = wanted(field);
      const index = text === "" ? undefined : [...free].find((at) => partOf(texts[at] ?? "") === partOf(text));
      if (index === undefined) continue;
      tied.set(field, index);
      free.delete(index);
    }
  };
  const agreedText = (field: string) => agreed?.google[field] ?? "";
  tie(known, agreedText, whole);
  tie(known, agreedText, numberPart);
  tie(known, agreedText, typePart);
  const byField = new Map(phones.flatMap((phone) => (phone.id === undefined ? [] : [[phoneFieldOf(phone.id), phone]])));
  const fresh = [...byField.keys()].filter((field) => !known.includes(field));
  const studioText = (field: string) => {
    const phone = byField.get(field);
    return phone === undefined ? "" : phoneText(phone, canon);
  };
  tie(fresh, studioText, whole);
  tie(fresh, studioText, numberPart);
  const names = [...known, ...fresh];
  return [
    ...names.map((field) => slotOf(field, byField.get(field), tied.get(field), entries)),
    ...[...free].map((index, at) => slotOf(freeName(at, names), undefined, index, entries)),
  ];
}

/** Both sides' texts by field; a phone one side lacks is an empty text there. */
export function phoneFields(
  slots: readonly PhoneSlot[],
  canon: ContactCanon,
): { readonly studio: Fields; readonly google: Fields } {
  return {
    studio: Object.fromEntries(
      slots.map(({ field, studio }) => [field, studio === undefined ? "" : phoneText(studio, canon)]),
    ),
    google: Object.fromEntries(slots.map(({ field, google }) => [field, entryText(google, canon)])),
  };
}

function slotOf(
  field: string,
  studio: PhoneOfClient | undefined,
  index: number | undefined,
  entries: readonly PersonValue[],
): PhoneSlot {
  return { field, studio, google: index === undefined ? undefined : entries[index], index };
}

function freeName(at: number, taken: readonly string[]): string {
  const highest = Math.max(0, ...taken.map((field) => Number(/ new (\d+)$/.exec(field)?.[1] ?? 0)));
  return `${prefix}new ${highest + at + 1}`;
}

function whole(text: string): string {
  return text;
}

function numberPart(text: string): string {
  return text.slice(text.indexOf("\t") + 1);
}

function typePart(text: string): string {
  return `${text.slice(0, Math.max(0, text.indexOf("\t")))}\t`;
}
