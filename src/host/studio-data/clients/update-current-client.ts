import type { ClientReference, Transaction } from "../../../api/index.js";
import type { StudioConnection } from "../connection/studio-connection.js";

/**
 * Updates a client's own row if the whole client, phones too, still has the version of the view `client_cards`;
 * says whether it did. The check is part of the UPDATE (G9).
 */
export async function updateCurrentClient(
  connection: StudioConnection,
  { clientId, version }: ClientReference,
  values: Readonly<Record<string, unknown>>,
  transaction: Transaction,
): Promise<boolean> {
  const changed = await connection
    .query(transaction)("clients")
    .where({ id: clientId })
    .whereExists((card) => {
      void card
        .from("client_cards")
        .select("client_cards.client_id")
        .whereRaw("client_cards.client_id = clients.id")
        .where("client_cards.version", version);
    })
    .update(values);
  return changed === 1;
}
