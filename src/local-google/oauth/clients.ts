/** An app registered with the local Google. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** `desktop`: any loopback address with any port and path. `web`: exactly the registered addresses. */
  readonly type: "desktop" | "web";
  readonly redirectUris?: readonly string[];
  /** The name on the consent page. */
  readonly name?: string;
}

export const defaultClient: OAuthClient = {
  clientId: "local-desktop-client",
  clientSecret: "local-desktop-secret",
  type: "desktop",
  name: "Google Sync",
};

/** Whether Google would send a browser back to this address. */
export function mayRedirectTo(client: OAuthClient, redirectUri: string): boolean {
  if (client.redirectUris?.includes(redirectUri)) return true;
  if (client.type === "web" || !URL.canParse(redirectUri)) return false;
  const { protocol, hostname, username, password, hash } = new URL(redirectUri);
  const isLoopback = hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
  return protocol === "http:" && isLoopback && username === "" && password === "" && hash === "";
}
