import { UnitOfWork } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { hashPassword } from "../security/index.js";
import { CompanyStore, RecordNotFoundError, SecurityGroupStore, SignInStore, UserStore } from "../studio-data/index.js";
import type { SecurityGroup, StoredSecurityGroup, StoredUser, UserFields } from "../studio-data/index.js";
import { someoneAdministers } from "./administrators.js";
import type { PossibleAdministrator } from "./administrators.js";
import { LastAdministratorError } from "./errors.js";

/** A user as "Users" shows them. */
export interface KeptUser extends StoredUser {
  readonly hasPassword: boolean;
}

/** Maintenance > General (Studio): users and security groups. Who may is the route's to check. */
@injectable()
export class PeopleKeeper {
  constructor(
    @inject(UserStore) private readonly users: UserStore,
    @inject(SecurityGroupStore) private readonly groups: SecurityGroupStore,
    @inject(CompanyStore) private readonly company: CompanyStore,
    @inject(SignInStore) private readonly signIns: SignInStore,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Inactive ones too, by initials. */
  async listUsers(): Promise<readonly KeptUser[]> {
    const passwords = await this.users.withPassword();
    return (await this.users.list()).map((user) => ({ ...user, hasPassword: passwords.has(user.id) }));
  }

  /** @throws InitialsTakenError */
  async createUser(user: UserFields, password: string | undefined): Promise<UserId> {
    const hash = password === undefined ? undefined : await hashPassword(password);
    return this.unitOfWork.run(async (transaction) => {
      const id = await this.users.create(user, transaction);
      if (hash !== undefined) await this.users.savePasswordHash(id, hash, transaction);
      return id;
    });
  }

  /**
   * With a new password, or made inactive, the user is signed out everywhere else (X2).
   *
   * @param version at which the user was opened
   * @param password undefined keeps the one there is
   * @param byTokenHash of the session the change is made in, which stays
   * @returns the version the user has then
   * @throws StaleRecordError when somebody else has changed the user since (G9)
   * @throws InitialsTakenError @throws RecordNotFoundError @throws LastAdministratorError
   */
  async saveUser(
    id: UserId,
    version: string,
    user: UserFields,
    password: string | undefined,
    byTokenHash?: string,
  ): Promise<string> {
    const all = await this.listUsers();
    if (!all.some((one) => one.id === id)) throw new RecordNotFoundError("user", id);
    const after = all.map((one) =>
      one.id === id ? { ...user, hasPassword: one.hasPassword || password !== undefined } : one,
    );
    await this.#requireAdministrator(after, await this.groups.list());
    const hash = password === undefined ? undefined : await hashPassword(password);
    await this.unitOfWork.run(async (transaction) => {
      await this.users.saveIfCurrent(id, version, user, transaction);
      if (hash !== undefined) await this.users.savePasswordHash(id, hash, transaction);
      if (hash !== undefined || user.isInactive) await this.signIns.removeOf(id, byTokenHash, transaction);
    });
    return (await this.users.list()).find((one) => one.id === id)?.version ?? version;
  }

  /** By name. */
  listGroups(): Promise<readonly StoredSecurityGroup[]> {
    return this.groups.list();
  }

  async createGroup(group: Omit<SecurityGroup, "id">): Promise<number> {
    return this.unitOfWork.run((transaction) => this.groups.create(group, transaction));
  }

  /**
   * @param group with the version at which it was opened
   * @throws StaleRecordError when somebody else has changed it since (G9)
   * @throws RecordNotFoundError @throws LastAdministratorError
   */
  async saveGroup(group: StoredSecurityGroup): Promise<void> {
    const all = await this.groups.list();
    if (!all.some(({ id }) => id === group.id)) throw new RecordNotFoundError("security group", group.id);
    const after = all.map((one) => (one.id === group.id ? group : one));
    await this.#requireAdministrator(await this.listUsers(), after);
    await this.unitOfWork.run((transaction) => this.groups.saveIfCurrent(group, transaction));
  }

  /** Whether security may be switched on, or stay on. */
  async hasAdministrator(): Promise<boolean> {
    return someoneAdministers(await this.listUsers(), await this.groups.list());
  }

  async #requireAdministrator(
    users: readonly PossibleAdministrator[],
    groups: readonly SecurityGroup[],
  ): Promise<void> {
    const isSecurityOn = (await this.company.find())?.isSecurityOn ?? false;
    if (isSecurityOn && !someoneAdministers(users, groups)) throw new LastAdministratorError();
  }
}
