import { Callbacks } from "../../api/index.js";
import type { PageActionResult, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import {
  AccountRemoval,
  AccountStore,
  CalendarChoices,
  Consents,
  addressToPasteFrom,
  queryOfPastedAddress,
} from "../account/index.js";
import type { CallbackQuery } from "../account/index.js";

/** The path Google sends the browser back to (A1). */
export const connectedPath = "connected";

/** Connecting, confirming and removing a user's Google account from the tab (A1, A5). */
@injectable()
export class AccountActions {
  readonly #accounts: AccountStore;
  readonly #consents: Consents;
  readonly #choices: CalendarChoices;
  readonly #removal: AccountRemoval;
  readonly #callbacks: Callbacks;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(Consents) consents: Consents,
    @inject(CalendarChoices) choices: CalendarChoices,
    @inject(AccountRemoval) removal: AccountRemoval,
    @inject(Callbacks) callbacks: Callbacks,
  ) {
    this.#accounts = accounts;
    this.#consents = consents;
    this.#choices = choices;
    this.#removal = removal;
    this.#callbacks = callbacks;
  }

  /** Leaves for Google's consent page. */
  async connect(userId: UserId): Promise<PageActionResult> {
    const url = await this.#consents.begin(userId, this.#callbacks.address(connectedPath) ?? addressToPasteFrom);
    return { kind: "leave", url };
  }

  /** Finishes with the address a browser without a way back ended on (A1). */
  async paste(address: string, userId: UserId, signal: AbortSignal): Promise<PageActionResult> {
    const account = await this.#consents.finish(queryOfPastedAddress(address), userId, signal);
    return { kind: "done", message: `Google says this is ${account.email}. Confirm that it is yours.` };
  }

  /** The person says that the email is theirs; the primary calendar is chosen until they choose another (A2). */
  async confirm(userId: UserId, signal: AbortSignal): Promise<PageActionResult> {
    await this.#accounts.confirm(userId);
    const account = await this.#accounts.find(userId);
    if (account === undefined) return { kind: "refused", message: "There is no account to confirm; connect it first." };
    if (!account.permissions.calendar) {
      return { kind: "refused", message: "Google Calendar was not permitted. Connect again and leave it ticked." };
    }
    if (account.calendar === undefined) await this.#choices.choose(userId, "primary", signal);
    return { kind: "done", message: `${account.email} is connected.` };
  }

  async remove(userId: UserId, signal: AbortSignal): Promise<PageActionResult> {
    const { isRevoked } = await this.#removal.remove(userId, signal);
    const revoked = isRevoked
      ? ""
      : " Google did not confirm the end of the permission; you can remove it at myaccount.google.com as well.";
    return { kind: "done", message: `The Google account was removed. Nothing was deleted.${revoked}` };
  }

  /** @throws what `Consents.finish` throws */
  async finish(
    query: CallbackQuery,
    userId: UserId | undefined,
    signal: AbortSignal,
  ): Promise<{ readonly email: string; readonly userId: UserId }> {
    return this.#consents.finish(query, userId, signal);
  }
}
