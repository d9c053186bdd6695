import type { ClientCard } from "../../api/index.js";
import type { LiveContact } from "../google/index.js";
import type { ContactCanon } from "./contact-canon.js";
import { textsOfPerson } from "./contact-fields.js";
import { textIn, valuesOf } from "./person-value.js";

/** What a client or a contact is called: the name, or where there is none the company, the email or a phone (K7). */
export function displayNameOf(
  card: Pick<ClientCard, "firstName" | "lastName" | "company" | "email"> & {
    readonly phones: readonly { readonly number: string }[];
  },
): string {
  const name = [card.firstName, card.lastName].filter((part) => part !== "").join(" ");
  return name || card.company || card.email || (card.phones[0]?.number ?? "");
}

/** {@link displayNameOf} a contact. */
export function displayNameOfContact({ fields }: LiveContact, canon: Pick<ContactCanon, "limits">): string {
  const phones = valuesOf(fields, "phoneNumbers").map((value) => ({ number: textIn(value, "value") }));
  return displayNameOf({ ...textsOfPerson(fields, canon), phones });
}
