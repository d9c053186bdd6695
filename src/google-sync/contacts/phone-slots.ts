import type { PhoneOfClient } from "../../api/index.js";
import { cutTo } from "../calendar/index.js";
import type { Agreed, Fields } from "../engine/index.js";
import type { PersonValue } from "../google/index.js";
import { joinParts, partAt } from "./canonical-text.js";
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
const newPrefix = `${prefix}new `;

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
  const free = new Map(texts.flatMap((text, index) => (text === "" ? [] : [[index, text]])));
  const tied = new Map<string, number>();
  const tie = (wanted: ReadonlyMap<string, string>, partOf: (text: string) => string) => {
    for (const [field, text] of wanted) {
      if (tied.has(field) || text === "") continue;
      const found = [...free].find(([, entry]) => partOf(entry) === partOf(text));
      if (found === undefined) continue;
      const [index] = found;
      tied.set(field, index);
      free.delete(index);
    }
  };
  const known = new Map(Object.entries(agreed?.google ?? {}).filter(([field]) => isPhoneField(field)));
  tie(known, whole);
  tie(known, numberPart);
  tie(known, typePart);
  const byField = new Map(phones.flatMap((phone) => (phone.id === undefined ? [] : [[phoneFieldOf(phone.id), phone]])));
  const unknown = [...byField].filter(([field]) => !known.has(field));
  const fresh = new Map(unknown.map(([field, phone]) => [field, phoneText(phone, canon)]));
  tie(fresh, whole);
  tie(fresh, numberPart);
  const names = [...known.keys(), ...fresh.keys()];
  return [
    ...names.map((field) => slotOf(field, byField.get(field), tied.get(field), entries)),
    ...[...free.keys()].map((index, at) => slotOf(freeName(at, names), undefined, index, entries)),
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
  const numbers = taken
    .filter((field) => field.startsWith(newPrefix))
    .map((field) => Number(field.slice(newPrefix.length)));
  return `${newPrefix}${Math.max(0, ...numbers) + at + 1}`;
}

function whole(text: string): string {
  return text;
}

function numberPart(text: string): string {
  return partAt(text, 1);
}

function typePart(text: string): string {
  return partAt(text, 0);
}
