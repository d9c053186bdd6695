import { Clock, Notifications, Users } from "../../api/index.js";
import type { Transaction, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { GoogleError } from "../google/index.js";
import { AccountStore } from "./account-store.js";
import type { AccountState } from "./google-account.js";
import { nameOf } from "./user-name.js";

/** What people are told about a state that needs them; `{user}` and `{account}` are named. */
const messages = {
  "needs-reconnecting": {
    title: "Google needs reconnecting",
    text: "Google no longer accepts the permission of {account} ({user}). Nothing was changed. Open the Google tab and connect the account again.",
  },
  "calendar-not-available": {
    title: "Google calendar not available",
    text: "The Google calendar of {user} cannot be found or may not be changed any more. Nothing was read as deleted and nothing was written. Choose another calendar on the Google tab, or restore access to this one.",
  },
} as const;

/** A state somebody must do something about. */
export type Trouble = keyof typeof messages;

/** Keeps the state of accounts, and tells the user and the administrators when it needs them (A7, A11). */
@injectable()
export class AccountStates {
  readonly #accounts: AccountStore;
  readonly #notifications: Notifications;
  readonly #users: Users;
  readonly #clock: Clock;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(Notifications) notifications: Notifications,
    @inject(Users) users: Users,
    @inject(Clock) clock: Clock,
  ) {
    this.#accounts = accounts;
    this.#notifications = notifications;
    this.#users = users;
    this.#clock = clock;
  }

  /** The account cannot be synced until somebody acts. Told once, when the state begins; false when it had begun before. */
  async trouble(userId: UserId, trouble: Trouble, transaction?: Transaction): Promise<boolean> {
    const hasBegun = await this.#change(userId, trouble, transaction);
    if (!hasBegun) return false;
    const account = await this.#accounts.find(userId, transaction);
    const user = await nameOf(this.#users, userId);
    const { title } = messages[trouble];
    const text = messages[trouble].text.replace("{user}", user).replace("{account}", account?.email ?? "the account");
    const [toUser, toAdministrators] = subjectsOf(userId);
    const common = { severity: "error", title, text } as const;
    await this.#notifications.notify({ ...common, audience: { kind: "user", userId }, subject: toUser }, transaction);
    await this.#notifications.notify(
      { ...common, audience: { kind: "administrators" }, subject: toAdministrators },
      transaction,
    );
    return true;
  }

  /** Draws the conclusion from what Google said, or, without an error, from its having answered. */
  async heard(userId: UserId, error: GoogleError | undefined, transaction?: Transaction): Promise<void> {
    switch (error?.verdict.kind) {
      case undefined:
        await this.works(userId, transaction);
        return;
      case "needs-reconnecting":
      case "wrong-account":
        await this.trouble(userId, "needs-reconnecting", transaction);
        return;
      case "calendar-not-available":
        await this.trouble(userId, "calendar-not-available", transaction);
        return;
      case "scope-missing":
        await this.#change(userId, "no-calendar-permission", transaction);
        return;
      default:
        // Nothing the account could help: Google, the network or a single item.
        return;
    }
  }

  /** The account works: takes the notifications back. False when it worked before. */
  async works(userId: UserId, transaction?: Transaction): Promise<boolean> {
    const hasBegun = await this.#change(userId, "connected", transaction);
    if (hasBegun) await this.withdraw(userId, transaction);
    return hasBegun;
  }

  /** Takes back what was told about the account, when it was connected again or removed. */
  async withdraw(userId: UserId, transaction?: Transaction): Promise<void> {
    for (const subject of subjectsOf(userId)) await this.#notifications.withdraw(subject, transaction);
  }

  #change(userId: UserId, state: AccountState, transaction: Transaction | undefined): Promise<boolean> {
    return this.#accounts.changeState(userId, state, this.#clock.now(), transaction);
  }
}

/** One for the user, one for the administrators: a subject replaces what it was used for before. */
function subjectsOf(userId: UserId): readonly [string, string] {
  return [`google-sync/account/${userId}/user`, `google-sync/account/${userId}/administrators`];
}
