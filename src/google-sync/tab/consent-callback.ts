import { Clearances } from "../../api/index.js";
import type { CallbackAnswer, CallbackRequest } from "../../api/index.js";
import { CodedError } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { userPage } from "../settings/index.js";
import { AccountActions } from "./account-actions.js";

/** The browser coming back from Google's consent page. */
@injectable()
export class ConsentCallback {
  readonly #actions: AccountActions;
  readonly #clearances: Clearances;

  constructor(@inject(AccountActions) actions: AccountActions, @inject(Clearances) clearances: Clearances) {
    this.#actions = actions;
    this.#clearances = clearances;
  }

  async answer({ query, userId }: CallbackRequest): Promise<CallbackAnswer> {
    // P4: an administrator connects accounts for others, so the consent need not be the signed-in user's own.
    const mayActForOthers = userId !== undefined && (await this.#clearances.allows(userId, "Users", "add-modify"));
    const own = `/preferences/user/${userPage}`;
    try {
      const account = await this.#actions.finish(
        query,
        mayActForOthers ? undefined : userId,
        AbortSignal.timeout(60_000),
      );
      const goTo = account.userId === userId ? own : `/users/${account.userId}/${userPage}`;
      return { goTo, message: `Google says this is ${account.email}. Confirm that it is yours.`, isProblem: false };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return { goTo: own, message: [error.message, error.hint].filter(Boolean).join(". "), isProblem: true };
    }
  }
}
