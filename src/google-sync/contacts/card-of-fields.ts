import type { ClientCard, PhoneOfClient, PostalAddress } from "../../api/index.js";
import type { Fields } from "../engine/index.js";
import { partsOf } from "./canonical-text.js";
import { phoneLabelOf } from "./phone-labels.js";

/**
 * A client as canonical fields say it: the reverse of a client's fields, as far as they are named (K4). Written
 * forms that the canon does not keep, such as the spaces in a phone number, are the canon's own.
 */
export function cardOfFields(fields: Fields): Partial<Omit<ClientCard, "phones">> {
  const [firstName = "", lastName = ""] = partsOf(fields["name"] ?? "");
  const text = (field: string, key: "salutation" | "company" | "jobTitle" | "email" | "birthDate" | "anniversary") =>
    fields[field] === undefined ? {} : { [key]: fields[field] };
  return {
    ...(fields["name"] === undefined ? {} : { firstName, lastName }),
    ...text("salutation", "salutation"),
    ...text("company", "company"),
    ...text("job title", "jobTitle"),
    ...text("email", "email"),
    ...text("birth date", "birthDate"),
    ...text("anniversary", "anniversary"),
    ...(fields["main address"] === undefined ? {} : { mainAddress: addressOfText(fields["main address"]) }),
    ...(fields["mailing address"] === undefined ? {} : { mailingAddress: addressOfText(fields["mailing address"]) }),
  };
}

/** A phone as its canonical text says it; undefined for an empty text: there was none. */
export function phoneOfText(text: string, id: number | undefined): PhoneOfClient | undefined {
  if (text === "") return undefined;
  const [type = "", number = ""] = partsOf(text);
  return { id, label: phoneLabelOf(type), number };
}

function addressOfText(text: string): PostalAddress {
  const [street = "", city = "", region = "", postalCode = "", country = ""] = partsOf(text);
  return { street, city, region, postalCode, country };
}
