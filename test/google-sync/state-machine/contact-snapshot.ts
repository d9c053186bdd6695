import { ownerOfContact } from "../../../src/google-sync/contacts/index.js";
import type { ShownContact } from "../../../src/local-google/index.js";
import type { Content } from "./snapshot.js";
import type { Story } from "./story.js";

/** Columns of a client that contacts have too (K4). */
interface ClientRow {
  readonly id: number;
  readonly guid: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly company: string;
  readonly email: string;
  readonly main_city: string;
}

/** Every client that is there, by GUID. */
export async function clientsNow({ bench }: Story): Promise<ReadonlyMap<string, Content>> {
  const db = bench.studio.connection.query();
  const clients: readonly ClientRow[] = await db("clients").whereNull("deleted_at").select("*");
  const phones: readonly { readonly client_id: number; readonly number: string }[] =
    await db("client_phones").select("*");
  return new Map(
    clients.map(({ id, guid, first_name, last_name, company, email, main_city }) => [
      guid,
      {
        name: `${first_name} ${last_name}`.trim(),
        company,
        email,
        "main address": main_city,
        phone: phones
          .filter(({ client_id }) => client_id === id)
          .map(({ number }) => number)
          .toSorted()
          .join(),
      },
    ]),
  );
}

/** A person's contacts, by resource name; with the client one was made for, by the mark it bears. */
export function contactsNow(contacts: readonly ShownContact[]): ReadonlyMap<string, Content> {
  return new Map(contacts.map((contact) => [contact.resourceName, contentOf(contact)]));
}

function contentOf(contact: ShownContact): Content {
  const marks = listOf(contact, "clientData").map(({ key, value }) => [key, value] as const);
  return {
    name: textsOf(contact, "names", "displayName"),
    company: textsOf(contact, "organizations", "name"),
    email: textsOf(contact, "emailAddresses", "value"),
    "main address": textsOf(contact, "addresses", "city"),
    phone: listOf(contact, "phoneNumbers")
      .map(({ value = "" }) => value)
      .toSorted()
      .join(),
    madeFor: ownerOfContact(Object.fromEntries(marks) as Readonly<Record<string, string>>)?.clientGuid ?? "",
  };
}

function textsOf(contact: ShownContact, list: string, part: string): string {
  return listOf(contact, list)
    .map((one) => one[part] ?? "")
    .toSorted()
    .join();
}

/** Lists of People as its API shows them. */
function listOf(contact: ShownContact, name: string): readonly Readonly<Record<string, string>>[] {
  return (contact[name] ?? []) as readonly Readonly<Record<string, string>>[];
}
