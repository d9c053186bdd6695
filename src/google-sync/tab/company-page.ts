import { Callbacks } from "../../api/index.js";
import type {
  PageActionResult,
  PageMessage,
  PageState,
  PreferenceOwner,
  PreferencePage,
  PreferenceValues,
} from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { connectedPath } from "./account-actions.js";

/** The Google page of Company (Studio) Preferences: the studio's own Google client, titles, window, options. */
@injectable()
export class CompanyPage implements PreferencePage {
  readonly #callbacks: Callbacks;

  constructor(@inject(Callbacks) callbacks: Callbacks) {
    this.#callbacks = callbacks;
  }

  state(): Promise<PageState> {
    const redirect = this.#callbacks.address(connectedPath);
    return Promise.resolve({
      messages: [],
      choices: {},
      actions: [],
      facts: redirect === undefined ? [] : [{ label: "Authorized redirect address", value: redirect }],
    });
  }

  validate(_owner: PreferenceOwner, values: PreferenceValues): Promise<readonly PageMessage[]> {
    const typed = values["titleTemplate"];
    const template = typeof typed === "string" ? typed : "";
    const known = ["client", "description", "type", "phone"];
    const unknown = [...template.matchAll(/\{([^}]*)\}/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !known.includes(name));
    const error = (text: string): readonly PageMessage[] => [{ severity: "error", field: "titleTemplate", text }];
    if (template.trim() === "")
      return Promise.resolve(error("A title needs a template, such as {client} - {description}."));
    if (unknown.length === 0) return Promise.resolve([]);
    const names = known.map((name) => `{${name}}`).join(", ");
    return Promise.resolve(error(`{${unknown.join("}, {")}} is not known. Use ${names}.`));
  }

  saved(): Promise<void> {
    return Promise.resolve();
  }

  act(actionId: string): Promise<PageActionResult> {
    return Promise.resolve({ kind: "refused", message: `There is no action "${actionId}".` });
  }
}
