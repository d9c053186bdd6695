import { StaleEntryError } from "../../../api/index.js";
import type { ClientCard, ClientReference, PostalAddress, Transaction } from "../../../api/index.js";
import { insertRows, insertRowsForIds } from "../connection/insert-rows.js";
import type { NewRow } from "../connection/insert-rows.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { phoneRow, replacePhones } from "./client-phones.js";
import { updateCurrentClient } from "./update-current-client.js";

/** A client to be made. */
export type ClientDraft = ClientCard & { readonly guid: string; readonly changedAt: Date };

/** Makes clients with their phones, in the order given; returns their ids. */
export async function insertClients(
  connection: StudioConnection,
  drafts: readonly ClientDraft[],
  transaction: Transaction,
): Promise<readonly number[]> {
  const rows = drafts.map(({ guid, changedAt, ...card }) => ({
    guid,
    ...columnsOf(card),
    changed_at: changedAt.toISOString(),
  }));
  const ids = await insertRowsForIds(connection, "clients", "guid", rows, transaction);
  const phones = drafts.flatMap((draft, index) =>
    draft.phones.map((phone, position) => phoneRow(ids[index] ?? Number.NaN, phone, position, draft.changedAt)),
  );
  await insertRows(connection, "client_phones", phones, transaction);
  return ids;
}

/**
 * Changes the named fields of one client still at the version. The client's own row is written whatever changed,
 * so that the version is checked by the same statement and changed-at holds.
 * @throws StaleEntryError
 */
export async function updateClient(
  connection: StudioConnection,
  reference: ClientReference,
  change: Partial<ClientCard>,
  changedAt: Date,
  transaction: Transaction,
): Promise<void> {
  const { clientId } = reference;
  const { phones, ...card } = change;
  await requireVersion(connection, reference, { ...columnsOf(card), changed_at: changedAt.toISOString() }, transaction);
  if (phones !== undefined) await replacePhones(connection, clientId, phones, transaction, changedAt);
}

/** Deletes softly. A client somebody has booked since is another client than was meant. @throws StaleEntryError */
export async function removeClient(
  connection: StudioConnection,
  reference: ClientReference,
  transaction: Transaction,
): Promise<void> {
  const { clientId } = reference;
  for (const table of ["appointments", "sessions"]) {
    const booked: unknown = await connection
      .query(transaction)(table)
      .where({ client_id: clientId })
      .whereNull("deleted_at")
      .first("id");
    if (booked !== undefined) throw new StaleEntryError(String(clientId), "client");
  }
  const now = await connection.databaseNow(transaction);
  await requireVersion(connection, reference, { deleted_at: now.toISOString() }, transaction);
}

async function requireVersion(
  connection: StudioConnection,
  reference: ClientReference,
  values: NewRow,
  transaction: Transaction,
): Promise<void> {
  if (await updateCurrentClient(connection, reference, values, transaction)) return;
  throw new StaleEntryError(String(reference.clientId), "client");
}

function columnsOf(card: Partial<ClientCard>): NewRow {
  const texts = {
    first_name: card.firstName,
    last_name: card.lastName,
    salutation: card.salutation,
    company: card.company,
    job_title: card.jobTitle,
    email: card.email,
  };
  const days = { birth_date: card.birthDate, anniversary: card.anniversary };
  return {
    ...named(texts, (text) => text),
    ...named(days, (day) => (day === "" ? null : day)),
    ...addressColumns("main", card.mainAddress),
    ...addressColumns("mailing", card.mailingAddress),
  };
}

/** The columns whose value is given. */
function named(values: Readonly<Record<string, string | undefined>>, write: (value: string) => string | null): NewRow {
  return Object.fromEntries(
    Object.entries(values).flatMap(([column, value]) => (value === undefined ? [] : [[column, write(value)]])),
  );
}

function addressColumns(prefix: "main" | "mailing", address: PostalAddress | undefined): NewRow {
  if (address === undefined) return {};
  return {
    [`${prefix}_street`]: address.street,
    [`${prefix}_city`]: address.city,
    [`${prefix}_region`]: address.region,
    [`${prefix}_postal_code`]: address.postalCode,
    [`${prefix}_country`]: address.country,
  };
}
