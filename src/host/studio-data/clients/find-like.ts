import type { ClientCard, ClientId } from "../../../api/index.js";
import { inPieces } from "../connection/columns.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { digitsOf, digitsSql } from "./phone-digits.js";

/** What two records of one person may share (K6). */
export type Likeness = Pick<ClientCard, "firstName" | "lastName" | "email" | "phones">;

/** So many last digits are a phone number without its country and area codes, whoever wrote it. */
const comparedDigits = 7;

/**
 * Active clients with an equal name, email or end of a phone number: all that could be the same person as
 * one of the cards, and some that are not. Set-based, three questions for many cards.
 */
export async function findLike(connection: StudioConnection, cards: readonly Likeness[]): Promise<readonly ClientId[]> {
  const found = new Set<ClientId>();
  const lastNames = unique(cards.filter(hasName).flatMap(({ lastName }) => casesOf(lastName)));
  const firstNames = new Set(cards.filter(hasName).map(({ firstName }) => plain(firstName)));
  for (const piece of inPieces(connection.dialect, lastNames)) {
    const rows: readonly { readonly id: ClientId; readonly first_name: string }[] = await active(connection)
      .whereRaw(`${caseless(connection, "last_name")} in (${marksFor(piece)})`, [...piece])
      .select("clients.id", "clients.first_name");
    for (const row of rows) if (firstNames.has(plain(row.first_name))) found.add(row.id);
  }
  const emails = unique(cards.flatMap(({ email }) => casesOf(email)));
  for (const piece of inPieces(connection.dialect, emails)) {
    const ids: readonly ClientId[] = await active(connection)
      .whereRaw(`${caseless(connection, "email")} in (${marksFor(piece)})`, [...piece])
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

/** A column compared without case; from an index on an embedded database (migration 010). */
function caseless({ dialect }: StudioConnection, column: "last_name" | "email"): string {
  return dialect === "sqlite" ? `clients.${column} collate nocase` : `lower(clients.${column})`;
}

/**
 * A text as it may be stored: an embedded database takes only A to Z for the same in both cases, and what is one
 * letter with its accent here may be a letter and an accent there.
 */
function casesOf(text: string): readonly string[] {
  const forms = ["NFC", "NFD"].map((form) => text.trim().normalize(form));
  return [...new Set(forms.flatMap((form) => [form.toLowerCase(), ...[form, form.toUpperCase()].map(latinLower)]))];
}

function plain(name: string): string {
  return name.trim().normalize("NFKC").toLowerCase();
}

function latinLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
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
  const digits = digitsOf(number);
  return digits.length < comparedDigits ? "" : digits.slice(-comparedDigits);
}

function endingSql({ dialect }: StudioConnection): string {
  const digits = digitsSql("client_phones.number");
  return dialect === "sqlite" ? `substr(${digits}, -${comparedDigits})` : `right(${digits}, ${comparedDigits})`;
}
