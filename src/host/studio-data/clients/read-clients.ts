import type { ClientId, ClientRecord, PhoneOfClient, Transaction } from "../../../api/index.js";
import { inPieces, readFlag, readInstant, readOptional } from "../connection/columns.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { clientColumns } from "../repositories/client-record.js";
import type { ClientRow } from "../repositories/client-record.js";
import { readPhones } from "./client-phones.js";

/** A client's row with what `client_cards` tells of it. */
interface CardRow extends ClientRow {
  readonly card_changed_at: unknown;
}

/** Columns that may leave the studio; notes and status stay (K4). */
const cardColumns = clientColumns
  .filter((column) => column !== "notes" && column !== "status")
  .map((column) => `clients.${column}`);

/** Those of the clients that exist, with their phones. */
export async function readClients(
  connection: StudioConnection,
  ids: readonly ClientId[],
  transaction?: Transaction,
): Promise<readonly ClientRecord[]> {
  const clients: ClientRecord[] = [];
  for (const piece of inPieces(connection.dialect, ids)) {
    const rows: readonly CardRow[] = await connection
      .query(transaction)("clients")
      .innerJoin("client_cards", "client_cards.client_id", "clients.id")
      .whereIn("clients.id", piece)
      .orderBy("clients.id")
      .select(...cardColumns, "client_cards.version", "client_cards.changed_at as card_changed_at");
    const phones = await readPhones(connection, piece, transaction);
    clients.push(...rows.map((row) => toRecord(row, phones.get(row.id) ?? [])));
  }
  return clients;
}

function toRecord(row: CardRow, phones: readonly PhoneOfClient[]): ClientRecord {
  return {
    id: row.id,
    guid: row.guid,
    version: row.version,
    changedAt: readInstant(row.card_changed_at),
    firstName: row.first_name,
    lastName: row.last_name,
    salutation: row.salutation,
    company: row.company,
    jobTitle: row.job_title,
    email: row.email,
    mainAddress: {
      street: row.main_street,
      city: row.main_city,
      region: row.main_region,
      postalCode: row.main_postal_code,
      country: row.main_country,
    },
    mailingAddress: {
      street: row.mailing_street,
      city: row.mailing_city,
      region: row.mailing_region,
      postalCode: row.mailing_postal_code,
      country: row.mailing_country,
    },
    birthDate: row.birth_date ?? "",
    anniversary: row.anniversary ?? "",
    phones,
    isInactive: readFlag(row.is_inactive),
    isDeleted: row.deleted_at !== null,
    mergedInto: readOptional(row.merged_into, Number),
  };
}
