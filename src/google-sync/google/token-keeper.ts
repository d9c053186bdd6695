import type { Clock } from "../../api/services/clock.js";
import { WrongAccountError } from "./errors.js";
import type { GoogleOAuth } from "./google-oauth.js";
import type { Retrier } from "./retrier.js";
import type { GoogleTokens } from "./tokens.js";

/** A token this close to its end is not used any more: requests may take that long. */
const reserveMilliseconds = 90_000;

/** Keeps one account's access token fresh: one refresh an hour at most, shared by all requests that wait for it. */
export class TokenKeeper {
  #tokens: GoogleTokens;
  #refreshing: Promise<string> | undefined;

  constructor(
    tokens: GoogleTokens,
    private readonly account: string,
    private readonly oauth: GoogleOAuth,
    private readonly onTokens: (tokens: GoogleTokens) => Promise<void>,
    private readonly retrier: Retrier,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {
    this.#tokens = tokens;
  }

  /** Everything that must not appear in a message. */
  get secrets(): readonly (string | undefined)[] {
    return [this.#tokens.accessToken, this.#tokens.refreshToken];
  }

  /**
   * A usable access token.
   * @param refused the token Google has just answered 401 to
   * @throws NeedsReconnectingError when the permission is gone (A7)
   */
  accessToken(refused?: string): Promise<string> {
    const { accessToken, accessTokenExpiresAt } = this.#tokens;
    const isFresh =
      accessTokenExpiresAt !== undefined &&
      accessTokenExpiresAt.getTime() - this.clock.now().getTime() > reserveMilliseconds;
    if (accessToken !== undefined && isFresh && accessToken !== refused) return Promise.resolve(accessToken);
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<string> {
    const { refreshToken } = this.#tokens;
    const grant = await this.retrier.run(() => this.oauth.refresh(refreshToken, this.signal));
    // The answer names its account, which costs no request (A8).
    if (grant.identity !== undefined && grant.identity.sub !== this.account) throw new WrongAccountError();
    const tokens: GoogleTokens = {
      refreshToken: grant.refreshToken ?? refreshToken,
      accessToken: grant.accessToken,
      accessTokenExpiresAt: grant.accessTokenExpiresAt,
    };
    // Kept before it is used: a rotated refresh token that is lost cannot be had again (A7).
    await this.onTokens(tokens);
    this.#tokens = tokens;
    return grant.accessToken;
  }
}
