import { createHash, randomBytes } from "node:crypto";

import { Clock } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { createGoogleOAuth } from "../google/index.js";
import type { TokenGrant } from "../google/index.js";
import { AccountKeeper } from "./account-keeper.js";
import type { CallbackQuery } from "./callback-query.js";
import { translateRedirectError, translateTokenError } from "./consent-errors.js";
import { ConsentStore } from "./consent-store.js";
import type { PendingConsent } from "./consent-store.js";
import { ConsentFailedError, ExpiredConsentError, UnknownConsentError } from "./errors.js";
import type { GoogleAccount } from "./google-account.js";
import { GoogleClientSettings } from "./google-client-settings.js";
import { requestedScopes } from "./permissions.js";

/** Long enough to find a password, short enough that a forgotten page is no open door. */
const lifetimeMilliseconds = 30 * 60_000;

/** Connecting a Google account: OAuth 2.0 code flow with PKCE and a random `state` (A1). */
@injectable()
export class Consents {
  readonly #pending: ConsentStore;
  readonly #keeper: AccountKeeper;
  readonly #settings: GoogleClientSettings;
  readonly #clock: Clock;

  constructor(
    @inject(ConsentStore) pending: ConsentStore,
    @inject(AccountKeeper) keeper: AccountKeeper,
    @inject(GoogleClientSettings) settings: GoogleClientSettings,
    @inject(Clock) clock: Clock,
  ) {
    this.#pending = pending;
    this.#keeper = keeper;
    this.#settings = settings;
    this.#clock = clock;
  }

  /**
   * Begins a consent.
   * @param redirectUri the host's callback address, or `addressToPasteFrom`
   * @returns the address of Google's page, to be opened in the person's browser
   * @throws GoogleClientNotSetUpError
   */
  async begin(userId: UserId, redirectUri: string): Promise<string> {
    const client = await this.#settings.read();
    const now = this.#clock.now();
    const state = randomBytes(32).toString("base64url");
    const codeVerifier = randomBytes(48).toString("base64url");
    await this.#pending.forgetExpired(now);
    await this.#pending.add(state, {
      userId,
      redirectUri,
      codeVerifier,
      expiresAt: new Date(now.getTime() + lifetimeMilliseconds),
    });
    return createGoogleOAuth({ ...client, clock: this.#clock }).authorizationUrl({
      redirectUri,
      scopes: requestedScopes,
      state,
      codeChallenge: createHash("sha256").update(codeVerifier).digest("base64url"),
    });
  }

  /**
   * Finishes a consent with what Google sent the browser back with, or what the person pasted.
   * A new account is kept unconfirmed, for the person to say that its email is theirs (A1).
   * @param userId who is signed in where the browser came back; only that user's own consent is finished.
   *   Undefined where the browser has no session
   * @throws UnknownConsentError, ExpiredConsentError, ConsentDeniedError, WorkspaceBlockedError,
   *   RedirectNotAllowedError, ClientNotAcceptedError, ConsentFailedError, AccountTakenError,
   *   OtherAccountConnectedError
   */
  async finish(query: CallbackQuery, userId: UserId | undefined, signal: AbortSignal): Promise<GoogleAccount> {
    const { state, code, error } = query;
    // Before anything else: nothing of an answer nobody asked for is looked at.
    const consent = state === undefined ? undefined : await this.#pending.take(state);
    if (consent === undefined || (userId !== undefined && userId !== consent.userId)) throw new UnknownConsentError();
    if (consent.expiresAt <= this.#clock.now()) throw new ExpiredConsentError();
    if (error !== undefined) throw translateRedirectError(error, consent.redirectUri);
    if (code === undefined) throw new ConsentFailedError("Google sent no code");
    return this.#keeper.keep(consent.userId, await this.#exchange(consent, code, signal));
  }

  async #exchange(consent: PendingConsent, code: string, signal: AbortSignal): Promise<TokenGrant> {
    const oauth = createGoogleOAuth({ ...(await this.#settings.read()), clock: this.#clock });
    const { codeVerifier, redirectUri } = consent;
    try {
      return await oauth.exchangeCode({ code, codeVerifier, redirectUri, signal });
    } catch (failure) {
      throw translateTokenError(failure, redirectUri);
    }
  }
}
