import type { ClientCard, ClientId } from "../../../api/index.js";
import { inPieces } from "../connection/columns.js";
import type { StudioConnection } from "../connection/studio-connection.js";

/** What two records of one person may share (K6). */
export type Likeness = Pick<ClientCard, "firstName" | "lastName" | "email" | "phones">;

/** So many last digits are a phone number without its country and area codes, whoever wrote it. */
const comparedDigits = 7;

/** Marks between the digits of a phone number as people write them. */
const punctuation = [" ", "-", "(", ")", ".", "/", "+"];

/**
 * Active clients with an equal name, email or end of a phone number: all that could be the same person as
 * one of the cards, and some that are not. Set-based, three questions for many cards.
 */
export async function findLike(connection: StudioConnection, cards: readonly Likeness[]): Promise<readonly ClientId[]> {
  const found = new Set<ClientId>();
  const lastNames = unique(cards.filter(hasName).map(({ lastName }) => lastName.trim().toLowerCase()));
  const firstNames = new Set(cards.filter(hasName).map(({ firstName }) => firstName.trim().toLowerCase()));
  for (const piece of inPieces(connection.dialect, lastNames)) {
    const rows: readonly { readonly id: ClientId; readonly first_name: string }[] = await active(connection)
      .whereRaw(`lower(clients.last_name) in (${marksFor(piece)})`, [...piece])
      .select("clients.id", "clients.first_name");
    for (const row of rows) if (firstNames.has(row.first_name.trim().toLowerCase())) found.add(row.id);
  }
  const emails = unique(cards.map(({ email }) => email.trim().toLowerCase()));
  for (const piece of inPieces(connection.dialect, emails)) {
    const ids: readonly ClientId[] = await active(connection)
      .whereRaw(`lower(clients.email) in (${marksFor(piece)})`, [...piece])
      .pluck("clients.id");
    for (const id of ids) found.add(id);
  }
  const endings = unique(cards.flatMap(({ phones }) => phones.map(({ number }) => endingOf(number))));
  for (const piece of inPieces(connection.dialect, endings)) {
    const ids: readonly ClientId[] = await active(connection)
      .innerJoin("client_phones", "client_phones.client_id", "clients.id")
      .whereRaw(`${endingSql(connection)} in (${marksFor(piece)})`, [...piece])
      .pluck("clients.id");
    for (const id of ids) found.add(id);
  }
  return [...found];
}

function active(connection: StudioConnection) {
  return connection
    .query()("clients")
    .where("clients.is_inactive", false)
    .whereNull("clients.deleted_at")
    .whereNull("clients.merged_into");
}

function marksFor(values: readonly unknown[]): string {
  return values.map(() => "?").join(", ");
}

function hasName({ firstName, lastName }: Likeness): boolean {
  return firstName.trim() !== "" || lastName.trim() !== "";
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ""))];
}

function endingOf(number: string): string {
  const digits = number.replaceAll(/\D/g, "");
  return digits.length < comparedDigits ? "" : digits.slice(-comparedDigits);
}

function endingSql({ dialect }: StudioConnection): string {
  const digits = punctuation.reduce((text, mark) => `replace(${text}, '${mark}', '')`, "client_phones.number");
  return dialect === "sqlite" ? `substr(${digits}, -${comparedDigits})` : `right(${digits}, ${comparedDigits})`;
}
