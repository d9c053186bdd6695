import type { ClientCard, PhoneOfClient, PostalAddress } from "../../api/index.js";
import type { Fields } from "../engine/index.js";
import { partAt } from "./canonical-text.js";
import { phoneLabelOf } from "./phone-labels.js";

/**
 * A client as canonical fields say it: the reverse of a client's fields, as far as they are named (K4). Written
 * forms that the canon does not keep, such as the spaces in a phone number, are the canon's own.
 */
export function cardOfFields(fields: Fields): Partial<Omit<ClientCard, "phones">> {
  const { name, "main address": main, "mailing address": mailing } = fields;
  const text = (field: string, key: "salutation" | "company" | "jobTitle" | "email" | "birthDate" | "anniversary") =>
    fields[field] === undefined ? {} : { [key]: fields[field] };
  return {
    ...(name === undefined ? {} : { firstName: partAt(name, 0), lastName: partAt(name, 1) }),
    ...text("salutation", "salutation"),
    ...text("company", "company"),
    ...text("job title", "jobTitle"),
    ...text("email", "email"),
    ...text("birth date", "birthDate"),
    ...text("anniversary", "anniversary"),
    ...(main === undefined ? {} : { mainAddress: addressOfText(main) }),
    ...(mailing === undefined ? {} : { mailingAddress: addressOfText(mailing) }),
  };
}

/** A phone as its canonical text says it; undefined for an empty text: there was none. */
export function phoneOfText(text: string, id: number | undefined): PhoneOfClient | undefined {
  return text === "" ? undefined : { id, label: phoneLabelOf(partAt(text, 0)), number: partAt(text, 1) };
}

function addressOfText(text: string): PostalAddress {
  return {
    street: partAt(text, 0),
    city: partAt(text, 1),
    region: partAt(text, 2),
    postalCode: partAt(text, 3),
    country: partAt(text, 4),
  };
}
