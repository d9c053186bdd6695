import type { ClientId, ClientRecord } from "../../api/index.js";
import type { ContactCandidate, ContactLink } from "../contact-links/index.js";
import type { ContactContext } from "./contact-context.js";

/** The client another one was merged into, who takes over its contact. */
export interface Survivor {
  readonly client: ClientRecord;
  /** The survivor's own row, which had no contact yet. */
  readonly absorbed: ContactLink | undefined;
}

/** A longer chain of merges is a circle. */
const mostMerges = 10;

/**
 * Who takes over the contacts of merged clients (K3), by row. A survivor who has a contact already, or is not of
 * the group, takes none: that contact is an orphan. One deleted in Google is nothing to take over.
 */
export async function survivorsOf(
  rows: readonly ContactCandidate[],
  clients: ReadonlyMap<ClientId, ClientRecord>,
  context: ContactContext,
): Promise<ReadonlyMap<number, Survivor>> {
  const { services, stream, group } = context;
  const survivors = new Map<number, Survivor>();
  const taken = new Set<ClientId>();
  for (const row of rows) {
    const merged = row.clientId === undefined ? undefined : clients.get(row.clientId);
    if (row.isMember || row.state !== "linked" || row.isDeletedInGoogle || merged?.mergedInto === undefined) continue;
    const client = await endOfMerges(merged, context);
    if (client === undefined || client.isDeleted || taken.has(client.id)) continue;
    if (!(await services.contactLinks.isMember(group.id, client.id))) continue;
    const [own] = await services.contactLinks.findByClients(stream.id, [client.guid]);
    if (own !== undefined && own.state !== "new") continue;
    survivors.set(row.id, { client, absorbed: own });
    taken.add(client.id);
  }
  return survivors;
}

/** Who a client lives on in: itself, unless it was merged into another. @returns undefined for a circle */
export async function endOfMerges(
  merged: ClientRecord,
  { services }: Pick<ContactContext, "services">,
): Promise<ClientRecord | undefined> {
  let client: ClientRecord | undefined = merged;
  for (let steps = 0; steps < mostMerges && client?.mergedInto !== undefined; steps += 1) {
    const next: readonly ClientRecord[] = await services.clients.find([client.mergedInto]);
    client = next[0];
  }
  return client?.mergedInto === undefined ? client : undefined;
}
