import type { ShownContact } from "../../src/local-google/index.js";
import type { MadeClientGroup } from "./studio.js";
import type { BenchPerson, SyncBench } from "./sync-bench.js";

/** What a person's Google Contacts hold: "Mia Smith | mia@example.test | mobile 555 0101 | Weddings", by name. */
export function contactsOf({ contacts }: Pick<BenchPerson, "contacts">): readonly string[] {
  return contacts
    .list()
    .map((contact) =>
      lineOf([
        ...textsIn(contact, "names", ({ displayName }) => displayName),
        ...textsIn(contact, "emailAddresses", ({ value }) => value),
        ...textsIn(contact, "phoneNumbers", ({ type, value }) => `${textOf(type)} ${textOf(value)}`),
        ...contacts.labels(contact.resourceName).toSorted(),
      ]),
    )
    .toSorted();
}

/** What a group of the studio holds, in the same words; phones by the studio's own labels. */
export async function clientsOf(bench: SyncBench, group: MadeClientGroup): Promise<readonly string[]> {
  const db = bench.studio.connection.query();
  const clients: { id: number; first_name: string; last_name: string; email: string }[] = await db("clients as c")
    .innerJoin("client_group_members as m", "m.client_id", "c.id")
    .where({ "m.client_group_id": group.id })
    .whereNull("c.deleted_at")
    .select("c.id", "c.first_name", "c.last_name", "c.email");
  const phones: { client_id: number; label: string; number: string }[] = await db("client_phones")
    .orderBy(["client_id", "position"])
    .select("client_id", "label", "number");
  return clients
    .map(({ id, first_name, last_name, email }) =>
      lineOf([
        `${first_name} ${last_name}`.trim(),
        email,
        ...phones.filter((phone) => phone.client_id === id).map(({ label, number }) => `${label} ${number}`),
        group.name,
      ]),
    )
    .toSorted();
}

function lineOf(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" | ");
}

/** One text of each value of a list. */
function textsIn(
  contact: ShownContact,
  list: string,
  textOfValue: (value: Readonly<Record<string, unknown>>) => unknown,
): readonly string[] {
  const values: unknown = contact[list];
  if (!Array.isArray(values)) return [];
  return values.map((value: unknown) =>
    textOf(textOfValue(typeof value === "object" && value !== null ? { ...value } : {})),
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
