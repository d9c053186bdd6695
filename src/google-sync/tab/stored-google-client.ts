import { PluginEnvironment, Preferences } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { GoogleClientNotSetUpError } from "../account/index.js";
import type { GoogleClient, GoogleClientSettings } from "../account/index.js";
import { companyPage } from "../settings/index.js";

/** The client every local Google knows; it is no secret. */
const standInClient = { clientId: "local-desktop-client", clientSecret: "local-desktop-secret" };

/** The studio's Google client, from Company (Studio) Preferences > Google. */
@injectable()
export class StoredGoogleClient implements GoogleClientSettings {
  readonly #preferences: Preferences;
  readonly #environment: PluginEnvironment;

  constructor(
    @inject(Preferences) preferences: Preferences,
    @inject(PluginEnvironment) environment: PluginEnvironment,
  ) {
    this.#preferences = preferences;
    this.#environment = environment;
  }

  /** @throws GoogleClientNotSetUpError where nothing was entered and the real Google is meant */
  async read(): Promise<GoogleClient> {
    const rootUrl = this.#environment.get("google-url");
    const values = await this.#preferences.read({ kind: "company" }, companyPage);
    const { clientId, clientSecret } = values;
    if (typeof clientId === "string" && clientId !== "" && typeof clientSecret === "string") {
      return { clientId, clientSecret, rootUrl };
    }
    if (rootUrl === undefined) throw new GoogleClientNotSetUpError();
    return { ...standInClient, rootUrl };
  }
}
