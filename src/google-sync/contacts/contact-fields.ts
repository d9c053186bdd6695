import type { ClientCard, ClientLimits } from "../../api/index.js";
import { cutTo } from "../calendar/index.js";
import type { Agreed, Fields } from "../engine/index.js";
import type { LiveContact, PersonFields, PersonValue } from "../google/index.js";
import { addressIndex, addressOf, addressText } from "./addresses.js";
import type { AddressKind } from "./addresses.js";
import { joinParts, tidy } from "./canonical-text.js";
import type { ContactCanon } from "./contact-canon.js";
import { canonicalDay, dayTextOf } from "./partial-day.js";
import { primaryIndex, textIn, valuesOf } from "./person-value.js";
import { phoneFields, phoneSlots } from "./phone-slots.js";
import type { PhoneSlot } from "./phone-slots.js";

/** The fields of a client and a contact besides the phones, which are fields of their own (K4). */
type CardField = TextField | "birth date" | "anniversary";
type TextField = "name" | "salutation" | "company" | "job title" | "email" | "main address" | "mailing address";

/** Both sides of one pair as canonical fields; a side that is not there has none. */
export interface ContactSides {
  readonly studio: Fields;
  readonly google: Fields;
  readonly phones: readonly PhoneSlot[];
}

/**
 * The canonical fields of a client and of the contact that is, or may become, the same person. They are made
 * together because phones are tied to each other by what was agreed (K4).
 */
export function sidesOfContact(
  client: ClientCard | undefined,
  contact: LiveContact | undefined,
  agreed: Agreed | undefined,
  canon: ContactCanon,
): ContactSides {
  const phones = phoneSlots(agreed, client?.phones ?? [], valuesOf(contact?.fields ?? {}, "phoneNumbers"), canon);
  const texts = phoneFields(phones, canon);
  return {
    studio: client === undefined ? {} : { ...fieldsOfCard(client), ...texts.studio },
    google: contact === undefined ? {} : { ...fieldsOfPerson(contact.fields, canon), ...texts.google },
    phones,
  };
}

/** A client's fields without the phones. A day the studio's record does not really hold takes no part. */
function fieldsOfCard(card: ClientCard): Fields {
  return present({
    name: joinParts([tidy(card.firstName), tidy(card.lastName)]),
    salutation: tidy(card.salutation),
    company: tidy(card.company),
    "job title": tidy(card.jobTitle),
    email: tidy(card.email).toLowerCase(),
    "main address": addressText(card.mainAddress),
    "mailing address": addressText(card.mailingAddress),
    "birth date": canonicalDay(card.birthDate),
    anniversary: canonicalDay(card.anniversary),
  });
}

/** A contact's fields without the phones, cut as the studio would hold them (C11). */
function fieldsOfPerson(person: PersonFields, canon: ContactCanon): Fields {
  const { firstName, lastName, salutation, company, jobTitle, email } = textsOfPerson(person, canon);
  const address = (kind: AddressKind) => addressText(addressOf(addressIn(person, kind), canon));
  return present({
    name: joinParts([firstName, lastName]),
    salutation,
    company,
    "job title": jobTitle,
    email: email.toLowerCase(),
    "main address": address("main"),
    "mailing address": address("mailing"),
    "birth date": dayTextOf(valuesOf(person, "birthdays")[0]),
    anniversary: dayTextOf(valuesOf(person, "events")[anniversaryIndex(person)]),
  });
}

type CardText = "firstName" | "lastName" | "salutation" | "company" | "jobTitle" | "email";

/** The single texts of a contact, as they are written there, cut to the studio's columns. */
export function textsOfPerson(
  person: PersonFields,
  { limits }: Pick<ContactCanon, "limits">,
): Readonly<Record<CardText, string>> {
  const texts = rawTexts(person);
  const cut = (key: CardText) => cutTo(texts[key], limits[key]);
  return {
    firstName: cut("firstName"),
    lastName: cut("lastName"),
    salutation: cut("salutation"),
    company: cut("company"),
    jobTitle: cut("jobTitle"),
    email: cut("email"),
  };
}

/** The fields of a contact that are longer than the studio's columns (C11). */
export function cutFieldsOf(contact: LiveContact, { limits }: Pick<ContactCanon, "limits">): readonly string[] {
  const texts = rawTexts(contact.fields);
  const whole = { limits: unlimited };
  const isLong = (kind: AddressKind) => {
    const address = addressOf(addressIn(contact.fields, kind), whole);
    return (["street", "city", "region", "postalCode", "country"] as const).some(
      (part) => address[part].length > limits[part],
    );
  };
  const isLongIn: Readonly<Record<TextField, boolean>> = {
    name: texts.firstName.length > limits.firstName || texts.lastName.length > limits.lastName,
    salutation: texts.salutation.length > limits.salutation,
    company: texts.company.length > limits.company,
    "job title": texts.jobTitle.length > limits.jobTitle,
    email: texts.email.length > limits.email,
    "main address": isLong("main"),
    "mailing address": isLong("mailing"),
  };
  return Object.entries(isLongIn).flatMap(([field, isTooLong]) => (isTooLong ? [field] : []));
}

export function addressIn(person: PersonFields, kind: AddressKind): PersonValue | undefined {
  const addresses = valuesOf(person, "addresses");
  return addresses[addressIndex(addresses, kind)];
}

/** @returns -1 when there is none */
export function anniversaryIndex(person: PersonFields): number {
  return valuesOf(person, "events").findIndex((event) => textIn(event, "type") === "anniversary");
}

function rawTexts(person: PersonFields): Readonly<Record<CardText, string>> {
  const [name] = valuesOf(person, "names");
  const organizations = valuesOf(person, "organizations");
  const organization = organizations[primaryIndex(organizations)];
  const emails = valuesOf(person, "emailAddresses");
  return {
    firstName: textIn(name, "givenName"),
    lastName: textIn(name, "familyName"),
    salutation: textIn(name, "honorificPrefix"),
    company: textIn(organization, "name"),
    jobTitle: textIn(organization, "title"),
    email: textIn(emails[primaryIndex(emails)], "value"),
  };
}

const unlimited: ClientLimits = {
  firstName: Infinity,
  lastName: Infinity,
  salutation: Infinity,
  company: Infinity,
  jobTitle: Infinity,
  email: Infinity,
  street: Infinity,
  city: Infinity,
  region: Infinity,
  postalCode: Infinity,
  country: Infinity,
  phoneLabel: Infinity,
  phoneNumber: Infinity,
};

function present(fields: Readonly<Record<CardField, string | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}
