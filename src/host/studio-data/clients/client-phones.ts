import type { ClientId, PhoneOfClient, Transaction } from "../../../api/index.js";
import { inPieces } from "../connection/columns.js";
import { insertRows } from "../connection/insert-rows.js";
import type { NewRow } from "../connection/insert-rows.js";
import type { StudioConnection } from "../connection/studio-connection.js";

interface PhoneRow {
  readonly id: number;
  readonly client_id: ClientId;
  readonly label: string;
  readonly number: string;
}

/** The phones of clients, each client's in the studio's order. */
export async function readPhones(
  connection: StudioConnection,
  clientIds: readonly ClientId[],
  transaction?: Transaction,
): Promise<ReadonlyMap<ClientId, readonly PhoneOfClient[]>> {
  const phones = new Map<ClientId, PhoneOfClient[]>();
  for (const piece of inPieces(connection.dialect, clientIds)) {
    const rows: readonly PhoneRow[] = await connection
      .query(transaction)("client_phones")
      .whereIn("client_id", piece)
      .orderBy(["client_id", "position", "id"])
      .select("id", "client_id", "label", "number");
    for (const { id, client_id: clientId, label, number } of rows) {
      const ofClient = phones.get(clientId);
      if (ofClient === undefined) phones.set(clientId, [{ id, label, number }]);
      else ofClient.push({ id, label, number });
    }
  }
  return phones;
}

/**
 * Makes these a client's phones: those with an id are kept as they are or changed, the others are new, the rest goes.
 * @param changedAt the database's time when left out
 */
export async function replacePhones(
  connection: StudioConnection,
  clientId: ClientId,
  phones: readonly PhoneOfClient[],
  transaction: Transaction,
  changedAt?: Date,
): Promise<void> {
  const db = connection.query(transaction);
  const kept = phones.flatMap(({ id }) => id ?? []);
  await db("client_phones").where({ client_id: clientId }).whereNotIn("id", kept).del();
  for (const [position, phone] of phones.entries()) {
    if (phone.id === undefined) continue;
    const { label, number } = phone;
    await db("client_phones")
      .where({ id: phone.id, client_id: clientId })
      .where((differs) => differs.whereNot({ label }).orWhereNot({ number }).orWhereNot({ position }))
      .update({ label, number, position, ...stamp(changedAt) });
  }
  const fresh = phones.flatMap((phone, position) =>
    phone.id === undefined ? [phoneRow(clientId, phone, position, changedAt)] : [],
  );
  await insertRows(connection, "client_phones", fresh, transaction);
}

/** A new phone as it is inserted. */
export function phoneRow(
  clientId: ClientId,
  { label, number }: PhoneOfClient,
  position: number,
  changedAt?: Date,
): NewRow {
  return { client_id: clientId, label, number, position, ...stamp(changedAt) };
}

function stamp(changedAt: Date | undefined): NewRow {
  return changedAt === undefined ? {} : { changed_at: changedAt.toISOString() };
}
