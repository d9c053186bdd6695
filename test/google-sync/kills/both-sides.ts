import { contactsOf } from "../../support/both-address-books.js";
import type { BenchPerson, SyncBench } from "../../support/sync-bench.js";

/** What both sides hold and what the links say, without what differs from run to run. */
export async function bothSides(bench: SyncBench, person: BenchPerson): Promise<unknown> {
  const { links, contactLinks } = bench.services();
  const entries = await bench.schedule(person);
  const [stream] = await links.streamsOf(person.id);
  const { sub } = bench.google.accounts.get(person.email);
  const contactStream = await contactLinks.findStream(person.id, sub);
  return {
    studio: entries
      .map(({ description, when, location }) => `${when.start} ${when.end} ${description} @${location}`)
      .toSorted(),
    google: person.google
      .list()
      .map(({ summary, start, end, location }) => `${timeOf(start)} ${timeOf(end)} ${summary} @${textOf(location)}`)
      .toSorted(),
    links: stream && (await links.countByState(stream.id)),
    clients: await clientsIn(bench),
    contacts: contactsOf(person),
    detailsOfContacts: detailsOfContacts(person),
    // A run started again looks for what may have been made, and so comes to know contacts that are nobody's yet (K10).
    contactLinks: (contactStream === undefined
      ? []
      : await contactLinks.listByState(contactStream.id, ["new", "linked", "left", "resting", "ended", "baseline"])
    )
      .flatMap(({ clientId, state, isMadeByUs }) =>
        clientId === undefined ? [] : `${clientId} ${state} ${isMadeByUs}`,
      )
      .toSorted(),
    questions: (await bench.openQuestions()).map(({ kind }) => kind).toSorted(),
    settings: bench.settingsOf(person),
  };
}

function timeOf(time: unknown): string {
  // An event's start and end have either a date or a dateTime.
  const { date, dateTime } = time as { readonly date?: string; readonly dateTime?: string };
  return date ?? dateTime ?? "";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** All clients, in the group or not, with what a contact may change of them. */
async function clientsIn(bench: SyncBench): Promise<readonly string[]> {
  const db = bench.studio.connection.query();
  const clients: readonly Record<string, unknown>[] = await db("clients")
    .whereNull("deleted_at")
    .select("id", "first_name", "last_name", "company", "email", "main_city");
  const phones: readonly Record<string, unknown>[] = await db("client_phones")
    .orderBy(["client_id", "position"])
    .select("client_id", "label", "number");
  const members: readonly Record<string, unknown>[] = await db("client_group_members").select("client_id");
  return clients
    .map(({ id, ...values }) =>
      [
        ...Object.values(values).map(textOf),
        ...phones
          .filter((phone) => phone["client_id"] === id)
          .map(({ label, number }) => `${textOf(label)} ${textOf(number)}`),
        ...members.filter((member) => member["client_id"] === id).map(() => "member"),
      ].join(" | "),
    )
    .toSorted();
}

/** What a contact holds beyond names, emails and phones, our mark without the ids in it. */
function detailsOfContacts({ contacts }: BenchPerson): readonly string[] {
  const fields = ["organizations", "addresses", "photos", "nicknames"];
  return contacts
    .list()
    .map((contact) =>
      JSON.stringify([
        contact["names"],
        ...fields.map((field) => contact[field] ?? []),
        "clientData" in contact ? "ours" : "theirs",
      ]).replaceAll(/"id":"[^"]*"/g, ""),
    )
    .toSorted();
}
