import { Clock, Logger, StudioKeyMissingError, UnreadableSecretError } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { createGoogleOAuth, GoogleError } from "../google/index.js";
import type { GoogleTokens } from "../google/index.js";
import { AccountStates } from "./account-states.js";
import { AccountStore } from "./account-store.js";
import { GoogleClientNotSetUpError } from "./errors.js";
import { GoogleClientSettings } from "./google-client-settings.js";

/** "Remove My Google Account" (A5). Nothing is deleted on either side; links stay, keyed by `sub`. */
@injectable()
export class AccountRemoval {
  readonly #accounts: AccountStore;
  readonly #states: AccountStates;
  readonly #settings: GoogleClientSettings;
  readonly #clock: Clock;
  readonly #logger: Logger;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(AccountStates) states: AccountStates,
    @inject(GoogleClientSettings) settings: GoogleClientSettings,
    @inject(Clock) clock: Clock,
    @inject(Logger) logger: Logger,
  ) {
    this.#accounts = accounts;
    this.#states = states;
    this.#settings = settings;
    this.#clock = clock;
    this.#logger = logger;
  }

  /**
   * Forgets the account and its tokens, then revokes them at Google as far as that is possible.
   * @returns whether Google has confirmed the end of the permission
   */
  async remove(userId: UserId, signal: AbortSignal): Promise<{ readonly isRevoked: boolean }> {
    const tokens = await this.#readableTokens(userId);
    await this.#accounts.remove(userId);
    await this.#states.withdraw(userId);
    return { isRevoked: tokens !== undefined && (await this.#revoke(userId, tokens, signal)) };
  }

  /** Tokens nobody can read any more can be forgotten all the same. */
  async #readableTokens(userId: UserId): Promise<GoogleTokens | undefined> {
    try {
      return await this.#accounts.tokensOf(userId);
    } catch (failure) {
      if (!(failure instanceof StudioKeyMissingError || failure instanceof UnreadableSecretError)) throw failure;
      this.#logger.warn("A Google permission was forgotten without revoking it", { userId, code: failure.code });
      return undefined;
    }
  }

  async #revoke(userId: UserId, tokens: GoogleTokens, signal: AbortSignal): Promise<boolean> {
    try {
      const oauth = createGoogleOAuth({ ...(await this.#settings.read()), clock: this.#clock });
      await oauth.revoke(tokens.refreshToken, signal);
      return true;
    } catch (failure) {
      if (!(failure instanceof GoogleError || failure instanceof GoogleClientNotSetUpError)) throw failure;
      this.#logger.warn("Google did not confirm the end of a permission", { userId, code: failure.code });
      return false;
    }
  }
}
