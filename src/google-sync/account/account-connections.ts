import { Clock, Logger } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable, serviceToken } from "../../base/service-token.js";
import { createGoogleConnection, createRetryBudget } from "../google/index.js";
import type { GoogleConnection, Pacer, RetryBudget } from "../google/index.js";
import { AccountStore } from "./account-store.js";
import { AccountNotConnectedError } from "./errors.js";
import type { GoogleAccount } from "./google-account.js";
import { GoogleClientSettings } from "./google-client-settings.js";

/** The pacer all connections of this process share. */
export const SharedPacer = serviceToken<Pacer>("google-pacer");

/** What a connection is opened for. */
export interface ConnectionUse {
  /** Ends every request and every wait. */
  readonly signal: AbortSignal;
  /** Of the run; a budget of its own when not given. */
  readonly budget?: RetryBudget;
}

/** Opens users' connections to Google. Nothing is asked of Google until the first request. */
@injectable()
export class AccountConnections {
  readonly #accounts: AccountStore;
  readonly #settings: GoogleClientSettings;
  readonly #pacer: Pacer;
  readonly #clock: Clock;
  readonly #logger: Logger;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(GoogleClientSettings) settings: GoogleClientSettings,
    @inject(SharedPacer) pacer: Pacer,
    @inject(Clock) clock: Clock,
    @inject(Logger) logger: Logger,
  ) {
    this.#accounts = accounts;
    this.#settings = settings;
    this.#pacer = pacer;
    this.#clock = clock;
    this.#logger = logger;
  }

  /**
   * A connection with the user's own tokens. New ones are kept the moment they come (A7), and a
   * token of another account is never used (A8). A calendar that is not available does not stop
   * it: the next listing shows whether it is back (A11).
   * @throws AccountNotConnectedError, GoogleClientNotSetUpError, StudioKeyMissingError, UnreadableSecretError
   */
  async connectionFor(
    userId: UserId,
    use: ConnectionUse,
  ): Promise<{ readonly account: GoogleAccount; readonly connection: GoogleConnection }> {
    const account = await this.#accounts.find(userId);
    if (account === undefined) throw new AccountNotConnectedError("none");
    if (!account.isConfirmed) throw new AccountNotConnectedError("not-confirmed");
    if (account.state === "needs-reconnecting" || account.state === "no-calendar-permission") {
      throw new AccountNotConnectedError(account.state);
    }
    const tokens = await this.#accounts.tokensOf(userId);
    if (tokens === undefined) throw new AccountNotConnectedError("none");
    const connection = createGoogleConnection({
      ...(await this.#settings.read()),
      account: account.sub,
      tokens,
      onTokens: async (renewed) => {
        const isKept = await this.#accounts.saveTokens(userId, account.sub, renewed);
        // The account was removed or replaced while the run was under way.
        if (!isKept) throw new AccountNotConnectedError("none");
      },
      clock: this.#clock,
      logger: this.#logger,
      pacer: this.#pacer,
      budget: use.budget ?? createRetryBudget(),
      signal: use.signal,
    });
    return { account, connection };
  }
}
