import type { ClientCard, ClientLimits } from "../../../src/api/index.js";
import { emptyCard } from "../../../src/google-sync/contacts/index.js";
import type { ContactCanon } from "../../../src/google-sync/contacts/index.js";
import type { LiveContact, PersonFields } from "../../../src/google-sync/google/index.js";
import { aContact } from "../../support/a-contact.js";

export const limits: ClientLimits = {
  firstName: 20,
  lastName: 20,
  salutation: 20,
  company: 20,
  jobTitle: 20,
  email: 40,
  street: 30,
  city: 20,
  region: 20,
  postalCode: 20,
  country: 20,
  phoneLabel: 20,
  phoneNumber: 30,
};

export const american: ContactCanon = { country: "US", limits };

export function aCard(values: Partial<ClientCard> = {}): ClientCard {
  return { ...emptyCard, ...values };
}

export function aContactWith(fields: PersonFields): LiveContact {
  return aContact(1, 1, { fields });
}
