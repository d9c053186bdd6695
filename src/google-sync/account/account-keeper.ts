import { Clock, Users } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { TokenGrant } from "../google/index.js";
import { AccountStates } from "./account-states.js";
import { AccountStore } from "./account-store.js";
import { AccountTakenError, ConsentFailedError, OtherAccountConnectedError } from "./errors.js";
import type { GoogleAccount } from "./google-account.js";
import { permissionsOf } from "./permissions.js";
import { nameOf } from "./user-name.js";

/** Keeps the account a consent brought, unless it is somebody else's (A3) or not the one connected (A8). */
@injectable()
export class AccountKeeper {
  readonly #accounts: AccountStore;
  readonly #states: AccountStates;
  readonly #users: Users;
  readonly #clock: Clock;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(AccountStates) states: AccountStates,
    @inject(Users) users: Users,
    @inject(Clock) clock: Clock,
  ) {
    this.#accounts = accounts;
    this.#states = states;
    this.#users = users;
    this.#clock = clock;
  }

  /** @throws ConsentFailedError, AccountTakenError, OtherAccountConnectedError */
  async keep(userId: UserId, grant: TokenGrant): Promise<GoogleAccount> {
    const { identity, refreshToken } = grant;
    if (identity === undefined) throw new ConsentFailedError("Google did not say which account it is");
    if (refreshToken === undefined) throw new ConsentFailedError("Google gave no lasting permission");
    const { sub, email } = identity;
    await this.#refuseIfTaken(userId, sub, email);
    const tokens = { refreshToken, accessToken: grant.accessToken, accessTokenExpiresAt: grant.accessTokenExpiresAt };
    const permissions = permissionsOf(grant.scopes);
    try {
      await this.#accounts.keepConsent({ userId, sub, email, permissions, tokens }, this.#clock.now());
    } catch (failure) {
      // Somebody else connected the same account in this very moment: say so instead.
      await this.#refuseIfTaken(userId, sub, email);
      throw failure;
    }
    await this.#states.withdraw(userId);
    const account = await this.#accounts.find(userId);
    if (account === undefined) throw new ConsentFailedError("the account was removed meanwhile");
    return account;
  }

  async #refuseIfTaken(userId: UserId, sub: string, email: string): Promise<void> {
    const own = await this.#accounts.find(userId);
    if (own !== undefined && own.isConfirmed && own.sub !== sub) throw new OtherAccountConnectedError(email, own.email);
    const taken = await this.#accounts.findBySub(sub);
    if (taken === undefined || taken.userId === userId) return;
    if (taken.isConfirmed) throw new AccountTakenError(email, await nameOf(this.#users, taken.userId));
    // Somebody signed in to this account without ever saying it is theirs.
    await this.#accounts.remove(taken.userId);
  }
}
