import { UnitOfWork } from "../../api/index.js";
import type { Transaction } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEvents } from "../live-events/index.js";
import { ClientGroupStore, ClientSearch, ClientStore, RecordNotFoundError } from "../studio-data/index.js";
import type { Client, ClientLine, ClientQuery } from "../studio-data/index.js";
import { ImpossibleClientError } from "./errors.js";
import { mergedFields } from "./merged-client.js";
import { fieldsOf } from "./typed-client.js";
import type { TypedClient } from "./typed-client.js";

/** A client as the screen shows it. */
export interface ShownClient extends TypedClient {
  readonly id: number;
  readonly version: string;
  readonly isDeleted: boolean;
  /** Who this client was merged into. */
  readonly mergedInto: number | undefined;
  readonly groupIds: readonly number[];
}

/** A page of a list of clients. */
export interface ClientListPage {
  readonly clients: readonly ClientLine[];
  /** How many there are on all pages; told with the first one. */
  readonly total: number | undefined;
}

/** Which groups a saved client is put in and taken out of. */
export interface GroupChange {
  readonly joins: readonly number[];
  readonly leaves: readonly number[];
}

/** A client and the version it was opened at (G9). */
export interface OpenedClient {
  readonly id: number;
  readonly version: string;
}

const usualPhoneLabels = ["Mobile", "Home", "Work", "Fax"];

/** Clients looked up, changed and merged by hand. Who may is the route's to check. */
@injectable()
export class ClientRecords {
  constructor(
    @inject(ClientStore) private readonly clients: ClientStore,
    @inject(ClientSearch) private readonly search: ClientSearch,
    @inject(ClientGroupStore) private readonly groups: ClientGroupStore,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
  ) {}

  /** @param after the last client of the page before */
  async list(query: ClientQuery, limit: number, after: number | undefined): Promise<ClientListPage> {
    const [clients, total] = await Promise.all([
      this.search.page(query, limit, after),
      after === undefined ? this.search.count(query) : undefined,
    ]);
    return { clients, total };
  }

  /** All that a search finds, to choose them at once. */
  ids(query: ClientQuery): Promise<readonly number[]> {
    return this.search.ids(query);
  }

  /** How phones may be called: as usual, and as this studio calls them. */
  async phoneLabels(): Promise<readonly string[]> {
    return [...new Set([...usualPhoneLabels, ...(await this.search.phoneLabels())])];
  }

  /** Deleted and merged ones too, so that the screen can say what became of them. @throws RecordNotFoundError */
  async open(id: number): Promise<ShownClient> {
    const client = await this.clients.findById(id);
    if (client === undefined) throw new RecordNotFoundError("client", id);
    const { guid: _guid, ...shown } = client;
    return {
      ...shown,
      birthDate: client.birthDate ?? "",
      anniversary: client.anniversary ?? "",
      groupIds: await this.groups.groupsOf(id),
    };
  }

  /** @throws ImpossibleClientError */
  async create(typed: TypedClient, groupIds: readonly number[]): Promise<number> {
    const fields = fieldsOf(typed);
    const id = await this.unitOfWork.run(async (transaction) => {
      const [made = Number.NaN] = await this.clients.createMany([fields], transaction);
      await this.#moveGroups(made, { joins: groupIds, leaves: [] }, transaction);
      return made;
    });
    this.liveEvents.publish({ kind: "clients-changed" });
    return id;
  }

  /** @throws StaleRecordError when it has changed since it was opened (G9) @throws ImpossibleClientError */
  async save({ id, version }: OpenedClient, typed: TypedClient, groups: GroupChange): Promise<void> {
    const fields = fieldsOf(typed);
    await this.unitOfWork.run(async (transaction) => {
      await this.#living(id, transaction);
      await this.clients.save(id, version, fields, transaction);
      await this.#moveGroups(id, groups, transaction);
    });
    this.#tell();
  }

  /** @throws StaleRecordError */
  async remove({ id, version }: OpenedClient): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.#living(id, transaction);
      await this.clients.remove(id, version, transaction);
    });
    this.#tell();
  }

  /**
   * Makes two clients one: the survivor takes the other's groups, appointments and sessions, and its values where
   * it has none itself. @throws StaleRecordError
   */
  async merge(survivor: OpenedClient, other: OpenedClient): Promise<void> {
    if (survivor.id === other.id) {
      throw new ImpossibleClientError([{ field: "other", message: "A client cannot be merged with itself." }]);
    }
    await this.unitOfWork.run(async (transaction) => {
      const kept = await this.#living(survivor.id, transaction);
      const gone = await this.#living(other.id, transaction);
      await this.clients.save(survivor.id, survivor.version, mergedFields(kept, gone), transaction);
      await this.clients.merge(other.id, survivor.id, transaction, other.version);
    });
    this.#tell();
  }

  /** @throws RecordNotFoundError when there is no such client, or not any more */
  async #living(id: number, transaction: Transaction): Promise<Client> {
    const client = await this.clients.findById(id, transaction);
    if (client === undefined || client.isDeleted) throw new RecordNotFoundError("client", id);
    return client;
  }

  async #moveGroups(id: number, { joins, leaves }: GroupChange, transaction: Transaction): Promise<void> {
    const known = new Set((joins.length === 0 ? [] : await this.groups.list(transaction)).map((group) => group.id));
    const unknown = joins.find((groupId) => !known.has(groupId));
    if (unknown !== undefined) throw new RecordNotFoundError("client group", unknown);
    for (const groupId of joins) await this.groups.addMembers(groupId, [id], transaction);
    for (const groupId of leaves) await this.groups.removeMembers(groupId, [id], transaction);
  }

  /** Clients' names stand in the calendar too. */
  #tell(): void {
    this.liveEvents.publish({ kind: "clients-changed" });
    this.liveEvents.publish({ kind: "calendar-changed" });
  }
}
