import type { Clock } from "../../api/services/clock.js";
import { googleEndpoints } from "./endpoints.js";
import { verdictOf } from "./error-table.js";
import { GoogleError, MalformedAnswerError } from "./errors.js";
import { failureOf } from "./failure.js";
import type { Operation } from "./failure.js";
import { answerOf, callOptions, loadGoogleLibrary } from "./google-library.js";
import { readIdToken } from "./id-token.js";
import type { GoogleIdentity } from "./id-token.js";
import { withoutSecrets } from "./tokens.js";

/** The studio's OAuth client, and where Google is. */
export interface GoogleOAuthOptions {
  /** Origin that replaces every endpoint of Google (`--google-url`). */
  readonly rootUrl?: string | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
}

/** What the token endpoint issues. */
export interface TokenGrant {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  /** Present at a consent, and at a refresh only when Google rotates it. */
  readonly refreshToken: string | undefined;
  /** The permissions left ticked; empty when Google did not say. */
  readonly scopes: readonly string[];
  /** Present when `openid` was asked for. */
  readonly identity: GoogleIdentity | undefined;
}

/** Google's OAuth 2.0 endpoints for installed apps. Each call is one request, never repeated by itself. */
export interface GoogleOAuth {
  /** The address of Google's consent page (A1). */
  authorizationUrl(request: {
    readonly redirectUri: string;
    readonly scopes: readonly string[];
    readonly state: string;
    /** PKCE, S256. */
    readonly codeChallenge: string;
  }): string;
  /** @throws GoogleError; a code is good for one exchange within ten minutes */
  exchangeCode(request: {
    readonly code: string;
    readonly codeVerifier: string;
    readonly redirectUri: string;
    readonly signal: AbortSignal;
  }): Promise<TokenGrant>;
  /** @throws NeedsReconnectingError when the permission is gone (A7) */
  refresh(refreshToken: string, signal: AbortSignal): Promise<TokenGrant>;
  /** Ends the whole grant of that token. */
  revoke(token: string, signal: AbortSignal): Promise<void>;
}

export function createGoogleOAuth(options: GoogleOAuthOptions): GoogleOAuth {
  const { clientId, clientSecret, clock } = options;
  const endpoints = googleEndpoints(options.rootUrl);

  /** Secrets travel in the form, never in an address (A6). */
  async function post(operation: Operation, url: string, form: Record<string, string>, signal: AbortSignal) {
    const { auth } = await loadGoogleLibrary(endpoints);
    const answer = await answerOf(operation, signal, () =>
      auth.transporter.request({ ...callOptions(signal), url, method: "POST", data: new URLSearchParams(form) }),
    );
    if (answer.status === 200) return answer.body;
    const secrets = [clientSecret, form["code"], form["code_verifier"], form["refresh_token"], form["token"]];
    const failure = failureOf(operation, { ...answer, body: withoutSecrets(answer.body, secrets) }, clock.now());
    throw GoogleError.of(failure, verdictOf(failure));
  }

  async function grant(form: Record<string, string>, signal: AbortSignal): Promise<TokenGrant> {
    const asked = { ...form, client_id: clientId, client_secret: clientSecret };
    return readGrant(await post("token", endpoints.token, asked, signal), clientId, clock.now());
  }

  return {
    authorizationUrl({ redirectUri, scopes, state, codeChallenge }) {
      const url = new URL(endpoints.authorization);
      url.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: scopes.join(" "),
        state,
        code_challenge: codeChallenge,
        code_challenge_method: "S256",
        access_type: "offline",
        prompt: "select_account consent",
      }).toString();
      return url.href;
    },
    exchangeCode: ({ code, codeVerifier, redirectUri, signal }) =>
      grant({ grant_type: "authorization_code", code, code_verifier: codeVerifier, redirect_uri: redirectUri }, signal),
    refresh: (refreshToken, signal) => grant({ grant_type: "refresh_token", refresh_token: refreshToken }, signal),
    async revoke(token, signal) {
      await post("revoke", endpoints.revoke, { token }, signal);
    },
  };
}

function readGrant(body: string, clientId: string, now: Date): TokenGrant {
  const answer = jsonOf(body);
  const { access_token: accessToken, expires_in: expiresIn, refresh_token, scope, id_token } = answer;
  if (typeof accessToken !== "string" || accessToken === "") throw new MalformedAnswerError("no access token");
  const seconds = typeof expiresIn === "number" ? expiresIn : 0;
  return {
    accessToken,
    accessTokenExpiresAt: new Date(now.getTime() + seconds * 1000),
    refreshToken: typeof refresh_token === "string" && refresh_token !== "" ? refresh_token : undefined,
    scopes: typeof scope === "string" ? scope.split(" ").filter((each) => each !== "") : [],
    identity: typeof id_token === "string" ? readIdToken(id_token, clientId, now) : undefined,
  };
}

function jsonOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer === "object" && answer !== null) return { ...answer };
  } catch {
    // Said below; the parser's message would quote the tokens.
  }
  throw new MalformedAnswerError("the token endpoint did not send JSON");
}
