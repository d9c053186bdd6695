import { UnitOfWork } from "../../api/index.js";
import type { Transaction } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEvents } from "../live-events/index.js";
import { ClientGroupNameTakenError, ClientGroupStore, ClientStore, RecordNotFoundError } from "../studio-data/index.js";
import type { ClientGroupLine } from "../studio-data/index.js";
import { ImpossibleClientError } from "./errors.js";

/** A client group as its screen sends it. */
export interface TypedClientGroup {
  readonly name: string;
  readonly isInactive: boolean;
}

/** "Client Groups Maintenance". Who may change them is the route's to check. */
@injectable()
export class ClientGroups {
  constructor(
    @inject(ClientGroupStore) private readonly groups: ClientGroupStore,
    @inject(ClientStore) private readonly clients: ClientStore,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
  ) {}

  /** By name, inactive ones too, each with how many clients it has. */
  list(): Promise<readonly ClientGroupLine[]> {
    return this.groups.listWithCounts();
  }

  /** @throws ClientGroupNameTakenError @throws ImpossibleClientError */
  async create(typed: TypedClientGroup): Promise<number> {
    const values = await this.#checked(typed);
    const id = await this.#run((transaction) => this.groups.create(values.name, transaction, values.isInactive));
    return id;
  }

  /** Another name, or whether it is in use. @throws StaleRecordError @throws ClientGroupNameTakenError */
  async save(id: number, version: string, typed: TypedClientGroup): Promise<void> {
    const values = await this.#checked(typed, id);
    await this.#run((transaction) => this.groups.saveIfCurrent(id, version, values, transaction));
  }

  /** Those in it already stay once; those deleted meanwhile are left out. @throws RecordNotFoundError when none is left */
  async add(id: number, clientIds: readonly number[]): Promise<void> {
    await this.#run(async (transaction) => {
      await this.#find(id, transaction);
      const living = await this.clients.living(clientIds, transaction);
      if (living.length === 0) throw new RecordNotFoundError("client", clientIds[0] ?? 0);
      await this.groups.addMembers(id, living, transaction);
    });
  }

  /** @throws RecordNotFoundError */
  async remove(id: number, clientIds: readonly number[]): Promise<void> {
    await this.#run(async (transaction) => {
      await this.#find(id, transaction);
      await this.groups.removeMembers(id, clientIds, transaction);
    });
  }

  /** The database compares names without case too, but only letters of the Latin alphabet on an embedded one. */
  async #checked({ name, isInactive }: TypedClientGroup, ownId?: number): Promise<TypedClientGroup> {
    const trimmed = name.trim();
    if (trimmed === "") throw new ImpossibleClientError([{ field: "name", message: "Enter a name." }]);
    const isTaken = (await this.groups.list()).some(
      (other) => other.id !== ownId && other.name.toLocaleLowerCase("en") === trimmed.toLocaleLowerCase("en"),
    );
    if (isTaken) throw new ClientGroupNameTakenError(trimmed);
    return { name: trimmed, isInactive };
  }

  async #find(id: number, transaction: Transaction): Promise<void> {
    const groups = await this.groups.list(transaction);
    if (!groups.some((group) => group.id === id)) throw new RecordNotFoundError("client group", id);
  }

  async #run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const result = await this.unitOfWork.run(work);
    this.liveEvents.publish({ kind: "clients-changed" });
    return result;
  }
}
