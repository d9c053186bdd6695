import type { ClientCard } from "../../api/index.js";
import type { Fields } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";
import { joinParts, tidy } from "./canonical-text.js";
import type { ContactCanon } from "./contact-canon.js";
import { textsOfPerson } from "./contact-fields.js";
import type { ContactSides } from "./contact-fields.js";
import { entryLabel, entryNumber } from "./phone-slots.js";

/**
 * Fields as the client has them written, where they are compared in another form: the email and the phones (K5). Texts
 * of the same shape as the fields themselves, for whoever makes a client of fields again.
 */
export function writtenByClient({ email }: Pick<ClientCard, "email">, { studio, phones }: ContactSides): Fields {
  const numbers = phones.flatMap((slot) =>
    slot.studio === undefined
      ? []
      : [[slot.field, joinParts([slot.studio.label, slot.studio.number].map(tidy))] as const],
  );
  return whereDifferent({ email: tidy(email), ...Object.fromEntries(numbers) }, studio);
}

/** The same for a contact. */
export function writtenByContact(contact: LiveContact, { google, phones }: ContactSides, canon: ContactCanon): Fields {
  const numbers = phones.flatMap(({ field, google: entry }) =>
    entry === undefined
      ? []
      : [[field, joinParts([entryLabel(entry, canon), entryNumber(entry, canon)].map(tidy))] as const],
  );
  return whereDifferent({ email: textsOfPerson(contact.fields, canon).email, ...Object.fromEntries(numbers) }, google);
}

function whereDifferent(written: Fields, compared: Fields): Fields {
  return Object.fromEntries(Object.entries(written).filter(([field, text]) => text !== compared[field]));
}
