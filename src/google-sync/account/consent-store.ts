import type { Transaction, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";

/** A consent somebody has begun and not finished. */
export interface PendingConsent {
  readonly userId: UserId;
  /** The address Google sends the browser back to; the code is good only with the same. */
  readonly redirectUri: string;
  /** PKCE: proves that who finishes is who began. */
  readonly codeVerifier: string;
  readonly expiresAt: Date;
}

/**
 * Consents under way, by their `state`. Kept in the database, because the browser may come
 * back to another process than the one it left. Neither `state` nor verifier is stored readable.
 */
export interface ConsentStore {
  add(state: string, consent: PendingConsent, transaction?: Transaction): Promise<void>;
  /** Takes the consent out: of several who come with one `state`, only the first gets it. */
  take(state: string, transaction?: Transaction): Promise<PendingConsent | undefined>;
  forgetExpired(now: Date, transaction?: Transaction): Promise<void>;
}
export const ConsentStore = serviceToken<ConsentStore>("google-consent-store");
