import { mayRedirectTo } from "./clients.js";
import type { OAuthClient } from "./clients.js";
import { readScopes } from "./scopes.js";

/** What an app asks a person for, checked. */
export interface ConsentRequest {
  readonly client: OAuthClient;
  readonly redirectUri: string;
  readonly state: string | undefined;
  /** Full names. */
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
  readonly nonce: string | undefined;
  readonly isOffline: boolean;
  readonly prompt: readonly string[];
  readonly loginHint: string | undefined;
  readonly includesGranted: boolean;
}

/** Why Google shows an error page instead of asking; it never reaches the app. */
export interface ConsentRefusal {
  readonly status: 400 | 401;
  readonly error: string;
  readonly detail: string;
}

/** Reads the query of `/o/oauth2/v2/auth`. */
export function readConsentRequest(
  query: URLSearchParams,
  clients: readonly OAuthClient[],
): ConsentRequest | ConsentRefusal {
  const client = clients.find(({ clientId }) => clientId === query.get("client_id"));
  if (!client) return refusal(401, "invalid_client", "The OAuth client was not found.");
  const redirectUri = query.get("redirect_uri");
  if (!redirectUri) return refusal(400, "invalid_request", "Missing required parameter: redirect_uri");
  if (!mayRedirectTo(client, redirectUri)) {
    return refusal(400, "redirect_uri_mismatch", `The redirect URI ${redirectUri} is not registered for this app.`);
  }
  if (query.get("response_type") !== "code") {
    return refusal(400, "unsupported_response_type", "Only response_type=code is supported.");
  }
  const scopes = readScopes(query.get("scope") ?? "");
  if (!query.get("scope")) return refusal(400, "invalid_request", "Missing required parameter: scope");
  if (!scopes) return refusal(400, "invalid_scope", "Some requested scopes were invalid.");
  const challenge = query.get("code_challenge") ?? undefined;
  const method = query.get("code_challenge_method");
  if (challenge === undefined ? method !== null : method !== "S256" || !/^[\w-]{43}$/.test(challenge)) {
    return refusal(
      400,
      "invalid_request",
      "A code_challenge of 43 characters with code_challenge_method=S256 is needed.",
    );
  }
  return {
    client,
    redirectUri,
    state: query.get("state") ?? undefined,
    scopes,
    challenge,
    nonce: query.get("nonce") ?? undefined,
    isOffline: query.get("access_type") === "offline" || client.type === "desktop",
    prompt: (query.get("prompt") ?? "").split(" ").filter((word) => word !== ""),
    loginHint: query.get("login_hint") ?? undefined,
    includesGranted: query.get("include_granted_scopes") === "true",
  };
}

function refusal(status: 400 | 401, error: string, detail: string): ConsentRefusal {
  return { status, error, detail };
}

/** The address the browser is sent back to. */
export function redirectBack(request: ConsentRequest, answer: { readonly [name: string]: string }): string {
  const url = new URL(request.redirectUri);
  for (const [name, value] of Object.entries({ ...(request.state && { state: request.state }), ...answer })) {
    url.searchParams.set(name, value);
  }
  return url.toString();
}
