import { serviceToken } from "../../base/service-token.js";

/** The studio's OAuth client, and where Google is. */
export interface GoogleClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Origin that replaces every endpoint of Google (`--google-url`). */
  readonly rootUrl: string | undefined;
}

/** Where the studio's OAuth client is set up: Company (Studio) Preferences > Google. */
export interface GoogleClientSettings {
  /** @throws GoogleClientNotSetUpError */
  read(): Promise<GoogleClient>;
}
export const GoogleClientSettings = serviceToken<GoogleClientSettings>("google-client-settings");
