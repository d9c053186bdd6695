import type { PreferenceOwner, PreferenceValues, Preferences, Transaction, UserId } from "../../api/index.js";
import type { Disposable } from "../../base/disposable.js";
import { ForeignPageError } from "./errors.js";

/** The preferences of one plugin: its own pages and no others'. */
export class PluginPreferences implements Preferences {
  constructor(
    private readonly preferences: Preferences,
    private readonly pluginId: string,
  ) {}

  async read(owner: PreferenceOwner, pageId: string): Promise<PreferenceValues> {
    return this.preferences.read(owner, this.#own(pageId));
  }
  async readAll(pageId: string): Promise<ReadonlyMap<UserId, PreferenceValues>> {
    return this.preferences.readAll(this.#own(pageId));
  }
  async change(owner: PreferenceOwner, pageId: string, values: PreferenceValues, transaction?: Transaction) {
    return this.preferences.change(owner, this.#own(pageId), values, transaction);
  }
  onDidChange(pageId: string, listener: (owner: PreferenceOwner) => void): Disposable {
    return this.preferences.onDidChange(this.#own(pageId), listener);
  }

  /** @throws ForeignPageError */
  #own(pageId: string): string {
    if (!pageId.startsWith(`${this.pluginId}.`)) throw new ForeignPageError(this.pluginId, pageId);
    return pageId;
  }
}
