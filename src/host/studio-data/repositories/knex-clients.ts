import type {
  ClientCard,
  ClientGroupRecord,
  ClientId,
  ClientRecord,
  ClientReference,
  Clients,
  Transaction,
} from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { clientLimits } from "../client-limits.js";
import { findLike } from "../clients/find-like.js";
import type { Likeness } from "../clients/find-like.js";
import { readClients } from "../clients/read-clients.js";
import { insertClients, removeClient, updateClient } from "../clients/write-clients.js";
import type { ClientDraft } from "../clients/write-clients.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { ClientGroupStore } from "./client-group-store.js";

/** Clients and groups as plugins know them, from the views of migration 009. */
@injectable()
export class KnexClients implements Clients {
  readonly limits = clientLimits;

  constructor(
    @inject(StudioConnection) private readonly connection: StudioConnection,
    @inject(ClientGroupStore) private readonly groupStore: ClientGroupStore,
  ) {}

  find(clientIds: readonly ClientId[], transaction?: Transaction): Promise<readonly ClientRecord[]> {
    return readClients(this.connection, [...new Set(clientIds)], transaction);
  }

  async findLike(cards: readonly Likeness[]): Promise<readonly ClientRecord[]> {
    return readClients(this.connection, await findLike(this.connection, cards));
  }

  groups(transaction?: Transaction): Promise<readonly ClientGroupRecord[]> {
    return this.groupStore.list(transaction);
  }

  async create(
    drafts: readonly ClientDraft[],
    groupId: number,
    transaction: Transaction,
  ): Promise<readonly ClientRecord[]> {
    const ids = await insertClients(this.connection, drafts, transaction);
    await this.groupStore.addMembers(groupId, ids, transaction);
    const made = new Map((await this.find(ids, transaction)).map((client) => [client.id, client]));
    return ids.flatMap((id) => made.get(id) ?? []);
  }

  async change(
    reference: ClientReference,
    change: Partial<ClientCard>,
    { changedAt }: { readonly changedAt: Date },
    transaction: Transaction,
  ): Promise<ClientRecord> {
    await updateClient(this.connection, reference, change, changedAt, transaction);
    const [client] = await this.find([reference.clientId], transaction);
    if (client === undefined) throw new Error(`Client ${reference.clientId} is gone within its own transaction`);
    return client;
  }

  addToGroup(groupId: number, clientIds: readonly ClientId[], transaction: Transaction): Promise<void> {
    return this.groupStore.addMembers(groupId, clientIds, transaction);
  }

  removeFromGroup(groupId: number, clientIds: readonly ClientId[], transaction: Transaction): Promise<void> {
    return this.groupStore.removeMembers(groupId, clientIds, transaction);
  }

  remove(reference: ClientReference, transaction: Transaction): Promise<void> {
    return removeClient(this.connection, reference, transaction);
  }
}
