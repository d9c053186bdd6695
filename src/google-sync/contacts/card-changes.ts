import type { ClientCard, PhoneOfClient } from "../../api/index.js";
import type { LiveContact, PersonValue } from "../google/index.js";
import { addressOf, emptyAddress } from "./addresses.js";
import type { ContactCanon } from "./contact-canon.js";
import { addressIn, anniversaryIndex, textsOfPerson } from "./contact-fields.js";
import { dayTextOf } from "./partial-day.js";
import { valuesOf } from "./person-value.js";
import { phoneLabelOf, phoneTypeOf } from "./phone-labels.js";
import { canonicalNumber } from "./phone-number.js";
import { entryLabel, entryNumber } from "./phone-slots.js";
import type { PhoneSlot } from "./phone-slots.js";

/** A client of whom nothing is known. */
export const emptyCard: ClientCard = {
  firstName: "",
  lastName: "",
  salutation: "",
  company: "",
  jobTitle: "",
  email: "",
  mainAddress: emptyAddress,
  mailingAddress: emptyAddress,
  birthDate: "",
  anniversary: "",
  phones: [],
};

/**
 * The named fields of a contact as a change of a client, cut to the studio's columns (C11). Written forms are the
 * contact's own (K5); a phone that says the same as before keeps its own form, label and place.
 */
export function cardChangesOf(
  fields: readonly string[],
  contact: LiveContact,
  phonesNow: readonly PhoneOfClient[],
  slots: readonly PhoneSlot[],
  canon: ContactCanon,
): Partial<ClientCard> {
  const has = (name: string) => fields.includes(name);
  const { firstName, lastName, salutation, company, jobTitle, email } = textsOfPerson(contact.fields, canon);
  const { fields: person } = contact;
  const birthDate = dayTextOf(valuesOf(person, "birthdays")[0]);
  const anniversary = dayTextOf(valuesOf(person, "events")[anniversaryIndex(person)]);
  const changedPhones = slots.filter(({ field }) => has(field));
  return {
    ...(has("name") ? { firstName, lastName } : {}),
    ...(has("salutation") ? { salutation } : {}),
    ...(has("company") ? { company } : {}),
    ...(has("job title") ? { jobTitle } : {}),
    ...(has("email") ? { email } : {}),
    ...(has("main address") ? { mainAddress: addressOf(addressIn(person, "main"), canon) } : {}),
    ...(has("mailing address") ? { mailingAddress: addressOf(addressIn(person, "mailing"), canon) } : {}),
    ...(has("birth date") && birthDate !== undefined ? { birthDate } : {}),
    ...(has("anniversary") && anniversary !== undefined ? { anniversary } : {}),
    ...(changedPhones.length > 0 ? { phones: phonesOf(changedPhones, phonesNow, canon) } : {}),
  };
}

function phonesOf(
  changed: readonly PhoneSlot[],
  phonesNow: readonly PhoneOfClient[],
  canon: ContactCanon,
): readonly PhoneOfClient[] {
  const byId = new Map(changed.flatMap((slot) => (slot.studio === undefined ? [] : [[slot.studio.id, slot] as const])));
  const kept = phonesNow.flatMap((phone) => {
    const slot = byId.get(phone.id);
    if (slot === undefined) return [phone];
    return slot.google === undefined ? [] : [phoneFrom(slot.google, phone, canon)];
  });
  const added = changed.flatMap(({ studio, google }) =>
    studio === undefined && google !== undefined ? [phoneFrom(google, undefined, canon)] : [],
  );
  return [...kept, ...added];
}

function phoneFrom(value: PersonValue, before: PhoneOfClient | undefined, canon: ContactCanon): PhoneOfClient {
  const type = entryLabel(value, canon);
  const number = entryNumber(value, canon);
  const isSameLabel = before !== undefined && phoneTypeOf(before.label) === phoneTypeOf(type);
  const isSameNumber = before !== undefined && canonicalNumber(before.number, canon) === canonicalNumber(number, canon);
  return {
    id: before?.id,
    label: isSameLabel ? before.label : phoneLabelOf(type),
    number: isSameNumber ? before.number : number,
  };
}
