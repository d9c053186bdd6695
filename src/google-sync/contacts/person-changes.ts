import type { ClientCard, PhoneOfClient } from "../../api/index.js";
import type { PersonFields, PersonValue } from "../google/index.js";
import { addressIndex, withAddress } from "./addresses.js";
import type { AddressKind } from "./addresses.js";
import { tidy } from "./canonical-text.js";
import type { ContactCanon } from "./contact-canon.js";
import { anniversaryIndex } from "./contact-fields.js";
import { canonicalDay, googleDateOf } from "./partial-day.js";
import { isHollow, primaryIndex, replaceAt, valuesOf, withTexts } from "./person-value.js";
import { phoneTypeOf } from "./phone-labels.js";
import type { PhoneSlot } from "./phone-slots.js";

const derivedOfName = ["displayName", "displayNameLastFirst", "unstructuredName"];

/**
 * Whole lists of Google for the named fields, saying what the client says. People replaces whole
 * lists: what is not ours in them stays, in its order (K4). Written forms are the client's own (K5).
 *
 * @param fields the canonical fields that are to travel
 * @param before the contact's lists now; empty for a new contact
 */
export function personChangesOf(
  fields: readonly string[],
  client: ClientCard,
  before: PersonFields,
  phones: readonly PhoneSlot[],
  canon: ContactCanon,
): PersonFields {
  const has = (...names: readonly string[]) => names.some((name) => fields.includes(name));
  const changedPhones = phones.filter(({ field }) => fields.includes(field));
  return {
    ...(has("name", "salutation") ? { names: namesOf(fields, client, before) } : {}),
    ...(has("company", "job title") ? { organizations: organizationsOf(fields, client, before) } : {}),
    ...(has("email") ? { emailAddresses: emailsOf(client, before) } : {}),
    ...(has("main address", "mailing address") ? { addresses: addressesOf(fields, client, before, canon) } : {}),
    ...(has("birth date") ? { birthdays: birthdaysOf(client, before) } : {}),
    ...(has("anniversary") ? { events: eventsOf(client, before) } : {}),
    ...(changedPhones.length > 0 ? { phoneNumbers: phonesOf(changedPhones, before) } : {}),
  };
}

function namesOf(fields: readonly string[], client: ClientCard, before: PersonFields): readonly PersonValue[] {
  const [name = {}] = valuesOf(before, "names");
  const texts = {
    ...(fields.includes("name") ? { givenName: tidy(client.firstName), familyName: tidy(client.lastName) } : {}),
    ...(fields.includes("salutation") ? { honorificPrefix: tidy(client.salutation) } : {}),
  };
  const value = withTexts(name, texts, derivedOfName);
  return isHollow(value) ? [] : [value];
}

function organizationsOf(fields: readonly string[], client: ClientCard, before: PersonFields): readonly PersonValue[] {
  const organizations = valuesOf(before, "organizations");
  const index = primaryIndex(organizations);
  const texts = {
    ...(fields.includes("company") ? { name: tidy(client.company) } : {}),
    ...(fields.includes("job title") ? { title: tidy(client.jobTitle) } : {}),
  };
  return replaceAt(organizations, index, withTexts(organizations[index] ?? {}, texts, []));
}

function emailsOf(client: ClientCard, before: PersonFields): readonly PersonValue[] {
  const emails = valuesOf(before, "emailAddresses");
  const index = primaryIndex(emails);
  const email = tidy(client.email);
  // Without an address the rest of the entry, such as the name shown with it, is about nothing.
  return replaceAt(emails, index, email === "" ? {} : withTexts(emails[index] ?? {}, { value: email }, []));
}

function addressesOf(
  fields: readonly string[],
  client: ClientCard,
  before: PersonFields,
  canon: ContactCanon,
): readonly PersonValue[] {
  const change = (addresses: readonly PersonValue[], kind: AddressKind): readonly PersonValue[] => {
    if (!fields.includes(`${kind} address`)) return addresses;
    const index = addressIndex(addresses, kind);
    const address = kind === "main" ? client.mainAddress : client.mailingAddress;
    return replaceAt(addresses, index, withAddress(addresses[index], address, kind, canon));
  };
  return change(change(valuesOf(before, "addresses"), "main"), "mailing");
}

function birthdaysOf({ birthDate }: ClientCard, before: PersonFields): readonly PersonValue[] {
  const day = canonicalDay(birthDate);
  const [birthday = {}] = valuesOf(before, "birthdays");
  return day === undefined || day === "" ? [] : [{ ...withTexts(birthday, {}, ["text"]), date: googleDateOf(day) }];
}

function eventsOf({ anniversary }: ClientCard, before: PersonFields): readonly PersonValue[] {
  const events = valuesOf(before, "events");
  const index = anniversaryIndex(before);
  const day = canonicalDay(anniversary);
  if (day === undefined || day === "") return replaceAt(events, index, {});
  return replaceAt(events, index, { type: "anniversary", ...events[index], date: googleDateOf(day) });
}

function phonesOf(changed: readonly PhoneSlot[], before: PersonFields): readonly PersonValue[] {
  const byIndex = new Map(changed.map((slot) => [slot.index, slot]));
  const kept = valuesOf(before, "phoneNumbers").flatMap((value, index) => {
    const slot = byIndex.get(index);
    if (slot === undefined) return [value];
    return slot.studio === undefined ? [] : [phoneValue(slot.studio, value)];
  });
  const added = changed.flatMap((slot) =>
    slot.index === undefined && slot.studio !== undefined ? [phoneValue(slot.studio, {})] : [],
  );
  return [...kept, ...added];
}

function phoneValue({ label, number }: PhoneOfClient, before: PersonValue): PersonValue {
  return withTexts(before, { value: tidy(number), type: phoneTypeOf(label) }, ["canonicalForm", "formattedType"]);
}
