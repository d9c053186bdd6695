import type { ClientRecord } from "../../api/index.js";
import type { LiveContact } from "../google/index.js";
import type { ContactCanon } from "./contact-canon.js";
import { textsOfPerson } from "./contact-fields.js";
import type { Recognizable } from "./matching.js";
import { textIn, valuesOf } from "./person-value.js";
import { canonicalNumber } from "./phone-number.js";

/** What a client is recognised by; its key is the row number. */
export function recognizeClient(client: ClientRecord, canon: ContactCanon): Recognizable {
  const { id, firstName, lastName, company, email, phones } = client;
  return {
    key: String(id),
    firstName,
    lastName,
    company,
    emails: [email],
    phones: phones.map(({ number }) => canonicalNumber(number, canon)),
  };
}

/** What a contact is recognised by, all its emails and phones; its key is the resource name. */
export function recognizeContact({ resourceName, fields }: LiveContact, canon: ContactCanon): Recognizable {
  const { firstName, lastName, company } = textsOfPerson(fields, canon);
  return {
    key: resourceName,
    firstName,
    lastName,
    company,
    emails: valuesOf(fields, "emailAddresses").map((value) => textIn(value, "value")),
    phones: phonesOfContact({ fields }).map((written) => canonicalNumber(written, canon)),
  };
}

/** A contact's numbers as they are written there. */
export function phonesOfContact({ fields }: Pick<LiveContact, "fields">): readonly string[] {
  return valuesOf(fields, "phoneNumbers").map((value) => textIn(value, "value"));
}
