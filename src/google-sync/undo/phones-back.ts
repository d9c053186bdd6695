/**
 * Phones as Undo puts them back (R2). A phone that is gone on both sides has lost its tie with them, and its name in the
 * journal with that (K4): it comes back as a phone like any other, tied so that it rests on the side it came back on.
 */
import type { ClientRecord } from "../../api/index.js";
import { isPhoneField, phoneFieldOf, phoneOfText } from "../contacts/index.js";
import type { ContactSides, PhoneSlot } from "../contacts/index.js";
import type { Agreed, Fields } from "../engine/index.js";

/** The phones among the fields, each with what both sides hold of it now. */
function slotsOf(fields: Fields, { phones }: ContactSides): readonly PhoneSlot[] {
  return Object.keys(fields)
    .filter(isPhoneField)
    .map(
      (field) =>
        phones.find((slot) => slot.field === field) ?? {
          field,
          studio: undefined,
          google: undefined,
          index: undefined,
        },
    );
}

/** A client's phones with those of the fields as they were. */
export function clientPhonesBack(
  fields: Fields,
  { phones }: Pick<ClientRecord, "phones">,
  sides: ContactSides,
): Partial<Pick<ClientRecord, "phones">> {
  const changed = slotsOf(fields, sides);
  if (changed.length === 0) return {};
  const byId = new Map(
    changed.flatMap(({ field, studio }) => (studio === undefined ? [] : [[studio.id, field] as const])),
  );
  const kept = phones.flatMap((phone) => {
    const field = byId.get(phone.id);
    return field === undefined ? [phone] : (phoneOfText(fields[field] ?? "", phone.id) ?? []);
  });
  const added = addedOf(changed, fields).map((field) => phoneOfText(fields[field] ?? "", undefined) ?? []);
  return { phones: [...kept, ...added.flat()] };
}

/** A contact's phones with those of the fields as they were, as slots of which the studio's half is what is wanted. */
export function contactPhonesBack(fields: Fields, sides: ContactSides): readonly PhoneSlot[] {
  return slotsOf(fields, sides).map((slot) => ({
    ...slot,
    studio: phoneOfText(fields[slot.field] ?? "", undefined),
  }));
}

/**
 * What is agreed once phones came back to the client: those that have new ids bear their names. One that Google holds
 * already, and that came there since, is tied to it by its number at the next run.
 */
export function agreedOfNewPhones(
  agreed: Agreed,
  fields: Fields,
  before: Pick<ClientRecord, "phones">,
  after: Pick<ClientRecord, "phones">,
  sides: ContactSides,
): Agreed {
  const old = new Set(before.phones.map(({ id }) => id));
  const made = after.phones.flatMap(({ id }) => (id === undefined || old.has(id) ? [] : [id]));
  const added = addedOf(slotsOf(fields, sides), fields);
  const names = new Map(
    added.flatMap((field, index) => {
      const id = made[index];
      return id === undefined ? [] : [[field, phoneFieldOf(id)] as const];
    }),
  );
  const isInGoogle = (field: string): boolean =>
    sides.phones.some(
      (slot) => slot.studio === undefined && slot.field !== field && sides.google[slot.field] === fields[field],
    );
  const untied = added.filter((field) => agreed.google[field] === undefined && isInGoogle(field));
  const rename = (known: Fields): Fields =>
    Object.fromEntries(
      Object.entries(known).flatMap(([field, text]) =>
        untied.includes(field) ? [] : [[names.get(field) ?? field, text]],
      ),
    );
  const nothing = Object.fromEntries(added.map((field) => [field, ""]));
  return { studio: rename(agreed.studio), google: rename({ ...nothing, ...agreed.google }) };
}

/** What is agreed once phones came back to the contact: the client had none of those that were gone. */
export function agreedOfLostPhones(agreed: Agreed, fields: Fields, sides: ContactSides): Agreed {
  const lost = slotsOf(fields, sides).filter(({ studio }) => studio === undefined);
  const nothing = Object.fromEntries(lost.map(({ field }) => [field, ""]));
  return { ...agreed, studio: { ...nothing, ...agreed.studio } };
}

/** The phones that are to be made anew. */
function addedOf(slots: readonly PhoneSlot[], fields: Fields): readonly string[] {
  return slots.filter(({ field, studio }) => studio === undefined && fields[field] !== "").map(({ field }) => field);
}
