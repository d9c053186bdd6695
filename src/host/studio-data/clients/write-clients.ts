import { StaleEntryError } from "../../../api/index.js";
import type { ClientCard, ClientReference, PhoneOfClient, PostalAddress, Transaction } from "../../../api/index.js";
import { guardedUpdate } from "../connection/guarded-update.js";
import { insertRows, insertRowsForIds } from "../connection/insert-rows.js";
import type { NewRow } from "../connection/insert-rows.js";
import type { StudioConnection } from "../connection/studio-connection.js";

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
  if (phones !== undefined) await replacePhones(connection, clientId, phones, changedAt, transaction);
}

/** Deletes softly. @throws StaleEntryError */
export async function removeClient(
  connection: StudioConnection,
  reference: ClientReference,
  transaction: Transaction,
): Promise<void> {
  const now = await connection.databaseNow(transaction);
  await requireVersion(connection, reference, { deleted_at: now.toISOString() }, transaction);
}

async function requireVersion(
  connection: StudioConnection,
  { clientId, version }: ClientReference,
  values: NewRow,
  transaction: Transaction,
): Promise<void> {
  // The version of the whole client tells of changed phones; that of the row is checked by the update itself.
  const card: unknown = await connection
    .query(transaction)("client_cards")
    .where({ client_id: clientId, version })
    .first("client_id");
  const [ownVersion = ""] = version.split(".");
  const row = { id: clientId, version: ownVersion };
  const isCurrent = card !== undefined && (await guardedUpdate(connection, "clients", row, values, transaction));
  if (!isCurrent) throw new StaleEntryError(String(clientId), "client");
}

async function replacePhones(
  connection: StudioConnection,
  clientId: number,
  phones: readonly PhoneOfClient[],
  changedAt: Date,
  transaction: Transaction,
): Promise<void> {
  const db = connection.query(transaction);
  const kept = phones.flatMap(({ id }) => id ?? []);
  await db("client_phones").where({ client_id: clientId }).whereNotIn("id", kept).del();
  for (const [position, phone] of phones.entries()) {
    if (phone.id === undefined) continue;
    const { label, number, changed_at } = phoneRow(clientId, phone, position, changedAt);
    await db("client_phones")
      .where({ id: phone.id, client_id: clientId })
      .where((differs) => differs.whereNot({ label }).orWhereNot({ number }).orWhereNot({ position }))
      .update({ label, number, position, changed_at });
  }
  const fresh = phones.flatMap((phone, position) =>
    phone.id === undefined ? [phoneRow(clientId, phone, position, changedAt)] : [],
  );
  await insertRows(connection, "client_phones", fresh, transaction);
}

function phoneRow(clientId: number, { label, number }: PhoneOfClient, position: number, changedAt: Date) {
  return { client_id: clientId, label, number, position, changed_at: changedAt.toISOString() };
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
