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
  "workspace-blocked": {
    title: "Google Workspace does not allow the sync",
    text: "The administrator of the Google Workspace of {account} ({user}) does not allow the studio's app. Nothing was changed. Ask that administrator to allow it, or connect a Gmail account on the Google tab.",
  },
  "client-refused": {
    title: "Google refuses the studio's Google client",
    text: "Google does not accept the studio's client id and client secret, so that nobody is synced. Nothing was changed. An administrator corrects them in Company (Studio) Preferences > Google.",
  },
  "api-not-enabled": {
    title: "The Google Calendar API is switched off",
    text: "The studio's Google Cloud project has the Google Calendar API switched off, so that nobody is synced. Nothing was changed. An administrator enables it in the Google Cloud Console.",
  },
} as const;

/** A state somebody must do something about. */
export type Trouble = keyof typeof messages;

/** Troubles of the studio's own Google client: administrators are told once, however many users have them. */
const studioWide: readonly Trouble[] = ["client-refused", "api-not-enabled"];

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
    await this.withdraw(userId, transaction);
    const common = { severity: "error", title, text } as const;
    const toUser = { ...common, audience: { kind: "user", userId }, subject: subjectsOf(userId)[0] } as const;
    await this.#notifications.notify(toUser, transaction);
    const isStudioWide = studioWide.includes(trouble);
    if (isStudioWide && (await this.#others(userId, trouble, transaction)) > 0) return true;
    const subject = isStudioWide ? studioSubjectOf(trouble) : subjectsOf(userId)[1];
    await this.#notifications.notify({ ...common, audience: { kind: "administrators" }, subject }, transaction);
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
      case "workspace-blocked":
      case "client-refused":
      case "api-not-enabled":
        await this.trouble(userId, error.verdict.kind, transaction);
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
    for (const trouble of studioWide) {
      if ((await this.#others(userId, trouble, transaction)) > 0) continue;
      await this.#notifications.withdraw(studioSubjectOf(trouble), transaction);
    }
  }

  /** How many other accounts are in that state. */
  async #others(userId: UserId, trouble: Trouble, transaction: Transaction | undefined): Promise<number> {
    const accounts = await this.#accounts.list(transaction);
    return accounts.filter((account) => account.userId !== userId && account.state === trouble).length;
  }

  #change(userId: UserId, state: AccountState, transaction: Transaction | undefined): Promise<boolean> {
    return this.#accounts.changeState(userId, state, this.#clock.now(), transaction);
  }
}

/** One for the user, one for the administrators: a subject replaces what it was used for before. */
function subjectsOf(userId: UserId): readonly [string, string] {
  return [`google-sync/account/${userId}/user`, `google-sync/account/${userId}/administrators`];
}

function studioSubjectOf(trouble: Trouble): string {
  return `google-sync/studio/${trouble}`;
}
